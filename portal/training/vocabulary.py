"""The closed words of training that rows keep as bits, bit i the i-th word."""

PAPERS = ("activity", "founding", "business", "premises", "teachers", "other")
