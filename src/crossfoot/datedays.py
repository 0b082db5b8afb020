"""Readers of the forms that mean days: full dates, days without a year, weekdays, today.

In: a Match. Out: a Read, the day or days; None where the words are no date ("le lundi" is each Monday).

    >>> read_days(match_of("8, 9 et 10 novembre 2024")).period
    Period(low=datetime.date(2024, 11, 8), high=datetime.date(2024, 11, 10))
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from crossfoot.datematch import Match, Read, belongs_to_name, is_name
from crossfoot.model import Modifier
from crossfoot.periods import (
    DAY,
    YEAR,
    Period,
    day_of,
    is_day,
    month_near,
    months_of,
    nth_weekday,
    unit_near,
    weekday_and_day,
    weekday_near,
)

SHORTEST_MONTH = 3
ROUND_THE_CLOCK = (24, 7)


def read_numeric(match: Match) -> Read | None:
    """ "28/06/2025"; where day and month can be swapped, the one nearer to the publication."""
    days = [date.fromordinal(day) for role in ("numeric", "or_numeric") for day in match.values(role)]
    note = ""
    if len(days) > 1:
        now = match.now
        days.sort(key=lambda day: abs((day - now.low).days) if now else 0)
        note = f"day and month ambiguous: {days[0]} or {days[1]}"
    return Read(Period(days[0], days[0]), "exact", False, match.weekday(), note)


def _is_number(match: Match) -> bool:
    """Whether what may be a month in short is a number word, too."""
    return any({"month_short", "count"} <= piece.roles.keys() for piece in match.pieces[match.first : match.last])


def read_days(match: Match) -> Read | None:
    """ "mardi 3 septembre 2015", "June 8-10", "8, 9 et 10 novembre dernier"."""
    if match.led_by("month", "month_short") and "day" in match.pieces[match.first].roles:
        return None  # the day belongs to the month before it: "July 13 - July 15"
    # The month is the last word that can be one: "mar 3 abr" starts with a Tuesday.
    month = match.get_last("month", "month_short") or 0
    if not match.says("day", "first_day", "ordinal") and _is_number(match):
        return None  # "un des sept", one of the seven
    named = [
        piece.roles for piece in match.pieces[match.first : match.last] if {"day", "first_day"} & piece.roles.keys()
    ]
    days = [roles.get("day", 1) for roles in named] or match.values("count") or match.values("ordinal")
    year = match.get("year", "old_year")
    relative = year is None
    year = match.named_year() or year
    ends = [day_of(year, month, day) if year else match.day_near(month, day) for day in (days[0], days[-1])]
    modifier: Modifier = "range" if len(days) > 1 else "exact"
    weekday = match.weekday()
    if year is None and match.now is None:
        return Read(None, modifier, True, weekday)
    if ends[0] is None or ends[1] is None or ends[0].low > ends[1].low:
        return None
    return Read(Period(ends[0].low, ends[1].high), modifier, relative, weekday)


def read_day_of_month(match: Match) -> Read | None:
    """ "20th of next month", "le 15 du mois prochain", "from 4 to 22 this month"."""
    month = unit_near(match.now, 1, match.side()) if match.now else None
    days = match.values("day") or match.values("first_day")
    modifier: Modifier = "range" if len(days) > 1 else "exact"
    if month is None:
        return Read(None, modifier, True)
    ends = [day_of(month.low.year, month.low.month, day) for day in (days[0], days[-1])]
    if ends[0] is None or ends[1] is None or ends[0].low > ends[1].low:
        return None
    return Read(Period(ends[0].low, ends[1].high), modifier, True)


def read_nth_day(match: Match) -> Read | None:
    """ "first Tuesday of October 2014", "le dernier jour du mois dernier"."""
    if not match.says("weekday") and match.get_first("span") != 1:
        return None
    month, year = match.get_last("month", "month_short"), match.get("year") or match.named_year()
    count = match.get_first("ordinal", "nth", "day") or -1
    if month and year:
        whole: Period | None = months_of(year, month)
    elif match.now is None:
        whole = None
    else:
        whole = month_near(match.now, month, match.leaning()) if month else unit_near(match.now, 1, match.side())
    day = nth_weekday(whole, count, match.get("weekday")) if whole else None
    return Read(day, "exact", match.get("year") is None) if day or not whole else None


def read_weekday_and_day(match: Match) -> Read | None:
    """ "Friday the 13th", "mardi 14": the nearest month in which the weekday fits."""
    weekday, day, after = match.weekday() or 0, match.get("day") or 0, match.near(1)
    if after and {"span", "slash", "month_word"} & after.roles.keys():
        return None
    return Read(weekday_and_day(match.now, weekday, day), "exact", True, weekday) if match.now else None


def read_day_and_month(match: Match) -> Read | None:
    """ "am 28.10."."""
    value = match.get("daymonth") or 0
    if not (match.says("weekday", "weekday_short") or match.led_by("on", "article", "ranging", "to", "deadline")):
        return None
    return Read(match.day_near(value // 100, value % 100), "exact", True, match.weekday())


def read_spaced_day(match: Match) -> Read | None:
    """ "am 1. 2. 2025", "27.11. 2025"."""
    whole, days = match.get("daymonth"), match.values("day")
    day, month = (whole % 100, whole // 100) if whole else (days[0], days[1])
    found = day_of(match.get("year") or 0, month, day)
    return Read(found, "exact", False, match.weekday()) if found else None


def read_day_slash_month(match: Match) -> Read | None:
    """ "vendredi 14/02", "on 4/22"; not "les 2/3", which may be a fraction."""
    first, last = match.values("day")[:2]
    printed = match.pieces[match.last - 3].word + match.pieces[match.last - 1].word
    after, lead = match.near(1), match.lead()
    if (first, last) == ROUND_THE_CLOCK or (after and "span" in after.roles):
        return None
    if after and after.start == match.pieces[match.last - 1].end and after.word[0] not in ".,;:!?)":
        return None
    certain = max(first, last) > YEAR or "0" in (printed[0], printed[-2])
    led = match.led_by("article") or (lead is not None and "on" in lead.roles)
    if (after and "of" in after.roles) or not (match.weekday() is not None or (certain and led)):
        return None
    month, day = (first, last) if match.table.month_first and first <= YEAR else (last, first)
    if month > YEAR:
        return None
    return Read(match.day_near(month, day), "exact", True, match.weekday())


def read_weekday(match: Match) -> Read | None:
    """ "ce lundi", "jeudi dernier", "on Tuesday"; not "le lundi" (each Monday), not "Black Friday"."""
    before, side = match.near(-1), match.leaning()
    if before and match.side() is None and ("habit" in before.roles or is_name(before, match.table)):
        return None
    weekday = match.values("weekday")[0]
    return Read(weekday_near(match.now, weekday, side) if match.now else None, "exact", True, weekday)


def read_weekday_of_week(match: Match) -> Read | None:
    """ "Tuesday of next week", "mardi de la semaine dernière"."""
    week = unit_near(match.now, 0, match.side()) if match.now and match.says("week_word") else None
    weekday = match.get("weekday") or 0
    return Read(Period(week.low + weekday * DAY, week.low + weekday * DAY), "exact", True, weekday) if week else None


def read_dayword(match: Match) -> Read | None:
    """Today, yesterday, tomorrow; not "l'économie de demain", and nothing where the day is not known.

    "Now" is only the end of a range, of which it may tell the year or month alone: "between 2019 and now".
    """
    if match.now is None:
        return None
    if match.says("now"):
        return (
            Read(match.now, "exact", True) if match.led_by("to", "joined", "between", "ranging", "starting") else None
        )
    if not is_day(match.now) or match.led_by("of"):
        return None
    day = match.now.low + (match.get("dayword") or 0) * DAY
    return Read(Period(day, day), "exact", True)


def read_christmas(match: Match) -> Read | None:
    """ "Christmas in 2017"."""
    return Read(day_of(match.get("year") or 0, 12, 25))


@lru_cache
def foreign_day(words: str) -> date | None:
    """A full date whose month is not a word of the table, by dateparser, which may fill in nothing."""
    import dateparser  # noqa: PLC0415 - slow to load, and seldom needed

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    found = dateparser.parse(words, languages=["fr", "en", "de", "es", "it"], settings=settings)
    return found.date() if found else None


def read_foreign(match: Match) -> Read | None:
    """ "28 June 2025" in a text that is not English."""
    words = [piece.word for piece in match.pieces[match.first : match.last] if piece.word[0].isalnum()]
    word = next(word for word in words if word[0].isalpha())
    if len(word) < SHORTEST_MONTH or belongs_to_name(match):
        return None
    day = foreign_day(" ".join(words))
    right = day is not None and (day.day, day.year) == (match.get("day"), match.get("year"))
    return Read(Period(day, day)) if day and right else None
