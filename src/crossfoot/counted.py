"""Numbers in digits and number words, with the scale behind them -> a value and its last printed place.

"450 millions", "deux cent mille", "52bn", "zwei Millionen 300.000"; the other forms of a number are in `numerals`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.parts import part_behind
from crossfoot.printed import as_decimal, is_single_group, literal
from crossfoot.scales import MILLION, THOUSAND, power_of_ten, scale_at
from crossfoot.spoken import Spoken, decimals, spoken
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

HUNDRED = 100
MOST_IN_THOUSANDS = 10_000_000
"""The largest scale of which thousands are printed: the crore of India, "Rs 62,700 crore"."""
ORDINAL_ENDINGS = frozenset({"e", "eme", "er", "ere", "re", "nd", "nde", "st", "rd", "th", "º", "ª"})


class Numeral(NamedTuple):
    """A number found in the words."""

    first: int
    last: int
    """Index of the first word, and the index behind the last."""
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    """One in the last printed place: a tenth of a billion for "1,8 milliard"."""
    form: str
    """digits, words, fraction, collective ("une quinzaine"), several ("centaines"), share ("one in five"), told share
    ("one bed in five"), slashed, ordinal, article."""
    scaled: bool
    """A scale word or letter was printed."""
    reading: tuple[str, ...]
    doubt: str | None = None


def counted(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """Digits or number words, with the scale that follows them: "450 millions", "deux cent mille", "52bn"."""
    word, doubt = words[index], None
    if word.digits:
        ordinal = _ordinal(words, index)
        if ordinal and power_of_ten(words, index + 1)[1] == index + 1:
            return ordinal
        found, doubt = _in_digits(words, index, vocabulary)
    else:
        said = spoken(words, index, vocabulary) or _the_one(words, index, vocabulary)
        if said is None:
            return None
        found = said
    value, last, form, step = found
    printed = " ".join(w.text for w in words[index:last]) or words[index - 1].text
    if vocabulary.language.half_after and form != "digits":
        value, step, last = _and_a_half(words, last, vocabulary, value, step)
    value, step, last = _and_a_part(words, index, last, vocabulary, value, step)
    if form != "article":  # "un altro miliardo" says that it is added
        last = _before_scale(words, last, vocabulary)
    singular = vocabulary.language.plural_from_two and _is_singular(words, last, vocabulary)
    scale, last = scale_at(words, last, vocabulary, digits=form == "digits")
    value, scale, last = _mixed(words, last, vocabulary, value, scale)
    if form == "article" and (value != 1 or scale > 1):
        form = "words"
    if scale == 1:
        return Numeral(index, last, value, value, step, form, False, (f"{printed}: {value}",), doubt)
    if word.digits and is_single_group(word.text) and not singular:
        value, step = _regrouped(word.text, value, step, scale)
    reading: tuple[str, ...] = (f"{printed}: {value}", f"times {scale:,}")
    half, step, last = _and_a_half(words, last, vocabulary, Decimal(0), step)
    if scale >= MILLION:
        half, step, last = _and_a_part(words, index, last, vocabulary, half, step)
    low, finest = (value + half) * scale, step * scale
    if scale >= HUNDRED:
        more, unit_place, last = _continued(words, last, vocabulary, scale)
        if more:
            low, finest, reading = low + more, unit_place, (*reading, f"and {more:,}")
    return Numeral(index, last, low, low, finest, form, True, reading)


def _is_singular(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a scale word in the singular stands there, so that the number is below two: "1,200 million" is 1.2."""
    return index < len(words) and words[index].key in vocabulary.scales and not words[index].key.endswith("s")


def _regrouped(printed: str, value: Decimal, step: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    """Value and step of a number with one mark before three digits, as its scale says what the mark means."""
    if scale > MOST_IN_THOUSANDS and printed[-3:] != "000":
        # "9.630 millions" is nine thousand of them, but nobody prints thousands of billions
        decimal = as_decimal(printed)
        return decimal.value, decimal.step
    if scale >= MILLION and step < 1 and printed.endswith(ROUND):
        return value * THOUSAND, Decimal(1)  # "1,200 millones": nobody prints zeros behind a decimal mark
    return value, step


ROUND = "00"


def _before_scale(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> int:
    """Steps over the word between a number and its scale: "2 more billion dollars", "2 autres milliards d'euros"."""
    if last + 1 >= len(words) or words[last].key not in vocabulary.adjectives:
        return last
    return last + 1 if vocabulary.scales.get(words[last + 1].key, 0) >= MILLION else last


def _mixed(
    words: Sequence[Word], last: int, vocabulary: Vocabulary, value: Decimal, scale: int
) -> tuple[Decimal, int, int]:
    """Adds the hundreds printed in digits behind the word for a thousand, as in Mexico: "40 mil 827 millones"."""
    if not vocabulary.language.mixed_thousands or last >= len(words):
        return value, scale, last
    behind, glued = words[last], words[last].start - words[last - 1].end <= 1
    if vocabulary.numbers.get(words[last - 1].key) != THOUSAND or not glued:
        return value, scale, last
    if not behind.text.isdigit() or len(behind.text) > HUNDREDS:
        return value, scale, last
    more, last = scale_at(words, last + 1, vocabulary, digits=False)
    return value * scale + int(behind.text), more, last


HUNDREDS = 3
"""Digits that a number below a thousand has."""


def _ordinal(words: Sequence[Word], index: int) -> Numeral | None:
    """ "3e", "12th": a place in an order."""
    word = words[index]
    ending = words[index + 1] if index + 1 < len(words) and words[index + 1].start == word.end else None
    if not ending or ending.key not in ORDINAL_ENDINGS or not word.text.isdigit():
        return None
    place = f"{word.text}{ending.text}: the place in an order"
    value = Decimal(word.text)
    return Numeral(index, index + 2, value, value, Decimal(1), "ordinal", False, (place,))


def _in_digits(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Spoken, str | None]:
    """A number in digits, with the decimals said behind it ("1 Komma 5") or a power of ten; and its doubt."""
    value, step, doubt = literal(words[index].text, vocabulary.marks)
    said = decimals(words, index + 1, vocabulary) if words[index].text.isdigit() else None
    if said is None:
        power, last = power_of_ten(words, index + 1)
        return Spoken(value * power, last, "digits", step * power), doubt
    step = Decimal(10) ** -len(said[0])
    return Spoken(value + Decimal(said[0]) * step, said[1], "digits", step), None


def _and_a_half(
    words: Sequence[Word], last: int, vocabulary: Vocabulary, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int]:
    """Adds the half of "deux millions et demi"."""
    hit = vocabulary.half_after.at(words, last)
    if hit:
        return value + Decimal("0.5"), Decimal("0.5"), hit[1]
    return value, step, last


def _and_a_part(
    words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int]:
    """Adds the part of "five and a quarter", but not in "between two and three quarters"."""
    part = part_behind(words, last, vocabulary) if value == value.to_integral_value() else None
    if part is None or (first and words[first - 1].key in vocabulary.between_words):
        return value, step, last
    return value + part.value, Decimal(part.part.numerator) / part.part.denominator, part.last


def _the_one(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Spoken | None:
    """The one that a definite article says of a scale word behind it: "supera il miliardo"."""
    if not index or words[index - 1].key not in vocabulary.definite or words[index].key in vocabulary.several:
        return None
    is_scale = vocabulary.scales.get(words[index].key, 0) >= MILLION
    return Spoken(Decimal(1), index, "words", Decimal(1)) if is_scale else None


def _continued(words: Sequence[Word], index: int, vocabulary: Vocabulary, scale: int) -> tuple[Decimal, Decimal, int]:
    """What goes on below a scale word, its last place, and the index behind it.

    "un million deux cent mille", "zwei Millionen 300.000", "un milione e 200mila"; but a year is none ("5 Milliarden
    2030"), and behind "and" digits need a scale of their own ("2 millions et 300 emplois" are two figures).
    """
    nothing = Decimal(0), Decimal(0), index
    joined = index < len(words) and words[index].key in vocabulary.and_words
    start = index + joined
    if start >= len(words) or words[start].start - words[start - 1].end > 1:
        return nothing
    if words[start].digits:
        value, place, _ = literal(words[start].text, vocabulary.marks)
        marked = not joined and not words[start].text.isdigit()
        found = None if place < 1 else Spoken(value, start + 1, "digits")
    else:
        marked, found = not joined, spoken(words, start, vocabulary)
    if found is None:
        return nothing
    factor, last = scale_at(words, found.last, vocabulary, digits=found.form == "digits")
    more = found.value * factor
    is_words = found.form == "words"
    if scale < MILLION:
        small = is_words and more < HUNDRED if joined else (is_words or factor > 1)
        return (more, Decimal(factor), last) if small and more < scale else nothing
    if (
        more >= scale
        or not (is_words or factor > 1 or more >= THOUSAND)
        or not (marked or factor > 1 or (is_words and more >= THOUSAND))
    ):
        return nothing
    if factor < MILLION:
        return more, Decimal(factor), last
    deeper, place, last = _continued(words, last, vocabulary, factor)
    return more + deeper, place or Decimal(factor), last
