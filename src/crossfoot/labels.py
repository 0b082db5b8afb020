"""Numbers that name what they stand beside, and count nothing: "line 15", "Valdor 2.0", "12 Baker Street"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.countednouns import is_numbered
from crossfoot.figures import Figure
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

_POSTCODE = re.compile(r"\d{5}")
_ROUND = "000"
LONGEST_HOUSE = 4
"""Digits of the number of a house."""


PARAGRAPH = "§"


def ends_line(words: Sequence[Word], figure: Figure, text: str) -> bool:
    """Whether a capitalised word and a number end a line: "the pier Rovelle 2"; no noun of the next is counted."""
    before, last = words[figure.first - 1] if figure.first else None, figure.number.last
    if before is None or not before.text[0].isupper() or "\n" in text[before.end : words[figure.first].start]:
        return False
    return last < len(words) and words[last].text == BREAK


def is_label(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary, text: str) -> bool:
    """Whether a number names what it stands beside and counts nothing: "line 15", "Valdor 2.0", "96th Street"."""
    if figure.number.form == "ordinal":
        behind = words[figure.number.last] if figure.number.last < len(words) else None
        return bool(behind and is_capitalised(behind) and not vocabulary.language.dates.nouns_capitalised)
    if figure.number.form in ("share", "told share"):
        return is_numbered(words, figure.first, vocabulary)  # "photo 2 of 14"
    if figure.number.form != "digits" or figure.number.scaled:
        return False
    return (
        is_numbered(words, figure.first, vocabulary)
        or (figure.first > 0 and words[figure.first - 1].text == PARAGRAPH)
        or _is_version(words, figure, text)
        or (figure.unit is None and (_is_model(words, figure, text) or _is_glued(words, figure)))
    )


def is_address(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a house or a postcode: "12 rue Morel", "12 Morel Street", "01234 Varo"."""
    if figure.unit is not None or figure.number.form != "digits" or figure.number.last != figure.first + 1:
        return False
    printed, noun = words[figure.first].text, words[figure.first + 1 : figure.last]
    if _POSTCODE.fullmatch(printed):
        return _opens_place(words, figure, vocabulary)
    if not noun or not printed.isdigit() or len(printed) > LONGEST_HOUSE:
        return False
    named = len(noun) > 1 and all(is_capitalised(w) for w in noun) and noun[-1].key in vocabulary.streets
    return named or (figure.number.low != 1 and noun[0].text.islower() and noun[0].key in vocabulary.streets)


def is_rating(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether so few stars are counted that they rate something: "un hôtel 5 étoiles", "3 Michelin stars"."""
    if figure.high is None or figure.high > MOST_STARS:
        return False
    behind = {_noun_behind(words, figure).key, words[figure.last - 1].key if figure.noun else ""}
    return not behind.isdisjoint(vocabulary.ratings)


MOST_STARS = 7


def _noun_behind(words: Sequence[Word], figure: Figure) -> Word:
    """The word behind a number, a dash stepped over; the number's own last word where the text ends."""
    index = figure.number.last
    index += int(index < len(words) and words[index].text in "-‑")
    return words[min(index, len(words) - 1)]


def citations(words: Sequence[Word], vocabulary: Vocabulary) -> frozenset[int]:
    """Where the numbers start that laws are cited by: "Directive 2001/42", "décret n° 2020-12", no months or years."""
    starts = []
    for _, _, behind in vocabulary.laws.find(words):
        cited = next(
            (n for n in range(behind, min(len(words) - 2, behind + LONGEST_CITATION)) if words[n].digits), None
        )
        if cited and words[cited + 1].text in "/-" and words[cited + 1].start == words[cited].end:
            starts.append(words[cited].start)
    return frozenset(starts)


LONGEST_CITATION = 6
"""Words from the noun to the number: "Verordnung (EU) Nr. 2016"."""


def _opens_place(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether five digits without a mark stand before a name, and are not round or stand apart."""
    behind = words[figure.first + 1] if figure.first + 1 < len(words) else None
    if behind is None or not is_capitalised(behind):
        return False
    apart = figure.first == 0 or not words[figure.first - 1].text[-1].isalnum()
    nouns = vocabulary.language.dates.nouns_capitalised
    return apart or not (nouns or words[figure.first].text.endswith(_ROUND))


def _is_version(words: Sequence[Word], figure: Figure, text: str) -> bool:
    """Whether a number with a decimal mark stands right behind a capitalised word: "Valdor 2.0"."""
    before = words[figure.first - 1] if figure.first else None
    if before is None or figure.number.step == 1 or not is_capitalised(before):
        return False
    return text[before.end : words[figure.first].start] == " "


def _is_model(words: Sequence[Word], figure: Figure, text: str) -> bool:
    """Whether a number stands right behind a word with a capital inside, as only products have: "eValdor 2"."""
    before = words[figure.first - 1] if figure.first else None
    if before is None or text[before.end : words[figure.first].start] != " ":
        return False
    return any(a.islower() and b.isupper() for a, b in zip(before.text, before.text[1:], strict=False))


def _is_glued(words: Sequence[Word], figure: Figure) -> bool:
    """Whether letters that mean nothing by themselves are glued to a number: "6XE", "61enne"."""
    last = figure.number.last
    behind = words[last] if last < len(words) else None
    return bool(behind and behind.start == words[last - 1].end and behind.text[0].isalpha())


def is_capitalised(word: Word) -> bool:
    """Whether a word of letters starts with a capital."""
    return word.text[0].isupper() and word.text.isalpha()
