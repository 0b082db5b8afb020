"""Readers of the forms that mean decades and centuries.

In: a Match. Out: a Read, its years or those of the named part of it; None where the words are no date ("di anni 70").

    >>> read_decade(match_of("fin des années 1990")).period
    Period(low=datetime.date(1996, 1, 1), high=datetime.date(1999, 12, 31))
"""

from __future__ import annotations

from crossfoot.datematch import ENDS, LINKS, Match, Read
from crossfoot.periods import DECADE, unit_near, year_of

FIRST_DECADE, OLD = 1930, 100
"""Earlier decades without their century may be those of this one."""
FIRST_CENTURY, LAST_CENTURY = 2, 21


def read_decade(match: Match) -> Read | None:
    """ "2030s", "mid-2020s", "les années 2030", "les années 60", "the nineties"."""
    year = match.get("decade_number", "year")
    if year is None:
        tens = match.get("decade_name")
        if tens and match.table.decades and not (match.says("decade_word") or stands_for_decade(match)):
            return None  # "il trenta", "les quarante"
        short = match.get("short_decade") or (match.get("count", "day") or 0)
        year = 1900 + tens * 10 if tens else short + 1900 * (short < OLD)
        # "In her thirties" is an age, and so is "di anni 70".
        led = match.says("part") or match.led_by("article", "on") or follows_decade(match)
        if year < FIRST_DECADE or not led:
            return None
    return match.whole(year_of(year, year + 9), approx=True) if year % 10 == 0 else None


def stands_for_decade(match: Match) -> bool:
    """Whether a name is a decade's without the word for it: the end of one, or the second of two."""
    after = match.near(1)
    return follows_decade(match) or (match.says("part") and (after is None or bool(ENDS & after.roles.keys())))


def follows_decade(match: Match) -> bool:
    """Whether a decade stands before it with an "and" between: "gli anni Ottanta e Novanta"."""
    at, joined = match.first - 1, False
    while at >= 0 and {"joined", "comma", "link", "on", "hyphen"} & match.pieces[at].roles.keys():
        joined |= bool({"joined", "comma"} & match.pieces[at].roles.keys())
        at -= 1
    before = match.pieces[at].roles if at >= 0 else {}
    if not joined or not {"decade_name", "short_decade", "year", "day", "count"} & before.keys():
        return False
    if "short_decade" in before or ("decade_name" in before and not match.table.decades):
        return True
    return any("decade_word" in piece.roles for piece in match.pieces[max(at - LINKS, 0) : at])


def read_next_decade(match: Match) -> Read | None:
    """The second of "les années 1980 et 1990"; not "in den achtziger Jahren und 90 Wohnungen"."""
    after = match.near(1)
    if after is not None and ({"counted", "span"} & after.roles.keys() or after.roles.keys() == {"word"}):
        return None
    return read_decade(match) if follows_decade(match) else None


def read_decade_half(match: Match) -> Read | None:
    """ "the second half of the decade", "the first half of the 2030s"."""
    which = match.get_first("ordinal", "nth", "day") or (2 if match.says("last") else 0)
    year = match.get("decade_number", "year")
    decade = year_of(year, year + 9) if year and year % 10 == 0 else None
    if decade is None and match.now and match.says("unit"):
        decade = unit_near(match.now, DECADE, match.side() if match.says("next", "this") else None)
    if not 1 <= which <= 2 or (decade is None and match.now):
        return None
    first = decade.low.year + (5 if which == 2 else 0) if decade else 0
    return Read(year_of(first, first + 4) if decade else None, "exact", year is None)


def read_century(match: Match) -> Read | None:
    """ "the 19th century", "le XIXe siècle", "il Novecento": the hundred years whose numbers begin alike."""
    number = match.get("roman", "nth", "day", "named_day", "ordinal")
    if named := match.get("century_name"):
        # "Novecento" is a number too, without its capital.
        if not (match.pieces[match.last - 1].capital and match.led_by("article", "on", "of", "before", "after")):
            return None
        after = match.near(1)
        if after is not None and "counted" in after.roles:
            return None
        number = named + 10
    if number is None or not FIRST_CENTURY <= number <= LAST_CENTURY:
        return None
    first = (number - 1) * 100
    return match.whole(year_of(first, first + 99), approx=True)
