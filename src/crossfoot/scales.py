"""What multiplies a number from behind: "450 millions", "52bn", "10k", "350-Millionen-Euro-Werk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

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
    return factor if beside or (glued and _stands_alone(words, index)) or _ends_clause(words, index) else None


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a "k" one space behind a number with decimals ends its clause: "2.33 k"."""
    number, behind = words[index - 1], words[index + 1] if index + 1 < len(words) else None
    apart = (
        words[index].text == "k"
        and number.digits
        and words[index].start - number.end == 1
        and not number.text.isdigit()
    )
    return apart and (behind is None or behind.text in ",;)" or behind.start > words[index].end)


def _goes_on_alike(words: Sequence[Word], index: int) -> bool:
    """Whether a range goes on with another number and the same letter: "5k-20k"."""
    ahead = words[index + 1 : index + 4]
    if len(ahead) < len("-9k") or ahead[0].text not in "-–" or ahead[2].text != words[index].text:
        return False
    return ahead[1].digits and ahead[2].start == ahead[1].end


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
        return len(number.text) > 1 or _goes_on_alike(words, index)
    return letter == "M" or (letter in "bB" and "." in number.text)


SIGNS_OF_TIMES = frozenset("×xX*·⋅")
EXPONENT_SIGNS = {"+": 1, "-": -1, "\N{MINUS SIGN}": -1, "\N{EN DASH}": -1}
RAISED = {ord(raised): str(n) for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")} | {ord("⁻"): "-", ord("⁺"): "+"}
HIGHEST_POWER = 15
"""Of ten, as a scale: nothing that is counted in the press needs more."""


def power_of_ten(words: Sequence[Word], index: int) -> tuple[Decimal, int]:
    """The scale that scientific notation says behind a number at `index` - 1, and the index behind it.

    "× 10⁶", "x 10^6", "×10−5", "e10", "E+06"; one where none stands there.
    """
    nothing = Decimal(1), index
    if index + 1 >= len(words):
        return nothing
    if words[index].text in SIGNS_OF_TIMES and words[index + 1].text == "10":
        first = index + 2
    elif _is_exponent_letter(words, index):
        first = index + 1
    else:
        return nothing
    last, power = first, ""
    while last < len(words) and words[last].start == words[last - 1].end and not power.lstrip("+-").isdigit():
        sign = EXPONENT_SIGNS.get(words[last].text)
        part = words[last].text.removeprefix("^").translate(RAISED) if sign is None else "+-"[sign < 0]
        if not re.fullmatch(r"|[+-]|[+-]?\d+", part):
            break
        power, last = power + part, last + 1
    if not re.fullmatch(r"[+-]?\d+", power) or abs(int(power)) > HIGHEST_POWER:
        return nothing
    return Decimal(10) ** int(power), last


def _is_exponent_letter(words: Sequence[Word], index: int) -> bool:
    """Whether an "e" is glued to both sides of it in a number by itself: "1.2e10", no "3e", no "B2E4"."""
    number, letter, behind = words[index - 1], words[index], words[index + 1]
    if letter.text not in ("e", "E") or letter.start != number.end or behind.start != letter.end:
        return False
    before = words[index - 2] if index > 1 else None
    joined = before and before.end == number.start and (before.text[-1].isalnum() or before.text in "/#")
    signed = behind.text in EXPONENT_SIGNS and index + 2 < len(words) and words[index + 2].text.isdigit()
    return not joined and (behind.text.isdigit() or (signed and words[index + 2].start == behind.end))
