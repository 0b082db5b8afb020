"""The sign before a number: "-3,5 %", "−5 °C", "$-3m", "minus zwei Prozent", "moins 5 degrés"."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

MINUS = "\N{MINUS SIGN}"
MARKS = frozenset({"-", MINUS, "\N{EN DASH}"})


def minus_at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int | None:
    """The index behind a minus sign or word at `index`, or None where it is a dash, a bullet or another word."""
    if index + 1 >= len(words):
        return None
    if words[index].text in MARKS:
        return index + 1 if _is_sign(words, index, vocabulary) else None
    return index + 1 if words[index].key in vocabulary.minus and _is_word(words, index, vocabulary) else None


def minus_inside(words: Sequence[Word], index: int) -> bool:
    """Whether a minus sign at `index` is glued to a currency sign before it and to digits behind it: "$-3m"."""
    if not 0 < index < len(words) - 1 or words[index].text not in MARKS or not words[index + 1].digits:
        return False
    return words[index - 1].end == words[index].start and words[index].end == words[index + 1].start


def _is_sign(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a mark is glued to the figure behind it and to nothing before it, and joins no two figures."""
    sign, figure = words[index], words[index + 1]
    prefix = vocabulary.symbols.at(words, index + 1)
    if figure.start != sign.end or not (figure.digits or (prefix and prefix[0].prefix)):
        return False
    if index + 2 < len(words) and words[index + 2].text in MARKS and words[index + 2].start == figure.end:
        return False
    if not index:
        return True
    before = words[index - 1]
    if before.digits or (index > 1 and words[index - 2].digits and before.key not in vocabulary.stop):
        return False  # "10 -20", "10 % -20 %"
    if before.end == sign.start:
        return before.text in "(=<>[" or before.text == "\N{NO-BREAK SPACE}"
    return sign.text != "\N{EN DASH}" or before.text[-1].isalpha()


def _is_word(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether "moins", "menos" is a sign: not in "au moins 5", "plus ou moins 5", "huit moins quatre"."""
    figure = words[index + 1]
    if not figure.digits and figure.key not in vocabulary.numbers:
        return False
    if figure.key in vocabulary.articles and vocabulary.of.at(words, index + 2):
        return False  # "moins une de"
    if vocabulary.hedges_before.before(words, index + 1) or vocabulary.hedges_before.at(words, index):
        return False
    if not index:
        return True
    before = words[index - 1]
    return not (before.digits or before.key in vocabulary.numbers or before.key in vocabulary.list_words)
