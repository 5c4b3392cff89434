"""Crosscheck compares news articles about one event."""
