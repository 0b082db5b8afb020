"""The unit behind a number: a symbol, a name, a scale glued to a currency, a counted noun, a physical unit.

"450 MEuros", "25,000 construction jobs", "2 milliards d'euros", "12 kt"
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.counted import Numeral
from crossfoot.countednouns import MOST_ADJECTIVES
from crossfoot.measuretable import Unit
from crossfoot.quantulum import unit_after
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word


def unit_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, number: Numeral) -> tuple[Unit | None, int, int]:
    """The unit behind a number, the index behind it, and a factor where a scale is glued to it ("MEuros")."""
    if index >= len(words):
        return None, index, 1
    start = index + 1 if words[index].text in "-‑" and words[index].start == words[index - 1].end else index
    hit = _longer(vocabulary.symbols.at(words, start), vocabulary.units.at(words, start))
    if (
        hit
        and not (hit[0].weak and not number.scaled)
        and not (hit[1] == start + 1 and _is_name(words, start, hit[0]))
        and not _is_next_sign(words, hit[1], hit[0])
    ):
        return hit[0], hit[1], 1
    glued = glued_at(words, start, vocabulary) if start < len(words) else None
    if glued:
        return glued[0], start + 1, glued[1]
    cursor = start
    for _ in range(2):
        step = vocabulary.of.at(words, cursor)
        if step:
            cursor = step[1]
            hit = vocabulary.units.at(words, cursor) or vocabulary.symbols.at(words, cursor)
            if hit and hit[0].measure == "duration" and words[cursor - 1].key not in vocabulary.plain_of:
                return None, number.last, 1  # "i 42 mila dell'anno prima" are of that year, and no years
            if hit and (hit[0].counted or number.scaled or number.form in ("several", "collective", "fraction")):
                return hit[0], hit[1], 1
        while cursor < len(words) and words[cursor].key in vocabulary.between:
            cursor += 1
        hit = vocabulary.units.at(words, cursor) or vocabulary.symbols.at(words, cursor)
        if (
            hit
            and cursor > start
            and not _is_name(words, cursor, hit[0])
            and not _is_next_sign(words, hit[1], hit[0], 1)
        ):
            measured = step and step[1] == cursor and not hit[0].scaled
            return (None, number.last, 1) if measured else (hit[0], hit[1], 1)  # "line 3 of the metro" is no length
    if number.scaled and vocabulary.kinds.at(words, cursor):
        return _long_tail(words, start, number)  # "700 milioni di finanziamenti posti" are no posts
    counted = _counted_noun(words, cursor, vocabulary)
    if counted:
        return *counted, 1
    return _long_tail(words, start, number)


def _longer(symbol: tuple[Unit, int] | None, name: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
    """The longer of two units found at one place: "km per hour", not "km"."""
    return name if name and (symbol is None or name[1] > symbol[1]) else symbol


def _is_next_sign(words: Sequence[Word], behind: int, unit: Unit, gap: int = 0) -> bool:
    """Whether a sign belongs to the figure behind it: "£49bn-£57bn", "a further € 90 million"."""
    if not unit.prefix or behind >= len(words) or not words[behind].digits:
        return False
    return words[behind].start - words[behind - 1].end <= gap


def _is_name(words: Sequence[Word], index: int, unit: Unit) -> bool:
    """Whether what looks like a one-letter unit starts something else: "3 T-shirts" are no tonnes."""
    word = words[index]
    if len(word.text) > 1 or not word.text.isalpha():
        return False
    behind = words[index + 1] if index + 1 < len(words) else None
    return bool(behind and behind.start == word.end and (behind.digits or behind.text in "-'’€$£"))


def glued_at(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Unit, int] | None:
    """A scale letter written together with a currency: "MEuros", "MdEUR"."""
    text = words[index].text
    for symbol, factor in vocabulary.language.scale_symbols.items():
        if not text.startswith(symbol) or len(text) <= len(symbol) + 1:
            continue
        rest = words[index]._replace(text=text[len(symbol) :], key=text[len(symbol) :].lower())
        hit = vocabulary.symbols.at([rest], 0) or vocabulary.units.at([rest], 0)
        if hit and hit[0].scaled:
            return hit[0], factor
    return None


def _counted_noun(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[Unit, int] | None:
    """A counted noun behind a few adjectives: "25,000 construction jobs"."""
    for cursor in range(index, min(index + MOST_ADJECTIVES, len(words))):
        word = words[cursor]
        if word.digits or not word.text[0].isalpha() or word.key in vocabulary.stop or word.key in vocabulary.scales:
            return None
        hit = vocabulary.units.at(words, cursor + 1) or vocabulary.symbols.at(words, cursor + 1)
        if hit and hit[0].counted:
            return hit
    return None


def _long_tail(words: Sequence[Word], index: int, number: Numeral) -> tuple[Unit | None, int, int]:
    """A physical unit that the tables lack, as quantulum3 knows it."""
    if number.form not in ("digits", "words") or index >= len(words):
        return None, number.last, 1
    upto = words[index : index + 5]
    text = "".join(
        w.text + (" " if n + 1 < len(upto) and upto[n + 1].start > w.end else "") for n, w in enumerate(upto)
    )
    hit = unit_after(text)
    if hit is None:
        return None, number.last, 1
    end = 0
    for count, word in enumerate(upto, 1):
        end += len(word.text) + (1 if count < len(upto) and upto[count].start > word.end else 0)
        if end >= hit.length:
            unit = Unit(name=hit.symbol, base=hit.symbol, factor=Decimal(1), measure="count_other")
            return unit, index + count, 1
    return None, number.last, 1
