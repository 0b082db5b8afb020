"""Readers of the forms that count from the publication: "il y a trois ans", "in two weeks", "d'ici cinq ans".

In: a Match. Out: a Read, the day, month or year so many of them earlier or later; None where the words tell how long
a thing takes ("built in three years"), which is no date.

    >>> read_ago(match_of("il y a trois ans", now=day_of(2025, 2, 14))).period
    Period(low=datetime.date(2022, 1, 1), high=datetime.date(2022, 12, 31))
"""

from __future__ import annotations

from crossfoot.datematch import Match, Read, is_to_come
from crossfoot.model import Modifier
from crossfoot.periods import Period, months_of, shift, year_of

DAYS, MONTHS, YEARS = 1, 3, 4
YEAR, HALF, QUARTER = 12, 6, 3
BEHIND_A_SPAN = 2


def read_ago(match: Match) -> Read | None:
    """ "three years ago", "il y a trois ans"; not "il y a trois ans de retard"."""
    return None if is_continued(match) else moved(match, -1)


def read_ahead(match: Match) -> Read | None:
    """ "dans trois ans", "a week from now"; "in three years" only of what is to come; "d'ici trois ans" a deadline."""
    if is_continued(match):
        return None
    words = match.pieces[match.first].roles
    # "entro" and "in" can be several of these.
    if "within" in words:
        return moved(match, 1, "at_most")
    if "ahead" not in words and match.led_by("takes"):
        return None
    if "ahead" not in words and not match.says("hence") and not is_to_come(match.pieces, match.first, match.last):
        return None
    return moved(match, 1)


def is_continued(match: Match) -> bool:
    """Whether more belongs to it: "three years of delay" is a length of time, "a month and three days ago" longer."""
    after, before = match.near(1), match.pieces[max(match.first - 2, 0) : match.first]
    if after is not None and "of" in after.roles:
        return True
    return len(before) == BEHIND_A_SPAN and "span" in before[0].roles and "join" in before[1].roles


def moved(match: Match, sign: int, modifier: Modifier | None = None) -> Read:
    """The publication so many days, weeks, months or years on; a range where two numbers are printed."""
    unit = match.get("span") or YEARS
    counts = [piece.roles.get("count", piece.roles.get("day")) for piece in match.pieces[match.first : match.last]]
    numbers = sorted(sign * count for count in counts if count)
    half = match.get("half_number")
    if match.now and unit in (MONTHS, YEARS) and (half or match.says("and_half")):
        return Read(_with_half(match.now, sign, half or numbers[0] * sign, unit), modifier or "approx", True)
    numbers = numbers or [sign * (half or 1)]
    modifier = modifier or ("exact" if unit == DAYS and len(numbers) == 1 else "approx")
    if match.now is None:
        return Read(None, modifier, True)
    now = year_of(match.now.low.year, match.now.high.year) if unit >= YEARS else match.now
    first, last = shift(now, numbers[0], unit), shift(now, numbers[-1], unit)
    return Read(Period(first.low, last.high) if first and last else None, modifier, True)


def _with_half(now: Period, sign: int, count: int, unit: int) -> Period | None:
    """So many years or months and a half: of years the months around, of months the two that it lies between."""
    middle = count * YEAR + HALF
    nearest, furthest = (middle - QUARTER, middle + QUARTER) if unit == YEARS else (count, count + 1)
    steps = sorted((sign * nearest, sign * furthest))
    first = months_of(now.low.year, now.low.month + steps[0])
    last = months_of(now.high.year, now.high.month + steps[1])
    return Period(first.low, last.high) if first and last else None
