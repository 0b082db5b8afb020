"""Stretches of the calendar, and the days that relative words point to.

In: years, months, quarters, parts of them, and the day, month or year on which a text was published.
Out: a Period, its first and its last day.

    >>> str(part(year_of(2026), 3).high), name(part(year_of(2026), 3))
    ('2026-12-31', '2026-Q4')
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

Side = Literal["last", "next", "this", "near", "coming"] | None
"""Where a relative word points to; "coming" is the first that is not over, "near" and None are the nearest, for months
None is the latest."""

DAY = timedelta(days=1)
QUARTER, HALF, YEAR, DECADE, CENTURY = 3, 6, 12, 120, 1200
WEEKEND = -1
"""A unit, as are the months above and a week, 0."""
WEEK = 7


class Period(NamedTuple):
    """The first and the last day of a stretch of time."""

    low: date
    high: date


def months_of(year: int, month: int, count: int = 1) -> Period:
    """The period of `count` months that starts with `month`, which may lie outside 1 to 12."""
    year, month = year + (month - 1) // YEAR, (month - 1) % YEAR + 1
    last_year, last = year + (month + count - 2) // YEAR, (month + count - 2) % YEAR + 1
    return Period(date(year, month, 1), date(last_year, last, calendar.monthrange(last_year, last)[1]))


def year_of(year: int, last: int | None = None) -> Period:
    """A year, or the years from one to another."""
    return Period(date(year, 1, 1), date(last or year, 12, 31))


def day_of(year: int, month: int, day: int) -> Period | None:
    """A day; None where the calendar has none such."""
    try:
        return Period(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def part(whole: Period, which: int) -> Period:
    """The start (1), the middle (2) or the end (3) of a period: of a year a quarter, its middle half, a quarter."""
    months = (whole.high.year - whole.low.year) * YEAR + whole.high.month - whole.low.month + 1
    if months == YEAR:
        return months_of(whole.low.year, (1, 4, 10)[which - 1], (3, 6, 3)[which - 1])
    if months > YEAR:
        years = months // YEAR
        first, last = ((0, years // 3), (years // 3, 2 * years // 3), (2 * years // 3, years - 1))[which - 1]
        return year_of(whole.low.year + first, whole.low.year + last)
    days = (whole.high - whole.low).days + 1
    if days <= WEEK:
        return whole
    first, last = ((0, days // 3 - 1), (days // 3, 2 * (days // 3) - 1), (2 * (days // 3), days - 1))[which - 1]
    return Period(whole.low + first * DAY, whole.low + last * DAY)


def published_period(text: str | None) -> Period | None:
    """The day, month or year on which a source says that it appeared."""
    if not text:
        return None
    numbers = [int(piece) for piece in str(text)[:10].split("-") if piece.isdigit()]
    if not numbers or not date.min.year < numbers[0] < date.max.year:
        return None
    if len(numbers) < 2 or not 1 <= numbers[1] <= YEAR:
        return year_of(numbers[0])
    return months_of(numbers[0], numbers[1]) if len(numbers) == 2 else day_of(*numbers[:3])


def is_day(now: Period) -> bool:
    """Whether the date of publication is known to the day."""
    return now.low == now.high


def is_month(now: Period) -> bool:
    """Whether the date of publication is known to the month at least."""
    return (now.low.year, now.low.month) == (now.high.year, now.high.month)


def pick(candidates: Iterable[Period], now: Period, side: Side) -> Period | None:
    """The latest that is over, the first to come, or the nearest, as the relative word says."""
    found = list(candidates)
    if side == "last":
        found = [period for period in found if period.high < now.high]
        return found[-1] if found else None
    if side == "next":
        return next((period for period in found if period.low > now.low), None)
    if side == "coming":
        return next((period for period in found if period.high >= now.low), None)
    gaps = [max((period.low - now.high).days, (now.low - period.high).days, 0) for period in found]
    return found[gaps.index(min(gaps))] if found else None


def day_near(now: Period, month: int, day: int, side: Side, weekday: int | None = None) -> Period | None:
    """The day without a year that the text means; of those nearby, one on which the weekday falls, if any does."""
    years = range(now.low.year - 1, now.high.year + 2)
    days = [found for year in years if (found := day_of(year, month, day))]
    fitting = [found for found in days if found.low.weekday() == weekday]
    return pick(fitting or days, now, side) or pick(days, now, side)


def month_near(now: Period, month: int, side: Side) -> Period | None:
    """The month without a year: of this year, the next, or the latest that has begun."""
    if side == "this":
        return months_of(now.low.year, month)
    found = [months_of(year, month) for year in range(now.low.year - 1, now.high.year + 2)]
    if side is None:
        return [period for period in found if period.low <= now.high][-1]
    return pick(found, now, side)


def weekday_near(now: Period, weekday: int, side: Side) -> Period | None:
    """The day of a weekday's name: that of the last days, or tomorrow; None where only the month is known."""
    if not is_day(now):
        return None
    back = (now.low.weekday() - weekday) % WEEK
    if side == "next":
        back -= WEEK
    elif side == "coming":
        back -= WEEK if back else 0
    elif side == "last":
        back = back or WEEK
    elif back == WEEK - 1:  # nobody names tomorrow's weekday for the day six days ago
        back = -1
    day = now.low - back * DAY
    return Period(day, day)


def week_of(day: date) -> Period:
    """The week, from Monday on, in which a day lies."""
    monday = day - day.weekday() * DAY
    return Period(monday, monday + (WEEK - 1) * DAY)


def shift(period: Period, count: int, unit: int) -> Period | None:
    """So many days (1), weeks (2), months (3), years (4) or decades (5) later or, below zero, earlier.

    A day is moved to a day by days and weeks, to a month by months, to a year by years, since nobody who writes
    "three years ago" means the day; a longer period keeps its length.
    """
    low, high = period
    if unit <= 2:
        step = count * (1, WEEK)[unit - 1] * DAY
        return Period(low + step, high + step) if low == high else None
    months = count * (1, YEAR, DECADE)[unit - 3]
    if unit == 3 and is_month(period):
        return months_of(low.year, low.month + months)
    first, last = low.year + months // YEAR, high.year + months // YEAR
    return year_of(first, last) if unit > 3 and date.min.year < first <= last < date.max.year else None


def years_before(period: Period, count: int) -> Period | None:
    """The same days so many years earlier."""
    if period.low.year - count <= date.min.year + 1:
        return None
    return Period(*(day.replace(year=day.year - count, day=min(day.day, 28)) for day in period))


def nth_weekday(whole: Period, count: int, weekday: int | None) -> Period | None:
    """The first, second ... or, with -1, the last day of a month that is this weekday, or is any."""
    if count < 0:
        back = (whole.high.weekday() - weekday) % WEEK if weekday is not None else 0
        return Period(whole.high - back * DAY, whole.high - back * DAY)
    ahead = (weekday - whole.low.weekday()) % WEEK + (count - 1) * WEEK if weekday is not None else count - 1
    day = whole.low + ahead * DAY
    return Period(day, day) if day <= whole.high else None


def weekday_and_day(now: Period, weekday: int, day: int) -> Period | None:
    """The day nearest to the publication that is both this weekday and this day of a month; none far away."""
    around = [months_of(now.low.year, now.low.month + step) for step in (-1, 0, 1)]
    days = [found for month in around if (found := day_of(month.low.year, month.low.month, day))]
    return pick([found for found in days if found.low.weekday() == weekday], now, None)


def unit_near(now: Period, unit: int, side: Side, count: int = 1) -> Period | None:
    """Last, this or next week, decade or stretch of `unit` months, or the one `count` steps away.

    None where the publication is not known so well.
    """
    steps = {"last": -count, "next": count}.get(side or "", 0)
    if unit <= 0:
        monday = now.low - (now.low.weekday() - WEEK * steps) * DAY
        first = 5 if unit == WEEKEND else 0
        return Period(monday + first * DAY, monday + 6 * DAY) if is_day(now) else None
    if unit >= DECADE:
        years = unit // YEAR
        start = (now.low.year // years + steps) * years
        return year_of(start, start + years - 1)
    if unit < YEAR and not is_month(now):
        return None
    start = (now.low.month - 1) // unit * unit + 1
    return months_of(now.low.year, start + unit * steps, unit)


def name(period: Period) -> str:
    """The period as the records write it: "2030", "2027-H2", "2023-Q4", "2026-09", "2026-09-14", "2014/2016"."""
    low, high = period
    if low == high:
        return low.isoformat()
    if low.day != 1 or (high + DAY).day != 1:
        return f"{low}/{high}"
    months = (high.year - low.year) * YEAR + high.month - low.month + 1
    if months % YEAR == 0 and low.month == 1:
        return f"{low:%Y}" if months == YEAR else f"{low:%Y}/{high:%Y}"
    for size, letter in ((HALF, "H"), (QUARTER, "Q")):
        if months == size and low.month % size == 1:
            return f"{low:%Y}-{letter}{low.month // size + 1}"
    return f"{low:%Y-%m}" if months == 1 else f"{low:%Y-%m}/{high:%Y-%m}"
