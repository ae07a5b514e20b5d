"""Days that come again: the rules of a series, the moon, days off, and rules said in a sentence.

Pure: it asks no database, no request and no clock.
"""
