"""The pieces of a text that can belong to a date: words, numbers and signs with the roles that each can play.

In: a text and a Lexicon. Out: Pieces in order, a phrase of the table as one piece; "28 juin 2025" is day, month, year.

    >>> [(piece.word, dict(piece.roles)) for piece in split_pieces("fin 2026", lexicon(table))]
    [('fin', {'part': 3}), ('2026', {'year': 2026})]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining, normalize

from crossfoot.datewords import PIECE, Lexicon, Roles, fold
from crossfoot.periods import day_of

NUMBER = re.compile(r"(\d+)\.?([^\W\d_]*|°)")
MONTH_AND_YEAR = re.compile(r"\d+[-/]\d+|(?:0\d|1[0-2])\.(?:19|20)\d\d")
"""Two numbers that can be a month and a year; "05.2016" too, and where the dot is no decimal mark "12.2016"."""
GLUED = re.compile(r"([1-4])([a-z])(\d\d|20\d\d)?|(20\d\d)([a-z])([1-4])")
"""A quarter or half with its year: "3T24", "2018Q4"; "3T" alone needs its year behind it."""
SIGNS: dict[str, Roles] = {
    ",": {"comma": 1, "join": 1}, ".": {"stop": 1},
    "-": {"hyphen": 1, "join": 1}, "~": {"hyphen": 1, "join": 1}, "/": {"slash": 1},
    **{sign: {"quote": 1} for sign in '"“”„«»'},
}  # fmt: skip
FIRST_YEAR, LAST_YEAR, LAST_DAY, LAST_WEEK = 1900, 2100, 31, 53
LAST_COUNT = 400
"""The most days, weeks or years that a relative date counts."""
SHORTEST_VERB = 4
ROMAN = {
    tens + ones: value
    for ten, tens in enumerate(("", "x", "xx"))
    for one, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if 5 <= (value := ten * 10 + one) <= 21
}
TURN = 50
"""From this number on, a year in short is of the last century."""
OLDEST_YEAR, CENTURY = 1000, 2000
"""Earlier than the first year, a number is a year only after a month."""


class Piece(NamedTuple):
    """A word, number or sign of a text, with the roles that it can play and the value it has in each."""

    start: int
    end: int
    word: str
    roles: Roles
    capital: bool


def number_roles(word: str, known: Lexicon) -> Roles:
    """What a piece that starts with a digit can be: "28", "1er", "2025", "2030s", "28/06/2025", "2026-09"."""
    if glued := glued_roles(word, known):
        return glued
    if not (found := NUMBER.fullmatch(word)):
        return numeric_roles(word, known.month_first)
    value, tail = int(found[1]), found[2]
    if len(found[1]) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        if not tail:
            return {"year": value}
        return {"decade_number": value} if tail in known.decades and value % 10 == 0 else {}
    if len(found[1]) == 4 and OLDEST_YEAR <= value < FIRST_YEAR and not tail:
        return {"old_year": value}
    if len(found[1]) <= 2 and 1 <= value <= LAST_DAY and (not tail or tail in known.suffixes):
        first = {"month_first": value} if known.month_first else {}
        return {"day": value, **first, "nth": value} if tail else {"day": value, **first}
    if tail in known.decades and value in range(30, 100, 10):
        return {"short_decade": 1900 + value}
    return {"count": value} if LAST_DAY < value <= LAST_COUNT and not tail else {}


def glued_roles(word: str, known: Lexicon) -> Roles:
    """A quarter or half in short that starts with its number or year: "3T", "3T24", "2018Q4"."""
    if not (found := GLUED.fullmatch(word)):
        return {}
    number, letter, year = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    if not (short := compact_roles(letter + number, known)):
        return {}
    roles = {"turned": short["compact"], "size": short["size"]}
    return {**roles, "glued_year": int(year) % 100 + CENTURY} if year else roles


def numeric_roles(word: str, month_first: bool) -> Roles:
    """The day, or the two days, that a date in figures can be, as ordinals; or its month, its week, its two years."""
    numbers = [int(digits) for digits in re.findall(r"\d+", word)]
    if month_first and word[0] != "0" and "." in word:
        return {}
    if len(numbers) == 2 and max(numbers) >= FIRST_YEAR and MONTH_AND_YEAR.fullmatch(word):
        (year, other) = numbers if numbers[0] >= FIRST_YEAR else numbers[::-1]
        season = "/" in word and other == year % 100 + 1
        if 1 <= other <= 12 and not season:
            return {"yearmonth": year * 12 + other - 1}
        later = other > year % 100 and numbers[0] == year
        if later:
            return {"years": year, "last_year": year // 100 * 100 + other}
        return {"week_year": year * 100 + other} if numbers[1] == year and other <= LAST_WEEK else {}
    if len(numbers) == 2 and word[-1] == ".":
        return {"daymonth": numbers[1] * 100 + numbers[0]} if day_of(2000, numbers[1], numbers[0]) else {}
    if len(numbers) != 3 or re.search(r"[^\d/.t-]", word):
        return {}
    if numbers[0] >= FIRST_YEAR:
        orders = [numbers]
    else:
        year = numbers[2] if numbers[2] > 99 else short_year(numbers[2])
        orders = [[year, numbers[1], numbers[0]], [year, numbers[0], numbers[1]]]
        orders = orders if month_first or not 1 <= numbers[1] <= 12 else orders[:1]
    days = [found.low.toordinal() for order in orders if (found := day_of(order[0], order[1], order[2]))]
    return dict(zip(("numeric", "or_numeric"), dict.fromkeys(days), strict=False))


def compact_roles(word: str, known: Lexicon) -> Roles:
    """A quarter or half in short: "q4", "t4", "h1"."""
    size = known.letters.get(word[0], 0) if len(word) == 2 and word[1] in "1234" else 0
    number = int(word[1]) if size else 0
    return {"compact": number, "size": size} if size and number * size <= 12 else {}


def split_pieces(text: str, known: Lexicon) -> list[Piece]:
    """The pieces of a text, phrases of the table as one piece each."""
    # The same text without combining marks, which text out of PDF may hold, and where each character stood.
    kept = range(len(text)) if text.isascii() else [at for at, char in enumerate(text) if not combining(char)]
    whole = len(kept) == len(text)
    plain = fold(text if whole else "".join(text[at] for at in kept))
    found = [(match.start(), match[0]) for match in PIECE.finditer(plain)]
    pieces: list[Piece] = []
    at = 0
    while at < len(found):
        start, word = found[at]
        size, roles = 1, SIGNS.get(word, {})
        for words, its_roles in known.phrases.get(word, ()):
            if len(words) == 1 or tuple(piece for _, piece in found[at : at + len(words)]) == words:
                size, roles = len(words), its_roles
                break
        capital = text[kept[start]].isupper()
        if word in known.capitalised and not capital and size == 1 and not follows_ordinal(pieces):
            roles = without_month(roles)
        roles = roles or word_roles(word, known)
        if "turned" in roles and any(c.islower() for c in text[kept[start] : kept[start + len(word) - 1]]):
            roles = {}  # "1h30" is a time, "1H30" the first half of 2030
        if "word" in roles and not capital and comes(text, kept, start, word, known):
            roles = {**roles, "coming": 1}
        if capital and pieces and not {"month", "month_short"} & roles.keys() and "\n" in plain[pieces[-1].end : start]:
            # what begins the next line with a capital is no noun that a year at the end of this one counts
            pieces.append(Piece(start, start, "\n", {"gap": 1}, False))
        last = found[at + size - 1]
        pieces.append(Piece(start, last[0] + len(last[1]), word, roles, capital))
        at += size
    if whole:
        return pieces
    places = [*kept, len(text)]
    return [piece._replace(start=places[piece.start], end=places[piece.end]) for piece in pieces]


def follows_ordinal(pieces: Sequence[Piece]) -> bool:
    """Whether what stands before shows that a word is a month, even in small letters: "the 3rd of march"."""
    if len(pieces) < 2 or "of" not in pieces[-1].roles:
        return False
    return bool({"nth", "named_day"} & pieces[-2].roles.keys())


def without_month(roles: Roles) -> Roles:
    """What "may" is in small letters."""
    return {role: value for role, value in roles.items() if role not in ("month", "month_short")}


def comes(text: str, kept: Sequence[int], start: int, word: str, known: Lexicon) -> bool:
    """Whether a word has the ending of a verb in the future; its accents tell "abrira" from "abrirá"."""
    if len(word) < SHORTEST_VERB or not word.endswith(known.coming_folded):
        return False
    end = kept[start + len(word)] if start + len(word) < len(kept) else len(text)
    return normalize("NFC", text[kept[start] : end]).lower().endswith(known.coming)


def word_roles(word: str, known: Lexicon) -> Roles:
    """The roles of a piece that stands in no table."""
    if word[0].isdigit():
        return number_roles(word, known)
    if word[0] == "'" and len(word) > 1:  # the '90s
        if word[-1] == "s":
            return {"short_decade": 1900 + int(word[1:3])} if word[1] >= "3" else {}
        return {"year": short_year(int(word[1:]))} if known.short_years else {}
    if not word[0].isalpha():
        return {"gap": 1} if word[0] == "\n" else {}
    return compact_roles(word, known) or roman_roles(word, known) or {"word": 1}


def short_year(number: int) -> int:
    """The year that its last two digits mean: "nel '68"."""
    return number + (CENTURY if number < TURN else CENTURY - 100)


def roman_roles(word: str, known: Lexicon) -> Roles:
    """A roman number from five on, which may be that of a century: "XIX", "XIXe"."""
    for suffix in ("", *known.suffixes):
        if word.endswith(suffix) and (number := ROMAN.get(word[: len(word) - len(suffix)])):
            return {"word": 1, "roman": number}
    return {}
