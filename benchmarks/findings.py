"""How many of the disagreements that a reader wants told are found, and how many findings are false alarms.

    ./run bench [STORY...]

Each folder under `stories/` retells real pages on one affair, in its own words, with the figures, hedges and dates as
printed; `sources.toml` has their addresses. `gold.jsonl` is what a reader who had not run crossfoot judged: `flag` what
a fact-checker wants to be told, `optional` what one may argue about, `explain` what only looks like a disagreement.

A disagreement is shown where two sides of an open finding hold figures of two of its sides. A finding that shows
nothing wanted or optional is false. The peer, in the same run, is what a table of unequal figures gives: one finding
for all figures of a unit and a noun, or of an event, that do not meet.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import crossfoot
from crossfoot.model import Audit, Claim

STORIES = Path(__file__).parent / "stories"
Span = tuple[str, int, int]
Sides = Sequence[Sequence[Claim]]


class Wanted(NamedTuple):
    """A row of a gold file, its quotes as places in the sources."""

    id: str
    want: str
    sides: tuple[tuple[Span, ...], ...]


class Score(NamedTuple):
    """What the findings of a story are worth."""

    shown: int
    wanted: int
    good: int
    false: int

    def plus(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    def __str__(self) -> str:
        return f"{self.shown:3} of {self.wanted:3} shown, {self.false:3} of {self.good + self.false:3} findings false"


def gold(story: Path) -> Iterator[Wanted]:
    """The rows of a story's gold file; an error where a quote is not in its source, or in it twice."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((story / "sources").iterdir())}
    for line in (story / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        sides = tuple(tuple(_span(quote, texts) for quote in side) for side in row["sides"])
        yield Wanted(row["id"], row["want"], sides)


def _span(quote: Mapping[str, str], texts: Mapping[str, str]) -> Span:
    source, text = quote["source"], quote["quote"]
    if texts[source].count(text) != 1:
        raise SystemExit(f"{source}: “{text}” is not there exactly once; mend the gold file")
    start = texts[source].index(text)
    return source, start, start + len(text)


def shows(sides: Sides, wanted: Wanted) -> bool:
    """Whether two sides of a finding hold figures of two sides of a disagreement and of none in common."""
    held = [
        {
            n
            for n, spans in enumerate(wanted.sides)
            for claim in side
            if any(claim.source == source and start <= claim.start < end for source, start, end in spans)
        }
        for side in sides
    ]
    if len(wanted.sides) == 1:
        return any(held)
    return any(a and b and not a & b for n, a in enumerate(held) for b in held[n + 1 :])


def score(findings: Sequence[Sides], rows: Sequence[Wanted]) -> Score:
    """What findings show of what is wanted."""
    wanted = [row for row in rows if row.want == "flag"]
    told = [row for row in rows if row.want != "explain"]
    false = sum(not any(shows(sides, row) for row in told) for sides in findings)
    shown = sum(any(shows(sides, row) for sides in findings) for row in wanted)
    return Score(shown, len(wanted), len(findings) - false, false)


def found(audit: Audit) -> list[Sides]:
    """The open findings of an audit, as sides of claims."""
    claims = {c.id: c for c in audit.claims}
    return [
        [[claims[i] for i in side.claims] for side in finding.sides]
        for finding in audit.findings
        if finding.verdict != "explained"
    ]


def unequal(audit: Audit) -> list[Sides]:
    """The peer: for each unit with its noun, and each event, the different figures of the story."""
    groups: dict[tuple[str, str], dict[tuple[str, str], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in audit.claims:
        about = claim.event if claim.unit == "date" else claim.noun
        groups[claim.unit, about or ""][str(claim.low), str(claim.high)].append(claim)
    return [list(figures.values()) for figures in groups.values() if len(figures) > 1]


def main(names: Sequence[str]) -> None:
    """Prints a line for each story, then the sums."""
    stories = [STORIES / name for name in names] or sorted(p for p in STORIES.iterdir() if p.is_dir())
    ours = theirs = Score(0, 0, 0, 0)
    for story in stories:
        rows, audit = list(gold(story)), crossfoot.audit(story)
        own, peer = score(found(audit), rows), score(unequal(audit), rows)
        ours, theirs = ours.plus(own), theirs.plus(peer)
        print(f"{story.name:14} {own}   (unequal figures: {peer})")
    print(f"{'all':14} {ours}   (unequal figures: {theirs})")
    precision = [s.good / max(1, s.good + s.false) for s in (ours, theirs)]
    recall = [s.shown / max(1, s.wanted) for s in (ours, theirs)]
    print(f"against a table of unequal figures: {precision[0] / precision[1]:.1f} times as often right, ", end="")
    print(f"{recall[0] / recall[1]:.1f} times as much shown")


if __name__ == "__main__":
    main(sys.argv[1:])
