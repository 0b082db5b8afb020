"""Numbers in words that are the day or the year of a date: "il due maggio", "im Jahr zweitausendzwanzig".

In: the pieces of a text and the numbers that it says in words. Out: the pieces, each such number as one piece with
its role, where what stands beside it shows that it is part of a date; all others stay as they were.

    >>> [dict(piece.roles) for piece in with_said_numbers(pieces_of("juin deux mille vingt"), said, table)]
    [{'month': 6}, {'year': 2020}]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.datepieces import FIRST_YEAR, LAST_DAY, LAST_YEAR, OLDEST_YEAR, Piece
from crossfoot.datewords import DateTable, Roles

MONTHS = {"month", "month_short"}
NAMED = {*MONTHS, "season"}
"""Roles of words whose year stands behind them."""
DAY_LEADS = {"article", "on", "to", "join"}
"""Roles of words before a day that is named: "am dritten Mai"."""
LEADING = {"year_word", "decade_word", "share", "half_of", "on", "until", "deadline", "before", "after", "starting"}
"""Roles of words that show that a number in words, if it is not round, is a year."""
STEPS = 3
"""The most small words between a number and the month beside it."""
ROUND = 100


class Said(NamedTuple):
    """A number in words and its place in the text."""

    start: int
    end: int
    value: int


def with_said_numbers(pieces: list[Piece], said: Sequence[Said], table: DateTable) -> list[Piece]:
    """The pieces, with the numbers and ordinals in words that are days or years as one piece each."""
    found = list(pieces)
    places = {piece.start: at for at, piece in enumerate(found)}
    for number in reversed(said):  # from behind, for the first day of a range is told by its last one
        first = places.get(number.start)
        if first is None:
            continue
        last = next((at for at in range(first, len(found)) if found[at].end >= number.end), len(found) - 1)
        if found[last].end == number.end and (roles := said_roles(found, first, last + 1, number.value, table)):
            whole = Piece(number.start, number.end, found[first].word, roles, found[first].capital)
            found[first : last + 1] = [whole]
    for at in reversed(range(len(found))):
        if "named_day" in found[at].roles:
            found[at] = with_named_day(found, at, table)
    return found


def with_named_day(pieces: Sequence[Piece], at: int, table: DateTable) -> Piece:
    """The piece, as a day where its word names one: "the third of May", "am dritten Mai", "May twenty-first"."""
    piece = pieces[at]
    day = piece.roles["named_day"]
    before = pieces[at - 1].roles.keys() if at else set[str]()
    if table.month_first:
        behind = pieces[at + 1].roles if at + 1 < len(pieces) else {}
        named = ("of" in behind and followed_by_month(pieces, at + 2)) or bool(MONTHS & before)
    else:
        named = bool(DAY_LEADS & before) and is_day(pieces, at + 1)
    roles = {"day": day, "month_first": day} if table.month_first else {"day": day}
    return piece._replace(roles=roles) if named else piece


def said_roles(pieces: Sequence[Piece], first: int, last: int, value: int, table: DateTable) -> Roles:
    """What the number from one piece to another is in a date; nothing where it is no part of one."""
    if table.days_said and 1 <= value <= LAST_DAY and is_day(pieces, last):
        return {"day": value}
    if not OLDEST_YEAR < value <= LAST_YEAR or counts(pieces, last, table):
        return {}
    lead = lead_roles(pieces, first)
    year = "year" if value >= FIRST_YEAR else "old_year"
    if lead & NAMED:
        return {year: value}
    return (
        {"year": value}
        if lead & LEADING and value > FIRST_YEAR and (value % ROUND or {"year_word", "decade_word"} & lead)
        else {}
    )


def is_day(pieces: Sequence[Piece], last: int) -> bool:
    """Whether a month follows, or another day and its month."""
    behind = pieces[last : last + STEPS]
    for at, piece in enumerate(behind):
        if MONTHS & piece.roles.keys():
            return all("link" in between.roles for between in behind[:at])
        if "day" in piece.roles and at and any("to" in between.roles for between in behind[:at]):
            return followed_by_month(pieces, last + at + 1)
        if not {"link", "to", "join"} & piece.roles.keys() or "comma" in piece.roles:
            return False
    return False


def followed_by_month(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next piece that is no "of" is a month."""
    behind = next((piece for piece in pieces[at : at + STEPS] if "link" not in piece.roles), None)
    return behind is not None and bool(MONTHS & behind.roles.keys())


def lead_roles(pieces: Sequence[Piece], first: int) -> set[str]:
    """The roles of the nearest piece before the number that is neither article nor "of"; a comma only after a month."""
    for at in range(first - 1, max(first - 1 - STEPS, -1), -1):
        roles = pieces[at].roles.keys()
        if "link" in roles and not LEADING & roles:
            continue
        if "comma" in roles:
            before = pieces[at - 1].roles.keys() if at else set[str]()
            return set(before & MONTHS)
        return set(roles)
    return set()


def counts(pieces: Sequence[Piece], last: int, table: DateTable) -> bool:
    """Whether what follows is counted by the number: "zweitausend Euro", "in two thousand homes"."""
    if last >= len(pieces):
        return False
    roles = pieces[last].roles.keys()
    return bool({"counted", "span"} & roles) or (
        roles == {"word"} and pieces[last].capital == table.nouns_capitalised and pieces[last].word[0].isalpha()
    )
