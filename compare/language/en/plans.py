"""Words of plans: how they are called off, and what is done with an event that is planned."""

from __future__ import annotations

# Words that say of a plan that it did not come about, or not yet; with their particle where they need one.
CALLING_OFF = frozenset(
    "cancel cancellation postpone postponement scrap shelve abandon axe defer rearrange reschedule".split()
)
CALLING_OFF_PARTICLES = frozenset({("call", "off"), ("put", "off"), ("push", "back"), ("hold", "off")})

# What is done with an event: 'will hold a ceremony', 'is to open a fair', 'a lunch is set for noon'.
HOLDING = frozenset("hold stage host give open begin start attend launch schedule plan set sign pay make join".split())
