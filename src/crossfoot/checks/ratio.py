"""Two figures of one thing whose ratio is far from that of the story's other pairs.

What it finds
    Money, power and jobs per accelerator, formed from figures of one
    subject in one source, where the pairs fall into camps that are several times apart. Money per MW, kilometre,
    home, vehicle or whatever else is counted, where a sentence gives one of each: the one pair of three or more
    that is far from all others.
Why it matters
    A sum that leaves out the machines, or counts another site's jobs, shows in the ratio before it shows in a total.
Example
    EUR 450 M for 40,000 GPUs is EUR 11,250 each; EUR 52 bn for 1.2 million is EUR 43,333 each.
When it is no error
    Figures that do not belong together: a block of a plant against all of its machines.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts import about, figure
from crossfoot.groups import CLASSES
from crossfoot.model import Claim, Finding, Measure
from crossfoot.sides import UNNAMED, Context, finding, joined, number, side
from crossfoot.slots import KIN, STATEMENT
from crossfoot.statements import statements
from crossfoot.words import fold

PAIRS: tuple[tuple[Measure, Measure], ...] = (
    ("investment", "gpu_count"), ("power", "gpu_count"), ("jobs", "gpu_count"),
)  # fmt: skip
CAMP = Decimal("1.6")
"""Ratios nearer to each other than this are one camp."""
ODD = Decimal(3)
"""Camps this far apart are worth a look. Set on the Sesterce story, November 2026: its camps are 4 to 5 times apart,
ratios that belong together lie within 1.2."""
OPEN = frozenset({"several", "more_than", "up_to", "less_than", "at_most", "range"})


class Ratio(NamedTuple):
    """One figure for another."""

    value: Decimal
    above: Claim
    below: Claim


def check(context: Context) -> Iterator[Finding]:
    """Ratios of the story that fall apart."""
    families = _families(context)
    for above, below in PAIRS:
        ratios = _ratios(above, below, context)
        for unit, family in sorted({(r.above.unit, families[r.above.source]) for r in ratios}):
            alike = [r for r in ratios if (r.above.unit, families[r.above.source]) == (unit, family)]
            camps = _camps(alike)
            if len(camps) > 1 and camps[-1][0].value / camps[0][-1].value >= ODD:
                yield _finding(camps, context)
    by_kind: dict[tuple[str, str, str, str], list[Ratio]] = {}
    for ratio in _in_sentences(context):
        head = (ratio.below.noun or "").split()[:1] or [""]
        kind = ratio.above.unit, ratio.below.unit, fold(head[0]).rstrip("sx"), families[ratio.above.source]
        by_kind.setdefault(kind, []).append(ratio)
    for _, ratios in sorted(by_kind.items()):
        camps = _camps(sorted(ratios, key=lambda r: (r.value, r.above.source, r.above.start)))
        if _one_is_odd(camps):
            yield _finding(camps, context)


def _families(context: Context) -> dict[str, str]:
    """Each source -> the first of those that it shares a subject or a figure with, at first or at second hand.

    Ratios are compared within a family: what a source tells of other things is no measure for the rest.
    """
    family = {c.source: c.source for c in context.claims}
    shared: dict[object, set[str]] = {}
    for claim in context.claims:
        if claim.subject != UNNAMED:
            shared.setdefault(claim.subject, set()).add(claim.source)
        if claim.unit != "date":
            shared.setdefault(number(claim), set()).add(claim.source)
    for sources in shared.values():
        joint = {family[s] for s in sources}
        first = min(joint)
        family = {source: first if root in joint else root for source, root in family.items()}
    return family


def _in_sentences(context: Context) -> Iterator[Ratio]:
    """The one sum and the one other figure of a sentence, near each other: "12 trains for 60 million euros"."""
    for said in statements(context):
        usable = [c for c in said.claims if c.per is None and not c.converts and c.unit not in NO_SIZE]
        tops = [c for c in usable if CLASSES.get(c.measure, c.measure) == "investment" and c.measure != "money_other"]
        bottoms = [c for c in usable if c not in tops and (c.measure in COUNTED or (c.noun and c.unit == "count"))]
        if len(tops) != 1 or len(bottoms) != 1 or len(usable) != len(tops) + len(bottoms):
            continue
        top, mate = tops[0], bottoms[0]
        near = max(top.start, mate.start) - min(top.end, mate.end) <= NEAR
        if near and _is_plain(top) and _is_plain(mate) and _same_time(top, mate):
            assert isinstance(top.low, Decimal) and isinstance(mate.low, Decimal)
            yield Ratio(top.low / mate.low, top, mate)


COUNTED = frozenset({"power", "area"})
NO_SIZE = frozenset({"percent", "x", "rank", "degC", "year", "month", "week", "day", "hour", "minute"})
NEAR = 60
"""Characters between the two figures of a pair."""
FEWEST = 3
"""Pairs of which one can be the odd one out."""


def _is_plain(claim: Claim) -> bool:
    """Whether a figure is one number, of the thing itself: no floor, no part, no increase, no former one."""
    told = claim.scope is not None and KIN[claim.scope] != "whole"
    number = claim.low is not None and claim.low == claim.high and claim.low != 0
    return number and claim.modifier not in OPEN and not (told or claim.former or claim.listed)


def _one_is_odd(camps: list[list[Ratio]]) -> bool:
    """Whether one pair stands against all others, of another thing or size than any of them."""
    if len(camps) != 2 or len(camps[0]) + len(camps[1]) < FEWEST:
        return False
    if camps[1][0].value / camps[0][-1].value < ODD:
        return False
    few, many = sorted(camps, key=len)
    if len(few) != 1 or len({(r.above.low, r.below.low) for r in many}) < FEWEST - 1:
        return False
    odd = few[0]
    alike = [r for r in many if (r.above.subject, r.below.low) == (odd.above.subject, odd.below.low)]
    return not alike and not any(_is_each(odd, r) for r in many)


def _is_each(odd: Ratio, other: Ratio) -> bool:
    """Whether a sum is what one of its things costs at another pair's ratio, and was told without a word for it."""
    return isinstance(odd.above.low, Decimal) and 1 / CAMP < odd.above.low / other.value < CAMP


def _ratios(above: Measure, below: Measure, context: Context) -> list[Ratio]:
    """For each figure above the line the nearest one below it, of the same subject in the same source."""
    usable = [
        c
        for c in context.claims
        if c.per is None and c.modifier not in OPEN and isinstance(c.low, Decimal) and c.low > 0
    ]
    tops = [
        c
        for c in usable
        if CLASSES.get(c.measure, c.measure) == above and c.measure != "money_other" and not c.converts
    ]
    bottoms = [c for c in usable if CLASSES.get(c.measure, c.measure) == below]
    found = []
    for top in tops:
        mates = [
            b for b in bottoms
            if (b.source, b.subject, b.parts) == (top.source, top.subject, top.parts) and _same_time(top, b)
        ]  # fmt: skip
        mate = min(mates, key=lambda b: (abs(b.start - top.start), b.start), default=None)
        if mate and not _belong(top, mate, tops, mates):
            continue
        if mate and isinstance(top.low, Decimal) and isinstance(mate.low, Decimal):
            found.append(Ratio(top.low / mate.low, top, mate))
    return sorted(found, key=lambda r: (r.value, figure(r.above), figure(r.below), r.above.source, r.above.start))


def _belong(top: Claim, mate: Claim, tops: list[Claim], mates: list[Claim]) -> bool:
    """Whether two figures stand together, or are the only ones of their kind for the subject in the source."""
    if abs(mate.start - top.start) <= STATEMENT:
        return min(top.confidence, mate.confidence) >= SURE
    rivals = {c.low for c in tops if (c.source, c.subject, c.parts) == (top.source, top.subject, top.parts)}
    return len(rivals) == 1 and len({m.low for m in mates}) == 1


SURE = 0.6
"""Confidence below which a figure's subject is too much of a guess to form a ratio with."""


def _same_time(a: Claim, b: Claim) -> bool:
    """Whether the two figures may be of one time and of one extent."""
    dates = a.target_date is None or b.target_date is None or a.target_date == b.target_date
    kinds = {KIN[s] for s in (a.scope, b.scope) if s}
    return dates and "addition" not in kinds and kinds != {"part", "whole"}


def _camps(ratios: list[Ratio]) -> list[list[Ratio]]:
    """Ratios that lie near each other."""
    camps: list[list[Ratio]] = []
    for ratio in ratios:
        if camps and ratio.value / camps[-1][0].value < CAMP:
            camps[-1].append(ratio)
        else:
            camps.append([ratio])
    return camps


def _finding(camps: list[list[Ratio]], context: Context) -> Finding:
    sides = []
    for camp in camps:
        claims = {c.id: c for r in camp for c in (r.above, r.below)}
        sides.append(side(_label(camp[0]), claims.values(), context))
    low, high = camps[0][0], camps[-1][0]
    return finding(
        "ratio", "tension", high.above.subject, low.above.measure, sides,
        f"{_label(low)}, but {_label(high)}",
        [f"{figure(r.above)} / {figure(r.below)} ({r.above.source}) = {_per(r)}" for r in (low, high)]
        + [f"figures that belong together give one ratio: here it is {joined(_per(c[0]) for c in camps)}"],
        cause="one of the figures leaves something out", confidence=0.5,
    )  # fmt: skip


def _label(ratio: Ratio) -> str:
    return f"{figure(ratio.above)} for {figure(ratio.below)}: {_per(ratio)}"


def _per(ratio: Ratio) -> str:
    """The ratio the reader's way, three significant digits at most."""
    value = ratio.value
    unit = "GPU" if ratio.below.unit == "gpu" else ratio.below.unit
    if ratio.above.unit == "job":
        return f"{about(value * 1000)} jobs per 1,000 {unit}s"
    if ratio.above.unit == "MW":
        return f"{about(value * 1000)} kW per {unit}"
    *hedge, digits = about(value).split()
    return " ".join([*hedge, ratio.above.unit, digits, *(["each"] if unit == "count" else ["per", unit])])
