"""The gate: named rules over findings, and the exit code.  It fails closed: what could not be checked is no pass.

Exit codes: 0 passed; 1 a rule of the gate failed, or a required fact is missing; 3 incomplete – a source could not be
read, the draft is empty, or nothing in it could be checked.  Where both hold, 1.  (2 is a usage error.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.checking.model import Check, DraftCheck
from compare.checking.verdicts import VERDICTS
from compare.facts.labels import RELATIONS, SEVERITIES

PASSED, FAILED, INCOMPLETE = 0, 1, 3
KINDS = frozenset(v for v, row in VERDICTS.items() if row.level != "none")
KNOWN_KINDS = KINDS | frozenset(RELATIONS)  # the kinds of a report's findings may stand in the same file
STATES = ("open", "suppressed", "decided", "known", "any")
GateState = Literal["open", "suppressed", "decided", "known", "any"]


@dataclass(frozen=True, slots=True)
class GateRule:
    """One rule: at most ``most`` findings of these kinds, of this severity or above, in this state."""

    id: str
    kinds: frozenset[str] = frozenset()  # empty: every kind
    severity: Literal["high", "medium", "low"] = "low"  # this or graver
    state: GateState = "open"
    most: int = 0


DEFAULT_RULES: tuple[GateRule, ...] = (
    GateRule("no-contradictions", frozenset({"contradicted"})),
    GateRule("no-misquotations", frozenset({"misquoted"})),
    GateRule("nothing-overtaken", frozenset({"overtaken"})),
)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What one rule found."""

    rule: GateRule
    found: int
    labels: tuple[str, ...]  # of the findings that count

    @property
    def passed(self) -> bool:
        """Whether there are few enough."""
        return self.found <= self.rule.most


@dataclass(frozen=True, slots=True)
class GateResult:
    """The gate's answer."""

    rules: tuple[RuleResult, ...]
    missing: tuple[str, ...]  # required facts that the draft does not state
    problems: tuple[str, ...]  # why this is no pass, whatever the rules say

    @property
    def exit_code(self) -> int:
        """0 passed, 1 failed, 3 incomplete."""
        if self.missing or any(not r.passed for r in self.rules):
            return FAILED
        return INCOMPLETE if self.problems else PASSED

    @property
    def sentence(self) -> str:
        """The answer in words."""
        failed = [r for r in self.rules if not r.passed]
        parts = [f"{r.rule.id}: {r.found} found, {r.rule.most} allowed ({', '.join(r.labels[:5])})" for r in failed]
        parts += [f"not stated: {fact.rstrip('.')}" for fact in self.missing]
        if parts:
            return f"Gate failed: {'; '.join(parts)}. Exit code {self.exit_code}."
        if self.problems:
            return f"Not passed: {' '.join(self.problems)} Exit code {self.exit_code}."
        return "Gate passed. Exit code 0."


def gate(checked: DraftCheck, rules: Sequence[GateRule] = DEFAULT_RULES) -> GateResult:
    """Return the gate's answer on a check of a draft."""
    results = tuple(_result(rule, checked.checks) for rule in rules)
    missing = tuple(fact.text for fact in checked.required if not fact.stated)
    problems = list(checked.problems)
    if checked.checks and all(c.state == "untouched" or c.verdict == "not-checkable" for c in checked.checks):
        problems += [p for p in ("Nothing that was touched can be checked.",) if not problems]
    if not checked.checks and not problems:
        problems.append("Nothing was checked.")
    return GateResult(results, missing, tuple(problems))


def _result(rule: GateRule, checks: Iterable[Check]) -> RuleResult:
    counted = [c for c in checks if c.label and _matches(rule, c)]
    return RuleResult(rule, len(counted), tuple(c.label for c in counted))


def _matches(rule: GateRule, check: Check) -> bool:
    if rule.kinds and check.verdict not in rule.kinds:
        return False
    if check.row.severity not in SEVERITIES[: SEVERITIES.index(rule.severity) + 1]:
        return False
    return check.state != "untouched" if rule.state == "any" else check.state == rule.state
