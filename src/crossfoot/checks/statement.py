"""Two statements that tell of the same thing with another figure in it.

What it finds
    Two statements in the same words, or surely of the same thing, with figures or dates that cannot both be true; one
    that says of a whole what the other says of a part of it.
Why it matters
    Where the words are the same the subject is too, named or not; only the figure is another.
Example
    "The mill sold 40 boats" and "The mill sold more than 40 boats".
When it is no error
    Another date, name, verb or number of a line in one of them; roundings; "more than 30" beside 40.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot.model import Claim, Finding, Frame, Verdict
from crossfoot.sides import UNNAMED, Context, finding, label, side
from crossfoot.words import split

CEILINGS = frozenset({"up_to", "at_most"})
ALL = Decimal(100)
"""Percent that are the whole."""
PEOPLE = frozenset({"person", "count"})
"""Units of people, counted as such or by another name of theirs: "11 people died", "11 dead"."""
MONEY = frozenset({"investment", "cost", "price", "revenue", "funding", "money_other"})


def check(context: Context) -> Iterator[Finding]:
    """Figures in one frame that exclude each other; only for statements of one moment."""
    known = {(c.source, c.start): c for c in context.claims}
    sure = [f for f in context.frames if f.likeness != "loose" and {f.first, f.second} <= known.keys()]
    told = [(known[f.first], known[f.second], f) for f in sure]
    apart = [(a, b, frame) for a, b, frame in told if _exclude(a, b, frame, context)]
    dates = [pair for pair in apart if "date" in (pair[0].unit, pair[1].unit)]
    if dates and len(dates) < len(apart):
        return  # each figure may be of its own date
    counted = any(c.unit != "date" and not any(c in pair for pair in apart) for c in context.claims)
    for a, b, frame in apart:
        doubtful = dates and counted and not frame.of_work
        yield _finding(a, b, frame, "tension" if doubtful else "conflict", context)


def _exclude(a: Claim, b: Claim, frame: Frame, context: Context) -> bool:
    """Whether two figures that stand in the same words cannot both be true."""
    if frame.likeness == "not all":
        return True
    if frame.likeness == "part" and "percent" in (a.unit, b.unit):
        part = a if a.unit == "percent" else b
        return isinstance(part.high, Decimal) and part.high < ALL
    if frame.likeness in ("close", "part"):
        return (a.unit == b.unit or {a.unit, b.unit} == PEOPLE) and not context.interval(a).meets(context.interval(b))
    if "date" in (a.unit, b.unit) and a.unit != b.unit:
        exact = a.modifier == b.modifier == "exact"
        return exact and {a.noun, b.noun} == {None} and "count" in (a.unit, b.unit)  # "in 2003", "in 6003"
    if not _one_unit(a, b) or a.per != b.per or (a.noun or "") != (b.noun or ""):
        return False
    if a.unit == "date" and a.low is a.high is b.low is b.high is None:
        return _counts(a.quote) != _counts(b.quote)  # "6 years ago", "2 years ago"
    if a.modifier == b.modifier and a.modifier in CEILINGS:
        a, b = (c.model_copy(update={"low": c.high, "modifier": "exact"}) for c in (a, b))
    return _open_beside(a, b) or _open_beside(b, a) or not context.interval(a).meets(context.interval(b))


def _one_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures have one unit; the mark of a currency before a hedge is in the frame: "$ less than 20"."""
    money = {c.unit for c in (a, b) if c.measure in MONEY}
    return a.unit == b.unit or (bool(money) and {a.unit, b.unit} - money == {"count"})


def _open_beside(one: Claim, other: Claim) -> bool:
    """Whether a figure is more, or less, than just the number that the other one has."""
    if other.modifier == "approx":
        return False
    if one.modifier == "more_than":
        return other.high is not None and one.low == other.high
    return one.modifier == "less_than" and other.low is not None and one.high == other.low


def _counts(quote: str) -> list[Decimal]:
    """The numbers of a date that counts from the day of the statement."""
    return [Decimal(w.text) for w in split(quote) if w.text.isdecimal()]


def _finding(a: Claim, b: Claim, frame: Frame, verdict: Verdict, context: Context) -> Finding:
    one, other = (label(c) if c.low or c.high else c.quote for c in (a, b))
    words = frame.words
    reasons = [f"both {'say' if frame.likeness == 'verbatim' else 'tell of'} “{words}”: {one} here, {other} there"]
    if "date" not in (a.unit, b.unit):
        reasons.append(f"{one} stands for {context.extent(a)}, {other} for {context.extent(b)}")
    if verdict == "tension":
        reasons.append("the figures beside the dates are the same, and may be true of both dates")
    subject = a.subject if a.subject == b.subject != UNNAMED else words
    return finding(
        "statement", verdict, subject, a.measure, [side(one, [a], context), side(other, [b], context)],
        f"{one} here, {other} there in “{words}”", reasons, confidence=0.9 if verdict == "conflict" else 0.6,
    )  # fmt: skip
