"""Dates and periods as printed -> first and last day, with what the words around them say.

In: a text, the DateTable of its language, and when it was published (relative dates are resolved against that,
never against today). Out: DateReadings, in the order of the text, not overlapping. The text becomes pieces with
roles (datepieces.py), the forms (dateforms.py) find the dates in them, and here the words around a date are added.

    >>> [(r.low, r.high, r.modifier) for r in find_dates("Le site doit ouvrir avant fin 2026.", french)]
    [(None, datetime.date(2026, 12, 31), 'at_most')]
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot.dateforms import Grammar, Reader, grammar
from crossfoot.datematch import Match, Read
from crossfoot.datenumbers import Said, with_said_numbers
from crossfoot.datepieces import Piece, split_pieces
from crossfoot.dateranges import Found, join_ranges
from crossfoot.datewords import DateTable
from crossfoot.model import Modifier, Value
from crossfoot.periods import DAY, name, published_period, shift

__all__ = ["DateReading", "DateTable", "find_dates"]


class DateReading(Value):
    """A date or period as printed; `low` and `high` are its first and last day."""

    start: int
    end: int
    low: date | None
    high: date | None
    """None on one side: open (a deadline); on both: relative, and nothing to resolve it against."""
    modifier: Modifier
    deadline: bool
    relative: bool
    weekday: int | None
    """The weekday printed with it, Monday 0."""
    period: str | None
    core: tuple[int, int]
    """The span without words such as "before" or "around"."""
    reading: tuple[str, ...]
    doubt: str | None = None
    """The printed weekday is not that of the day."""


def find_dates(
    text: str, table: DateTable, published: str | None = None, said: Sequence[Said] = ()
) -> tuple[DateReading, ...]:
    """All dates and periods of a text, in which numbers are `said` in words."""
    rules = grammar(table)
    pieces = with_said_numbers(split_pieces(text, rules.words), said, table)
    now = published_period(published)
    letters = "".join(rules.letters[frozenset(piece.roles)] for piece in pieces)
    taken: list[Found] = []
    used: set[int] = set()
    for first, last, reader in sorted(candidates(letters, rules), key=lambda span: (span[0] - span[1], span[0])):
        if used.isdisjoint(range(first, last)) and (read := reader(Match(pieces, first, last, table, now))):
            used.update(range(first, last))
            taken.append(Found(first, last, read, reader))
    joined = join_ranges(sorted(taken, key=lambda found: found.first), pieces, table)
    return tuple(dress(counted_from(found, pieces), pieces, text) for found in joined)


def candidates(letters: str, rules: Grammar) -> Iterator[tuple[int, int, Reader]]:
    """Every match of every form."""
    for pattern, reader in rules.forms:
        for match in pattern.finditer(letters):
            yield match.start(), match.end(), reader


def dress(found: Found, pieces: list[Piece], text: str) -> DateReading:
    """The reading with the words around it: deadlines, "not before", hedges."""
    start, roles = words_before(found, pieces)
    end, later = words_after(found, pieces)
    read, period = found.read, found.read.period
    roles |= later
    core = (pieces[found.first].start, pieces[found.last - 1].end)
    low, high = (period.low, period.high) if period else (None, None)
    modifier, deadline = read.modifier, False
    if roles & {"not_before", "earliest"}:
        modifier, high = "at_least", None
    elif roles & {"deadline", "before", "latest"} or modifier == "at_most":
        if period and low and "before" in roles and not names_an_end(found, pieces):
            high = low - DAY
        modifier, low, deadline = "at_most", None, True
    elif "after" in roles:
        modifier, low, high = "more_than", high + DAY if high else None, None
    elif "hedge" in roles and modifier == "exact":
        modifier = "approx"
    steps: tuple[str, ...] = (
        text[start:end],
        read.note or (name(period) if period else "relative, and no date of publication"),
    )
    return DateReading(
        start=start, end=end, low=low, high=high, modifier=modifier, deadline=deadline, relative=read.relative,
        weekday=read.weekday, period=name(period) if period else None, core=core, reading=steps,
        doubt=weekday_doubt(read),
    )  # fmt: skip


def names_an_end(found: Found, pieces: list[Piece]) -> bool:
    """Whether what stands behind "before" is a day or a part of a stretch: "before the end of 2030" is by that end,
    and so is "before 31 December"; "before 2030" is before its first day."""
    period, roles = found.read.period, pieces[found.first].roles
    return period is None or period.low == period.high or bool({"part", "year_part"} & roles.keys())


def weekday_doubt(read: Read) -> str | None:
    """A printed weekday on which the day does not fall."""
    if read.weekday is None or read.period is None or read.period.low != read.period.high:
        return None
    real = read.period.low.weekday()
    if real == read.weekday:
        return None
    return f"printed as a {calendar.day_name[read.weekday]}, the day is a {calendar.day_name[real]}"


OUTSIDE = {
    "not_before", "deadline", "deadline_or_aim", "before", "latest", "after", "hedge", "between", "starting", "ranging",
    "earliest",
}  # fmt: skip
NEGATED_WITHIN = 8


def words_before(found: Found, pieces: list[Piece]) -> tuple[int, set[str]]:
    """Where the quote starts, and the roles of the words before the date that belong to it."""
    at, start, roles = found.first - 1, pieces[found.first].start, set[str]()
    if at >= 0 and "starting_year" in pieces[at].roles and "year" in pieces[found.first].roles:
        return pieces[at].start, roles
    ranged = found.read.modifier == "range" or "now" in pieces[found.first].roles
    skipped = 0
    while at >= 0 and skipped < 3:
        here = OUTSIDE & pieces[at].roles.keys()
        here -= set() if ranged else {"between", "ranging"}
        if "starting_year" in pieces[at].roles and {"first_many", "last_many"} & pieces[found.first + 1].roles.keys():
            here -= {"starting"}  # "au cours des six premiers mois": no "dès"
        if "until" in pieces[at].roles and not here and is_negated(pieces, at):
            here = {"not_before"}  # "will not open until 2028"
        if here == {"deadline_or_aim"}:
            here = {"deadline"} if is_deadline(found, pieces, at) else set()
        if here:
            start, skipped = pieces[at].start, 0
            roles |= here
            if "before" in here and is_negated(pieces, at):
                roles |= {"not_before"}
        elif {"link", "quote", "on", "until"} & pieces[at].roles.keys():
            skipped += 1
        else:
            break
        at -= 1
    return start, roles


def is_negated(pieces: list[Piece], at: int) -> bool:
    """Whether a "not" stands shortly before: "ne sera pas en service avant 2028"."""
    for piece in reversed(pieces[max(at - NEGATED_WITHIN, 0) : at]):
        if {"stop", "comma", "gap"} & piece.roles.keys():
            return False
        if "negation" in piece.roles:
            return True
    return False


def is_deadline(found: Found, pieces: list[Piece], at: int) -> bool:
    """Whether "para" makes a date a deadline: an absolute one, or the end of a stretch, that nothing is planned for."""
    planned = any("scheduled" in piece.roles for piece in pieces[max(at - 3, 0) : at])
    return not planned and (not found.read.relative or "part" in pieces[found.first].roles)


def counted_from(found: Found, pieces: list[Piece]) -> Found:
    """ "Two weeks before 13 May": the date that is meant, in the place of the one that is printed."""
    at = found.first - 1
    while at > 0 and "link" in pieces[at].roles and not {"before", "after"} & pieces[at].roles.keys():
        at -= 1
    if at < 2 or found.read.period is None or "span" not in pieces[at - 1].roles:
        return found
    number = pieces[at - 2].roles.get("count", pieces[at - 2].roles.get("day"))
    sign = -1 if "before" in pieces[at].roles else 1
    if not number or not {"before", "after"} & pieces[at].roles.keys():
        return found
    moved = shift(found.read.period, sign * number, pieces[at - 1].roles["span"])
    return found._replace(first=at - 2, read=found.read._replace(period=moved, modifier="approx", weekday=None))


def words_after(found: Found, pieces: list[Piece]) -> tuple[int, set[str]]:
    """Where the quote ends, and the roles of the words after the date that belong to it."""
    at = found.last
    while at < len(pieces) and "quote" in pieces[at].roles:
        at += 1
    here = {"earliest", "latest"} & pieces[at].roles.keys() if at < len(pieces) else set[str]()
    return (pieces[at].end if here else pieces[found.last - 1].end), here
