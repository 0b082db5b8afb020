"""Printed numerals and number words -> a value and how finely it was printed.

    >>> from crossfoot.tables import load
    >>> from crossfoot.words import split
    >>> at(split("1,2 million de GPU"), 0, load().vocabulary("fr")).low
    Decimal('1200000.0')

A numeral is looked for at one place in the words; units, hedges and ranges are not its business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from crossfoot.counted import MILLION, Numeral, counted, scale_at, spoken
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, fold


def at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """The numeral that starts at `index`, or None."""
    readers: tuple[Callable[[Sequence[Word], int, Vocabulary], Numeral | None], ...] = (
        _fraction,
        _several,
        _collective,
        counted,
    )
    for read in readers:
        numeral = read(words, index, vocabulary)
        if numeral:
            return numeral
    return None


def _fraction(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "un huitième", "one-third", "la moitié", "half a million"."""
    found = spoken(words, index, vocabulary)
    if found:
        cursor = found[1] + (1 if found[1] < len(words) and words[found[1]].text == "-" else 0)
        count = found[0]
    elif words[index].digits and words[index].text.isdigit():
        if slashed := _slashed(words, index, vocabulary):
            return slashed
        cursor, count = index + 1, Decimal(words[index].text)
    else:
        cursor, count = index, Decimal(1)
    part = vocabulary.fractions.get(words[cursor].key) if cursor < len(words) else None
    if part is None or count > 20 or (words[index].digits and count > 9):
        return None
    last = cursor + 1
    dozen = last + (last < len(words) and words[last].key in vocabulary.articles)
    size = vocabulary.collective.get(words[dozen].key) if dozen < len(words) else None
    if size and part < 1:
        value = count * size * Decimal(part.numerator) / Decimal(part.denominator)
        printed = " ".join(w.text for w in words[index : dozen + 1])
        return Numeral(index, dozen + 1, value, value, Decimal(1), "collective", False, (f"{printed}: about {value}",))
    alone = cursor == index and part < 1 and words[index].key not in HALVES
    if alone and scale_at(words, last, vocabulary, digits=False)[0] < MILLION:
        return None  # "tiers" and "quart" alone are parts of names and of other words, "medio millón" is half of one
    value = count * Decimal(part.numerator) / Decimal(part.denominator)
    reading = (f"{' '.join(w.text for w in words[index:last])}: {Fraction(count) * part}",)
    dash = int(last + 1 < len(words) and words[last].text == "-" and words[last + 1].key in vocabulary.articles)
    article = last + dash < len(words) and words[last + dash].key in vocabulary.articles  # "half-a-million"
    after = last + dash + article
    scale, end = scale_at(words, after, vocabulary, digits=False)
    if scale > 1:
        value *= scale
        return Numeral(index, end, value, value, value, "words", True, (*reading, f"times {scale:,}"))
    return Numeral(index, last, value, value, value / 10, "fraction", False, reading)


def _slashed(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "les 3/4 de la consommation", but not "page 3/4 de la brochure"."""
    printed = words[index : index + 3]
    if [w.text for w in printed[1:2]] != ["/"] or len(printed) < 3 or not vocabulary.of.at(words, index + 3):
        return None
    parts = printed[2].text
    if printed[0].end != printed[1].start or printed[1].end != printed[2].start:
        return None
    if not printed[2].digits or not parts.isdigit():
        return None
    if not 0 < int(printed[0].text) < int(parts) <= MOST_PARTS or _numbers_a_part(words, index, vocabulary):
        return None
    value = Decimal(printed[0].text) / Decimal(parts)
    return Numeral(
        index, index + 3, value, value, value / 10, "fraction", False, (f"{printed[0].text}/{parts}: {value}",)
    )


MOST_PARTS = 10


def _numbers_a_part(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun stands right before, so that "3/4" may be the third of four."""
    if not index or not words[index - 1].text[-1].isalpha() or vocabulary.hedges_before.before(words, index):
        return False
    return words[index - 1].key not in vocabulary.stop | vocabulary.fillers | vocabulary.determiners


HALVES = frozenset({fold(w) for w in ("moitié", "half", "Hälfte", "mitad", "metà")})


def _several(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "plusieurs centaines", "des milliards d'", "thousands of": from two up to just under ten of them."""
    vague = vocabulary.vague.at(words, index)
    cursor = vague[1] if vague else index
    if not vague and words[index].key in vocabulary.of_words and index + 1 < len(words):
        cursor = index + 1
    scale = vocabulary.several.get(words[cursor].key) if cursor < len(words) else None
    if scale is None:
        return None
    last = cursor + 1
    # "des centaines de milliers", "several hundred million"
    step = vocabulary.of.at(words, last)
    chained = step[1] if step else last
    if chained < len(words) and words[chained].key in vocabulary.several:
        scale *= vocabulary.several[words[chained].key]
        last = chained + 1
    is_noun = vocabulary.language.dates.nouns_capitalised and words[cursor].text[0].isupper()
    if not vague and not is_noun and (last >= len(words) or words[last].key not in vocabulary.plain_of):
        return None  # "Tausende Stellen" needs no "of", "tausend Stellen" is a number
    if (index and words[index - 1].digits) or (index and words[index - 1].key in vocabulary.numbers):
        return None
    low, high = Decimal(2 * scale), Decimal(10 * scale - 1)
    reading = f"{' '.join(w.text for w in words[index:last])}: from 2 to just under 10 times {scale:,}"
    first = index if vague or words[index].key == "des" else cursor
    return Numeral(first, last, low, high, Decimal(scale), "several", True, (reading,))


def _collective(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "une quinzaine", "a dozen", "deux douzaines"."""
    found = spoken(words, index, vocabulary)
    if words[index].digits and words[index].text.isdigit():
        found = Decimal(words[index].text), index + 1, "digits"
    if not found or found[1] >= len(words):
        return None
    size = vocabulary.collective.get(words[found[1]].key)
    if size is None:
        return None
    value = found[0] * size
    reading = f"{' '.join(w.text for w in words[index : found[1] + 1])}: about {value}"
    return Numeral(index, found[1] + 1, value, value, Decimal(size) / 5, "collective", False, (reading,))
