"""The noun that a number counts, where the tables know no unit: "300 bus", "e-buses", "F126-Fregatten".

Adjectives before a noun belong to it ("25 neue Züge", "20 electric buses"); what does not agree with it, or ends like a
verb, does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crossfoot.counted import Numeral
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

MOST_ADJECTIVES = 3


def noun_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, number: Numeral) -> tuple[str | None, int]:
    """The noun that a number counts, where the tables have no unit for it, and the index behind it."""
    cursor = _start(words, index, vocabulary, number)
    if cursor is None:
        return None, index
    last, verbs = cursor, vocabulary.language.verb_endings
    for _ in range(MOST_ADJECTIVES):
        if last >= len(words):
            break
        last = _behind_type(words, cursor, last, vocabulary)
        word = words[last]
        small = word.key in vocabulary.stop and _compound_end(words, last) == last + 1  # but "300 sous-marins"
        if word.digits or not word.text[0].isalpha() or small:
            break
        strange = last > cursor and (
            _apart(words[last - 1], word) or _disagrees(words[cursor:last], word, number, vocabulary)
        )
        if strange or word.text.endswith(verbs):
            break
        if len(word.text) < 2:
            joined = _behind_letter(words, last)
            if joined is None:
                break
            last = joined
        last = _compound_end(words, last)
        if vocabulary.language.dates.nouns_capitalised and word.text[0].isupper():
            return _printed(words[cursor:last]), last  # what follows is no part of it
    if vocabulary.language.dates.nouns_capitalised:
        return None, index
    if last == cursor or _apart(words[cursor - 1], words[cursor]):
        return None, index
    return _printed(words[cursor:last]), last


def _start(words: Sequence[Word], index: int, vocabulary: Vocabulary, number: Numeral) -> int | None:
    """Where the noun may start, an "of" stepped over; None where the number cannot count one."""
    step = vocabulary.of.at(words, index)
    if step and number.scaled and (step[1] > index + 1 or words[index].key not in vocabulary.plain_of):
        step = None  # "50 millions de la droite" counts nothing
    if number.scaled and vocabulary.language.scale_needs_of and not step and number.low and number.low >= MILLION:
        return None  # but "20mila pannelli", "40 mille dalles"
    if step and (number.scaled or number.form in ("several", "collective", "fraction")):
        return step[1]
    return _whole_at(words, index, vocabulary, number) or index


def _whole_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, number: Numeral) -> int | None:
    """Where the noun starts of which a number counts some: "five of the ships", "cinq de ces navires"."""
    part = vocabulary.part_of.at(words, index)
    if not part or number.low is None or number.low < 2 or number.form not in ("digits", "words") or number.scaled:
        return None
    start = part[1]
    if start >= len(words) or not words[start].text[0].isalpha() or words[start].key in vocabulary.numbers:
        return None
    unit = vocabulary.units.at(words, start)
    if words[start].text[-1] in "'’" or (unit and not unit[0].counted):
        return None  # "two of the world's", "two of the years"
    return start


def _behind_type(words: Sequence[Word], first: int, index: int, vocabulary: Vocabulary) -> int:
    """The index behind the number that names a type, where a noun goes on there: "eight Type 41 frigates"."""
    if index <= first or not words[index].digits or index + 1 >= len(words) or not words[index - 1].text[0].isupper():
        return index
    return index + 1 if vocabulary.numbered.before(words, index) and words[index + 1].text[0].isalpha() else index


def _compound_end(words: Sequence[Word], index: int) -> int:
    """The index behind a word and what is joined to it: "man-hours", "Pkw-Stellplätze"."""
    last = index + 1
    while last + 1 < len(words) and words[last].text in "-‑" and words[last + 1].text[0].isalpha():
        if words[last].start != words[last - 1].end or words[last + 1].start != words[last].end:
            break
        last += 2
    return last


def _printed(words: Sequence[Word]) -> str:
    """The words as one string, joined as they are printed."""
    gaps = ("" if before.end == word.start else " " for before, word in pairwise(words))
    return words[0].text + "".join(gap + word.text for gap, word in zip(gaps, words[1:], strict=True)) if words else ""


def _behind_letter(words: Sequence[Word], index: int) -> int | None:
    """Where the noun stands that a letter or a type is joined to: "U-Boote", "F126-Fregatten", "e-buses"."""
    last = index + 1
    while last < len(words) and words[last].start == words[last - 1].end:
        if words[last].text.isalpha() and len(words[last].text) > 1 and words[last - 1].text in "-‑":
            return last
        if not (words[last].digits or words[last].text in "-‑"):
            return None
        last += 1
    return None


def _disagrees(noun: Sequence[Word], word: Word, number: Numeral, vocabulary: Vocabulary) -> bool:
    """Whether a word behind a plural noun does not agree with it, and so is a verb: "124 puits fourniront"."""
    endings = vocabulary.language.plural_endings
    if not endings or number.low is None or number.low < 2 or not word.text[0].islower():
        return False
    if noun[-1].text.endswith(ONE_BUSINESS):
        return False
    return noun[-1].text.endswith(endings) and not word.text.endswith(endings)


ONE_BUSINESS = "ss"
"""How no plural ends: "three glass roofs"."""


def _apart(word: Word, behind: Word) -> bool:
    """Whether two words stand too far from each other to belong together (a new line, a gap)."""
    return behind.start - word.end > 2


def is_numbered(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun of numbered things stands before the number or the list that it ends: "lines 15, 16 and 17"."""
    while index > 0 and not vocabulary.numbered.before(words, index):
        before = index - 1
        if words[before].text == "," or words[before].key in vocabulary.list_words:
            before -= 1
        if before < 0 or before == index - 1 or not words[before].digits:
            return False
        index = before
    return index > 0
