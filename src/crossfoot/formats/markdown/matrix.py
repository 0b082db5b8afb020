"""An audit in, Markdown out: which source gives which figure for what, side by side.

One row for each thing that several origins speak of, or that a finding is about; one column a source; figures for
different dates stand side by side, each with its date. With many sources the row becomes a line of a list, since a
table that wide cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from crossfoot import records
from crossfoot.amounts import figure
from crossfoot.formats.markdown.marks import bold, escape
from crossfoot.model import Audit, Claim, Source
from crossfoot.wording import KIN, listed, named, numbered, who

_WIDEST = 8
"""Sources up to which a table is made."""
_MOST_ROWS = 60
_MOST_VALUES = 4


class Row(NamedTuple):
    """One thing that figures are given for: its name, and its claims."""

    name: str
    claims: tuple[Claim, ...]

    def origins(self, copies: Mapping[str, str]) -> int:
        """How many sources speak of it that do not repeat each other."""
        return len({copies.get(claim.source, claim.source) for claim in self.claims})


def rows(claims: Iterable[Claim]) -> list[Row]:
    """The claims, those together that are about the same thing; not the dates of the articles themselves."""
    own = (claim for claim in claims if not claim.converts and claim.event != "publication")
    ordered = sorted(own, key=lambda claim: (_key(claim), records.place(claim)))
    return [_row(tuple(alike)) for _, alike in groupby(ordered, key=_key)]


def copies(audit: Audit) -> dict[str, str]:
    """The source that each copy repeats."""
    return {source.id: source.copy_of for source in audit.sources if source.copy_of}


def flags(audit: Audit) -> dict[str, str]:
    """The first conflict or tension that each claim stands in, by the claim's id."""
    found: dict[str, str] = {}
    for name, finding in numbered(audit):
        for id in (id for side in finding.sides for id in side.claims if finding.verdict != "explained"):
            found.setdefault(id, name)
    return found


def matrix(audit: Audit) -> list[str]:
    """The lines of the section, without its heading."""
    flagged = flags(audit)
    order = {name: place for place, (name, _) in enumerate(numbered(audit))}
    same = copies(audit)
    shown = [row for row in rows(audit.claims) if row.origins(same) > 1 or any(c.id in flagged for c in row.claims)]
    shown.sort(key=lambda row: min(order.get(flagged.get(claim.id, ""), len(order)) for claim in row.claims))
    if not shown:
        return ["No figure is given by more than one origin."]
    lines = _table if len(audit.sources) <= _WIDEST else _list
    rest = len(shown) - _MOST_ROWS
    more = ["", f"And {rest:,} more that several origins give."] if rest > 0 else []
    return [*lines(shown[:_MOST_ROWS], audit.sources, flagged), *more]


def _table(shown: Sequence[Row], sources: Sequence[Source], flagged: Mapping[str, str]) -> list[str]:
    """Figures in rows, sources in columns."""
    speaking = {claim.source for row in shown for claim in row.claims}
    used = [source for source in sources if source.id in speaking]
    body = [[row.name, *(_cell(row, source, flagged) for source in used)] for row in shown]
    published = ["Published", *(escape(source.published or "no date") for source in used)]
    known = {source.id: source for source in used}
    head = ["", *(escape(who([source.id], known)) for source in used)]
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), published, *body)]


def _list(shown: Sequence[Row], sources: Sequence[Source], flagged: Mapping[str, str]) -> list[str]:
    """A line for each thing: its figures, each with the sources that give it."""
    lines = []
    for row in shown:
        said: dict[str, list[str]] = {}
        for claim in row.claims:
            said.setdefault(_value(claim, flagged), []).append(claim.source)
        values = (f"{value} ({escape(listed(dict.fromkeys(ids), 6))})" for value, ids in said.items())
        lines.append(f"- {row.name}: {'; '.join(values)}")
    return lines


def _cell(row: Row, source: Source, flagged: Mapping[str, str]) -> str:
    """The different values that one source gives."""
    values = list(dict.fromkeys(_value(claim, flagged) for claim in row.claims if claim.source == source.id))
    rest = f"; {len(values) - _MOST_VALUES} more" if len(values) > _MOST_VALUES else ""
    return "; ".join(values[:_MOST_VALUES]) + rest or "–"


def _value(claim: Claim, flagged: Mapping[str, str]) -> str:
    """A figure with its date and scope, in bold with the name of the finding where it is flagged."""
    said = ", ".join([figure(claim), *filter(None, (claim.target_date, (claim.scope or "").replace("_", " ")))])
    return f"{bold(said)} {flagged[claim.id]}" if claim.id in flagged else escape(said)


def _key(claim: Claim) -> tuple[str, str, str, str, str]:
    """What a claim is about."""
    counted = (claim.noun or claim.unit) if claim.measure in ("count_other", "duration", "percent") else ""
    kind = KIN.get(claim.measure, claim.measure)
    return claim.subject, kind, _event(claim) or "", claim.per or "", counted


def _event(claim: Claim) -> str | None:
    """The event that a date is of, where the text says it."""
    return None if claim.event == "other" else claim.event


def _row(claims: tuple[Claim, ...]) -> Row:
    """Claims of one thing, under its name."""
    first = claims[0]
    kinds = [first.event] if first.event and _event(first) else sorted({claim.measure for claim in claims})
    return Row(escape(f"{first.subject} · {'/'.join(map(named, kinds))}"), claims)
