"""Two claims of a group -> whether their slots let them compare, and which slot is empty.

Slots that both fill must agree; a slot that one leaves empty makes a disagreement a tension at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from crossfoot.model import Claim
from crossfoot.periods import published_period
from crossfoot.sides import Context

KIN = {
    "first_phase": "part", "initial": "part", "total": "whole", "full_build": "whole", "cumulative": "whole",
    "additional": "addition", "direct": "direct", "direct_and_indirect": "with indirect",
}  # fmt: skip
DIMENSIONS = frozenset({"height", "depth", "length", "width", "weight", "diameter", "thickness", "span"})
"""Things that are sizes of something: they compare if it is the same."""
HISTORY_DAYS = 45
"""Two estimates made further apart than this are successive ones."""


def is_former(claim: Claim) -> bool:
    """Whether a figure is told as one that another has replaced."""
    return claim.former or claim.scope == "initial"


class Slots(NamedTuple):
    """How two claims' slots stand to each other."""

    comparable: bool
    empty: tuple[str, ...]
    """Slots that only one of them fills."""


WHOLE = "whole"


def kin(claim: Claim, group: Sequence[Claim]) -> str:
    """The kind of scope a figure has. A part that another place calls so is one here too; without a word it is all."""
    if claim.former and not claim.scope:
        return "former"
    if claim.listed:
        return "listed"
    if claim.scope:
        return WHOLE if claim.scope in ("direct", "direct_and_indirect") else KIN[claim.scope]
    if claim.target_date:
        return WHOLE
    others = _scopes(_Same(group)).get((claim.low, claim.high, claim.unit, claim.subject), frozenset())
    told = next(iter(others)) if len(others) == 1 else WHOLE
    return told if told in ("part", "addition") else WHOLE


class _Same:
    """Claims as a key that is equal to itself alone, so that what is worked out for a group is kept with it."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims

    def __hash__(self) -> int:
        return id(self.claims)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.claims is other.claims


@lru_cache(maxsize=32)
def _scopes(group: _Same) -> Mapping[tuple[object, ...], frozenset[str]]:
    """The kinds of scope that each figure of a group has where a word says it."""
    found: dict[tuple[object, ...], set[str]] = {}
    for c in group.claims:
        if c.scope:
            found.setdefault((c.low, c.high, c.unit, c.subject), set()).add(KIN[c.scope])
    return {figure: frozenset(kinds) for figure, kinds in found.items()}


def slots(a: Claim, b: Claim, group: Sequence[Claim]) -> Slots:
    """Whether two claims compare."""
    pairs = (
        ("scope", a.scope and KIN[a.scope], b.scope and KIN[b.scope]),
        ("date", a.target_date, b.target_date),
        ("price base", a.price_base, b.price_base),
        ("noun", *_facets(a, b)),
    )
    if kin(a, group) != kin(b, group):
        return Slots(False, ())
    if any(x is not None and y is not None and x != y and not (n == "date" and _overlap(x, y)) for n, x, y in pairs):
        return Slots(False, ())
    return Slots(same_unit(a, b) and _same_per(a, b), tuple(name for name, x, y in pairs if (x is None) != (y is None)))


def _same_per(a: Claim, b: Claim) -> bool:
    """Whether two figures are told for one and the same unit; the height of each tower is that of a tower."""
    return a.per == b.per or (a.thing in DIMENSIONS and a.head is not None and a.head == b.head)


PEOPLE = frozenset({"job", "person"})
HEADS = frozenset({"count", "person"})
"""Units of what finds room: so many seats are for so many people."""


def same_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures have one unit; jobs and the people employed count as one if both are there or to come."""
    if a.unit == b.unit:
        return True
    if a.thing and a.thing == b.thing:
        return {a.unit, b.unit} <= HEADS
    is_work = {a.measure, b.measure} == {"jobs", "headcount"} and {a.unit, b.unit} <= PEOPLE
    return is_work and (a.status == "actual") == (b.status == "actual")


def facet(claim: Claim) -> str | None:
    """What is counted: the kind of thing where it is known, else the words of the text; of one word only its stem."""
    if claim.thing:
        return claim.thing
    return (claim.noun.lower() if " " in claim.noun else claim.head) if claim.noun else None


def _facets(a: Claim, b: Claim) -> tuple[str | None, str | None]:
    """What two claims count; a noun with other words beside it may be the same if the numbers are nearly so.

    "90 massive tunnel elements" and "89 massive concrete elements" are hardly different elements, "40 social homes" and
    "300 homes" are.
    """
    ours, theirs = facet(a), facet(b)
    if a.thing in DIMENSIONS and a.thing == b.thing:
        same = a.head is not None and a.head == b.head
        return ours, theirs if same else None if _nearly_one(a, b) else f"{theirs} of {b.head}"
    if ours == theirs or a.thing or b.thing or a.head is None or a.head != b.head or not _nearly_one(a, b):
        return ours, theirs
    return ours, None


NEARLY = Decimal("1.1")
"""How many times as large one of two figures is that are nearly one."""
PRECISE = 10
"""The smallest number that is hardly near another one by chance."""


def _nearly_one(a: Claim, b: Claim) -> bool:
    """Whether two figures are so precise and so near each other that they are hardly of two kinds of things."""
    small, large = sorted((size(a), size(b)))
    exact = a.modifier == b.modifier in ("exact", "up_to") and a.unit == b.unit
    return exact and small >= PRECISE and large <= NEARLY * small


def _overlap(a: str, b: str) -> bool:
    """Whether two target dates may be the same: "2030" and "2030-H2"."""
    return a.startswith(b[:4]) and b.startswith(a[:4]) and (len(a) == 4 or len(b) == 4)


def is_history(a: Claim, b: Claim, context: Context) -> bool | None:
    """Whether two estimates were made at different times; None where one of the times is not known."""
    if context.together:
        return False
    first, second = _days(context.as_of(a)), _days(context.as_of(b))
    if first is None or second is None:
        last = _last_told(_Same(context.claims))
        first, second = first or last.get(a.source), second or last.get(b.source)
        return False if first and second and _gap(first, second) <= HISTORY_DAYS else None
    return _gap(first, second) > HISTORY_DAYS


def _gap(first: tuple[date, date], second: tuple[date, date]) -> int:
    return (max(first[0], second[0]) - min(first[1], second[1])).days


@lru_cache(maxsize=4)
def _last_told(claims: _Same) -> Mapping[str, tuple[date, date]]:
    """By source, the last day or month that it tells as past: news without a date were written soon after."""
    last: dict[str, tuple[date, date]] = {}
    for c in claims.claims:
        if c.unit != "date" or c.status != "actual" or not isinstance(c.low, date) or not isinstance(c.high, date):
            continue
        if (c.high - c.low).days <= MONTH and c.high > last.get(c.source, (date.min, date.min))[1]:
            last[c.source] = c.low, c.high
    return last


MONTH = 31


def _days(text: str | None) -> tuple[date, date] | None:
    period = published_period(text) if text else None
    return (period[0], period[1]) if period else None


STATEMENT = 250
"""Characters between two figures of one statement: two sentences of the press at most."""


def one_statement(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one text, or its copy, prints two figures in one breath: it means two things by them."""
    return context.origin(a.source) == context.origin(b.source) and abs(a.start - b.start) <= STATEMENT


def is_money(claim: Claim) -> bool:
    """Whether a figure is a sum: its unit is the code of a currency."""
    return len(claim.unit) == 3 and claim.unit.isupper()


def is_one(claim: Claim) -> bool:
    """Whether a figure is one number, and no conversion or rate."""
    return claim.low is not None and claim.low == claim.high and claim.per is None and not claim.converts


def size(claim: Claim) -> Decimal:
    """A figure's size, for ratios."""
    first = claim.low if isinstance(claim.low, Decimal) else claim.high
    return first if isinstance(first, Decimal) else Decimal(0)
