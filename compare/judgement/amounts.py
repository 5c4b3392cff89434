"""What the rules for amounts share: the two amounts side by side, and how a verdict on them is worded."""

from __future__ import annotations

from compare.judgement.rules import say_values
from compare.model import Claim, Judged, Quantity, Verdict
from compare.values.measures import paired
from compare.values.wording import describe, gap

# slots whose figures grow while the story is told
RUNNING = frozenset(
    "killed wounded shot missing arrested infected displaced rescued burnt destroyed casualties victims trapped".split()
)
VAGUE_SLOTS = frozenset({None, "count", "amount", "share"})  # what is counted says more than these
FALLING = frozenset({"missing", "trapped"})  # of these, slots whose figures fall as people are found

# slots that many unlike figures fill: two of them being alike says nothing about one fact
UNTELLING = VAGUE_SLOTS | {"ordinal", "age", "multiple", "fraction", "length", "number", "period"}


# slots that one sum may fill by turns: what a thing cost is what was spent on it
_KIN = (frozenset({"price", "spent", "paid"}), frozenset({"killed", "victims"}), frozenset({"profit", "gain"}))


def kindred(left: str | None, right: str | None) -> bool:
    """Tell whether two slots may be one: the same, a kindred one, or one that says too little."""
    if left == right or left in VAGUE_SLOTS or right in VAGUE_SLOTS:
        return True
    return any({left, right} <= kin for kin in _KIN)


def amounts(left: Claim, right: Claim) -> tuple[Quantity, Quantity] | None:
    """Return two amounts ready to be compared, or None where they measure different things."""
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return None
    return paired(left.value, right.value)


def between(left: Claim, right: Claim) -> str:
    """Return both amounts in words: '12 cents and 13 cents'."""
    both = amounts(left, right)
    return f"{describe(both[0])} and {describe(both[1])}" if both else "these"


def apart(left: Claim, right: Claim) -> str | None:
    """Return how the right amount differs from the left: '39 minutes less'."""
    both = amounts(left, right)
    return gap(*both) if both else None


def upper(text: str) -> str:
    """Return a sentence's first words with a capital."""
    return text[:1].upper() + text[1:]


def say_of(left: Claim, right: Claim, relation: Judged, reason: str) -> Verdict:
    """Return a verdict on two amounts that names their words and the difference."""
    told = None if relation in {"agreement", "unrelated"} else apart(left, right)
    return say_values(left, right, relation, reason, told)


def meets_exactly(left: Claim, right: Claim) -> bool:
    """Tell whether two amounts have the same ends."""
    both = amounts(left, right)
    return both is not None and both[0].low == both[1].low and both[0].high == both[1].high
