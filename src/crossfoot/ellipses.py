"""Bare numbers -> figures with what a figure near by counts, where the form of the sentence leaves the noun out.

"Varo extends its network by 64 km, Melo by 30", "die Marine erhält 80 Boote, die Garde 40", "9 of its 40 ships"

What a sentence says twice it prints once: the second of two like phrases keeps only what differs. The phrases must be
alike in form: the same preposition before or behind both numbers, the same brackets, another holder with an article.
What the words show to point back ("davon", "another") is told in `carried`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossfoot.clauses import MARKS, STOPS, counting_like, is_year
from crossfoot.figures import Figure
from crossfoot.gaps import MOST_BETWEEN, MOST_NAME, Gap, alike, fits, is_counted, is_gap, lead, scale_like, suits
from crossfoot.parallels import ahead, changed_from, from_to, other_end, preposition_behind, same_preposition
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

WHY = "a figure near by does, whose phrase this one repeats without it"
COUNTS = "counts what "
"""How the step of the reading begins that gives a number what another figure counts."""
DOUBT = "what it counts is printed for another figure only"


def with_ellipses(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary, text: str) -> list[Figure]:
    """Gives a bare number the unit or the noun of the figure whose phrase it repeats."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        if is_gap(words, out[n], vocabulary, text):
            gap = Gap(words, out[n], out[:n], vocabulary)
            out[n] = _named(gap, ahead(gap, out[n + 1]))
    for n in range(len(out)):
        if is_gap(words, out[n], vocabulary, text):
            gap = Gap(words, out[n], out[max(0, n - LOOK_BACK) : n], vocabulary)
            out[n] = _named(gap, next((like for form in FORMS if (like := form(gap))), None))
    return out


LOOK_BACK = 8
"""Figures before a number among which it may find its own."""


def _named(gap: Gap, other: Figure | None) -> Figure:
    """The number with the unit, the scale or the noun of the other figure, and the doubt that it is so."""
    if other is None:
        return gap.figure
    figure = counting_like(gap.figure, other, scale_like(gap.figure, other), WHY)
    return figure._replace(number=figure.number._replace(doubt=figure.number.doubt or DOUBT))


def _time_again(gap: Gap) -> Figure | None:
    """The time before, where its number alone is told of the next work: "ten months of digging, then six of building".

    The same preposition stands right behind both, and a comma or a list word before the number.
    """
    other = gap.before[-1] if gap.before else None
    if other is None or other.unit is None or other.unit.measure != "duration" or not gap.joins(gap.start - 1):
        return None
    vocabulary, last = gap.vocabulary, gap.figure.last
    if vocabulary.part_of.at(gap.words, last) or vocabulary.of_them_behind.at(gap.words, last):
        return None  # "after ten months of talks, two of the firms"
    mine = gap.preposition(last)
    told = mine is not None and mine == gap.preposition(other.last) and gap.figure.number.step >= 1
    return other if told and gap.start - other.last <= MOST_NAME and alike(gap.figure, other) else None


def _verb_behind(gap: Gap) -> Figure | None:
    """What was counted before, where some of it is or has something: "15 ships are ordered, and four are there"."""
    vocabulary, start = gap.vocabulary, gap.start
    behind, auxiliaries = gap.at(gap.figure.last), vocabulary.language.speakers.auxiliaries
    verb = vocabulary.counting.at(gap.words, gap.figure.last) or (behind and behind.text in auxiliaries)
    if not verb or not (gap.joins(start - 1) or vocabulary.contrast.before(gap.words, start)):
        return None
    counted = (f for f in gap.visible() if is_counted(f) and suits(gap.figure, f))
    return next((f for f in counted if fits(gap.figure, f) or alike(gap.figure, f)), None)


def _of_these(gap: Gap) -> Figure | None:
    """The whole that opens the clause behind an "of": "Of 113 teams across the country, 39 are unhappy"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    if other is None or gap.key(gap.start - 1) != "," or not is_counted(other) or not fits(gap.figure, other):
        return None
    opening = lead(gap.words, other, vocabulary)
    opening -= int(gap.key(opening - 1) in vocabulary.demonstratives)
    opens = gap.key(opening - 1) in vocabulary.plain_of and (opening < 2 or gap.words[opening - 2].text in MARKS)
    return other if opens and suits(gap.figure, other) else None


def _kind_behind(gap: Gap) -> Figure | None:
    """What was counted before, where only its kind is told: "800 jobs, and some 350, direct and indirect, in Varo"."""
    other = gap.nearest()
    if other is None or not is_counted(other) or not gap.joins(gap.start - 1) or gap.key(gap.figure.last) != ",":
        return None
    kind = gap.vocabulary.scope.at(gap.words, gap.figure.last + 1)
    return other if kind and suits(gap.figure, other) and alike(gap.figure, other) else None


def _at_another_time(gap: Gap) -> Figure | None:
    """The figure before, where its number at another time is told: "31 million are planned. Spent are so far three."

    "(initially they were to be 131)": only small words may stand between the adverb and the verb.
    """
    vocabulary, start = gap.vocabulary, gap.start
    verb = vocabulary.counting.before(gap.words, start)
    start = verb[1] if verb else start
    while verb and start and not vocabulary.when.before(gap.words, start):
        if gap.key(start - 1) not in vocabulary.pronouns | vocabulary.stop:
            break
        start -= 1
    if not vocabulary.when.before(gap.words, start) or not (gap.ends() or gap.key(gap.figure.last) == "("):
        return None
    other = gap.nearest() or _sentence_before(gap)
    if other is None or not alike(gap.figure, other):
        return None
    said = gap.figure.number.form == "words" and other.number.scaled and not is_counted(other)
    return other if said or suits(gap.figure, other) else None


def _sentence_before(gap: Gap) -> Figure | None:
    """The last figure of the sentence before, where the number's own has none."""
    other = gap.before[-1] if gap.before else None
    if other is None or not (other.unit or other.noun):
        return None
    stops = [w.text for w in gap.words[other.last : gap.figure.first] if w.text in STOPS]
    return other if len(stops) == 1 and stops[0] != BREAK and gap.figure.first - other.last <= MOST_BETWEEN else None


def _in_brackets(gap: Gap) -> Figure | None:
    """The figure in the bracket before, behind another name: "Varo (200 km), Melo (300) and Pinza (40)"."""
    if not _alone_in_brackets(gap, gap.figure):
        return None
    inside = next((f for f in reversed(gap.before) if f.last < gap.start - 1), None)
    if inside is None or not _alone_in_brackets(gap, inside) or not (inside.unit or inside.noun):
        return None
    between = gap.words[inside.last + 1 : gap.start - 1]
    named = 1 < len(between) <= MOST_NAME + 1 and between[0].key in {",", ";"} | gap.vocabulary.list_words
    return inside if named and alike(gap.figure, inside) and suits(gap.figure, inside) else None


def _alone_in_brackets(gap: Gap, figure: Figure) -> bool:
    """Whether a bracket holds the figure and its hedge only, a space before it."""
    start = lead(gap.words, figure, gap.vocabulary)
    opens, before = gap.at(start - 1), gap.at(start - 2)
    return bool(opens and opens.text == "(" and before and before.end < opens.start and gap.key(figure.last) == ")")


def _part_in_brackets(gap: Gap) -> Figure | None:
    """The figure right before the bracket that tells a part of it: "52 million (31 of public money)"."""
    other, start = gap.before[-1] if gap.before else None, gap.start
    if other is None or gap.key(start - 1) != "(" or not 0 <= start - 1 - other.last <= 1:
        return None
    if gap.preposition(gap.figure.last) is None or not (other.unit or other.noun) or not suits(gap.figure, other):
        return None
    return other if fits(gap.figure, other) or alike(gap.figure, other) else None


def _behind_a_year(gap: Gap) -> Figure | None:
    """The figure before, which the numbers behind other years repeat: "120 seats, after 2016 (85) and 2011 (110)"."""
    year = gap.at(gap.start - 2)
    if year is None or not is_year(year) or not _alone_in_brackets(gap, gap.figure):
        return None
    return next((f for f in gap.visible() if is_counted(f) and suits(gap.figure, f) and alike(gap.figure, f)), None)


def _of_a_total(gap: Gap) -> Figure | None:
    """The part before its whole: "320 jobs out of a total of 700", "320 Stellen von insgesamt 700"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    if other is None or not other.low or not is_counted(other) or not suits(gap.figure, other):
        return None
    between = gap.words[other.last : gap.figure.first]
    if len(between) > MOST_NAME or any(w.digits or not w.text[0].isalpha() for w in between):
        return None
    total = any(
        (hit := vocabulary.scope.at(gap.words, n)) and hit[0] == "total" for n in range(other.last, gap.figure.first)
    )
    return other if total and alike(gap.figure, other) and other.low <= (gap.figure.low or 0) else None


def _another_holder(gap: Gap) -> Figure | None:
    """The figure before, where another one has, gets or pays: "the army gets 80 boats, the navy 49, the guard 40"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    if other is None or not gap.ends() or not gap.joins(other.last):
        return None
    phrase = gap.words[other.last + 1 : gap.start]
    if not 0 < len(phrase) <= MOST_HOLDER or not suits(gap.figure, other) or not alike(gap.figure, other):
        return None
    if _repeats_place(gap, other, phrase) or (_is_gapped(other) and all(w.text[0].isupper() for w in phrase)):
        return other
    if len(phrase) < 2 or phrase[0].key not in vocabulary.definite_words:
        return None
    told = [w for w in phrase if w.key not in vocabulary.stop | vocabulary.definite_words]
    if any(w.digits or w.text in STOPS | {",", "(", ")"} for w in phrase) or not told:
        return None
    if not _is_gapped(other) and (_is_type(phrase, vocabulary) or (len(told) < 2 and not _goes_on_alike(gap))):
        return None
    return other


def _is_gapped(other: Figure) -> bool:
    """Whether the figure before has got what it counts from one before it, so that the list goes on."""
    return bool(other.reading) and any(step.startswith(COUNTS) for step in other.reading)


def _repeats_place(gap: Gap, other: Figure, phrase: Sequence[Word]) -> bool:
    """Whether a preposition and a name stand before the number, as before the figure: "in Varo 40 seats, in Melo 9"."""
    mine = gap.preposition(other.last + 1)
    if mine is None or len(phrase) < 2 or not all(w.text[0].isupper() for w in phrase[1:]):
        return False
    for index in range(other.first - 2, max(-1, other.first - MOST_BETWEEN), -1):
        if gap.words[index].text in STOPS:
            return False
        if gap.preposition(index) == mine and gap.words[index + 1].text[0].isupper():
            return True
    return _is_gapped(other)


def _is_type(phrase: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether one capitalised word alone stands before the number, which may name a type: "the new Boeing 737"."""
    if vocabulary.verb_second or not phrase[-1].text[0].isupper():
        return False
    return sum(w.text[0].isupper() for w in phrase) < 2


MOST_HOLDER = 9


def _goes_on_alike(gap: Gap) -> bool:
    """Whether a third holder follows with a number of its own, and another noun: "la marine 49 et la garde 40"."""
    first = gap.figure.last + 1
    if gap.key(first) not in gap.vocabulary.definite_words or not gap.joins(first - 1):
        return False
    for index in range(first + 1, min(first + MOST_HOLDER, len(gap.words))):
        word = gap.words[index]
        if word.digits:
            return index > first + 1 and gap.key(first + 1) != gap.key(gap.start - 1)
        if word.text in STOPS | {",", "(", ")"}:
            return False
    return False


def _known_number(gap: Gap) -> Figure | None:
    """What was counted before, where a plural article stands before the number: "los 348 de la primera fase"."""
    before, first = gap.at(gap.figure.first - 1), gap.figure.first
    one_between = before is not None and before.text.isalpha() and before.text.islower()
    articles = {gap.key(first - 1), gap.key(first - 2) if one_between else ""}
    if not articles & gap.vocabulary.plural_articles or gap.preposition(gap.figure.last) is None:
        return None
    other = gap.nearest()
    if other is None or not suits(gap.figure, other):
        return None
    return other if fits(gap.figure, other) or alike(gap.figure, other) else None


FORMS: tuple[Callable[[Gap], Figure | None], ...] = (
    _time_again,
    same_preposition,
    preposition_behind,
    _verb_behind,
    _of_these,
    _kind_behind,
    _at_another_time,
    _in_brackets,
    _part_in_brackets,
    _behind_a_year,
    _of_a_total,
    _another_holder,
    _known_number,
    changed_from,
    from_to,
    other_end,
)
"""The forms in which a phrase repeats another one without its noun."""
