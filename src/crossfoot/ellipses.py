"""Bare numbers -> figures with what a figure near by counts, where the form of the sentence leaves the noun out.

"Varo extends its network by 64 km, Melo by 30", "die Marine erhält 80 Boote, die Garde 40", "9 of its 40 ships"

What a sentence says twice it prints once: the second of two like phrases keeps only what differs. The phrases must be
alike in form: the same preposition before or behind both numbers, the same brackets, another holder with an article.
What the words show to point back ("davon", "another") is told in `carried`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossfoot.clauses import STOPS, counting_like
from crossfoot.figures import Figure
from crossfoot.gaps import Gap, alike, fits, is_counted, is_gap, lead, scale_like, suits
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import BREAK, Word

WHY = "a figure near by does, whose phrase this one repeats without it"
DOUBT = "what it counts is printed for another figure only"


def with_ellipses(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary, text: str) -> list[Figure]:
    """Gives a bare number the unit or the noun of the figure whose phrase it repeats."""
    out = list(found)
    for n in range(len(out) - 2, -1, -1):
        if is_gap(words, out[n], vocabulary, text):
            gap = Gap(words, out[n], out[:n], vocabulary)
            out[n] = _named(gap, _ahead(gap, out[n + 1]))
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


def _ahead(gap: Gap, behind: Figure) -> Figure | None:
    """The figure behind, of which the number is a part or whose preposition it has: "9 of its 40 ships"."""
    if behind.unit is None and behind.noun is None:
        return None
    return behind if _is_part_of(gap, behind) or _is_first_of_two(gap, behind) else None


def _is_part_of(gap: Gap, whole: Figure) -> bool:
    """Whether "of" and a determiner, with a word or two more, stand between the number and what it is a part of.

    "9 of its 40 ships", "9 seiner weltweit 40 Schiffe", "sechs der acht Spuren"
    """
    between = gap.words[gap.figure.last : whole.first]
    if not 0 < len(between) <= MOST_OF_WHOLE or not is_counted(whole) or not fits(gap.figure, whole):
        return False
    if any(w.digits or not w.text[0].isalpha() for w in between):
        return False
    vocabulary, first = gap.vocabulary, between[0].key
    if vocabulary.verb_second:  # German: a genitive says "of"
        return first in vocabulary.genitives or first in vocabulary.plain_of
    swallowed = vocabulary.plain_prepositions.get(first) in vocabulary.plain_of
    owned = vocabulary.possessives | vocabulary.definite_words
    is_of = first in vocabulary.plain_of and len(between) > 1 and between[1].key in owned
    return is_of or swallowed or bool(vocabulary.of_whole.at(gap.words, gap.figure.last))


MOST_OF_WHOLE = 4


def _is_first_of_two(gap: Gap, behind: Figure) -> bool:
    """Whether "and" and another noun with the same preposition lead to the next figure.

    "eine Fläche von 79 000 und eine Nutzfläche von 34 500 Quadratmetern"
    """
    mine, theirs = gap.preposition(gap.start - 1), lead(gap.words, behind, gap.vocabulary)
    if mine is None or not suits(gap.figure, behind) or not alike(gap.figure, behind):
        return False
    between = gap.words[gap.figure.last : theirs - 1]
    joined = bool(between) and between[0].key in gap.vocabulary.list_words and _is_short(between[1:], gap)
    return joined and len(between) > 1 and mine == gap.preposition(theirs - 1)


def _same_preposition(gap: Gap) -> Figure | None:
    """The figure before with the same preposition, where a new phrase has begun: "by 64 km, Melo by 30, Pinza by 2"."""
    mine = gap.preposition(gap.start - 1)
    if mine is None:
        return None
    joint = _joint(gap, gap.start - 1)
    if joint is None:
        return None
    for other in gap.visible():
        if other.last > joint:
            return None
        theirs = gap.preposition(lead(gap.words, other, gap.vocabulary) - 1)
        if theirs == mine:
            return other if suits(gap.figure, other) and alike(gap.figure, other) else None
    return None


def _joint(gap: Gap, end: int) -> int | None:
    """Where the comma or list word stands that begins the phrase of the number, a name or a short noun behind it."""
    for index in range(end - 1, max(-1, end - 2 - MOST_NAME), -1):
        if gap.joins(index) or gap.key(index) in gap.vocabulary.but_words:
            return index if _is_short(gap.words[index + 1 : end], gap) else None
    return None


MOST_NAME = 5
"""Words of a name or a noun that stand for a new phrase."""


def _is_short(phrase: Sequence[Word], gap: Gap) -> bool:
    """Whether words can be a noun or a name: few, no digits or stops, and no verb among them that the tables know."""
    if len(phrase) > MOST_NAME or any(w.digits or w.text in STOPS | {"(", ")"} for w in phrase):
        return False
    auxiliaries = gap.vocabulary.language.speakers.auxiliaries
    return not any(w.text in gap.vocabulary.tense_verbs or w.text in auxiliaries for w in phrase)


def _preposition_behind(gap: Gap) -> Figure | None:
    """The figure before behind which the same preposition stands: "365 in phase two and 285 in the third"."""
    mine, start = gap.preposition(gap.figure.last), gap.start
    other = gap.nearest()
    if mine is None or other is None or not gap.joins(start - 1) or not suits(gap.figure, other):
        return None
    between = gap.words[other.last : start - 1]
    if other.last == start - 1:  # "230 million euros, 195 in the last two years"
        return other if gap.key(start - 1) == "," and fits(gap.figure, other) else None
    if any(gap.preposition(n) == mine for n in range(other.last, start - 1)) and len(between) <= MOST_BETWEEN:
        return other if alike(gap.figure, other) else None
    placed = gap.at(gap.figure.last + 1)
    place = placed and placed.text[0].isupper() and gap.vocabulary.locatives.at(gap.words, gap.figure.last)
    return other if place and is_counted(other) and fits(gap.figure, other) and gap.key(start - 1) == "," else None


MOST_BETWEEN = 20


def _verb_behind(gap: Gap) -> Figure | None:
    """What was counted before, where some of it is something: "15 ships were ordered, and four are in service"."""
    if not gap.joins(gap.start - 1) or not gap.vocabulary.counting.at(gap.words, gap.figure.last):
        return None
    return next((f for f in gap.visible() if is_counted(f) and suits(gap.figure, f) and fits(gap.figure, f)), None)


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
    while verb and start and gap.key(start - 1) in vocabulary.pronouns | vocabulary.stop:
        start -= 1
    if not vocabulary.when.before(gap.words, start) or not gap.ends():
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
    told = gap.preposition(gap.figure.last) is not None and (other.unit or other.noun)
    return other if told and suits(gap.figure, other) and fits(gap.figure, other) else None


def _another_holder(gap: Gap) -> Figure | None:
    """The figure before, where another one has, gets or pays: "the army gets 80 boats, the navy 49, the guard 40"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    if other is None or not gap.ends() or gap.figure.number.form != "digits" or not gap.joins(other.last):
        return None
    phrase = gap.words[other.last + 1 : gap.start]
    if not 1 < len(phrase) <= MOST_HOLDER or phrase[0].key not in vocabulary.definite_words:
        return None
    told = [w for w in phrase if w.key not in vocabulary.stop | vocabulary.definite_words]
    if any(w.digits or w.text in STOPS | {",", "(", ")"} for w in phrase) or not told:
        return None
    if other.number.doubt != DOUBT and (_is_type(phrase, vocabulary) or (len(told) < 2 and not _goes_on_alike(gap))):
        return None
    return other if suits(gap.figure, other) and alike(gap.figure, other) else None


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


def _from_to(gap: Gap) -> Figure | None:
    """What grows, where words stand between it and what it becomes: "from 2,400 passengers an hour to 3,600"."""
    other, vocabulary = gap.nearest(), gap.vocabulary
    to = gap.start - 1
    if other is None or gap.key(to) not in vocabulary.to_words | vocabulary.change_words:
        return None
    opening = lead(gap.words, other, vocabulary) - 1
    between = gap.words[other.last : to]
    if (
        gap.key(opening) not in vocabulary.from_words
        or len(between) > MOST_NAME
        or any(w.text in ",()" for w in between)
    ):
        return None
    return other if suits(gap.figure, other) and alike(gap.figure, other) else None


def _other_end(gap: Gap) -> Figure | None:
    """The lower end of a range, which has just been given what it counts: "instead of 80-200"."""
    other = gap.before[-1] if gap.before else None
    if other is None or not (other.unit or other.noun) or other.last > other.number.last:
        return None
    joint = gap.words[other.last : gap.figure.first]
    ends = len(joint) == 1 and joint[0].key in gap.vocabulary.dashes | gap.vocabulary.to_words
    return other if ends and suits(gap.figure, other) and alike(gap.figure, other) else None


FORMS: tuple[Callable[[Gap], Figure | None], ...] = (
    _same_preposition,
    _preposition_behind,
    _verb_behind,
    _kind_behind,
    _at_another_time,
    _in_brackets,
    _part_in_brackets,
    _another_holder,
    _known_number,
    _from_to,
    _other_end,
)
"""The forms in which a phrase repeats another one without its noun."""
