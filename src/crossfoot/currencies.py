"""Every currency by its ISO 4217 code and its full name in a language; the only door to Babel, and so to the CLDR.

    >>> names("fr")["couronnes islandaises"], names("de")["kanadischen dollar"]
    ('ISK', 'CAD')

The names are those of the Unicode CLDR, singular and plural. What people say besides ("dollar", "Kč", "Swedish
crowns") stands in `measures/money.toml`, and so do the codes whose noun alone names them. Babel is loaded when a text's
first figure is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

Noun = Literal["first", "last"] | None
"""Where the noun stands in a currency's name: "dollar canadien", "Canadian dollar"; None where that is not known."""
Words = tuple[str, ...]
FORMER_SINCE = 1995
"""A currency that was tender in this year or later is still written about."""

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_YEARS = re.compile(r"\d{4}")
_GERMAN_ADJECTIVE = re.compile(r"(\w+sch)(?:en|er|es|e)( .+)")
_ENDINGS = ("e", "en", "er", "es")
_SHORTEST_ADJECTIVE = 4
_SHORTEST_NOUN = 3


@cache
def codes() -> tuple[str, ...]:
    """The codes of all currencies that are tender somewhere, then of those that were until lately: mark, peseta."""
    from babel.core import get_global

    now, before = set(), set()
    for currencies in get_global("territory_currencies").values():
        for code, _, until, tender in currencies:
            if tender and until is None:
                now.add(code)
            elif tender and until[0] >= FORMER_SINCE:
                before.add(code)
    return (*sorted(now), *sorted(before - now))


@cache
def is_tender(code: str) -> bool:
    """Whether a currency is legal tender somewhere today."""
    from babel.core import get_global

    every = get_global("territory_currencies").values()
    return any(c == code and legal and until is None for told in every for c, _, until, legal in told)


@cache
def names(language: str, noun: Noun = None, own: frozenset[str] = frozenset(), never: Words = ()) -> Mapping[str, str]:
    """The names of currencies in a language, small letters -> their codes.

    `noun` is where the noun stands in a name, `own` the codes whose noun alone names them, `never` words that are none:
    many a noun means something else, too, as "boliviani" are Bolivians.
    """
    found: dict[str, str] = {}
    for code, name in _printed(language):
        for form in _declined(name, language):
            if " " in form or "-" in form:
                found.setdefault(form.lower(), code)
            alone = _noun(form, noun)
            if code in own and len(alone) >= _SHORTEST_NOUN and alone not in never:
                found.setdefault(alone, code)
    return found


@cache
def places(language: str, noun: Noun = None) -> Mapping[str, str]:
    """Names of countries, and the words that tell currencies of one name apart, as printed -> the country's currency.

    "Canada", "canadiens" and "kanadischen" all say CAD; a country with several currencies is left out.
    """
    from babel.core import get_global

    tender = {
        territory: [code for code, _, until, legal in currencies if legal and until is None]
        for territory, currencies in get_global("territory_currencies").items()
    }
    found = {
        str(name): tender[territory][0]
        for territory, name in _locale(language).territories.items()
        if len(tender.get(territory, ())) == 1
    }
    for code, name in _printed(language):
        for form in _declined(name, language):
            word = _beside_noun(form, noun)
            if word:
                found.setdefault(word, code)
                found.setdefault(word if len(word) < _SHORTEST_ADJECTIVE else word.lower(), code)
    return found


@cache
def countries(language: str) -> tuple[str, ...]:
    """The names of all countries and of larger parts of the world in a language, as printed."""
    return tuple(dict.fromkeys(_BRACKETS.sub("", str(name)) for name in _locale(language).territories.values()))


def _locale(language: str) -> Locale:
    """Babel's data of a language."""
    from babel import Locale

    return Locale(language)


def _printed(language: str) -> Iterator[tuple[str, str]]:
    """Codes with the names that the CLDR prints for them, brackets off; names that bear years are of old money."""
    data = _locale(language)._data
    for code in codes():
        forms = {data["currency_names"].get(code, ""), *data["currency_names_plural"].get(code, {}).values()}
        for name in sorted(forms):
            if name and not _YEARS.search(name):
                yield code, _BRACKETS.sub("", name)


def _declined(name: str, language: str) -> tuple[str, ...]:
    """The name, in German with all endings of its adjective: "Ägyptische Pfund", "ägyptischen Pfund"."""
    adjective = _GERMAN_ADJECTIVE.fullmatch(name) if language == "de" else None
    if not adjective:
        return (name,)
    return tuple(f"{adjective[1]}{ending}{adjective[2]}" for ending in _ENDINGS)


def _noun(name: str, place: Noun) -> str:
    """The noun of a name in small letters: "shekel" of "new shekel"; empty where the order is not known."""
    words = re.split(r"[ -]", name.lower())
    return words[-1] if place == "last" else words[0] if place == "first" else ""


def _beside_noun(name: str, place: Noun) -> str | None:
    """The word of a two-word name that is not the noun: "canadiens" of "dollars canadiens"."""
    words = name.split(" ")
    if len(words) != 2:
        return None
    return words[0] if place == "last" else words[1]
