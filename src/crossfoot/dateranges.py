"""Two dates with "to" or "and" between them -> the range from one to the other, where the words say that it is one.

In: the dates found in a text, in its order, and its pieces. Out: the same, those that belong together as one; a
date whose year, month or side only the other one tells is read again beside it.

    >>> [found.read.modifier for found in join_ranges(found_in("vom 28. Juni bis 3. Juli 2025"), pieces, german)]
    ['range']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from crossfoot.datematch import Match, Read
from crossfoot.datepieces import Piece
from crossfoot.datewords import DateTable
from crossfoot.periods import Period, Side

OPENING = {"ranging", "of", "starting", "between"}
"""Roles of words before a range: "from", "between"."""


class Found(NamedTuple):
    """A reading and the places of its first piece and after its last one; its reader, to read it again."""

    first: int
    last: int
    read: Read
    reader: Callable[[Match], Read | None]


def join_ranges(taken: list[Found], pieces: list[Piece], table: DateTable) -> Iterator[Found]:
    """Two dates with "to" between them, or "and" after "between", become one range."""
    at = 0
    while at < len(taken):
        one, two = taken[at], taken[at + 1] if at + 1 < len(taken) else None
        if two and (joined := join_two(one, two, pieces, table)):
            yield joined
            at += 2
        else:
            if not any("now" in piece.roles for piece in pieces[one.first : one.last]):
                yield one
            at += 1
            if two and is_next_step(one, two, pieces):
                taken[at] = two._replace(read=read_together(one, two, pieces, table)[1])


def join_two(one: Found, two: Found, pieces: list[Piece], table: DateTable) -> Found | None:
    """The range from one date to another, if the words between and before them say so."""
    if not are_joined(one, two, pieces):
        return None
    first, second = read_together(one, two, pieces, table)
    if first.period is None or second.period is None or first.period.low > second.period.low:
        return None
    if "now" in pieces[one.first].roles:  # "between now and 2030" is "by 2030"
        return Found(one.first, two.last, second._replace(modifier="at_most"), two.reader)
    period = Period(first.period.low, second.period.high)
    return Found(one.first, two.last, Read(period, "range", one.read.relative and two.read.relative), one.reader)


def are_joined(one: Found, two: Found, pieces: list[Piece]) -> bool:
    """Whether the words between two dates, and before the first one, make them a range."""
    linking = [piece.roles for piece in pieces[one.last : two.first] if not {"link", "stop"} & piece.roles.keys()]
    if any("to" in roles for roles in linking):  # "vom Freitag, 5. Juli, bis Sonntag, 7. Juli"
        linking = [roles for roles in linking if "comma" not in roles]
    if any("either" in roles for roles in linking):  # "fin 2026 ou au début de 2027"
        linking = [roles for roles in linking if "either" in roles or "on" not in roles]
    if len(linking) == 1 and "slash" in linking[0]:  # "Ende 2026/Anfang 2027"
        return not (is_day(one.read) or is_day(two.read))
    if len(linking) != 1 or "join" not in linking[0] or "comma" in linking[0]:
        return False
    ahead = reversed(pieces[max(one.first - 4, 0) : one.first])
    lead = next((piece.roles for piece in ahead if "article" not in piece.roles), {})
    if "joined" in linking[0]:
        return "between" in lead
    if "either" in linking[0]:
        return not (is_day(one.read) or is_day(two.read))
    if {"through", "until"} & linking[0].keys():  # "2014 through May 2018"
        return True
    until_now = any({"dayword", "now"} & piece.roles.keys() for piece in pieces[two.first : two.last])
    return bool(OPENING & lead.keys()) or "hyphen" in linking[0] or until_now or same_kind(one, two, pieces)


NEXT_STEP = 8
"""Pieces between two dates of which an "and" makes the second a further step of what the first tells."""


def is_next_step(one: Found, two: Found, pieces: list[Piece]) -> bool:
    """Whether a day or month without a year goes on from one with its year: "on 3 June 2011 and in November".

    Only an "and" in the same clause joins them so; what is to come then has a verb of its own, and its own year.
    """
    between = pieces[one.last : two.first]
    if len(between) > NEXT_STEP or not any("joined" in piece.roles for piece in between):
        return False
    if any({"comma", "stop", "gap", "clause", "coming"} & piece.roles.keys() for piece in between):
        return False
    roles = [{role for piece in pieces[f.first : f.last] for role in piece.roles} for f in (one, two)]
    months = {"month", "month_short"}
    dated = bool(months & roles[0]) and "year" in roles[0] and not one.read.relative
    return dated and bool(months & roles[1]) and "year" not in roles[1] and two.read.relative


def is_day(read: Read) -> bool:
    """Whether a single day is meant, known or not."""
    return read.weekday is not None or (read.period is not None and read.period.low == read.period.high)


def same_kind(one: Found, two: Found, pieces: list[Piece]) -> bool:
    """Whether both are days of a month, or quarters, or parts of years: "13 July to 15 July" needs no "from"."""
    first, second = (
        {role for piece in pieces[found.first : found.last] for role in piece.roles} for found in (one, two)
    )
    months = {"month", "month_short"}
    days = "day" in first & second and months & second and (months & first or one.read.weekday is not None)
    return bool(days) or bool({"numeric", "compact", "part"} & first & second)


def read_together(one: Found, two: Found, pieces: list[Piece], table: DateTable) -> tuple[Read, Read]:
    """Both dates, each with what the other one tells of it."""

    def again(found: Found, now: Period, lean: Side) -> Read:
        return found.reader(Match(pieces, found.first, found.last, table, now, lean)) or found.read

    first, second = one.read, two.read
    if first.relative and second.period and not second.relative and not is_fixed(one, pieces):
        first = again(one, second.period, "last")
    elif second.relative and first.period and not is_fixed(two, pieces):
        second = again(two, first.period, "coming")
    if first.relative and second.period and (first.period is None or first.period.low > second.period.low):
        first = again(one, second.period, "last")
    return first, second


def is_fixed(found: Found, pieces: list[Piece]) -> bool:
    """Whether only the publication tells which day or month is meant: "today", "last June"."""
    fixed = {"dayword", "now", "last", "next", "this", "span"}
    return any(fixed & piece.roles.keys() for piece in pieces[found.first : found.last])
