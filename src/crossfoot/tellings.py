"""A figure of a statement -> the words that say of what it is told: its verb, its subject, the names, the other dates.

Words are kept by how they begin, so that a plural or another tense is the same word, and words for one deed ("killed",
"died") by the name of the deed. `likeness` holds two of them against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crossfoot.model import Document, Quantity
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, fold, split

MARKS = frozenset(",;:()–—")
"""Where a clause ends."""
STEM = 5
"""Letters by which two forms of a word are one: "prise", "prises"; shorter words lose the mark of the plural."""
SHORTEST = 3
"""Letters of a word that says something."""
UNSURE = frozenset({"possible", "estimated"})


class Statement(NamedTuple):
    """A text with what was found in it."""

    document: Document
    figures: tuple[Quantity, ...]
    names: tuple[tuple[int, int], ...]
    """Where names start and end."""
    verbs: tuple[tuple[int, int], ...]
    """Where verbs do, in a language with a trained pipeline."""


class Telling(NamedTuple):
    """A figure with the words that it stands in."""

    source: str
    figure: Quantity
    kind: tuple[str, ...]
    """What two figures must have in common to be of one kind."""
    words: tuple[str, ...]
    """The words of its sentence that say something, as printed."""
    order: tuple[str, ...]
    """Their beginnings, as they come."""
    sentence: frozenset[str]
    """The same, in no order."""
    names: frozenset[str]
    clause_names: frozenset[str]
    near: frozenset[str]
    """The words that stand next to the figure in its clause, one before it and one behind it."""
    colours: frozenset[str]
    """What a clause has that changes what is said: "not", a scope, "may", more or less than before."""
    dates: tuple[Quantity, ...]
    """The other dates of the sentence."""
    verb: str
    """How the last verb before the figure begins; the last word behind a "was", where no pipeline tells the verbs."""
    subject: frozenset[str]
    """The words before that verb, and the figures there."""
    before: frozenset[str]
    """The words before the figure."""
    others: frozenset[str]
    """What the other figures of the sentence print."""
    passive: bool
    """Whether the verb says what was done with its subject: "were taken"."""
    deeds: frozenset[str]
    """What the clause tells of by a word that has others like it: that people died, that a photo was taken."""
    weekdays: frozenset[str]
    """The days of the week, and the months of no known year, that the sentence names."""
    now: bool
    """Whether the sentence says that it holds today."""


def tellings(statement: Statement, vocabulary: Vocabulary) -> Iterator[Telling]:
    """The figures of a statement that count something or date it, with their words."""
    document = statement.document
    for sentence in document.sentences:
        own = tuple(q for q in statement.figures if sentence.start <= q.start < sentence.end)
        words = split(document.text[sentence.start : sentence.end], sentence.start) if own else []
        for each in own:
            if (each.low is not None or each.high is not None) and (each.unit != "count" or each.noun):
                yield _telling(each, own, words, statement, vocabulary)


def _telling(
    figure: Quantity, own: Sequence[Quantity], words: Sequence[Word], statement: Statement, vocabulary: Vocabulary
) -> Telling:
    """A figure with its words."""
    names = [w for w in words if _within(w, statement.names) and w.key.rstrip("'’") not in vocabulary.months]
    bare = [w for w in words if not any(q.start <= w.start < q.end for q in own)]
    saying = [w for w in bare if says(w, vocabulary) or w in names]
    start, end = _clause(figure, words)
    inside = [w for w in saying if start <= w.start < end]
    before = [w for w in saying if w.end <= figure.start]
    near = [w for w in before if w in inside][-1:] + [w for w in inside if w.start >= figure.end][:1]
    deeds = _deeds(words, vocabulary)
    verb = next((w for w in reversed(before) if _within(w, statement.verbs) or deeds.get(w.start) in MAKING), None)
    told = verb is not None and deeds.get(verb.start) in MAKING
    verb = verb or (before[-1] if before else None)
    ahead = [w for w in words if verb and w.end <= verb.start]
    passive = any(w.key in vocabulary.passives for w in ahead[-2:])
    stems = stems_of(words, vocabulary)
    others = [(q.start, item) for q in own if q is not figure for item in _printed(q)]
    start_of_verb = verb.start if verb else 0
    told_of = _told_of(
        figure, own, {w.start: deeds[w.start] for w in words if start <= w.start < end and w.start in deeds}
    )
    counted = {value for place, value in deeds.items() if figure.start <= place < figure.end and value in TOLLS}
    return Telling(
        statement.document.source.id,
        figure,
        _kind(figure, vocabulary),
        tuple(w.text for w in saying),
        tuple(stems[w.start] for w in saying),
        frozenset(stems[w.start] for w in saying) | counted,
        _stems(w for w in names if w in saying),
        _stems(w for w in names if w in inside),
        frozenset(stems[w.start] for w in near),
        frozenset(colours_of([w for w in bare if start <= w.start < end], words, vocabulary)),
        tuple(q for q in own if q.unit == "date" and q is not figure and (q.low or q.high)),
        stems[verb.start] if verb and (told or passive or _within(verb, statement.verbs)) else "",
        frozenset(stems[w.start] for w in before if verb and w.end <= verb.start)
        | frozenset(item for place, item in others if place < start_of_verb),
        frozenset(stems[w.start] for w in before),
        frozenset(item for _, item in others),
        passive,
        told_of,
        frozenset(stem(q.quote.split()[0]) for q in own if q is not figure and (q.weekday or _is_of_any_year(q))),
        any(w.key in vocabulary.today for w in words),
    )


def _is_of_any_year(figure: Quantity) -> bool:
    """Whether a figure is a month or a day of no known year: "in March"."""
    return figure.unit == "date" and figure.low is None and figure.high is None


MAKING = frozenset({"made", "there"})
"""What tells when a photo or a film was made, or that it was there."""
WORKS = frozenset({"photo", "video"})
TOLLS = frozenset({"dead", "hurt", "held"})
"""What happened to people."""


def _deeds(words: Sequence[Word], vocabulary: Vocabulary) -> dict[int, str]:
    """The words that tell of a deed, by where they start: all words of such a phrase."""
    return {w.start: value for value, first, last in vocabulary.deeds.find(words) for w in words[first:last]}


def stems_of(words: Sequence[Word], vocabulary: Vocabulary) -> dict[int, str]:
    """How each word begins, by where it starts; a word for a deed by the name of the deed."""
    deeds = _deeds(words, vocabulary)
    return {w.start: deeds.get(w.start, stem(w.text)) for w in words}


def _told_of(figure: Quantity, own: Sequence[Quantity], deeds: Mapping[int, str]) -> frozenset[str]:
    """The deeds that the clause of a figure tells of; of tolls only the one in it, or else the one that follows it."""
    following = min((q.start for q in own if q.start >= figure.end and q.unit != "date"), default=None)
    ends = (figure.end, following)
    tolls = [
        {v for place, v in deeds.items() if v in TOLLS and figure.start <= place and (end is None or place < end)}
        for end in ends
    ]
    kept = next(filter(None, tolls), TOLLS)
    return frozenset(v for v in deeds.values() if v not in TOLLS or v in kept)


def _printed(figure: Quantity) -> tuple[str, ...]:
    """Another figure as something that a statement says: its number, and what it counts."""
    value = figure.period or (f"{figure.low}" if figure.low == figure.high and figure.low is not None else "")
    return (value, *((stem(figure.noun.split()[0]),) if figure.noun else ())) if value else ()


def _within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def says(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word says something by itself."""
    return word.key not in vocabulary.stop and len(word.key) >= SHORTEST and any(c.isalpha() for c in word.text)


def _clause(figure: Quantity, words: Sequence[Word]) -> tuple[int, int]:
    """Where the clause of a figure starts and ends."""
    marks = [w for w in words if w.text in MARKS]
    start = max((w.end for w in marks if w.end <= figure.start), default=words[0].start)
    return start, min((w.start for w in marks if w.start >= figure.end), default=words[-1].end)


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(stem(w.text) for w in words)


def stem(word: str) -> str:
    """How a word begins, for comparing its forms."""
    return fold(word).rstrip("'")[:STEM].rstrip("s")


def colours_of(clause: Sequence[Word], sentence: Sequence[Word], vocabulary: Vocabulary) -> Iterator[str]:
    """What a clause, and for times its sentence, has that changes what is said."""
    yield from ("not" for w in clause if w.key in vocabulary.negated)
    yield from (status for status, _, _ in vocabulary.status.find(clause) if status in UNSURE)
    yield from (value for value, _, _ in vocabulary.scope.find(clause))
    yield from (f"changes {value}" for value, _, _ in vocabulary.changes.find(clause))
    said = {n for _, first, last in vocabulary.said_before.find(sentence) for n in range(first, last)}
    yield from (value for value, first, _ in vocabulary.sides.find(sentence) if first not in said)  # "d'après"


def _kind(figure: Quantity, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What two figures must have in common; the dead, the injured and the arrested are people."""
    noun = figure.noun.split()[0] if figure.unit == "count" and figure.noun else ""
    unit = "money" if figure.measure == "money_other" else figure.unit
    if noun and (deed := vocabulary.deeds.at(split(noun), 0)) and deed[0] in TOLLS:
        unit, noun = "person", ""
    return unit, figure.per or "", stem(noun) if noun else ""
