"""Two statements -> figures of which one tells of a whole what the other tells of a part of it alone.

    "On compte 14 200 morts, parmi lesquels 3 400 civils" | "On compte 14 200 civils morts" -> 3 400 and 14 200
    "Of the 240 passengers, 31 were children"             | "240 passengers, all of them children" -> 31 and 240

Who says that 31 of 240 are children says that the 240 are not. The number of the whole must be the same in both, the
rest of what is said too, and nothing may be a part in the second statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from crossfoot.likeness import overlap
from crossfoot.model import Frame, Quantity
from crossfoot.tellings import Statement, colours_of, says, stems_of
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

COUNTED = frozenset({"count", "person", "job"})
"""Units of what is counted: a part may be told in another one than its whole, "300 people, 20 pilots among them"."""
CLAUSE_ENDS = frozenset(",;:()–—.")
HALF = 0.5
"""Share of the words of the second statement that the first has too."""
LONG = 3
"""Words of a description that is told of a figure wherever it stands in its clause."""
NEAR = 4
"""Words between "all" or "who" and what is said of them."""


class Portion(NamedTuple):
    """A whole, a part of it, and what is said of the part."""

    whole: Quantity
    part: Quantity | None
    """None where not all of the whole is said to be so."""
    words: tuple[Word, ...]
    said: frozenset[str]
    """How the words begin that say something, but for those that are said of the whole too."""
    long: frozenset[str]
    """The same with those."""


class Line(NamedTuple):
    """A sentence with its figures."""

    words: tuple[Word, ...]
    figures: tuple[Quantity, ...]
    stems: dict[int, str]

    def inside(self, figure: Quantity) -> list[Word]:
        """The words of a figure that name what it counts."""
        named = {w.key for w in split(figure.noun or "")}
        return [w for w in self.words if figure.start <= w.start < figure.end and w.key in named]

    def behind(self, place: int) -> list[Word]:
        """The words from a place up to the next figure."""
        end = min((q.start for q in self.figures if q.start >= place and not q.refused), default=None)
        return [w for w in self.words if w.start >= place and (end is None or w.start < end)]

    def clause(self, place: int) -> list[Word]:
        """The same up to the end of the clause."""
        found = self.behind(place)
        end = next((n for n, w in enumerate(found) if w.text in CLAUSE_ENDS), len(found))
        return found[:end]


class Read(NamedTuple):
    """A statement with its lines and its portions."""

    statement: Statement
    lines: tuple[Line, ...]
    portions: tuple[Portion, ...]

    @property
    def stems(self) -> frozenset[str]:
        """How all its words begin."""
        return frozenset(stem for line in self.lines for stem in line.stems.values())


def portions(first: Statement, second: Statement, vocabulary: Vocabulary) -> Iterator[Frame]:
    """A frame for each figure of one statement that contradicts what the other says of a part."""
    a, b = _read(first, vocabulary), _read(second, vocabulary)
    yield from (_frame(mine, other, words, likeness) for mine, other, words, likeness in _against(a, b, vocabulary))
    yield from (_frame(other, mine, words, likeness) for mine, other, words, likeness in _against(b, a, vocabulary))


Place = tuple[str, int]
"""A source and where a figure starts in it."""
Likeness = Literal["part", "not all"]


def _against(told: Read, other: Read, vocabulary: Vocabulary) -> Iterator[tuple[Place, Place, str, Likeness]]:
    """The portions of a statement with the figures of the other one that contradict them."""
    wholes = {portion.whole.start for portion in other.portions}
    for portion in told.portions:
        for line in other.lines:
            for figure in line.figures:
                if figure.start in wholes or not _contradicts(portion, figure, line, told, other, vocabulary):
                    continue
                mine = told.statement.document.source.id, (portion.part or portion.whole).start
                theirs = other.statement.document.source.id, figure.start
                words = " ".join(w.text for w in portion.words)
                yield mine, theirs, words, "part" if portion.part else "not all"


def _frame(first: Place, second: Place, words: str, likeness: Likeness) -> Frame:
    return Frame(first=first, second=second, words=words, likeness=likeness)


def _read(statement: Statement, vocabulary: Vocabulary) -> Read:
    lines = tuple(_lines(statement, vocabulary))
    return Read(statement, lines, tuple(p for line in lines for p in _portions(line, vocabulary)))


def _lines(statement: Statement, vocabulary: Vocabulary) -> Iterator[Line]:
    document = statement.document
    for sentence in document.sentences:
        words = tuple(split(document.text[sentence.start : sentence.end], sentence.start))
        own = tuple(q for q in statement.figures if sentence.start <= q.start < sentence.end and q.unit != "date")
        yield Line(words, own, stems_of(words, vocabulary))


def _portions(line: Line, vocabulary: Vocabulary) -> Iterator[Portion]:
    """The parts that a sentence tells of."""
    for n, whole in enumerate(line.figures):
        if whole.low is None and whole.high is None:
            continue
        part = line.figures[n + 1] if n + 1 < len(line.figures) else None
        if part and _is_part(line, whole, part, vocabulary):
            yield _portion(line, whole, part, [*line.inside(part), *line.clause(part.end)], vocabulary)
        elif (denied := _denied(line, whole, vocabulary)) is not None:
            yield _portion(line, whole, None, line.clause(denied), vocabulary)


def _is_part(line: Line, whole: Quantity, part: Quantity, vocabulary: Vocabulary) -> bool:
    """Whether the second of two figures is told as a part of the first."""
    if part.unit not in ({"percent"} | COUNTED if whole.unit in COUNTED else {whole.unit, "percent"}):
        return False
    words = line.words
    opening = next(n for n, w in enumerate(words) if w.start >= whole.start)
    start = next(n for n, w in enumerate(words) if w.start >= part.start)
    last = next((n for n, w in enumerate(words) if w.start >= part.end), len(words))
    opened = vocabulary.of_whole.before(words, opening)
    if opened and (opened[1] == 0 or words[opened[1] - 1].text in CLAUSE_ENDS):
        return True  # "of the 240 passengers, 31"
    named = vocabulary.of_them.before(words, start) or vocabulary.among.before(words, start)
    return bool(named or vocabulary.of_them_behind.at(words, last))


def _denied(line: Line, whole: Quantity, vocabulary: Vocabulary) -> int | None:
    """Where the words end that say that not all of a whole is so."""
    behind = line.behind(whole.end)
    found = vocabulary.not_all.find(behind)
    return behind[found[0][2] - 1].end if found else None


def _portion(
    line: Line, whole: Quantity, part: Quantity | None, words: Sequence[Word], vocabulary: Vocabulary
) -> Portion:
    """What is said of the part, and not of the whole before it."""
    before = {line.stems[w.start] for w in line.words if w.start < (part.start if part else whole.end)}
    said = frozenset(line.stems[w.start] for w in words if says(w, vocabulary))
    return Portion(whole, part, tuple(words), said - before, said)


def _contradicts(
    portion: Portion, figure: Quantity, line: Line, told: Read, other: Read, vocabulary: Vocabulary
) -> bool:
    """Whether another statement tells of the whole what is told of the part."""
    if not portion.said or not _same_number(portion.whole, figure):
        return False
    if any(q is not figure and _is_the_part(q, portion, line, vocabulary) for q in line.figures):
        return False
    says_so = {w.start for w in line.words if says(w, vocabulary)} | {w.start for w in line.inside(figure)}
    own = frozenset(line.stems[start] for start in says_so)
    rest = own - portion.said
    if not portion.said <= own or not rest or len(rest & told.stems) < HALF * len(rest):
        return False
    names = {line.stems[w.start] for w in line.words if any(a <= w.start < b for a, b in other.statement.names)}
    if (
        names - told.stems
        or not _same_time(told.statement, other.statement)
        or any(colours_of(line.words, (), vocabulary))
    ):
        return False
    return _told_of(portion, figure, line, vocabulary)


def _is_the_part(figure: Quantity, portion: Portion, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a figure of the other statement is told of the part too: by its number, or by what it counts."""
    part = portion.part
    if part and {part.low, part.high} & {figure.low, figure.high} - {None}:
        return True
    return bool(portion.said & _stems(figure.noun, vocabulary))


def _same_number(whole: Quantity, figure: Quantity) -> bool:
    """Whether two figures print one number of one kind."""
    kind = figure.unit == whole.unit or {figure.unit, whole.unit} <= COUNTED
    return kind and bool({whole.low, whole.high} & {figure.low, figure.high} - {None})


def _same_time(here: Statement, there: Statement) -> bool:
    """Whether the dates of two statements meet, where both have some."""
    a, b = ([q for q in s.figures if q.unit == "date" and q.period] for s in (here, there))
    return not a or not b or any(overlap(x, y) for x in a for y in b)


def _told_of(portion: Portion, figure: Quantity, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a description is said of a figure: by its noun, behind it in the same words, or of all of it."""
    counted = {line.stems.get(w.start) for w in line.inside(figure)} or _stems(figure.noun, vocabulary)
    if portion.said & counted:
        return True
    behind = line.behind(figure.end)
    keys, told = [w.key for w in behind], [w.key for w in portion.words if w.text not in CLAUSE_ENDS]
    if any(keys[n : n + len(told)] == told for n in range(NEAR)) and told:
        return True
    if len(portion.long) >= LONG and portion.long <= set(line.stems.values()):
        return True
    for n, word in enumerate(behind):
        following = {line.stems[w.start] for w in behind[n + 1 : n + 1 + NEAR]}
        if portion.said & following and (word.key in vocabulary.all_words or word.key in vocabulary.relatives):
            return True
    return False


def _stems(noun: str | None, vocabulary: Vocabulary) -> set[str]:
    """How the words of a noun begin."""
    return set(stems_of(split(noun or ""), vocabulary).values())
