"""Bare numbers -> figures with what they count, where words say that it is what was counted before.

"900 trabajadores, de los que 300 serán fijos", "in 3 ore anziché in 4", "Los autobuses son 45"

A number that stands alone is never given the nearest noun: a word must point back ("of which", "another", "instead
of"), or the form of the sentence must (a part in brackets, a plural "are"). A part is no greater than its whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.clauses import (
    FAR,
    MARKS,
    NEAR,
    SMALL_WORDS,
    Around,
    are_alike,
    counting_like,
    hedge_start,
    is_year,
    of_subject,
    sentence,
    subject,
)
from crossfoot.figures import Figure
from crossfoot.joins import printed_value
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

UNCOUNTED = frozenset({"percent", "duration", "multiplier", "temperature"})


def with_carried_nouns(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a number with nothing behind it the noun or the unit of the figure that it points back to."""
    out: list[Figure] = []
    part_before: Figure | None = None
    for figure in found:
        around = Around(words, figure, out[-LOOK_BACK:], vocabulary)
        if not _is_bare(words, figure, vocabulary) and not _has_no_noun(around):
            out.append(figure)
            continue
        part = _part(around) or (_listed(around, part_before) if part_before else None)
        whole = part or _other(around) or _replaced(around) or _told_of(around) or _left_out(around)
        whole = whole or _bracketed(around) or _said_again(around)
        counted = None if whole else of_subject(around)
        out.append(counted or (_like(_with_half(around) if whole.unit else figure, whole) if whole else figure))
        part_before = out[-1] if part or (counted not in (None, figure) and _opened_by_among(around)) else None
    return out


LOOK_BACK = 4
"""Figures before a number among which it may find its own."""


def _is_bare(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a number stands alone: no unit, no millions, no year, and no noun but "others".

    A count has no decimals: what stands behind "1.699,81" is no noun that it counts.
    """
    if figure.unit or figure.low is None or figure.number.form not in ("digits", "words", "fraction"):
        return False
    others = vocabulary.others_behind.at(words, figure.number.last)
    if (figure.noun and figure.number.step >= 1 and not others) or not 1 < figure.low < MILLION:
        return False
    return not is_year(words[figure.number.first]) or figure.number.scaled


def _has_no_noun(around: Around) -> bool:
    """Whether what stands behind the number is no noun of its own: "of which 120 comes from"."""
    figure, last = around.figure, around.before[-1] if around.before else None
    if figure.noun is None or figure.unit or last is None or last.unit is None or figure.number.scaled:
        return False
    if not (last.unit.counted or last.unit.scaled) or not figure.low or figure.low <= 1:
        return False
    return figure.number.form == "digits" and around.opening(around.vocabulary.of_them) and _fits(figure, last)


def _like(figure: Figure, whole: Figure) -> Figure:
    """The number with the unit, the scale or the noun of the figure before it."""
    return counting_like(figure, whole, _scale(whole), "a figure before it does")


def _with_half(around: Around) -> Figure:
    """The number with the half behind it: "rispetto alle attuali 3 e mezzo"."""
    figure, half = around.figure, around.vocabulary.half_after.at(around.words, around.figure.last)
    if half is None or figure.low is None or figure.high is None:
        return figure
    more, reading = Decimal("0.5"), (*figure.reading, "and a half")
    return figure._replace(last=half[1], low=figure.low + more, high=figure.high + more, step=more, reading=reading)


def _scale(whole: Figure) -> Decimal:
    """What a bare number is to be multiplied by: a million beside "1.838,59 millones"; a count stands as printed."""
    if whole.low and whole.unit and not whole.unit.counted:
        return whole.low / printed_value(whole)
    return Decimal(1)


def _fits(figure: Figure, whole: Figure) -> bool:
    """Whether the number can be a part of the figure before it."""
    part, most = figure.low, whole.high if whole.high is not None else whole.low
    return part is not None and most is not None and part * _scale(whole) <= most


def _alike(figure: Figure, whole: Figure) -> bool:
    """Whether the number can stand for what the figure before it stands for: neither is many times the other."""
    one, other = figure.low, whole.low if whole.low is not None else whole.high
    if not one or not other:
        return False
    return are_alike(one * _scale(whole), other)


def _part(around: Around) -> Figure | None:
    """The whole of which the number is said to be a part.

    "di cui 300", "300 of them", "(43 in Italy)", "four galleries, three in France"
    """
    vocabulary, figure = around.vocabulary, around.figure
    behind = vocabulary.of_them_behind.at(around.words, figure.last)
    if around.opening(vocabulary.of_them) or around.opening(vocabulary.among) or behind:
        return next((f for f in _counts(around, FAR) if _fits(figure, f) and _counts_alike(figure, f)), None)
    last = around.before[-1] if around.before else None
    if last is None or not _named(last) or around.distance(last) > NEAR:
        return None
    parted = _before_is(around, ",") or _behind_verb(around, last)
    if parted and _opens_whole(around, last) and _fits(figure, last):
        return last
    if not _is_placed(around):
        return None
    between = around.words[last.last : figure.first]
    opened = [w.text for w in between if w.text in ",(;:)"] in (["("], [","])
    return last if opened and _before_is(around, "(,") and _fits(figure, last) else None


def _counts_alike(figure: Figure, whole: Figure) -> bool:
    """Whether a number in words, which counts things, is a part of things: "dos de ellas" are no two megawatts."""
    return figure.number.form != "words" or whole.unit is None or whole.unit.counted or whole.unit.scaled


def _behind_verb(around: Around, whole: Figure) -> bool:
    """Whether the verb alone stands between whole and part, as German has it: "Von den 900 Stellen bleiben 300"."""
    between = around.words[whole.last : hedge_start(around)]
    return around.vocabulary.verb_second and len(between) == 1 and between[0].text.islower()


def _opens_whole(around: Around, whole: Figure) -> bool:
    """Whether the figure before stands behind an "of" that opens its clause: "De los 900 trabajadores, 300 ..."."""
    opening = around.vocabulary.of_whole.before(around.words, whole.first)
    return bool(opening and (not opening[1] or around.words[opening[1] - 1].text in MARKS))


def _listed(around: Around, part: Figure) -> Figure | None:
    """The part before, where the number is the next one in the list.

    "(45 in Francia e 12 in Italia)", "di cui 57 da fondi statali e 69 da privati"
    """
    last, behind = around.before[-1] if around.before else None, around.word(0)
    start = hedge_start(around)
    ands = around.vocabulary.list_words
    while start and around.words[start - 1].key in around.vocabulary.small_words - ands:
        start -= 1
    adverb = start > 1 and around.words[start - 1].text.islower() and around.words[start - 2].key in ands
    before = around.words[start - 1 - adverb] if start else None  # "y solo 53 en Ferrol"
    joined = before and (before.text in ",;" or before.key in around.vocabulary.list_words)
    if last is None or not joined:
        return None
    if _is_placed(around) and around.distance(last) <= NEAR:
        return last
    said = {w.key for w in around.words[part.number.last : part.number.last + SAID_OF_PART]}
    alike = behind is not None and behind.key in said and behind.key in around.vocabulary.stop
    return part if alike and around.distance(part) <= FAR else None


SAID_OF_PART = 3
"""Words behind a part's number among which the preposition stands that the next part repeats."""


def _opened_by_among(around: Around) -> bool:
    """Whether the clause names the whole of which its subject tells a part: "Fra i progetti scelti, 15 sono"."""
    first, _ = sentence(around.words, around.figure)
    return any(around.vocabulary.of_whole.at(around.words, n) for n in range(first, around.figure.first))


def _is_placed(around: Around) -> bool:
    """Whether a place stands behind the number: "in Francia"."""
    step = around.vocabulary.locatives.at(around.words, around.figure.last)
    return bool(step and step[1] < len(around.words) and around.words[step[1]].text[0].isupper())


def _before_is(around: Around, marks: str) -> bool:
    """Whether one of the marks stands before the number, a hedge or an article between them at most."""
    index = around.figure.first
    for first in range(index, max(0, index - SMALL_WORDS) - 1, -1):
        if first and around.words[first - 1].text in marks:
            return True
        if not first or not around.is_small(around.words[first - 1]):
            return False
    return False


def _other(around: Around) -> Figure | None:
    """What was counted before, of which the number counts more: "otros 200", "200 autres", "50 more than today"."""
    vocabulary = around.vocabulary
    if vocabulary.others.before(around.words, around.figure.first):
        return next(_counts(around, FAR), None)
    last = around.before[-1] if around.before else None
    behind = vocabulary.others_behind.at(around.words, around.figure.number.last)
    if not behind or last is None or not _named(last) or around.distance(last) > NEAR:
        return None
    return None if last.unit and last.unit.measure == "percent" else last


def _replaced(around: Around) -> Figure | None:
    """The figure that the number is held against: "in 3 ore anziché in 4", "statt bisher 80"."""
    last = around.before[-1] if around.before else None
    if last is None or not _named(last) or around.distance(last) > NEAR or not _alike(around.figure, last):
        return None
    return last if around.opening(around.vocabulary.against) else None


def _told_of(around: Around) -> Figure | None:
    """What was counted before, where a clause goes on about it.

    "Ne arriveranno 900", "800 persone che diventano 1.200", "serán 900", "the 240 it predicted"
    """
    vocabulary, words, start = around.vocabulary, around.words, hedge_start(around)
    if vocabulary.there.before(words, start) or vocabulary.there.before(words, start - 1):
        return next((f for f in _counts(around, FAR) if _alike(around.figure, f)), None)
    before, behind = around.word(-1), around.word(0)
    relative = behind and (behind.key in vocabulary.openers | vocabulary.pronouns)
    if relative and before and before.key in vocabulary.definite_words:
        return next((f for f in _counts(around, NEAR) if _alike(around.figure, f)), None)
    verb = vocabulary.counting.before(words, start)
    said_of = subject(around, verb[1]) if verb else None
    known = vocabulary.stop | vocabulary.pronouns
    if said_of is None or any(w.key not in known and not is_year(w) for w in said_of):
        return None
    return next((f for f in _counts(around, FAR) if _alike(around.figure, f)), None)


def _left_out(around: Around) -> Figure | None:
    """The figure before, where a second name has the same verb: "l'Italia spenderà 2,9 miliardi, la Francia 2,1"."""
    last, vocabulary, behind = around.before[-1] if around.before else None, around.vocabulary, around.word(0)
    if last is None or not _named(last) or not _alike(around.figure, last):
        return None
    joint, *name = around.words[last.last : around.figure.first] or (None,)
    if joint is None or not (joint.text == "," or joint.key in vocabulary.list_words) or not 0 < len(name) <= 4:
        return None
    capitals = [w for w in name if w.text[0].isupper()]
    small = [w for w in name if w not in capitals]
    if not capitals or any(w.key not in vocabulary.definite_words for w in small):
        return None
    ends = behind is None or behind.text in MARKS or behind.key in vocabulary.list_words
    return last if ends and small and name[0] in small else None


def _bracketed(around: Around) -> Figure | None:
    """The figure before, in brackets behind its name as this one is: "Varo (200 km), Morel (300) y Lunes (400)"."""
    last, words = around.before[-1] if around.before else None, around.words
    behind = around.word(0)
    if last is None or not _named(last) or behind is None or behind.text != ")" or last.last >= len(words):
        return None
    between = [w.text for w in words[last.last : hedge_start(around)]]
    if len(between) < len([")", ",", "X", "("]) or len(between) > MOST_OF_NAME or "(" not in (between[-1], between[-2]):
        return None
    joined = between[0] == ")" and (between[1] == "," or words[last.last + 1].key in around.vocabulary.list_words)
    named = any(text[0].isupper() for text in between[2:])
    return last if joined and named and not any(text in ".;:" or text[0].isdigit() for text in between) else None


MOST_OF_NAME = 9
"""Words from one bracket of a list to the number in the next: ") y la Región de Varo (unos"."""


def _said_again(around: Around) -> Figure | None:
    """The figure before, where a second place or time is joined to its own by the same preposition.

    "12.000 trabajadores en el mercado español y unos 5.600 en el estadounidense"
    """
    last, vocabulary, behind = around.before[-1] if around.before else None, around.vocabulary, around.word(0)
    start = hedge_start(around)
    if last is None or not _named(last) or behind is None or not start or around.distance(last) > NEAR:
        return None
    if last.unit and (last.unit.measure in UNCOUNTED or last.unit.scaled):
        return None
    joined = around.words[start - 1].key in vocabulary.list_words
    said = around.words[last.last : last.last + 1]
    again = behind.key in vocabulary.prepositions | vocabulary.locative_words and any(w.key == behind.key for w in said)
    return last if joined and again and _alike(around.figure, last) else None


def _counts(around: Around, reach: int) -> Iterator[Figure]:
    """The figures before that count things or money, the nearest first."""
    for figure in reversed(around.before):
        if around.distance(figure) > reach:
            return
        if figure.noun or (figure.unit and figure.unit.measure not in UNCOUNTED):
            yield figure


def _named(figure: Figure) -> bool:
    return figure.unit is not None or figure.noun is not None
