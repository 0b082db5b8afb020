"""One figure, worded more or less exactly.

What it finds
    A vague figure beside an exact one that fulfils it, a floor or a ceiling beside the number itself, two floors
    that one text gives.
Why it matters
    It looks like a disagreement and mostly is none; a number that one source makes a floor is a different statement.
Example
    "plusieurs centaines d'emplois" and "800 emplois"; "pas moins de 800" and "environ 800".
When it is no error
    Vague against exact; "more than 3,000" beside a round 3,000: explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from crossfoot.amounts import figure
from crossfoot.groups import BY_NOUN
from crossfoot.model import Claim, Finding, Group
from crossfoot.sides import Context, finding, joined, label, side
from crossfoot.slots import is_history, one_statement, size, slots

WIDE = frozenset({"several", "more_than", "at_least", "up_to", "less_than", "at_most", "range"})
SIZED = frozenset({"investment", "power", "energy", "area", "gpu_count"})
"""Measures of which a thing has one amount; jobs may be counted at each of its builders."""
FLOORS = frozenset({"at_least", "more_than"})


def check(group: Group, context: Context) -> Iterator[Finding]:
    """Figures of the group that say the same more or less exactly."""
    if group.measure in BY_NOUN:
        return
    yield from _floors(group, context)
    yield from _two_floors(group, context)
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
        floors = [c for c in claims if c.modifier in FLOORS and not _is_rounded(c)]
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


def _two_floors(group: Group, context: Context) -> Iterator[Finding]:
    """Two floors that one text gives for one thing, further apart than rounding: who knows the higher says it."""
    floors = [c for c in group.claims if c.modifier == "more_than" and not c.converts and group.measure in SIZED]
    for a, b in combinations(floors, 2):
        apart = not context.interval(_plain(a)).meets(context.interval(_plain(b)))
        same = context.origin(a.source) == context.origin(b.source) and (a.measure, a.unit) == (b.measure, b.unit)
        near = max(size(a), size(b)) <= NEAR * min(size(a), size(b))
        if not (same and apart and near) or one_statement(a, b, context) or a.target_date != b.target_date:
            continue
        if slots(a, b, group.claims).comparable:
            yield finding(
                "wording", "tension", group.subject, group.measure,
                [side(figure(c), [c], context) for c in sorted((a, b), key=size)],
                f"{group.subject}: one text says {joined(figure(c) for c in sorted((a, b), key=size))}",
                ["both can be true, but who knows that it is more than the higher number would not name the lower one"],
                cause="an older figure left standing, or another scope", confidence=0.5,
            )  # fmt: skip


def _plain(claim: Claim) -> Claim:
    """The number of a floor alone."""
    return claim.model_copy(update={"modifier": "exact", "high": claim.low})


def _is_rounded(claim: Claim) -> bool:
    """Whether a "more than" stands before a number of one digit, which is a rounded one where it stands alone, too.

    "3 000" may be 3,200, which is "more than 3,000"; "at least" promises, and "450" is as near as one comes.
    """
    one_digit = isinstance(claim.low, Decimal) and len(claim.low.normalize().as_tuple().digits) == 1
    return one_digit and claim.modifier == "more_than"


def _other_source(a: list[Claim], b: list[Claim], context: Context) -> bool:
    return {context.origin(c.source) for c in a} != {context.origin(c.source) for c in b}


def _vague(group: Group, context: Context) -> Iterator[Finding]:
    """Figures that differ in print and agree in what they stand for."""
    claims = [c for c in group.claims if not c.converts]
    pairs = [
        (a, b) for a, b in combinations(claims, 2)
        if a.unit == b.unit and (a.low, a.high, a.modifier) != (b.low, b.high, b.modifier)
        and _loosely_the_same(a, b, context) and slots(a, b, group.claims).comparable and not is_history(a, b, context)
    ]  # fmt: skip
    loose = {label(c) for pair in pairs for c in pair if c.modifier != "exact" or group.measure == "date"}
    done: set[frozenset[str]] = set()
    by_name = {name: [pair for pair in pairs if name in (label(pair[0]), label(pair[1]))] for name in loose}
    reach = {name: len({label(c) for pair in near for c in pair}) for name, near in by_name.items()}
    for _, near in sorted(by_name.items(), key=lambda item: (-reach[item[0]], item[0])):
        found: dict[str, list[Claim]] = {}
        for claim in sorted({c.id: c for pair in near for c in pair}.values(), key=lambda c: (c.source, c.start)):
            found.setdefault(label(claim), []).append(claim)
        names = frozenset(found)
        if len(found) < 2 or any(names <= other for other in done):
            continue
        done.add(names)
        a, b = near[0]
        met = "" if group.measure == "date" else f" ({context.interval(a)} and {context.interval(b)})"
        yield finding(
            "wording", "explained", group.subject, group.measure,
            [side(text, same, context) for text, same in found.items()],
            f"{group.subject}: {joined(sorted(found))} agree",
            [f"{label(a)} and {label(b)} are two wordings that can both be true{met}"],
        )  # fmt: skip


def _loosely_the_same(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two figures meet, and one is a looser form of the other."""
    if not context.interval(a).meets(context.interval(b)):
        return False
    if a.measure == "date":
        return _within(a, b, context) or _within(b, a, context)
    if {a.low, a.high} & {b.low, b.high} - {None} or {a.modifier, b.modifier} == {"exact", "approx"}:
        return True
    return _fulfils(a, b) or _fulfils(b, a)


def _fulfils(wide: Claim, exact: Claim) -> bool:
    """Whether a figure is one that a vague, open or ranged figure can well have meant."""
    bound, value = wide.low if wide.low is not None else wide.high, exact.low if exact.low is not None else exact.high
    if wide.modifier not in WIDE or not isinstance(bound, Decimal) or not isinstance(value, Decimal):
        return False
    return wide.modifier == "several" or max(bound, value) <= NEAR * min(bound, value)


YEAR = 366
"""Days: a date further inside a deadline than this is another date."""
NEAR = Decimal("1.5")
"""A floor or ceiling further off than this share is about something else: "more than 2 billion" and 16 billion."""


def _within(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the first interval lies in the second."""
    inner, outer = context.interval(a), context.interval(b)
    if outer.low is None and inner.high is not None and outer.high is not None and outer.high - inner.high > YEAR:
        return False
    if outer.high is None and inner.low is not None and outer.low is not None and inner.low - outer.low > YEAR:
        return False
    below = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    above = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return below and above
