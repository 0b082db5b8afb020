"""Bare numbers -> figures with what they count, where words say that it is what was counted before.

"900 trabajadores, de los que 300 serán fijos", "in 3 ore anziché in 4", "Los autobuses son 45"

A number that stands alone is never given the nearest noun: a word must point back ("of which", "another", "instead
of"), or the form of the sentence must (a part in brackets, a plural "are"). A part is no greater than its whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.figures import Figure
from crossfoot.joins import printed_value
from crossfoot.scales import MILLION
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Phrases, Word

STOPS = frozenset({".", "!", "?", ";", BREAK})
MARKS = STOPS | frozenset(',:()«»"“”–—')
NEAR, FAR = 16, 45
"""Words back to what a number may point to: in its sentence, and where a word says that it points back."""
STOP_COSTS = 20
"""Words that the end of a sentence counts for, so that only the sentence before is reached, and no line before."""
SMALL_WORDS = 3
"""Hedges and articles between a word that points back and the number."""
LONGEST_SUBJECT = 7
LIKE = 20
"""Two numbers that count alike differ by no more than so many times."""
YEARS = (1900, 2100)
UNCOUNTED = frozenset({"percent", "duration", "multiplier", "temperature"})


class Around(NamedTuple):
    """A bare number among the figures before it."""

    words: Sequence[Word]
    figure: Figure
    before: Sequence[Figure]
    vocabulary: Vocabulary

    def opening(self, phrases: Phrases[bool]) -> bool:
        """Whether one of the phrases stands before the number, small words between them allowed."""
        index = self.figure.first
        for first in range(index, max(0, index - SMALL_WORDS) - 1, -1):
            if phrases.before(self.words, first):
                return True
            if not first or not self.is_small(self.words[first - 1]):
                return False
        return False

    def is_small(self, word: Word) -> bool:
        """Whether a word may stand between one that points back and the number: "De ellos, unos 300"."""
        return word.text == "," or word.key in self.vocabulary.stop | self.vocabulary.fillers

    def word(self, step: int) -> Word | None:
        """The word so many before the number (-1) or behind it (0, 1)."""
        index = self.figure.first + step if step < 0 else self.figure.last + step
        return self.words[index] if 0 <= index < len(self.words) else None

    def distance(self, figure: Figure) -> int:
        """Words between a figure before and the number; the end of a sentence counts for many."""
        between = self.words[figure.last : self.figure.first]
        ends = sum(w.text in STOPS for w in between) + 2 * sum(w.text == BREAK for w in between)
        return len(between) + STOP_COSTS * ends


def with_carried_nouns(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a number with nothing behind it the noun or the unit of the figure that it points back to."""
    out: list[Figure] = []
    part_before = False
    for figure in found:
        if not _is_bare(words, figure, vocabulary):
            out.append(figure)
            continue
        around = Around(words, figure, out[-LOOK_BACK:], vocabulary)
        part = _part(around) or (_listed(around) if part_before else None)
        whole = part or _other(around) or _replaced(around) or _told_of(around) or _left_out(around)
        out.append(_like(_with_half(around) if whole.unit else figure, whole) if whole else _of_subject(around))
        part_before = part is not None
    return out


LOOK_BACK = 4
"""Figures before a number among which it may find its own."""


def _is_bare(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a number stands alone: no unit, no millions, no year, and no noun but "others".

    A count has no decimals: what stands behind "1.699,81" is no noun that it counts.
    """
    if figure.unit or figure.low is None or figure.number.form not in ("digits", "words"):
        return False
    others = vocabulary.others_behind.at(words, figure.number.last)
    if (figure.noun and figure.number.step >= 1 and not others) or not 1 < figure.low < MILLION:
        return False
    return not _is_year(words[figure.number.first]) or figure.number.scaled


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and YEARS[0] <= int(word.text) <= YEARS[1]


def _like(figure: Figure, whole: Figure) -> Figure:
    """The number with the unit, the scale or the noun of the figure before it."""
    times = _scale(whole)
    if figure.low is None or figure.high is None:
        return figure
    named = whole.unit.base if whole.unit else whole.noun
    reading = (*figure.reading, f"counts what a figure before it does: {named}")
    last = figure.number.last if figure.noun and figure.number.step < 1 else figure.last
    return figure._replace(
        last=last, unit=whole.unit, noun=whole.noun, low=figure.low * times, high=figure.high * times,
        step=figure.step * times, reading=reading,
    )  # fmt: skip


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
    return 1 <= LIKE * one * _scale(whole) / other <= LIKE * LIKE


def _part(around: Around) -> Figure | None:
    """The whole of which the number is said to be a part.

    "di cui 300", "300 of them", "(43 in Italy)", "four galleries, three in France"
    """
    vocabulary, figure = around.vocabulary, around.figure
    behind = vocabulary.of_them_behind.at(around.words, figure.last)
    if around.opening(vocabulary.of_them) or behind:
        return next((f for f in _counts(around, FAR) if _fits(figure, f)), None)
    last = around.before[-1] if around.before else None
    if last is None or not _named(last) or around.distance(last) > NEAR:
        return None
    if _before_is(around, ",") and _opens_whole(around, last) and _fits(figure, last):
        return last
    if not _is_placed(around):
        return None
    between = around.words[last.last : figure.first]
    opened = [w.text for w in between if w.text in ",(;:)"] in (["("], [","])
    return last if opened and _before_is(around, "(,") and _fits(figure, last) else None


def _opens_whole(around: Around, whole: Figure) -> bool:
    """Whether the figure before stands behind an "of" that opens its clause: "De los 900 trabajadores, 300 ..."."""
    opening = around.vocabulary.of_whole.before(around.words, whole.first)
    return bool(opening and (not opening[1] or around.words[opening[1] - 1].text in MARKS))


def _listed(around: Around) -> Figure | None:
    """The part before, where the number is the next one in the list: "(45 in Francia e 12 in Italia)"."""
    last = around.before[-1] if around.before else None
    if last is None or not _is_placed(around) or around.distance(last) > NEAR:
        return None
    before = around.word(-1)
    joined = before and (before.text == "," or before.key in around.vocabulary.list_words)
    return last if joined else None


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
    """What was counted before, of which the number counts more: "otros 200", "200 more", "200 autres"."""
    vocabulary = around.vocabulary
    more = vocabulary.others.before(around.words, around.figure.first)
    more = more or vocabulary.others_behind.at(around.words, around.figure.number.last)
    return next(_counts(around, NEAR), None) if more else None


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
    vocabulary, words, start = around.vocabulary, around.words, _hedge_start(around)
    if vocabulary.there.before(words, start) or vocabulary.there.before(words, start - 1):
        return next((f for f in _counts(around, FAR) if _alike(around.figure, f)), None)
    before, behind = around.word(-1), around.word(0)
    relative = behind and (behind.key in vocabulary.openers | vocabulary.pronouns)
    if relative and before and before.key in vocabulary.definite_words:
        return next((f for f in _counts(around, NEAR) if _alike(around.figure, f)), None)
    verb = vocabulary.counting.before(words, start)
    subject = _subject(around, verb[1]) if verb else None
    known = vocabulary.stop | vocabulary.pronouns
    if subject is None or any(w.key not in known and not _is_year(w) for w in subject):
        return None
    return next((f for f in _counts(around, FAR) if _alike(around.figure, f)), None)


def _subject(around: Around, verb: int) -> Sequence[Word] | None:
    """The words of the clause before its verb; empty behind a relative pronoun, None where the clause is long."""
    for first in range(verb, max(0, verb - LONGEST_SUBJECT) - 1, -1):
        before = around.words[first - 1] if first else None
        if before is not None and before.key in around.vocabulary.openers:
            return ()
        if before is None or before.text in MARKS or before.key in around.vocabulary.list_words:
            return around.words[first:verb]
        if before.digits and not _is_year(before):
            return None
    return None


def _of_subject(around: Around) -> Figure:
    """The number with the noun that a plural "are" says it of: "Los autobuses son 45", "Sono 300 i lavoratori"."""
    vocabulary, words, figure = around.vocabulary, around.words, around.figure
    verb = vocabulary.counting.before(words, _hedge_start(around))
    against = around.opening(vocabulary.against)
    if vocabulary.drops_subject and (verb or against) and (named := _subject_behind(around)):
        return _counting(figure, named, vocabulary)
    if named := _whole_named(around):
        return _counting(figure, named, vocabulary)
    behind = around.word(0)
    subject = _subject(around, verb[1]) if verb else None
    if not subject or subject[0].key not in vocabulary.definite_words:
        return figure
    if behind and (behind.key in vocabulary.to_words or behind.text in "-–:/"):
        return figure  # "i gol sono 2 a 1"
    return _counting(figure, subject[1:], vocabulary)


def _whole_named(around: Around) -> Sequence[Word]:
    """The noun behind an "of" that opens the clause, the number behind a comma: "Fra i progetti scelti, 15 sono"."""
    words, vocabulary = around.words, around.vocabulary
    comma = around.word(-1)
    if comma is None or comma.text != ",":
        return ()
    for first in range(around.figure.first - 2, max(-1, around.figure.first - NEAR), -1):
        opened = vocabulary.of_whole.at(words, first) if not first or words[first - 1].text in STOPS else None
        if opened and opened[1] > first + 1 and not vocabulary.scope.at(words, opened[1]):
            return words[opened[1] : opened[1] + 1]
        if words[first].text in STOPS or words[first].digits:
            return ()
    return ()


def _subject_behind(around: Around) -> Sequence[Word]:
    """The noun behind the number, another number between them at most: "4.050 e non 5.200 gli addetti"."""
    words, vocabulary = around.words, around.vocabulary
    for index in range(around.figure.last, min(around.figure.last + SMALL_WORDS + 2, len(words) - 1)):
        word, behind = words[index], words[index + 1]
        if word.key in vocabulary.definite_words and behind.text[0].isalpha() and behind.key not in vocabulary.stop:
            return words[index + 1 : index + 2]
        if not (word.digits or word.key in vocabulary.stop):
            return ()
    return ()


def _counting(figure: Figure, named: Sequence[Word], vocabulary: Vocabulary) -> Figure:
    """The number with the noun that stands elsewhere in its clause, as a unit where the tables know it."""
    for index in range(len(named)):
        hit = vocabulary.units.at(named, index)
        if hit and hit[0].counted:
            return figure._replace(unit=hit[0], reading=(*figure.reading, f"unit: {hit[0].base}, the subject"))
    nouns = [w.text for w in named if w.text[0].isalpha() and w.key not in vocabulary.stop]
    if vocabulary.language.dates.nouns_capitalised:
        nouns = [text for text in nouns if text[0].isupper()]
    if not nouns:
        return figure
    noun = " ".join(nouns[:MOST_WORDS])
    return figure._replace(noun=noun, reading=(*figure.reading, f"counts the subject of its clause: {noun}"))


MOST_WORDS = 3


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


def _hedge_start(around: Around) -> int:
    """Where the hedge before the number starts: "più di 4mila"."""
    hedge = around.vocabulary.hedges_before.before(around.words, around.figure.first)
    return hedge[1] if hedge else around.figure.first


def _counts(around: Around, reach: int) -> Iterator[Figure]:
    """The figures before that count things or money, the nearest first."""
    for figure in reversed(around.before):
        if around.distance(figure) > reach:
            return
        if figure.noun or (figure.unit and figure.unit.measure not in UNCOUNTED):
            yield figure


def _named(figure: Figure) -> bool:
    return figure.unit is not None or figure.noun is not None
