"""Word lists of English; no logic."""
