"""Readers of the forms that mean longer stretches: months, quarters, halves, seasons, years, decades.

In: a Match. Out: a Read, the stretch or the named part of it; None where the words are no date ("2000 visitors").

    >>> read_months(match_of("fin novembre 2026")).period
    Period(low=datetime.date(2026, 11, 21), high=datetime.date(2026, 11, 30))
"""

from __future__ import annotations

from crossfoot.datematch import LEADS, Match, Read, belongs_to_name, counts_something
from crossfoot.periods import DAY, WEEK, YEAR, Period, month_near, months_of, unit_near, year_of


def read_yearmonth(match: Match) -> Read | None:
    """ "2026-09", "09/2026", and the two years of "2024/25"."""
    if year := match.get("years"):
        return Read(year_of(year, match.get("last_year")), "range")
    value = match.get("yearmonth") or 0
    return Read(months_of(value // 12, value % 12 + 1))


def read_months(match: Match) -> Read | None:
    """ "septembre 2025", "juin et septembre 2025", "Nov-Feb 2017", "fin novembre 2026"."""
    first, last = match.get_first("month", "month_short") or 0, match.get_last("month", "month_short") or 0
    year = match.get("year", "old_year") or 0
    if len(match.values("month") + match.values("month_short")) == 1:
        return match.whole(months_of(year, first))
    return Read(Period(months_of(year - (first > last), first).low, months_of(year, last).high), "range")


def read_bare_month(match: Match) -> Read | None:
    """ "en décembre", "last February", "fin mars": the year is that of the publication, or the one before."""
    side = match.side()
    if not (side or match.says("part") or match.led_by(*LEADS)):
        return None
    if year := match.named_year():
        return match.whole(months_of(year, match.get("month", "month_short") or 1), relative=True)
    side = "near" if side is None and match.says("part") else side
    period = month_near(match.now, match.get("month", "month_short") or 1, side) if match.now else None
    return match.whole(period, relative=True)


def read_years(match: Match) -> Read | None:
    """ "2030", "fin 2026", "2022-2023", "2014 et 2016"."""
    years = match.values("year")
    if counts_something(match) or belongs_to_name(match):
        return None
    if len(years) == 1:
        return match.whole(year_of(years[0]))
    return Read(year_of(years[0], years[-1]), "range") if years[0] < years[-1] else None


def read_decade(match: Match) -> Read | None:
    """ "2030s", "mid-2020s", "les années 2030"."""
    year = match.get("decade_number", "year") or 0
    return match.whole(year_of(year, year + 9), approx=True) if year % 10 == 0 else None


def read_quarter(match: Match) -> Read | None:
    """ "quatrième trimestre 2018", "Q4 2018", "second half of 2027", "dernier semestre 2027"."""
    size = match.get("size", "share", "half_of") or 0
    size = 6 if size == 1 else size
    number = match.get("compact", "ordinal", "nth", "day") or (YEAR // size if match.says("last") else 0)
    year = match.get("year")
    if not 1 <= number <= YEAR // size:
        return None
    if year is not None:
        return match.whole(months_of(year, (number - 1) * size + 1, size))
    if match.says("half_of", "compact", "last") and not match.says("year_word") and not match.led_by("on"):
        return None
    year = match.named_year() or (match.now.low.year if match.now else None)
    return match.whole(months_of(year, (number - 1) * size + 1, size) if year else None, True)


def read_week_of(match: Match) -> Read | None:
    """ "première semaine de mars 2026", "last week of 2019": seven days counted from one end, roughly."""
    month, year = match.get("month", "month_short"), match.get("year") or match.named_year()
    count = match.get("ordinal", "nth", "day")
    if year is None and month and match.now:
        whole = month_near(match.now, month, "near")
    else:
        whole = (months_of(year, month) if month else year_of(year)) if year else None
    if whole is None:
        return Read(None, "approx", True)
    first = whole.low + (count - 1) * WEEK * DAY if count else whole.high - (WEEK - 1) * DAY
    return Read(Period(first, first + (WEEK - 1) * DAY), "approx", match.get("year") is None)


def read_season(match: Match) -> Read | None:
    """ "l'été 2025", "next spring": the quarter that the press means by it, roughly."""
    quarter, year, side = match.get("season") or 1, match.get("year"), match.side()
    if year is not None:
        return match.whole(months_of(year, quarter * 3 - 2, 3), approx=True)
    if side is None:
        return None
    found = month_near(match.now, quarter * 3 - 2, side) if match.now else None
    return match.whole(found and months_of(found.low.year, found.low.month, 3), True, approx=True)


def read_unit(match: Match) -> Read | None:
    """ "last month", "l'année prochaine", "cette semaine", "fin de l'année"."""
    unit = match.get("unit")
    if unit is None:
        return None
    return match.whole(unit_near(match.now, unit, match.side()) if match.now else None, relative=True)
