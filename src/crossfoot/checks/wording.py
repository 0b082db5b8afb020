"""One figure, worded more or less exactly.

What it finds
    A vague figure beside an exact one that fulfils it, a floor or a ceiling beside the number itself.
Why it matters
    It looks like a disagreement and mostly is none; a number that one source makes a floor is a different statement.
Example
    "plusieurs centaines d'emplois" and "800 emplois"; "pas moins de 800" and "environ 800".
When it is no error
    Vague against exact: explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from crossfoot.amounts import figure
from crossfoot.groups import BY_NOUN
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import slots

VAGUE = frozenset({"several", "more_than", "at_least", "up_to", "less_than", "at_most", "approx", "range"})
FLOORS = frozenset({"at_least", "more_than"})


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that say the same more or less exactly."""
    if group.measure in BY_NOUN:
        return
    yield from _floors(group, context)
    yield from _vague(group, context)


def _floors(group: Group, context: Context) -> Iterator[Finding]:
    """A number that is a floor in one source, and the number itself in another."""
    if group.measure == "date":
        return
    by_size: dict[tuple[object, str], list[Claim]] = {}
    for claim in group.claims:
        if claim.low is not None:
            by_size.setdefault((claim.low, claim.unit), []).append(claim)
    for claims in by_size.values():
        floors = [c for c in claims if c.modifier in FLOORS]
        plain = [c for c in claims if c.modifier in ("exact", "approx")]
        if not floors or not plain or not _other_source(floors, plain, context):
            continue
        yield finding(
            "wording", "tension", group.subject, group.measure,
            [side(figure(floors[0]), floors, context), side(figure(plain[0]), plain, context)],
            f"{group.subject}: {figure(floors[0])} here, {figure(plain[0])} there",
            ["the same number is a floor in one place and the figure itself in another"],
            cause="hedge lost or added", confidence=0.5,
        )  # fmt: skip


def _other_source(a: list[Claim], b: list[Claim], context: Context) -> bool:
    return {context.origin(c.source) for c in a} != {context.origin(c.source) for c in b}


def _vague(group: Group, context: Context) -> Iterator[Finding]:
    """Figures that differ in print and agree in what they stand for."""
    claims = [c for c in group.claims if not c.converts]
    pairs = [
        (a, b) for a, b in combinations(claims, 2)
        if a.unit == b.unit and (a.low, a.high, a.modifier) != (b.low, b.high, b.modifier)
        and (a.modifier in VAGUE or b.modifier in VAGUE or group.measure == "date")
        and slots(a, b, group.claims).comparable and context.interval(a).meets(context.interval(b))
    ]  # fmt: skip
    told = [c for c in claims if any(c in pair for pair in pairs)]
    if not told:
        return
    found: dict[str, list[Claim]] = {}
    for same in by_number(told).values():
        for claim in same:
            found.setdefault(label(claim), []).append(claim)
    sides = [side(name, same, context) for name, same in found.items()]
    if len(sides) < 2:
        return
    a, b = pairs[0]
    yield finding(
        "wording", "explained", group.subject, group.measure, sides,
        f"{group.subject}: {joined(s.label for s in sides)} agree",
        [f"{label(a)} stands for {context.interval(a)}, {label(b)} for {context.interval(b)}: they meet"]
        if group.measure != "date" else [f"{label(a)} and {label(b)} meet"],
    )  # fmt: skip
