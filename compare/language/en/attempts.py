"""Words of what was tried, and of what all but happened."""

from __future__ import annotations

TRYING = frozenset({"try", "attempt", "struggle", "seek", "endeavour", "endeavor", "strive"})
FUTILE = frozenset({"vain", "unsuccessfully", "unsuccessful", "failed", "futile", "futilely", "fail"})
# What is planned, and what puts an end to it before it is done: 'scrapped plans to build'.
UNDERTAKINGS = frozenset("plan bid attempt effort proposal idea project intention scheme deal quest".split())
ABANDONING = frozenset("abandon drop scrap shelve cancel ditch axe suspend withdraw bury kill reject discard".split())
BRINKS = frozenset({"verge", "brink", "edge", "point", "cusp"})  # 'on the … of collapse'
