"""Readers of the forms that mean longer stretches: months, quarters, halves, seasons, years.

In: a Match. Out: a Read, the stretch or the named part of it; None where the words are no date ("2000 visitors").

    >>> read_months(match_of("fin novembre 2026")).period
    Period(low=datetime.date(2026, 11, 21), high=datetime.date(2026, 11, 30))
"""

from __future__ import annotations

from datetime import date

from crossfoot.datedays import read_days
from crossfoot.datematch import DUE, ENDS, LEADS, LINKS, Match, Read, belongs_to_name, counts_something
from crossfoot.periods import (
    DAY,
    DECADE,
    WEEK,
    YEAR,
    Period,
    day_of,
    is_month,
    month_near,
    months_of,
    part,
    pick,
    unit_near,
    week_of,
    year_of,
)

HALF_MONTH = 15
"""Days in the first half of any month."""
MONTHS = 3
"""The place of months among the spans of a table."""
SEASON_LEADS = {"on", *DUE}


def read_yearmonth(match: Match) -> Read | None:
    """ "2026-09", "09/2026", and the two years of "2024/25"."""
    if year := match.get("years"):
        return Read(year_of(year, match.get("last_year")), "range")
    after = match.near(1)
    if after and ("counted" in after.roles or after.word[0] in "%$€£¥"):
        return None  # "05.2016 Euro"
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
    """ "en décembre", "last February", "fin mars", "from June to September": the year is that of the publication, the
    one before, or, of what is to come, the next."""
    after = match.near(1)
    if match.says("part") and match.table.month_first and after and "month_first" in after.roles:
        return None  # "beginning March 4" is a day
    side = match.leaning()
    months = [
        piece.roles.get("month", piece.roles.get("month_short", 0))
        for piece in match.pieces[match.first : match.last]
        if {"month", "month_short"} & piece.roles.keys()
    ]
    join = match.near(-1)
    led = match.led_by(*LEADS) or match.says("month_word")
    if match.says("join") and not (match.says("to", "hyphen") or (join and "between" in join.roles)):
        return None
    if not (match.side() or match.says("part") or led or match.led_by("deadline_or_aim")):
        return None
    if year := match.named_year():
        return match.whole(months_of(year, months[0]), relative=True)
    side = "near" if side is None and match.says("part") else side
    if len(months) > 1:
        last = month_near(match.now, months[-1], side) if match.now else None
        count = (months[-1] - months[0]) % YEAR + 1
        period = months_of(last.low.year, months[-1] - count + 1, count) if last else None
        return Read(period, "range", relative=True)
    period = month_near(match.now, months[0], side) if match.now else None
    return match.whole(period, relative=True)


def read_months_of_year(match: Match) -> Read | None:
    """ "les neuf premiers mois de 2023", "the last three months of this year"; of no other spans than months."""
    count = match.get_first("count", "day") or 0
    year = match.get("year") or match.named_year() or (match.now.low.year if match.now else None)
    if match.get_first("span") != MONTHS or not 1 < count < YEAR:
        return None
    first = YEAR - count + 1 if match.says("last_many") else 1
    return Read(months_of(year, first, count) if year else None, "exact", match.get("year") is None)


def read_years(match: Match) -> Read | None:
    """ "2030", "fin 2026", "2022-2023", "entre 2014 et 2016", "2029 ou 2030"."""
    years = match.values("year")
    if len(years) > 1 and are_listed(match):
        return None  # each is a date of its own
    if match.pieces[match.last - 1].word[0] == "'" and not match.led_by("article", *LEADS):
        return None  # what may as well open a quotation
    if counts_something(match) or belongs_to_name(match) or (len(years) > 1 and match.led_by("month", "month_short")):
        return None
    if len(years) == 1:
        return match.whole(year_of(years[0]))
    return Read(year_of(years[0], years[-1]), "range") if years[0] < years[-1] else None


def are_listed(match: Match) -> bool:
    """Whether two years are two dates: "en 2014 et 2016", but "entre 2014 et 2016" is one."""
    signs = [piece.roles for piece in match.pieces[match.first : match.last] if "year" not in piece.roles]
    if any({"to", "either", "hyphen", "slash"} & roles.keys() for roles in signs):
        return False
    for piece in reversed(match.pieces[max(match.first - LINKS, 0) : match.first]):
        if {"between", "spanning"} & piece.roles.keys():
            return False
        if not {"link", "year_word", "decade_word"} & piece.roles.keys():
            break
    return True


def read_year_part(match: Match) -> Read | None:
    """ "Jahresende", "zum Jahresanfang 2026"."""
    year = match.get("year") or match.named_year() or (match.now.low.year if match.now else None)
    which = match.get("year_part") or 1
    return Read(part(year_of(year), which) if year else None, "approx", match.get("year") is None)


def read_quarter(match: Match) -> Read | None:
    """ "quatrième trimestre 2018", "Q4 2018", "3T24", "second half of 2027", "Q1 and Q2 2026"."""
    size = match.get("size", "share", "half_of") or 0
    size = 6 if size == 1 else size
    whole = match.says("last") and not match.says("year_word")
    numbers = [
        number for role in ("compact", "turned", "ordinal", "nth", "day") for number in match.values(role)
    ][:2] or ([YEAR // size] if match.says("last") else [0])  # fmt: skip
    first, count = numbers[0], numbers[-1] - numbers[0] + 1
    year = match.get("year", "glued_year")
    if not (first >= 1 and count >= 1 and numbers[-1] <= YEAR // size):
        return None
    relative = year is None
    if relative:
        if (match.says("half_of", "compact") or whole) and not match.says("year_word") and not match.led_by("on"):
            return None
        year = match.named_year() or (match.now.low.year if match.now else None)
    period = months_of(year, (first - 1) * size + 1, size * count) if year else None
    if relative and period and match.now and match.says("hyphen") and period.low > match.now.high:
        period = months_of(period.low.year - 1, period.low.month, size)  # "third-quarter revenue" has been made
    return Read(period, "range", relative) if count > 1 else match.whole(period, relative)


def read_week_of(match: Match) -> Read | None:
    """ "première semaine de mars 2026", "last week of 2019": seven days counted from one end, roughly."""
    month, year = match.get("month", "month_short"), match.get("year") or match.named_year()
    count = match.get("ordinal", "nth", "day")
    if year is None and match.says("month_word") and match.now:
        whole = unit_near(match.now, 1, match.side())
    elif year is None and month and match.now:
        whole = month_near(match.now, month, "near")
    else:
        whole = (months_of(year, month) if month else year_of(year)) if year else None
    if whole is None:
        return Read(None, "approx", True)
    first = whole.low + (count - 1) * WEEK * DAY if count else whole.high - (WEEK - 1) * DAY
    return Read(Period(first, first + (WEEK - 1) * DAY), "approx", match.get("year") is None)


def read_month_half(match: Match) -> Read | None:
    """ "la première quinzaine de mai", "second half of June 2026": to the fifteenth, or from the day after on."""
    which = match.get_first("ordinal", "nth", "day") or (2 if match.says("last") else 0)
    month = match.get_last("month", "month_short") or 1
    year = match.get("year") or match.named_year()
    if not 1 <= which <= 2:
        return None
    whole = months_of(year, month) if year else month_near(match.now, month, match.leaning()) if match.now else None
    middle = whole.low + (HALF_MONTH - 1) * DAY if whole else None
    if whole is None or middle is None:
        return Read(None, "exact", True)
    halves = (Period(whole.low, middle), Period(middle + DAY, whole.high))
    return Read(halves[which - 1], "exact", match.get("year") is None)


def read_week_with(match: Match) -> Read | None:
    """ "semaine du 16 septembre", "week of April 10, 2026": the week in which the day lies."""
    day = read_days(match)
    return day._replace(period=week_of(day.period.low), weekday=None) if day and day.period else day


def read_week_of_day(match: Match) -> Read | None:
    """ "the week of the 18th": the day of that number nearest to the publication, and its week; not "semaine de 30
    heures"."""
    after, now = match.near(1), match.now
    if match.led_by("count") or (
        after is not None and not {*ENDS, "on", "until", "coming", "joined"} & after.roles.keys()
    ):
        return None
    if now is None or not is_month(now):
        return Read(None, "exact", True)
    around = [months_of(now.low.year, now.low.month + step).low for step in (-1, 0, 1)]
    days = [found for month in around if (found := day_of(month.year, month.month, match.get("day") or 0))]
    day = pick(days, now, "coming" if match.leaning() == "coming" else None)
    return Read(week_of(day.low), "exact", True) if day else None


def read_weekend_with(match: Match) -> Read | None:
    """ "le week-end du 12 juin": the Saturday and Sunday of that week."""
    days = read_days(match)
    if days is None or days.period is None:
        return days
    week = week_of(days.period.low)
    return days._replace(period=Period(week.high - DAY, week.high), weekday=None, modifier="exact")


def read_week_number(match: Match) -> Read | None:
    """ "KW 27", "week 27 of 2026": the week of that number, by ISO 8601."""
    number, year = match.get_first("day", "count") or 0, match.get("year") or match.named_year()
    if value := match.get("week_year"):
        year, number = value // 100, value % 100
    elif value := match.get("yearmonth"):
        year, number = value // 12, value % 12 + 1
    relative = match.says("day", "count") and match.get("year") is None
    if not year:
        if match.says("week_word"):
            return None  # "week 3 of the strike"
        year = match.now.low.year if match.now else None
    try:
        monday = date.fromisocalendar(year, number, 1) if year else None
    except ValueError:
        return None
    return Read(Period(monday, monday + (WEEK - 1) * DAY) if monday else None, "exact", relative)


def read_season(match: Match) -> Read | None:
    """ "l'été 2025", "next spring": the quarter that the press means by it, roughly."""
    quarter, year, side = match.get("season") or 1, match.get("year"), match.leaning()
    if printed := match.values("year") or match.values("years"):
        # "Winter 2025/26" is told by its second year, a season of another kind by its first.
        year = (match.get("last_year") or printed[-1]) if quarter == 1 else printed[0]
    if year := year or match.named_year():
        return match.whole(months_of(year, quarter * 3 - 2, 3), match.says("year_word"), approx=True)
    lead = match.lead()
    if lead and len(lead.word) == 1 and lead is match.pieces[match.first - 1]:
        return None  # "a été" is a verb: "à" has an article behind it, and is not told from "a" here
    if side is None or (side == "coming" and not (lead and SEASON_LEADS & lead.roles.keys()) and not match.side()):
        return None
    found = month_near(match.now, quarter * 3 - 2, side) if match.now else None
    return match.whole(found and months_of(found.low.year, found.low.month, 3), True, approx=True)


def read_next_season(match: Match) -> Read | None:
    """The second of "im Frühjahr 2013 und 2014"."""
    small = {"joined", "comma", "link", "on"}
    behind = [piece.roles for piece in match.pieces[max(match.first - 2 * LINKS, 0) : match.first]]
    while behind and small & behind[-1].keys():
        behind.pop()
    if len(behind) < 2 or "year" not in behind.pop() or not match.led_by("joined", "link", "on"):
        return None
    while behind and "link" in behind[-1]:
        behind.pop()
    quarter = behind[-1].get("season") if behind else None
    if quarter is None or counts_something(match):
        return None
    return match.whole(months_of(match.get("year") or 0, quarter * 3 - 2, 3), approx=True)


def read_rest(match: Match) -> Read | None:
    """ "the rest of the year", "le reste de 2026": from the publication to its end, or the whole of it where that is
    still to come."""
    year, now = match.get("year"), match.now
    if year is not None:
        whole: Period | None = year_of(year)
    else:
        whole = unit_near(now, match.get("unit") or 0, match.side() or "this") if now else None
    if whole is None or now is None or now.high > whole.high:
        return Read(whole, "exact", year is None) if year is None or now is None else None
    return Read(Period(max(whole.low, now.low), whole.high), "exact", year is None)


def read_unit(match: Match) -> Read | None:
    """ "last month", "l'année prochaine", "cette semaine", "fin de l'année"."""
    unit = match.get("unit")
    if unit is None:
        return None
    period = unit_near(match.now, unit, match.side(), match.steps()) if match.now else None
    # "Over the next decade" need not be the one that the calendar counts.
    return match.whole(period, relative=True, approx=unit >= DECADE and match.side() != "this")
