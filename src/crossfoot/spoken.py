"""Number words -> a value: "quatre-vingt-dix", "zweitausend", "deux virgule cinq".

    >>> from crossfoot.tables import load
    >>> from crossfoot.words import split
    >>> spoken(split("zwei Komma fünf Millionen"), 0, load().vocabulary("de")).value
    Decimal('2.5')

Words above thousands ("million") are scales and no business of this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot import compounds
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word


class Spoken(NamedTuple):
    """A number found in words."""

    value: Decimal
    last: int
    """The index behind its last word."""
    form: str
    """words, or article where "un", "a" stands alone."""
    step: Decimal = Decimal(1)
    """One in the last place said."""


HUNDREDS, TENS = range(11, 21), range(10, 100)
"""The two numbers of a year that is said in two: "nineteen eighty-six", "twenty twenty"."""


def spoken(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Spoken | None:
    """Number words from `index` on, with the decimals said behind them."""
    found = whole(words, index, vocabulary)
    if found is None:
        return None
    if found.value == 1 and index and words[index - 1].key in vocabulary.locative_words:
        return found  # "at one point five people left"
    said = decimals(words, found.last, vocabulary)
    if said is None:
        return found
    digits, last = said
    step = Decimal(10) ** -len(digits)
    return Spoken(found.value + Decimal(digits) * step, last, "words", step)


def whole_numbers(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[int, int, int]]:
    """Every whole number in words: the places of its first letter and behind its last one, and its value.

    Two tens in a row are the hundreds and the rest of a year: "nineteen eighty-six".
    """
    index = 0
    while index < len(words):
        found = whole(words, index, vocabulary) if words[index].key[:1].isalpha() else None
        if found is None or found.form == "article":
            index += 1
            continue
        value, last = int(found.value), found.last
        rest = whole(words, last, vocabulary) if value in HUNDREDS and last < len(words) else None
        if rest and rest.value in TENS:
            value, last = value * 100 + int(rest.value), rest.last
        yield words[index].start, words[last - 1].end, value
        index = last


def decimals(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """The digits that "virgule", "Komma", "point" brings in at `index`, and the index behind them.

    "virgule soixante et onze" are 71 hundredths, "point zero three" three; single digits follow one another.
    """
    if index >= len(words) or words[index].key not in vocabulary.point:
        return None
    digits, cursor = "", index + 1
    while cursor < len(words) and len(digits) == cursor - index - 1:
        if words[cursor].digits:
            part, behind = words[cursor].text, cursor + 1
        elif vocabulary.numbers.get(words[cursor].key) == 0:
            part, behind = "0", cursor + 1  # "point zero three"
        elif found := whole(words, cursor, vocabulary):
            part, behind = str(found.value), found.last
        else:
            break
        if not part.isdigit() or (digits and len(part) > 1):
            break
        digits, cursor = digits + part, behind
    return (digits, cursor) if digits else None


def whole(words: Sequence[Word], index: int, vocabulary: Vocabulary, end: int | None = None) -> Spoken | None:
    """A whole number in words, thousands at most, from `index` on and before `end`."""
    end = len(words) if end is None else end
    total = current = 0
    last, seen, cursor = index, 0, index
    previous: int | None = None
    while cursor < end:
        word = words[cursor]
        value = number_word(word, vocabulary)
        if value is None:
            joint = _joint(words, cursor, vocabulary, previous) if seen else 0
            if joint:
                cursor += joint
                continue
            break
        apart = seen == 1 and cursor - last == 1 and vocabulary.language.inverted
        added = _join(total, current, previous, value, apart)
        if added is None or (
            word.key in vocabulary.articles and seen and previous != 20 and value == 1 and current % 10
        ):
            break
        total, current = added
        previous, seen, cursor = value, seen + 1, cursor + 1
        last = cursor
    if not seen:
        return None
    alone = seen == 1 and words[index].key in vocabulary.articles
    return Spoken(Decimal(total + current), last, "article" if alone else "words")


def number_word(word: Word, vocabulary: Vocabulary) -> int | None:
    """The value of one number word, also of one that is written together."""
    value = vocabulary.numbers.get(word.key)
    if value is not None or not vocabulary.language.compound:
        return value
    if word.key[-1] == "'":
        return compounds.elided(word.key, vocabulary.numbers)
    if vocabulary.language.inverted and word.key.endswith(compounds.THOUSAND):
        many = vocabulary.fractions.get(word.key.removesuffix(compounds.THOUSAND))
        if many and many > 1:
            return int(many * 1000)  # "zweieinhalbtausend"
    return compounds.split(word.key, vocabulary.numbers, vocabulary.language.inverted)


def _joint(words: Sequence[Word], index: int, vocabulary: Vocabulary, previous: int | None) -> int:
    """How many words join two number words from `index` on: "vingt-deux", "vingt et un", "vingt-et-un"; or none.

    Where numbers are written together, only hundreds and thousands take an "and": "cento e uno"; and units before tens.
    """
    dash = int(words[index].text == "-")
    linked = index + dash < len(words) and words[index + dash].key in vocabulary.link
    behind = index + dash + linked
    again = int(bool(dash and linked) and behind < len(words) and words[behind].text == "-")
    joint = dash + linked + again
    if _apart_from_tens(words, index, vocabulary, previous):
        return 1
    if not joint or index + joint >= len(words):
        return 0
    ahead = number_word(words[index + joint], vocabulary)
    if ahead is None:
        return 0
    if vocabulary.language.compound:
        before = previous or 0
        return joint if before % 100 == 0 and ahead < min(before, 1000) and not dash else 0
    return joint if ahead < 100 or dash else 0  # "entre cien y mil" are two numbers


def _apart_from_tens(words: Sequence[Word], index: int, vocabulary: Vocabulary, previous: int | None) -> bool:
    """Whether "und" stands between units and tens that are printed apart: "zwei und vierzig"; no range of them."""
    if not vocabulary.language.inverted or words[index].key not in vocabulary.link or index + 1 >= len(words):
        return False
    if not previous or previous > 9 or number_word(words[index + 1], vocabulary) not in range(20, 100, 10):
        return False
    return index < 2 or words[index - 2].key not in vocabulary.between_words | vocabulary.numbers.keys()


def _join(total: int, current: int, previous: int | None, value: int, apart: bool = False) -> tuple[int, int] | None:
    """One more number word on top of what was read, or None where it starts another number.

    `apart` is whether units may stand before tens, with a word between them.
    """
    if value == 20 and previous == 4 and current % 100 == 4:  # quatre-vingt
        return total, current - 4 + 80
    if value == 100:
        if previous is not None and previous >= 100:
            return None
        return total, (current - current % 100) + (current % 100 or 1) * 100
    if value >= 1000:
        return (total + (current or 1) * value, 0) if total % 1_000_000 == 0 else None
    if previous is None or (previous == 0 and 0 < value < 10):
        return total, value  # "cero siete": a zero in front
    if previous < 10 and current == previous and apart and value in range(20, 100, 10):
        return total, current + value  # "zwei und vierzig"
    if previous >= 100 and previous % 100 == 0 and value < previous:
        return total, current + value
    fits = (
        (previous >= 20 and value < 10)
        or (previous in (20, 60, 80) and 10 <= value < 20)
        or (previous == 10 and value < 10)
    )
    return (total, current + value) if fits and current % 10 == 0 else None
