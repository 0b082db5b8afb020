"""Numbers in digits and number words, with the scale behind them -> a value and its last printed place.

"450 millions", "deux cent mille", "52bn", "zwei Millionen 300.000"; the other forms of a number are in `numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot import compounds
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import SPACES, Word

TEN = Decimal(10)
_SINGLE_GROUP = re.compile(r"(\d{1,3})([.,])(\d{3})")
_SPACED = re.compile(rf"[{SPACES}'’]")


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
    """digits, words, fraction, collective ("une quinzaine"), several ("centaines"), ordinal, article."""
    scaled: bool
    """A scale word or letter was printed."""
    reading: tuple[str, ...]
    doubt: str | None = None


def literal(printed: str, vocabulary: Vocabulary) -> tuple[Decimal, int, str | None]:
    """The value of a number in digits, how many decimals it shows, and a doubt where its mark can mean both.

    The language decides what a single mark before three digits is: "40.000" is forty thousand in French.
    """
    plain = _SPACED.sub("", printed)
    language = vocabulary.language
    single = _SINGLE_GROUP.fullmatch(plain)
    if single:
        if single[1] == "0" or single[2] == language.decimal:
            return Decimal(plain.replace(",", ".")), 3, None
        if single[2] in language.thousands:
            return Decimal(single[1] + single[3]), 0, None
        return Decimal(plain.replace(",", ".")), 3, f"{printed!r} may be a thousand times as much"
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return Decimal(plain), 0, None
    if len(marks) > 1 and len(set(marks)) == 1:
        return Decimal(re.sub(r"[.,]", "", plain)), 0, None
    whole, _, decimals = plain.rpartition(marks[-1])
    return Decimal(re.sub(r"[.,]", "", whole) + "." + decimals), len(decimals), None


def counted(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> Numeral | None:
    """Digits or number words, with the scale that follows them: "450 millions", "deux cent mille", "52bn"."""
    word = words[index]
    if word.digits:
        value, decimals, doubt = literal(word.text, vocabulary)
        step, last, form = TEN**-decimals, index + 1, "digits"
        ordinal = words[last] if last < len(words) and words[last].start == word.end else None
        if ordinal and ordinal.key in ORDINAL_ENDINGS and not decimals:
            place = f"{word.text}{ordinal.text}: the place in an order"
            return Numeral(index, last + 1, value, value, Decimal(1), "ordinal", False, (place,))
    else:
        found = spoken(words, index, vocabulary) or _the_one(words, index, vocabulary)
        if not found:
            return None
        value, last, form = found
        step, doubt = Decimal(1), None
    printed = " ".join(w.text for w in words[index:last]) or words[index - 1].text
    if last < len(words) and vocabulary.language.half_after and form == "words":
        value, step, last = _and_a_half(words, last, vocabulary, value, step)
    scale, last = scale_at(words, last, vocabulary, digits=form == "digits")
    value, scale, last = _mixed(words, last, vocabulary, value, scale)
    if form == "article" and scale > 1:
        form = "words"
    if form == "article":
        return Numeral(index, last, value, value, step, form, False, (f"{printed}: {value}",))
    reading: tuple[str, ...] = (f"{printed}: {value}",) if scale == 1 else (f"{printed}: {value}", f"times {scale:,}")
    if scale > 1:
        doubt = None
        if (
            form == "digits"
            and _SINGLE_GROUP.fullmatch(word.text)
            and scale > MOST_IN_THOUSANDS
            and word.text[-3:] != "000"
        ):
            # "9.630 millions" is nine thousand of them, but nobody prints thousands of billions
            value, step = Decimal(word.text.replace(",", ".")), Decimal("0.001")
            reading = (f"{printed}: {value}", f"times {scale:,}")
        half, step, last = _and_a_half(words, last, vocabulary, Decimal(0), step)
        value += half
    low, finest = value * scale, step * scale
    if scale >= MILLION:
        more, unit_place, last = _continued(words, last, vocabulary, scale)
        if more:
            low, finest, reading = low + more, unit_place, (*reading, f"and {more:,}")
    return Numeral(index, last, low, low, finest, form, scale > 1, reading, doubt)


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
MILLION = 1_000_000
THOUSAND = 1_000


def _the_one(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Decimal, int, str] | None:
    """The one that a definite article says of a scale word behind it: "supera il miliardo"."""
    if not index or words[index - 1].key not in vocabulary.definite or words[index].key in vocabulary.several:
        return None
    return (Decimal(1), index, "words") if vocabulary.scales.get(words[index].key, 0) >= MILLION else None


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
    found: tuple[Decimal, int, str] | None
    if words[start].digits:
        value, decimals, _ = literal(words[start].text, vocabulary)
        marked = not joined and not words[start].text.isdigit()
        found = None if decimals else (value, start + 1, "digits")
    else:
        marked, found = not joined, spoken(words, start, vocabulary)
    if found is None:
        return nothing
    factor, last = scale_at(words, found[1], vocabulary, digits=found[2] == "digits")
    more = found[0] * factor
    is_words = found[2] == "words"
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


MOST_IN_THOUSANDS = 1_000_000
"""The largest scale of which thousands are printed."""
ORDINAL_ENDINGS = frozenset({"e", "eme", "er", "ere", "re", "nd", "nde", "st", "rd", "th", "º", "ª"})


def _and_a_half(
    words: Sequence[Word], last: int, vocabulary: Vocabulary, value: Decimal, step: Decimal
) -> tuple[Decimal, Decimal, int]:
    """Adds the half of "deux millions et demi"."""
    hit = vocabulary.half_after.at(words, last)
    if hit:
        return value + Decimal("0.5"), Decimal("0.5"), hit[1]
    return value, step, last


def scale_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, *, digits: bool) -> tuple[int, int]:
    """The product of the scale words from `index` on, and the index behind them."""
    scale = 1
    while index < len(words):
        glued = words[index].text == "-" and words[index].start == words[index - 1].end and index + 1 < len(words)
        word = words[index + glued]  # "350-Millionen-Euro-Werk", "a 350-million-euro plant"
        factor = vocabulary.scales.get(word.key)
        if factor is None and digits and scale == 1 and not glued:
            factor = _scale_symbol(words, index, vocabulary)
        if factor is None and digits and scale == 1 and vocabulary.numbers.get(word.key) in (100, 1000):
            factor = vocabulary.numbers[word.key]
        if factor is None:
            break
        scale *= factor
        index += 1 + glued
        if index < len(words) and words[index].text == "." and words[index].start == words[index - 1].end:
            behind = words[index + 1] if index + 1 < len(words) else None
            named = vocabulary.units.at(words, index + 1) or vocabulary.symbols.at(words, index + 1)
            if len(word.text) <= 4 and behind and (named or behind.key in vocabulary.of_words):
                index += 1  # the full stop of an abbreviation: "2 Mrd. Euro"
    return scale, index


def _scale_symbol(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int | None:
    """The factor of a printed scale letter; a single letter counts only beside a currency."""
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
    return factor if beside else None


def spoken(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Decimal, int, str] | None:
    """Number words from `index` on: their value, the index behind, and "words" or "article"."""
    total = current = 0
    last, seen, cursor = index, 0, index
    previous: int | None = None
    while cursor < len(words):
        word = words[cursor]
        value = vocabulary.numbers.get(word.key)
        if value is None and vocabulary.language.compound:
            value = compounds.split(word.key, vocabulary.numbers, vocabulary.language.inverted)
        if value is None:
            joint = _joint(words, cursor, vocabulary) if seen else 0
            ahead = vocabulary.numbers.get(words[cursor + joint].key) if joint else None
            if ahead is not None and (ahead < 100 or word.text == "-"):  # "entre cien y mil" are two numbers
                cursor += joint
                continue
            break
        added = _join(total, current, previous, value)
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
    return Decimal(total + current), last, "article" if alone else "words"


def _joint(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> int:
    """How many words join two number words from `index` on: "vingt-deux", "vingt et un", "vingt-et-un"; or none."""
    dash = int(words[index].text == "-")
    linked = index + dash < len(words) and words[index + dash].key in vocabulary.link
    behind = index + dash + linked
    again = int(bool(dash and linked) and behind < len(words) and words[behind].text == "-")
    joint = dash + linked + again
    return joint if index + joint < len(words) else 0


def _join(total: int, current: int, previous: int | None, value: int) -> tuple[int, int] | None:
    """One more number word on top of what was read, or None where it starts another number."""
    if value == 20 and previous == 4 and current % 100 == 4:  # quatre-vingt
        return total, current - 4 + 80
    if value == 100:
        if previous is not None and previous >= 100:
            return None
        return total, (current - current % 100) + (current % 100 or 1) * 100
    if value >= 1000:
        return (total + (current or 1) * value, 0) if total % 1_000_000 == 0 else None
    if previous is None:
        return total, value
    if previous >= 100 and previous % 100 == 0 and value < previous:
        return total, current + value
    fits = (
        (previous >= 20 and value < 10)
        or (previous in (20, 60, 80) and 10 <= value < 20)
        or (previous == 10 and value < 10)
    )
    return (total, current + value) if fits and current % 10 == 0 else None
