"""Tests of what leaves the portal."""
