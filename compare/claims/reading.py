"""Everything that is read from the articles before any two of them are compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.claims.extraction import claims_of
from compare.claims.name import resolve_names
from compare.model import Claim, Name, Source, Statement
from compare.statements.parses import unpacked_parses
from compare.statements.splitting import Parsed, read_statements


@dataclass(frozen=True)
class Reading:
    """The articles' statements with their parses, names and claims, all in the order of the sources."""

    sources: tuple[Source, ...]
    parsed: tuple[Parsed, ...]
    names: Mapping[str, tuple[Name, ...]]  # statement id → names
    claims: tuple[Claim, ...]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements alone."""
        return tuple(p.statement for p in self.parsed)

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Statement id → statement."""
        return {s.id: s for s in self.statements}

    @cached_property
    def parsed_by_id(self) -> dict[str, Parsed]:
        """Statement id → the statement with its parse."""
        return {p.statement.id: p for p in self.parsed}

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        """Claim id → claim."""
        return {c.id: c for c in self.claims}

    @cached_property
    def claims_of_statement(self) -> dict[str, tuple[Claim, ...]]:
        """Statement id → its claims."""
        found: dict[str, list[Claim]] = {s.id: [] for s in self.statements}
        for claim in self.claims:
            found[claim.statement].append(claim)
        return {key: tuple(value) for key, value in found.items()}

    def without(self, statements: Collection[str]) -> Reading:
        """Return the reading without some statements, given by id."""
        return Reading(
            self.sources,
            tuple(p for p in self.parsed if p.statement.id not in statements),
            self.names,
            tuple(c for c in self.claims if c.statement not in statements),
        )


def read(
    sources: Sequence[Source], report: Callable[[str, float], None], parses: Mapping[str, bytes] | None = None
) -> Reading:
    """Return what the articles hold; ``report`` is told the share of the articles parsed.

    ``parses`` gives the packed parses of sources that were parsed before, by SHA-256.
    """
    articles = []
    for number, source in enumerate(sources):
        report(f"reading {source.id}", 0.6 * number / max(len(sources), 1))
        kept = (parses or {}).get(source.sha256)
        articles.append(read_statements(source, unpacked_parses(kept) if kept is not None else None))
    names = resolve_names(articles)
    claims = [
        claim for source, parsed in zip(sources, articles, strict=True) for claim in claims_of(source, parsed, names)
    ]
    return Reading(tuple(sources), tuple(p for parsed in articles for p in parsed), names, tuple(claims))
