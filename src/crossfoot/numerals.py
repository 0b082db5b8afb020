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

from crossfoot.counted import Numeral, counted
from crossfoot.parts import part_at
from crossfoot.printed import literal
from crossfoot.scales import MILLION, scale_at
from crossfoot.spoken import Spoken, spoken, whole
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import VULGAR, Word


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
    """ "un huitième", "one-third", "la moitié", "half a million", "3/4", "one in five"."""
    if words[index].digits and (printed := _slashed(words, index, vocabulary)):
        return printed
    if share := _out_of(words, index, vocabulary):
        return share
    if words[index].text in VULGAR:
        value, step, _ = literal(words[index].text, vocabulary.marks)
        return _part(words, index, index + 1, value, step, vocabulary)
    part = part_at(words, index, vocabulary)
    if part is None:
        return None
    last = part.last
    dozen = last + (last < len(words) and (words[last].key in vocabulary.articles or words[last].text == "-"))
    size = vocabulary.collective.get(words[dozen].key) if dozen < len(words) else None
    if size and part.proper:
        value = part.value * size
        value = value.to_integral_value() if value == value.to_integral_value() else value
        printed_words = " ".join(w.text for w in words[index : dozen + 1])
        reading = (f"{printed_words}: about {value.normalize():f}",)
        return Numeral(index, dozen + 1, value, value, Decimal(1), "collective", False, reading)
    numeral = _part(words, index, last, part.value, part.value / 10, vocabulary)
    named = " ".join(w.key for w in words[index:last])
    alone = not part.said and part.proper and named not in vocabulary.bare_fractions
    if alone and (not numeral.low or numeral.low < MILLION // 10):
        return None  # "tiers" and "quart" alone are parts of names and of other words, "medio millón" is half of one
    return numeral


def _part(
    words: Sequence[Word], index: int, last: int, value: Decimal, step: Decimal, vocabulary: Vocabulary
) -> Numeral:
    """A part of one, or of what a scale behind it says: "half a million", "two thirds of a million"."""
    reading = (f"{' '.join(w.text for w in words[index:last])}: {Fraction(value).limit_denominator(MOST_PARTS)}",)
    of = vocabulary.of.at(words, last)
    after = of[1] if of else last
    after += int(after + 1 < len(words) and words[after].text == "-" and words[after + 1].key in vocabulary.articles)
    article = after < len(words) and words[after].key in vocabulary.articles  # "half-a-million"
    scale, end = scale_at(words, after + article, vocabulary, digits=False)
    if scale > 1 and (article or not of):
        value *= scale
        return Numeral(index, end, value, value, value, "words", True, (*reading, f"times {scale:,}"))
    form = "words" if value >= 1 and last == index + 1 else "fraction"  # "anderthalb Jahre", "three halves"
    return Numeral(index, last, value, value, step, form, False, reading)


def _slashed(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "les 3/4 de la consommation", "2 1/4"; "slashed" where it may be the third page of four as well."""
    start = index
    if _is_slashed(words, index + 1) and words[index].text.isdigit() and _apart_by_one(words, index):
        start = index + 1
    if not _is_slashed(words, start):
        return None
    count, parts = int(words[start].text), int(words[start + 2].text)
    if not 0 < count < parts <= MOST_PARTS:
        return None
    value = Decimal(count) / Decimal(parts)
    printed = f"{count}/{parts}"
    if start > index:
        value, printed = value + Decimal(words[index].text), f"{words[index].text} {printed}"
    is_part = parts <= MOST_SURE_PARTS and vocabulary.of.at(words, start + 3)
    sure = start > index or (is_part and not _numbers_a_part(words, index, vocabulary))
    scale, last = scale_at(words, start + 3, vocabulary, digits=False)
    form = "digits" if start > index else "fraction" if sure or scale > 1 else "slashed"
    low, step = value * scale, Decimal(scale) / parts
    return Numeral(index, last, low, low, step, form, scale > 1, (f"{printed}: {low}",))


def _is_slashed(words: Sequence[Word], index: int) -> bool:
    """Whether two whole numbers with a stroke between them stand here, written together and alone."""
    printed = words[index : index + 3]
    if len(printed) < 3 or printed[1].text not in "/⁄" or not (printed[0].text + printed[2].text).isdigit():
        return False
    if printed[0].end != printed[1].start or printed[1].end != printed[2].start:
        return False
    before, behind = words[index - 1] if index else None, words[index + 3] if index + 3 < len(words) else None
    joined_before = before and before.end == printed[0].start and (before.text[-1].isalnum() or before.text == "/")
    joined_behind = behind and behind.start == printed[2].end and (behind.text[0].isalnum() or behind.text == "/")
    return not joined_before and not joined_behind


def _apart_by_one(words: Sequence[Word], index: int) -> bool:
    """Whether one space stands between a number and the next word."""
    return words[index + 1].start - words[index].end == 1


MOST_PARTS = 1000
MOST_SURE_PARTS = 10
"""Parts up to which a stroke before "of" makes a fraction."""


def _out_of(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "one in five", "un lit sur cinq", "uno de cada diez", "jeder dritte": how many of how many."""
    if every := _every(words, index, vocabulary):
        return every
    first = _small_count(words, index, vocabulary)
    if first is None:
        return None
    count, behind = first
    between = vocabulary.out_of.at(words, behind)
    noun = between is None and behind < len(words) and words[behind].text.isalpha()
    if noun:
        between = vocabulary.out_of_noun.at(words, behind + 1)
    second = _small_count(words, between[1], vocabulary) if between else None
    if second is None:
        return None
    parts, last = second
    if not 0 < count < parts <= MOST_PARTS or _is_measured(words, last, vocabulary):
        return None
    if noun and not _ends_phrase(words, last, vocabulary):
        return None  # "une usine sur trois sites"
    return _share_of(words, index, last, count / parts, "told share" if noun else "share", f"{count}/{parts}")


def _every(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """ "jeder dritte Patient": one of three of them, but no "jedes dritte Jahr"."""
    last = index + 2
    if words[index].key not in vocabulary.every_words or last >= len(words):
        return None
    parts = vocabulary.nths.get(words[index + 1].key)
    unit = vocabulary.units.at(words, last)
    if parts is None or not words[last].text[0].isalpha() or (unit and not unit[0].counted):
        return None
    return _share_of(words, index, last, Decimal(1) / parts, "told share", f"1/{parts}")


def _share_of(words: Sequence[Word], index: int, last: int, value: Decimal, form: str, reading: str) -> Numeral:
    printed = " ".join(w.text for w in words[index:last])
    return Numeral(index, last, value, value, value / 10, form, False, (f"{printed}: {reading}",))


def _ends_phrase(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether no noun stands here that a number before it counts: the end, a mark, a small word."""
    return index >= len(words) or not words[index].text[0].isalpha() or words[index].key in vocabulary.stop


def _small_count(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Decimal, int] | None:
    """A whole number in words or plain digits, and the index behind it."""
    if index < len(words) and words[index].digits:
        text = words[index].text
        return (Decimal(text), index + 1) if text.isdigit() and len(text) <= 4 else None
    found = whole(words, index, vocabulary) if index < len(words) else None
    return (found.value, found.last) if found else None


def _is_measured(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a unit or a scale follows, so that a number counts that: "two in five years", "3 in 20 million"."""
    unit = vocabulary.units.at(words, index) or vocabulary.symbols.at(words, index)
    if unit and not unit[0].counted:
        return True
    return index < len(words) and (words[index].key in vocabulary.scales or words[index].digits)


def _numbers_a_part(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun stands right before, so that "3/4" may be the third of four."""
    if not index or not words[index - 1].text[-1].isalpha() or vocabulary.hedges_before.before(words, index):
        return False
    return words[index - 1].key not in vocabulary.stop | vocabulary.fillers | vocabulary.determiners


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
    leads = vocabulary.plain_of | vocabulary.adjectives  # "hundreds more jobs"
    if not vague and not is_noun and (last >= len(words) or words[last].key not in leads):
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
        found = Spoken(Decimal(words[index].text), index + 1, "digits")
    if not found or found.last >= len(words):
        return None
    size = vocabulary.collective.get(words[found.last].key)
    if size is None:
        return None
    of = vocabulary.of.at(words, found.last + 1)
    scale, last = scale_at(words, of[1] if of else found.last + 1, vocabulary, digits=False)
    last = last if scale > 1 else found.last + 1  # "una ventina di milioni"
    value = found.value * size * scale
    reading = f"{' '.join(w.text for w in words[index:last])}: about {value}"
    return Numeral(index, last, value, value, Decimal(size) * scale / 5, "collective", scale > 1, (reading,))
