"""Checking a draft against its sources: what they bear out, what they gainsay, and where the draft goes beyond them."""
