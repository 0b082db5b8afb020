"""What a figure is per: "£12 per passenger", "40 euros par habitant", "9 GWh a year", "je 300 MW".

A figure per something is never compared with a total. Fixed words ("annually", "a testa") stand in the tables under
`per`; the rest is grammar: a word that distributes (`rate.open`: "per", "pro") takes any noun behind it, one that
also means other things (`rate.closed`: "por", "a"; `rate.articles`: "la tonne") a unit or a noun of `rate.nouns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot import numerals
from crossfoot.measuretable import Unit
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

MOST_ADJECTIVES = 2
"""Words between "per" and the noun that the tables know: "per available seat", "pro eingesparter Tonne"."""
SHORTEST_NOUN = 3
POWERS_OF_TEN = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
"""What a rate is counted upon: "12 per 100,000 inhabitants"."""
PEOPLE = frozenset({"person", "inhabitant"})


class Per(NamedTuple):
    """What a figure is per, and where the words for it lie: indices, the last not included."""

    name: str
    first: int
    last: int


def per_behind(words: Sequence[Word], index: int, vocabulary: Vocabulary, unit: Unit | None) -> Per | None:
    """What stands behind a figure for what it is per, or behind the noun that it measures, or None."""
    start = _behind_between(words, index, vocabulary)
    if found := _per_at(words, start, vocabulary, unit):
        return found
    step = vocabulary.of.at(words, index)  # "5 miliardi di m³ di gas all'anno"
    noun = step[1] if step else len(words)
    if noun + 1 < len(words) and words[noun].text.isalpha():
        return _per_at(words, _behind_between(words, noun + 1, vocabulary), vocabulary, unit)
    return None


def per_before(words: Sequence[Word], first: int, vocabulary: Vocabulary, unit: Unit | None) -> str | None:
    """What the words before a figure say it is per: "par tranches de", or "each of the turbines has" in its clause.

    So is one of the things that are counted elsewhere: "la dernière éolienne, de 8 MW".
    """
    if block := vocabulary.per_before.before(words, first):
        return block[0]
    if unit is None or unit.counted:
        return None
    if unit.scaled and (noun := _of_its_noun(words, first, vocabulary, unit)):
        return noun
    if unit.measure in OF_ONE and _is_one(words, first, vocabulary):
        return EACH
    for at in range(first - 1, max(-1, first - 1 - EACH_REACH), -1):
        if words[at].text in CLAUSE_MARKS:
            return None
        if vocabulary.rate_each.at(words, at):
            return EACH
    return None


def _of_its_noun(words: Sequence[Word], first: int, vocabulary: Vocabulary, unit: Unit) -> str | None:
    """What the noun for a sum says it is per, in its clause: "the cost per kilometre of the line is 86 million"."""
    for at in range(first - 1, max(-1, first - 1 - NOUN_REACH), -1):
        if words[at].text in CLAUSE_MARKS or words[at].digits or words[at].text in vocabulary.list_words:
            return None
        kind = vocabulary.kinds.at(words, at)
        if kind and kind[0] in PRICED:
            if vocabulary.rate_articles.at(words, kind[1]):
                return None
            per = _per_at(words, kind[1], vocabulary, unit)
            return per.name if per and per.last <= first and per.name not in TIMES else None
    return None


PRICED = frozenset({"cost", "price", "investment"})
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
"""What comes anew: "the price per hour is" is told so, but "the cost a year ago was" is not."""
NOUN_REACH = 10
"""Words from "cost per kilometre" to its sum."""


def _is_one(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether "of" and one of the things that the tables count stand before a figure."""
    if first < 2 or words[first - 1].key not in vocabulary.plain_of:
        return False
    noun = words[first - 3] if first > 2 and words[first - 2].text == "," else words[first - 2]
    return noun.key not in vocabulary.counted_nouns and any(
        noun.key + ending in vocabulary.counted_nouns for ending in PLURALS
    )


OF_ONE = frozenset({"power", "energy", "area"})
"""Measures that one thing of many has as its own; a length is that of the only bridge."""
PLURALS = ("s", "es")
EACH = "unit"
EACH_REACH = 12
"""Words from "each of" to the figure of each: "each of the 40 new turbines will have a capacity of about"."""
CLAUSE_MARKS = frozenset(".,;:()!?")


def _behind_between(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int:
    """The index behind "on average", where it stands between a figure and what it is per."""
    hit = vocabulary.rate_between.at(words, index)
    return hit[1] if hit else index


def _per_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, unit: Unit | None) -> Per | None:
    """What the words at `index` say a figure is per."""
    fixed = vocabulary.per.at(words, index)
    if fixed and fixed[1] < len(words) and _is_near_year(words[index], words[fixed[1]], vocabulary):
        return None
    found = _distributed(words, index, vocabulary, unit)
    if fixed and (found is None or fixed[1] >= found.last):
        return Per(fixed[0], index, fixed[1])
    return found


def _is_near_year(article: Word, behind: Word, vocabulary: Vocabulary) -> bool:
    """Whether an article that distributes opens a date: "9 GWh l'an dernier"."""
    return article.key in vocabulary.definite_words and behind.key in vocabulary.near_times


def _distributed(words: Sequence[Word], index: int, vocabulary: Vocabulary, unit: Unit | None) -> Per | None:
    """What a word that distributes says: "per passenger", "la tonne", "/kWh"."""
    if vocabulary.rate_not.at(words, index):
        return None
    opening = vocabulary.rate_open.at(words, index)
    closed = vocabulary.rate_closed.at(words, index)
    article = vocabulary.rate_articles.at(words, index)
    many = vocabulary.rate_many.at(words, index)
    for hit in (opening, closed, many):
        if hit and (counted := _many(words, hit[1], vocabulary, people=hit is many)):
            return counted._replace(first=index)
    for hit in (opening, closed, article):
        named = _named(words, hit[1], vocabulary, spread=hit is opening) if hit else None
        if named is None or (hit is article and not _priced(unit, named[1])):
            continue
        return Per(named[0], index, named[2])
    if opening and (noun := _noun(words, opening[1], vocabulary)):
        return Per(noun, index, opening[1] + 1)
    return None


def _priced(unit: Unit | None, per: Unit | None) -> bool:
    """Whether an article distributes: only what is measured, and not upon a time ("la semaine dernière")."""
    return unit is not None and not unit.counted and not (per is not None and per.measure == "duration")


def _named(
    words: Sequence[Word], index: int, vocabulary: Vocabulary, *, spread: bool
) -> tuple[str, Unit | None, int] | None:
    """A noun that the tables know, its unit, and the index behind it; `spread`: adjectives may stand before it."""
    for cursor in range(index, index + (MOST_ADJECTIVES if spread else 0) + 1):
        if cursor >= len(words) or (cursor > index and not _is_adjective(words[cursor - 1], vocabulary)):
            return None
        noun = vocabulary.rate_nouns.at(words, cursor)
        hit = vocabulary.symbols.at(words, cursor) or vocabulary.units.at(words, cursor)
        if hit and hit[0].weak:
            hit = None
        if noun and (hit is None or noun[1] >= hit[1]):
            return noun[0], None, noun[1]
        if hit:
            return _name(hit[0]), hit[0], hit[1]
    return None


def _is_adjective(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word may stand between "per" and its noun."""
    return word.text.isalpha() and word.text[0].islower() and word.key not in vocabulary.stop


def _name(unit: Unit) -> str:
    """What a unit is called that a figure is per: "MWh", not its base; a counted thing by its base."""
    return unit.base if unit.counted or unit.scaled else unit.name


def _noun(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> str | None:
    """Any noun behind a word that takes any: one word in the singular, no name, and none of the small words."""
    if index >= len(words) or words[index].start - words[index - 1].end > 1:
        return None
    word = words[index]
    capital = word.text[0].isupper()
    if not word.text.isalpha() or len(word.text) < SHORTEST_NOUN or word.key in vocabulary.stop:
        return None
    if capital is not vocabulary.language.dates.nouns_capitalised or word.key in vocabulary.scales:
        return None
    if word.key.endswith(vocabulary.rate_not_endings):
        return None
    return word.key


def _many(words: Sequence[Word], index: int, vocabulary: Vocabulary, *, people: bool) -> Per | None:
    """What a rate is counted upon: "per 100,000 inhabitants"; `people`: nothing else will do."""
    number = numerals.at(words, index, vocabulary) if index < len(words) else None
    if number is None or number.low != number.high or number.low not in POWERS_OF_TEN:
        return None
    named = _named(words, number.last, vocabulary, spread=False)
    name = named[0] if named else None
    if people and name not in PEOPLE:
        return None
    if named is None:
        noun = words[number.last] if number.last < len(words) else None
        if noun is None or noun.text == BREAK or not noun.text.isalpha() or noun.key in vocabulary.stop:
            return None
        return Per(f"{number.low:f} {noun.key}", index, number.last + 1)
    return Per(f"{number.low:f} {name}", index, named[2])
