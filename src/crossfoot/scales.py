"""What multiplies a number from behind: "450 millions", "52bn", "10k", "350-Millionen-Euro-Werk"."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

LONGEST_ABBREVIATION = 4
"""Letters of a scale word that may end in a full stop of its own: "2 Mrd. Euro"."""
THOUSAND = 1_000
MILLION = 1_000_000


def scale_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, *, digits: bool) -> tuple[int, int]:
    """The product of the scale words from `index` on, and the index behind them."""
    scale = 1
    while index < len(words):
        glued = words[index].text == "-" and words[index].start == words[index - 1].end and index + 1 < len(words)
        word = words[index + glued]  # "350-Millionen-Euro-Werk", "a 350-million-euro plant"
        factor = vocabulary.scales.get(word.key)
        if factor is None and digits and scale == 1:
            factor = None if glued else _symbol(words, index, vocabulary)
            hundred = vocabulary.numbers.get(word.key) in (100, 1000) and not vocabulary.units.at(words, index)
            if factor is None and hundred:  # "3 hundred", but "34 cents" are money
                factor = vocabulary.numbers[word.key]
        if factor is None:
            break
        scale *= factor
        index += 1 + glued
        if index < len(words) and words[index].text == "." and words[index].start == words[index - 1].end:
            behind = words[index + 1] if index + 1 < len(words) else None
            named = vocabulary.units.at(words, index + 1) or vocabulary.symbols.at(words, index + 1)
            if len(word.text) <= LONGEST_ABBREVIATION and behind and (named or behind.key in vocabulary.of_words):
                index += 1  # the full stop of an abbreviation: "2 Mrd. Euro"
    return scale, index


def _symbol(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int | None:
    """The factor of a printed scale letter; a single letter counts beside a currency, or glued to a bare number."""
    word = words[index]
    factor = vocabulary.language.scale_symbols.get(word.text)
    if factor is None or len(word.text) > 1:
        return factor
    behind = vocabulary.symbols.at(words, index + 1) or vocabulary.units.at(words, index + 1)
    before = vocabulary.symbols.before(words, index - 1, 2)
    step = vocabulary.of.at(words, index + 1)
    behind = behind or (vocabulary.units.at(words, step[1]) if step else None)
    glued = index > 0 and words[index - 1].digits and words[index - 1].end == word.start
    beside = (behind and (behind[0].scaled or (behind[0].counted and glued))) or (before and before[0].prefix)
    return factor if beside or (glued and _stands_alone(words, index)) else None


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether a letter glued to digits is surely a scale: "100k", "1.2M"; but no "4K", "3b", "10m", "20M€/an"."""
    number, letter = words[index - 1], words[index].text
    behind = words[index + 1] if index + 1 < len(words) else None
    if behind and behind.start == words[index].end and (behind.text[0].isalnum() or behind.text in "/'’+&"):
        return False
    before = words[index - 2] if index > 1 else None
    if before and before.end == number.start and (before.text[-1].isalnum() or before.text in "/#"):
        return False
    if letter in "kK":
        return len(number.text) > 1
    return letter == "M" or (letter in "bB" and "." in number.text)


SIGNS_OF_TIMES = frozenset("×xX*·⋅")
RAISED = {ord(raised): str(n) for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
HIGHEST_POWER = 15
"""Of ten, as a scale: nothing that is counted in the press needs more."""


def power_of_ten(words: Sequence[Word], index: int) -> tuple[int, int]:
    """The scale that a power of ten says, and the index behind it: "× 10⁶", "x 10^6"; one where none stands there."""
    if index + 2 >= len(words) or words[index].text not in SIGNS_OF_TIMES or words[index + 1].text != "10":
        return 1, index
    last = index + 2
    while last < len(words) and words[last].start == words[last - 1].end:
        if not words[last].text.removeprefix("^").translate(RAISED).isdigit() and words[last].text != "^":
            break
        last += 1
    power = "".join(w.text for w in words[index + 2 : last]).removeprefix("^").translate(RAISED)
    return (10 ** int(power), last) if power.isdigit() and int(power) <= HIGHEST_POWER else (1, index)
