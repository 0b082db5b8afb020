"""A claim's interval in, the figure as a reader writes it out.

    52000000000 EUR -> "EUR 52 bn"      at_least 800 job -> "at least 800 jobs"
    600 MW -> "600 MW"                  2027-07-01 to 2027-12-31 -> "2027-H2"
    several: 2000 to 9999 gpu -> "thousands of GPUs"

It is exact, never rounded: a number that does not get shorter in millions is printed whole. A vague figure stays
vague; the interval it is taken for is never shown as if it had been printed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crossfoot import periods
from crossfoot.model import Bound, Claim, Modifier, Quantity

_BEFORE: dict[Modifier, str] = {
    "exact": "", "approx": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ",
    "less_than": "less than ", "up_to": "up to ", "range": "", "several": "",
}  # fmt: skip
_BEFORE_DAY: dict[Modifier, str] = {
    "at_least": "not before ", "more_than": "after ", "at_most": "by ", "less_than": "before ",
}  # fmt: skip
_STEPS = {
    "MW": ((1000, "GW"), (1, "MW"), (Decimal("0.001"), "kW")),
    "MWh": ((1000000, "TWh"), (1000, "GWh"), (1, "MWh"), (Decimal("0.001"), "kWh")),
    "m2": ((10000, "ha"), (1, "m²")),
}
_MONEY = ((10**12, " tn"), (10**9, " bn"), (10**6, " M"), (1, ""))
_COUNT = ((10**9, " bn"), (10**6, " M"), (1, ""))
_NOUNS = {
    "gpu": "GPUs", "job": "jobs", "person": "people", "site": "sites", "percent": "%", "degC": "°C", "count": "",
    "year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes",
    "mile": "miles",
}  # fmt: skip
_IN_FRONT = {"x": "×", "rank": "rank "}
_VAGUE = {
    1: "several", 10: "tens of", 12: "dozens of", 100: "several hundred", 10**3: "thousands of",
    10**4: "tens of thousands of", 10**5: "hundreds of thousands of", 10**6: "millions of",
    10**7: "tens of millions of", 10**8: "hundreds of millions of", 10**9: "billions of",
    10**10: "tens of billions of", 10**11: "hundreds of billions of", 10**12: "trillions of",
}  # fmt: skip
"""What a vague figure that begins at two of these is called."""
_LONGEST = 5
"""Digits up to which a scaled number is easier to read than the whole one."""
_BOUND = 9
"""The same for the end of an interval, whose digits come of arithmetic."""


Figure = Quantity | Claim
"""What has an interval with a unit and a modifier."""


def figure(found: Figure) -> str:
    """The figure the reader's way, with its modifier."""
    low, high = found.low, found.high
    if low is None and high is None:
        return "not resolved"
    if isinstance(low, date) or isinstance(high, date):
        return _days(low if isinstance(low, date) else None, high if isinstance(high, date) else None, found.modifier)
    per = f" per {found.per}" if found.per else ""
    if found.modifier == "several" and (vague := _several(found)):
        return f"{vague}{per}"
    one = low if low is not None else high
    if low is not None and high is not None and low != high:
        return f"{_between(low, high, found)}{per}"
    modifier = found.modifier
    if modifier in ("exact", "range", "several"):  # an open side needs its word
        modifier = "at_least" if high is None else "at_most" if low is None else modifier
    return f"{_BEFORE[modifier]}{_amount(Decimal(str(one)), found)}{per}"


def _days(low: date | None, high: date | None, modifier: Modifier) -> str:
    """Days the reader's way: "2026", "by 2026-12-31", "not before 2028-01-01"."""
    about = "about " if modifier == "approx" else ""
    if low is not None and high is not None:
        return _BEFORE_DAY.get(modifier, about) + periods.name(periods.Period(low, high)).replace("/", " to ")
    if high is not None:
        return _BEFORE_DAY.get(modifier, "by ") + high.isoformat()
    return f"{_BEFORE_DAY.get(modifier, 'not before ')}{low.isoformat() if low else ''}"


def _between(low: Bound, high: Bound, found: Figure) -> str:
    """Two sides of an interval: "EUR 1 bn to EUR 2 bn", "400 to 450 MW"."""
    first, last = _amount(Decimal(str(low)), found), _amount(Decimal(str(high)), found)
    number, _, rest = first.partition(" ")
    shared = rest and last.endswith(f" {rest}") and number[:1].isdigit()
    approx = "about " if found.modifier == "approx" else ""
    return f"{approx}{number if shared else first} to {last}"


def extent(found: Claim, low: Decimal | None, high: Decimal | None, *, under: bool = False) -> str:
    """What a figure stands for: "1.45 GW to under 1.55 GW"; `under` where the upper end is not included."""
    first, last = (None if end is None else _amount(end, found, longest=_BOUND) for end in (low, high))
    if first is None or last is None:
        return f"{first} and more" if first else f"{'under' if under else 'up to'} {last}" if last else "any number"
    return first if first == last else f"{first} to {'under ' if under else ''}{last}"


def about(value: Decimal) -> str:
    """A number that was worked out, to three significant digits: 43333.3 -> "about 43,300"; as it is where it has four.

    11250 -> "11,250"
    """
    short = value if value == Decimal(f"{value:.4g}") else Decimal(f"{value:.3g}")
    return f"{'' if short == value else 'about '}{_digits(short)}"


def _several(found: Figure) -> str:
    """A vague figure in vague words; nothing where no words fit its bounds."""
    if not isinstance(found.low, Decimal) or found.unit in _IN_FRONT:
        return ""
    size, name = _step(found.low, found.unit) or (1, _noun(found))
    words = _VAGUE.get(int(scale)) if (scale := found.low / size / 2) == int(scale) else None
    return f"{words} {name}".strip() if words else ""


def _step(value: Decimal, unit: str) -> tuple[int | Decimal, str] | None:
    """The unit in which a number is easiest to read, and its size; None where the unit has only one."""
    steps = _STEPS.get(unit)
    return next((step for step in steps if abs(value) >= step[0]), steps[-1]) if steps else None


def _noun(found: Figure) -> str:
    """What the figure counts."""
    return (found.noun or "") if found.unit == "count" else _NOUNS.get(found.unit, found.unit)


def _amount(value: Decimal, found: Figure, longest: int = _LONGEST) -> str:
    """A number with its unit."""
    unit = found.unit
    if step := _step(value, unit):
        return f"{_digits(value / step[0])} {step[1]}"
    if unit in _IN_FRONT:
        return f"{_IN_FRONT[unit]}{_digits(value)}"
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {_scaled(value, _MONEY, longest)}"
    noun = _noun(found) if value != 1 or unit not in _NOUNS else _noun(found).removesuffix("s")
    return f"{_scaled(value, _COUNT, longest)} {noun}".strip()


def _scaled(value: Decimal, steps: tuple[tuple[int, str], ...], longest: int) -> str:
    """A number in billions or millions where that is shorter and says the same."""
    for size, name in steps:
        if abs(value) >= size and len((value / size).normalize().as_tuple().digits) <= longest:
            return f"{_digits(value / size)}{name}"
    return _digits(value)


ENDLESS = 12
"""Places of a number that was worked out, and does not end: a third of a hundred."""


def _digits(value: Decimal) -> str:
    """A number with commas between thousands, and no zeros at its end; thirds and the like are rounded."""
    if len(format(value, "f").partition(".")[2]) > ENDLESS:
        value = round(value, 2) if abs(value) >= 1 else Decimal(f"{value:.3g}")
    whole, _, part = format(value, ",f").partition(".")
    return f"{whole}.{part.rstrip('0')}".rstrip(".")
