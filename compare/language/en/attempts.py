"""Words of what was tried, and of what all but happened."""

from __future__ import annotations

TRYING = frozenset({"try", "attempt", "struggle", "seek", "endeavour", "endeavor", "strive"})
FUTILE = frozenset({"vain", "unsuccessfully", "unsuccessful", "failed", "futile", "futilely", "fail"})
BRINKS = frozenset({"verge", "brink", "edge", "point", "cusp"})  # 'on the … of collapse'
