"""A figure of a statement with the words that say of what it is told, and whether another statement tells of the same.

    "Le bilan fait état de 120 morts à Lyon depuis 2019" | "Il y a moins de 50 morts à Lyon depuis 2019" -> the same
    "Four soldiers were injured"                         | "Five soldiers were killed"                   -> not so

Words are held against each other by how they begin, so that a plural or another tense is the same word. What only one
of two statements has keeps them apart: a "not", a "may", an "another", a name, a date that does not meet the other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from crossfoot.model import Bound, Document, Quantity
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
    words: tuple[str, ...]
    """The words of its sentence that say something, as printed."""
    sentence: frozenset[str]
    """Their beginnings."""
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
    """The words before that verb."""
    passive: bool
    """Whether the verb says what was done with its subject: "were taken"."""


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
    names = [w for w in words if _within(w, statement.names)]
    bare = [w for w in words if not any(q.start <= w.start < q.end for q in own)]
    saying = [w for w in bare if _says(w, vocabulary) or w in names]
    start, end = _clause(figure, words)
    inside = [w for w in saying if start <= w.start < end]
    before = [w for w in saying if w.end <= figure.start]
    near = [w for w in before if w in inside][-1:] + [w for w in inside if w.start >= figure.end][:1]
    verb = next((w for w in reversed(before) if _within(w, statement.verbs)), before[-1] if before else None)
    ahead = [w for w in words if verb and w.end <= verb.start]
    passive = any(w.key in vocabulary.passives for w in ahead[-2:])
    return Telling(
        statement.document.source.id,
        figure,
        tuple(w.text for w in saying),
        _stems(saying),
        _stems(w for w in names if w in saying),
        _stems(w for w in names if w in inside),
        _stems(near),
        frozenset(_colours([w for w in bare if start <= w.start < end], words, vocabulary)),
        tuple(q for q in own if q.unit == "date" and q is not figure and (q.low or q.high)),
        stem(verb.text) if verb and (passive or _within(verb, statement.verbs)) else "",
        _stems(w for w in before if verb and w.end <= verb.start),
        passive,
    )


def _within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _says(word: Word, vocabulary: Vocabulary) -> bool:
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


def _colours(clause: Sequence[Word], sentence: Sequence[Word], vocabulary: Vocabulary) -> Iterator[str]:
    """What a clause, and for times its sentence, has that changes what is said."""
    yield from ("not" for w in clause if w.key in vocabulary.negated)
    yield from (status for status, _, _ in vocabulary.status.find(clause) if status in UNSURE)
    yield from (value for value, _, _ in vocabulary.scope.find(clause))
    yield from (f"changes {value}" for value, _, _ in vocabulary.changes.find(clause))
    yield from (value for value, _, _ in vocabulary.sides.find(sentence))


def kind(figure: Quantity) -> tuple[str, ...]:
    """What two figures must have in common to be of one kind."""
    noun = stem(figure.noun.split()[0]) if figure.unit == "count" and figure.noun else ""
    return "money" if figure.measure == "money_other" else figure.unit, figure.per or "", noun


def same(a: Telling, b: Telling) -> float:
    """The share of the words of the shorter telling that the other has; 0 where something keeps the two apart."""
    if kind(a.figure) != kind(b.figure) or not a.sentence or not b.sentence:
        return 0
    dated = a.figure.unit == "date"
    if not dated and a.dates and b.dates and not any(overlap(x, y) for x in a.dates for y in b.dates):
        return 0
    if (a.colours ^ b.colours) - (SIDES if dated else frozenset()):
        return 0
    if (a.names - b.sentence) and (b.names - a.sentence) and not (a.passive and b.passive and dated):
        return 0
    return len(a.sentence & b.sentence) / min(len(a.sentence), len(b.sentence))


SIDES = frozenset({"before", "after"})


def overlap(a: Quantity, b: Quantity) -> bool:
    """Whether two dates share a day."""
    return not (_before(a.high, b.low) or _before(b.high, a.low))


def _before(end: Bound, start: Bound) -> bool:
    return isinstance(end, date) and isinstance(start, date) and end < start


def close(a: Telling, b: Telling) -> bool:
    """Whether two tellings that may be of the same thing surely are."""
    return _one_event(a, b) if a.figure.unit == "date" else _one_count(a, b)


def _one_count(a: Telling, b: Telling) -> bool:
    """Whether two figures count the same: most words are the same, those next to the figure too, and all names."""
    shorter, longer = sorted((a, b), key=lambda t: len(t.sentence))
    if same(a, b) < MOST or len(a.sentence & b.sentence) < SHARED:
        return False
    if longer.clause_names - shorter.sentence or shorter.names - longer.sentence:
        return False
    return bool(a.near & b.sentence) and bool(b.near & a.sentence)


def _one_event(a: Telling, b: Telling) -> bool:
    """Whether two dates are of one event: what was done is the same, and what it was done with."""
    if not a.verb or a.verb != b.verb or len(a.subject & b.subject) < SUBJECT:
        return False
    return all(_fits(x, y) for x, y in ((a, b), (b, a)))


def _fits(a: Telling, b: Telling) -> bool:
    """Whether "after" or "before" another event leaves the other statement's date out."""
    if "after" in a.colours and not _before(b.figure.high, a.figure.low):
        return False
    return "before" not in a.colours or _before(a.figure.high, b.figure.low)


MOST = 0.75
"""Share of the shorter statement's words that the other has where they tell of the same thing."""
SHARED = 3
"""Words that two tellings of the same thing share at least."""
SUBJECT = 2
"""The same of the words before a verb."""
