"""A sum said again in other money that the rate of its day does not give.

What it finds
    A sum and its conversion ("10 billion euros ($18 billion)") that no rate of the weeks before bridges, or that are
    a power of ten further apart than the rate; and conversions of one text that were made at rates far apart.
Why it matters
    The two are one statement: where they do not fit, one of them is wrong, and readers take the one they know.
Example
    "8.4 billion euros ($99 billion)": at the rate of the day it is 9.9 billion.
When it is no error
    Rounding, a rate of some weeks before, and the rate of the year that the sum is said of. Euros in one text and
    dollars in another that the day's rate makes equal are a conversion: explained.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from crossfoot import rates
from crossfoot.amounts import figure
from crossfoot.intervals import Interval
from crossfoot.model import Claim, Finding, Side
from crossfoot.periods import published_period
from crossfoot.rates import TOLERANCE
from crossfoot.sides import Context, by_number, finding, joined, label, side
from crossfoot.slots import slots

SLIP = Decimal("0.15")
"""How near to a power of ten times the rate a wrong conversion must be to be taken for a slip of the scale."""
APART = Decimal("1.15")
"""Rates of one text further apart than this are not of one time. Chosen."""
EQUAL = Decimal("0.03")
"""How near two sums of two texts must come at the day's rate to be one sum in two currencies."""
STALE = 60
"""Days behind the end of the table of rates after which it says nothing certain."""


class Pair(NamedTuple):
    """A sum, and the same in other money."""

    original: Claim
    converted: Claim
    low: Decimal
    high: Decimal
    """The rates at which the two, as rounded, can be the same."""

    @property
    def rate(self) -> Decimal:
        """The rate that the printed numbers give."""
        assert isinstance(self.original.low, Decimal) and isinstance(self.converted.low, Decimal)
        return self.converted.low / self.original.low

    @property
    def currencies(self) -> tuple[str, str]:
        """From which currency into which."""
        return self.original.unit, self.converted.unit


def check(context: Context) -> Iterator[Finding]:
    """Conversions of the story that do not fit."""
    pairs = list(_pairs(context))
    wrong = [(pair, known) for pair in pairs if (known := _misfit(pair, context))]
    told: set[str] = set()
    for pair, known in wrong:
        slip = _slip(pair, known)
        others = [p for p in pairs if slip is None and p not in [w for w, _ in wrong] and _is_rival(p, pair)]
        told.add(pair.converted.id)
        yield _scale(pair, known, slip, context) if slip else _wrong(pair, known, others, context)
    for a, b in combinations(pairs, 2):
        if _is_rival(a, b) and not told & {a.converted.id, b.converted.id} and _apart(a, b):
            told |= {a.converted.id, b.converted.id}
            yield _two_rates(a, b, context)
    yield from _bridged(context)


def _pairs(context: Context) -> Iterator[Pair]:
    """Each conversion with its original, where both have a number and nothing else stands in the bracket."""
    known = {c.id: c for c in context.claims}
    for claim in context.claims:
        original = known.get(claim.converts or "")
        if original is None or original.unit == claim.unit or not _stands_alone(original, claim, context):
            continue
        ours, theirs = context.interval(original), context.interval(claim)
        bounds = (ours.low, ours.high, theirs.low, theirs.high)
        if original.low and claim.low and all(b is not None and b > 0 for b in bounds):
            low, high, least, most = (b for b in bounds if b is not None)
            if isinstance(original.low, Decimal) and isinstance(claim.low, Decimal):
                yield Pair(original, claim, least / high, most / low)


LONGEST_ASIDE = 25
"""Characters in a bracket besides the converted sum: "about", "at the rate of today"."""


def _stands_alone(original: Claim, claim: Claim, context: Context) -> bool:
    """Whether the text between two sums, and behind the second up to the bracket's end, is no statement of its own."""
    document = context.documents.get(claim.source)
    if document is None or original.source != claim.source:
        return False
    between = document.text[original.end : claim.start]
    behind = document.text[claim.end : claim.end + LONGEST_ASIDE]
    closed = "(" not in between or any(mark in behind for mark in ")]")
    return len(between) <= LONGEST_ASIDE and closed


class Known(NamedTuple):
    """What the table of rates says of a pair."""

    low: Decimal
    high: Decimal
    shown: rates.Rate
    """The rate of the day of the text."""


def _misfit(pair: Pair, context: Context) -> Known | None:
    """The rates that do not bridge a pair; None where one does, or none is known."""
    known = _known(pair, context)
    if known is None or (pair.low <= known.high * (1 + TOLERANCE) and pair.high >= known.low / (1 + TOLERANCE)):
        return None
    return known


def _known(pair: Pair, context: Context) -> Known | None:
    """The lowest and the highest rate at which a writer may have converted: of the text's day, of the sum's year."""
    published = published_period(context.documents[pair.original.source].source.published)
    if published is None or (published.high - rates.last_day()).days > STALE:
        return None
    days = {published.low, published.high, published.low - timedelta(days=WEEKS * 7)}
    for said in (pair.original.as_of, pair.original.target_date, pair.original.price_base):
        period = published_period(said)
        if period and period.low < published.low:
            days |= set(_spread(period.low, min(period.high, published.high)))
    found = [r for day in sorted(days) if (r := rates.rate(*pair.currencies, day))]
    shown = rates.rate(*pair.currencies, published.high)
    return Known(min(r.value for r in found), max(r.value for r in found), shown) if shown else None


WEEKS = 6
"""How old the rate of a text may be that took its sums from an earlier one."""


def _spread(first: date, last: date) -> Iterator[date]:
    """Days of a stretch, a month apart, its ends among them."""
    day = first
    while day < last:
        yield day
        day += timedelta(days=30)
    yield last


def _slip(pair: Pair, known: Known) -> Decimal | None:
    """The power of ten by which a pair is further apart than the rate, where it is one."""
    for power in (10, 100, 1000, 1_000_000):
        for factor in (Decimal(power), 1 / Decimal(power)):
            if pair.low <= known.high * factor * (1 + SLIP) and pair.high >= known.low * factor / (1 + SLIP):
                return factor
    return None


def _is_rival(a: Pair, b: Pair) -> bool:
    """Whether two pairs of one text are of the same two currencies."""
    return a is not b and a.original.source == b.original.source and set(a.currencies) == set(b.currencies)


def _apart(a: Pair, b: Pair) -> bool:
    """Whether two pairs cannot have been converted at one rate, nor each at that of its own year."""
    if any(c.as_of or c.target_date or c.price_base for c in (a.original, b.original)):
        return False
    low, high = (b.low, b.high) if a.currencies == b.currencies else (1 / b.high, 1 / b.low)
    return a.low > high * APART or low > a.high * APART


def _at(pair: Pair) -> str:
    return f"{figure(pair.original)} converted to {figure(pair.converted)}, at {pair.rate:.3f}"


def _official(pair: Pair, known: Known) -> str:
    rate, value = known.shown, pair.original.low
    assert isinstance(value, Decimal)
    fits = figure(pair.converted.model_copy(update={"low": _cut(value * rate.value), "high": _cut(value * rate.value)}))
    return (
        f"1 {rate.base} was {rate.value:.4f} {rate.quote} on {rate.day} (European Central Bank): "
        f"{figure(pair.original)} would be {fits}, not {figure(pair.converted)}"
    )


def _cut(value: Decimal) -> Decimal:
    """Three significant digits."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 2))


def _scale(pair: Pair, known: Known, factor: Decimal, context: Context) -> Finding:
    times = f"{factor:,.0f} times more" if factor > 1 else f"{1 / factor:,.0f} times less"
    return finding(
        "unit", "conflict", pair.original.subject, pair.original.measure, _two(pair, context),
        f"{figure(pair.original)} is converted to {figure(pair.converted)}, {times} than the rate gives",
        [_official(pair, known), "the two are said to be one sum, and are a power of ten further apart than the rate"],
        cause="scale slip", confidence=0.9,
    )  # fmt: skip


def _two(pair: Pair, context: Context) -> list[Side]:
    return [side(label(c), [c], context) for c in (pair.original, pair.converted)]


def _wrong(pair: Pair, known: Known, others: Sequence[Pair], context: Context) -> Finding:
    """A conversion that its day's rate does not give; beside it, the text's conversions that fit."""
    sides, reasons = _two(pair, context), [_official(pair, known)]
    if others:
        sides = [side(_at(pair), (pair.original, pair.converted), context), side(
            joined(_at(p) for p in others[:MOST]), [c for p in others for c in (p.original, p.converted)], context
        )]  # fmt: skip
        reasons.append(
            f"the same text converts {joined(figure(p.original) for p in others[:MOST])} at a rate that fits"
        )
    if known.high / known.low > 1 + TOLERANCE:
        reasons.append(
            f"the rate of the year that the sum is said of, {known.low:.4f} to {known.high:.4f}, does not fit"
        )
    return finding(
        "currency", "tension", pair.original.subject, pair.original.measure, sides,
        f"{figure(pair.original)} and {figure(pair.converted)} are said to be one sum: the conversion does not fit",
        [*reasons, f"rounding and a rate that differs by {TOLERANCE:.0%} were allowed for"],
        cause="another rate, or a slip in one of the two sums", confidence=0.7,
    )  # fmt: skip


MOST = 3
"""Conversions that a label names."""


def _two_rates(a: Pair, b: Pair, context: Context) -> Finding:
    return finding(
        "currency", "tension", a.original.subject, a.original.measure,
        [side(_at(p), (p.original, p.converted), context) for p in (a, b)],
        f"one text converts {_at(a)} and {_at(b)}",
        ["two conversions of one text are made at rates too far apart to be of one time, rounding allowed for",
         "the text says of neither that it is of another year"],
        cause="another rate, or a slip in one of the sums", confidence=0.6,
    )  # fmt: skip


def _bridged(context: Context) -> Iterator[Finding]:
    """A sum in one currency here and in another there, which the day's rate makes equal."""
    for group in context.groups:
        money = [c for c in group.claims if _is_money(c) and c.modifier in ("exact", "approx") and not c.converts]
        if len({c.unit for c in money}) < 2:
            continue
        printed = {(context.origin(c.source), c.unit) for c in group.claims}
        for a, b in combinations([found[0] for found in by_number(money).values()], 2):
            said_again = (context.origin(a.source), b.unit) in printed or (context.origin(b.source), a.unit) in printed
            if a.unit == b.unit or said_again or not slots(a, _in(a.unit, b), group.claims).comparable:
                continue
            if equal := _equal(a, b, context):
                yield _conversion(a, b, equal, context)


def _in(unit: str, claim: Claim) -> Claim:
    return claim.model_copy(update={"unit": unit})


def _is_money(claim: Claim) -> bool:
    return len(claim.unit) == 3 and claim.unit.isupper() and isinstance(claim.low, Decimal) and claim.low > 0


def _equal(a: Claim, b: Claim, context: Context) -> rates.Rate | None:
    """The rate at which two sums meet, of the day of one of the texts."""
    days = {period.high for c in (a, b) if (period := published_period(context.as_of(c)))}
    for day in sorted(days):
        rate = rates.rate(a.unit, b.unit, day)
        if rate is None or not isinstance(a.low, Decimal):
            continue
        ours = context.interval(a)
        if ours.low is None or ours.high is None:
            continue
        worth = Interval(ours.low * rate.value * (1 - EQUAL), ours.high * rate.value * (1 + EQUAL))
        if worth.meets(context.interval(b)):
            return rate
    return None


def _conversion(a: Claim, b: Claim, rate: rates.Rate, context: Context) -> Finding:
    return finding(
        "currency", "explained", a.subject, a.measure, [side(label(c), [c], context) for c in (a, b)],
        f"{a.subject}: {figure(a)} and {figure(b)} are one sum in two currencies",
        [f"1 {rate.base} was {rate.value:.4f} {rate.quote} on {rate.day} (European Central Bank): a conversion"],
    )  # fmt: skip
