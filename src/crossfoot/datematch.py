"""A match of a form of dates.py, and what the words in it and beside it say.

In: the pieces of a text and the stretch of them that a form matched. Out: the values of the roles in it, and whether
a number in it is a count, a price or a piece of a name rather than a year ("2000 visitors", "Plan IA 2030").

    >>> match.values("day"), match.get("month"), match.led_by("deadline")
    ([8, 9, 10], 11, False)
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from crossfoot.datepieces import Piece
from crossfoot.datewords import DateTable
from crossfoot.model import Modifier
from crossfoot.periods import YEAR, Period, Side, day_near, name, part, unit_near, years_before

LEADS = (
    "on", "of", "until", "deadline", "before", "after", "starting", "hedge", "between", "not_before", "latest",
    "ranging", "join",
)  # fmt: skip
"""Roles of words that stand before a month or year and show that it is one."""


DUE = {"until", "deadline", "deadline_or_aim", "before", "starting", "not_before", "earliest", "latest", "within"}
"""Roles of words before a date without a year that put it ahead: "d'ici mars", "avant l'été"."""
SMALL = {*LEADS, *DUE, "link", "quote", "to", "part", "hyphen"}
"""Roles of what may stand before a date that opens a sentence."""
ENDS = {"stop", "gap", "comma", "clause", "quote"}
CLAUSE, LINKS = 14, 4
"""How many pieces a clause, and the small words before a date, are looked for in."""


YEAR_SPAN = 4
"""The value of a year among the spans."""


class Read(NamedTuple):
    """What a form's reader made of a match."""

    period: Period | None
    modifier: Modifier = "exact"
    relative: bool = False
    weekday: int | None = None
    note: str = ""


class Match(NamedTuple):
    """The pieces that a form matched, and their place among all pieces."""

    pieces: list[Piece]
    first: int
    last: int
    table: DateTable
    now: Period | None
    lean: Side = None
    """Where a date without a year or week lies, if something other than its clause says so."""

    def values(self, role: str) -> list[int]:
        """The values of the matched pieces that can play the role."""
        return [piece.roles[role] for piece in self.pieces[self.first : self.last] if role in piece.roles]

    def get(self, *roles: str) -> int | None:
        """The value of the last piece with the first of the roles that the match has."""
        return next((found[-1] for role in roles if (found := self.values(role))), None)

    def get_first(self, *roles: str) -> int | None:
        """The value of the first piece with any of the roles."""
        matched = self.pieces[self.first : self.last]
        return next((piece.roles[role] for piece in matched for role in roles if role in piece.roles), None)

    def get_last(self, *roles: str) -> int | None:
        """The value of the last piece with any of the roles."""
        backwards = reversed(self.pieces[self.first : self.last])
        return next((piece.roles[role] for piece in backwards for role in roles if role in piece.roles), None)

    def says(self, *roles: str) -> bool:
        """Whether a matched piece has one of the roles."""
        return any(self.values(role) for role in roles)

    def led_by(self, *roles: str) -> bool:
        """Whether the piece before the match has one of the roles."""
        return (before := self.near(-1)) is not None and not before.roles.keys().isdisjoint(roles)

    def lead(self) -> Piece | None:
        """The nearest piece before the match that is no article, nor "of"."""
        backwards = reversed(self.pieces[max(self.first - LINKS, 0) : self.first])
        return next((piece for piece in backwards if not {"article", "of"} & piece.roles.keys()), None)

    def weekday(self) -> int | None:
        """The printed weekday, which stands before all else."""
        roles = self.pieces[self.first].roles
        return roles.get("weekday", roles.get("weekday_short"))

    def day_near(self, month: int, day: int) -> Period | None:
        """The day without a year, resolved: near the publication, or so many years before it as the clause says."""
        if self.now is None:
            return None
        back = self.years_back()
        now = years_before(self.now, back) if back else self.now
        return day_near(now, month, day, None if back else self.leaning(), self.weekday()) if now else None

    def years_back(self) -> int:
        """How many years ago the sentence says that it was, before the date: "a year ago, on 10 September"."""
        first = next((n for n in range(self.first - 1, -1, -1) if {"stop", "gap"} & self.pieces[n].roles.keys()), -1)
        for at in range(max(first + 1, self.first - CLAUSE, 1), self.first):
            span, count = self.pieces[at].roles.get("span"), self.pieces[at - 1].roles.get("count")
            behind = self.pieces[at + 1 : self.first]
            elapsed = bool(behind) and "elapsed" in behind[0].roles
            ago = "ago_lead" in self.pieces[at - 2].roles if at >= 2 else False
            ago = ago or (bool(behind) and "ago" in behind[0].roles)
            beside = all({"ago", "comma", "on", "article"} & piece.roles.keys() for piece in behind)
            if span == YEAR_SPAN and count and (elapsed or (ago and beside)):
                return count
        return 0

    def near(self, step: int) -> Piece | None:
        """The piece directly before (-1) or after (1) the match."""
        at = self.first - 1 if step < 0 else self.last
        return self.pieces[at] if 0 <= at < len(self.pieces) else None

    def side(self) -> Side:
        """Which of last, next and this the match says."""
        sides: tuple[Side, ...] = ("last", "next", "this")
        return next((side for side in sides if side and self.values(side)), None)

    def steps(self) -> int:
        """How many steps back or on the relative word goes: two for "übernächstes"."""
        return max(self.values("last") + self.values("next"), default=1)

    def leaning(self) -> Side:
        """The side that the match says, or else the one that its clause does: what "will open" is yet to come."""
        side = self.side() or self.lean
        if self.lean is None and (side is None or side == "this"):
            lead = self.lead()
            due = lead is not None and bool(DUE & lead.roles.keys()) and "ranging" not in lead.roles
            return "coming" if due or is_to_come(self.pieces, self.first, self.last) else side
        return side

    def named_year(self) -> int | None:
        """The year that "of this year" and "l'année prochaine" mean."""
        span = unit_near(self.now, YEAR, self.side(), self.steps()) if self.now and self.says("year_word") else None
        return span.low.year if span else None

    def whole(self, period: Period | None, relative: bool = False, approx: bool = False) -> Read:
        """A reading of the period, or of the part of it that the match names."""
        which = self.pieces[self.first].roles.get("part")
        if which and period:
            note = f"{('start', 'middle', 'end')[which - 1]} of {name(period)}"
            return Read(part(period, which), "approx", relative, None, note)
        return Read(period, "approx" if approx or which else "exact", relative, None, name(period) if period else "")


def is_to_come(pieces: list[Piece], first: int, last: int) -> bool:
    """Whether the clause of a date speaks of the future: before the date, and behind it where nothing stands before."""
    for piece in reversed(pieces[max(first - CLAUSE, 0) : first]):
        if ENDS & piece.roles.keys():
            break
        if "coming" in piece.roles:
            return True
    fresh = opens(pieces, first)
    for at, piece in enumerate(pieces[last : last + CLAUSE]):
        # "In March, the plant will open": the comma or the article directly behind the date ends nothing.
        if ENDS & piece.roles.keys() and not (fresh and at < 2 and {"comma", "clause"} & piece.roles.keys()):
            break
        if "coming" in piece.roles:
            return True
    return False


def opens(pieces: list[Piece], first: int) -> bool:
    """Whether a date opens its sentence, but for small words."""
    for piece in reversed(pieces[max(first - LINKS, 0) : first]):
        if {"stop", "gap"} & piece.roles.keys():
            return True
        if not SMALL & piece.roles.keys():
            return False
    return first <= LINKS


def counts_something(match: Match) -> bool:
    """Whether what follows makes a number of four digits a count or a piece of a code: "2000 visitors", "2019.0"."""
    after, last = match.near(1), match.pieces[match.last - 1]
    if after is None:
        return False
    if after.start == last.end and (
        after.word[0] in "°_@" or (after.word in (".", "-", "/") and touches_word(match.pieces, match.last, DATED))
    ):
        return True
    if "counted" in after.roles or ("titled" in after.roles and after.capital):
        return True
    if after.word[0] in "%$€£¥":
        return True
    # A noun that no table knows: with a capital in German, without one elsewhere.
    if after.capital != match.table.nouns_capitalised or after.roles.keys() != {"word"}:
        return False
    led = match.says("year_word", "part") or match.led_by(*LEADS)
    # In English a year stands before its noun: "the 2025 budget".
    return last.roles["year"] % 100 == 0 or not (led or match.table.month_first)


def belongs_to_name(match: Match) -> bool:
    """Whether what stands before makes it a price or a piece of a name or a code: "$2000", "Plan IA 2030"."""
    before, after = match.near(-1), match.near(1)
    if before is None or match.says("year_word", "part"):
        return False
    if "aims" in before.roles and after is not None and after.word == ":":
        return False
    glued = before.end == match.pieces[match.first].start
    if before.word[0] in "$€£#¥§@=_&+*":
        return True
    if glued and before.word in ("-", "/", ".", ":") and touches_word(match.pieces, match.first - 1, step=-1):
        return True
    return before.word[0].isdigit() or is_name(before, match.table)


DATED = frozenset({"part", "season", "month", "month_short", "compact"})
"""Roles of words that may begin a date behind a stroke: "Ende 2026/Anfang 2027"."""


def touches_word(pieces: list[Piece], at: int, but: Set[str] = frozenset(), step: int = 1) -> bool:
    """Whether the sign at this place sticks to a word or number on its far side, as in "report-2025.pdf"."""
    other = at + step
    if not 0 <= other < len(pieces) or but & pieces[other].roles.keys():
        return False
    near, far = (pieces[at], pieces[other]) if step > 0 else (pieces[other], pieces[at])
    return near.end == far.start and pieces[other].word[0].isalnum()


def is_name(piece: Piece, table: DateTable) -> bool:
    """Whether the word before a year or weekday makes it part of a name: "Plan IA 2030", "Black Friday"."""
    if "titled" in piece.roles:
        return True
    return piece.capital and piece.roles.keys() in ({"word"}, {"aims"}) and not table.nouns_capitalised
