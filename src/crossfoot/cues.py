"""Words around a figure -> the cues that give it its fields: what is nearest, within the same clause first.

nearest(scene, scene.scope, quantity) -> Cue("additional", 120, 135)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise, zip_longest
from typing import NamedTuple, TypeVar

from crossfoot.model import Document, Quantity, Span
from crossfoot.tenses import tenses
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Phrases, Word, split

T = TypeVar("T")
BREAKS = frozenset(',;:()«»"“”–—[]')
COSTS = dict.fromkeys(BREAKS, 4) | {":": 1, ";": 9}
"""Words that a clause mark between cue and figure counts for; a colon joins a label to what it labels."""
TELLING = frozenset({"announcement", "publication"})
"""Events that only say when somebody told something."""
FIGURE_COSTS = 5
"""Words that another figure between them counts for."""


class Cue(NamedTuple):
    """A cue found: its value and where it stands."""

    value: str
    start: int
    end: int


class Scene(NamedTuple):
    """A sentence with its figures and all the cues in it."""

    place: int
    """Which sentence of the document this is."""
    start: int
    end: int
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    scope: tuple[Cue, ...]
    ahead: tuple[Cue, ...]
    """Those of them that give a scope to what follows only: "devait coûter"."""
    changes: tuple[Cue, ...]
    """Verbs of becoming more, or less."""
    status: tuple[Cue, ...]
    tenses: tuple[Cue, ...]
    """Words for a status again, and finite verbs with what their tense says of it."""
    verbs: tuple[Cue, ...]
    """Finite verbs that say what happens: no auxiliaries, no words for a status or for what is put off."""
    events: tuple[Cue, ...]
    kinds: tuple[Cue, ...]
    shares: tuple[Cue, ...]
    """Words for what is traded on an exchange: a small sum near one is its price."""
    built: tuple[Cue, ...]
    """Verbs of building: what was built "for" a sum cost it."""
    plan: tuple[Cue, ...]
    former: tuple[Cue, ...]
    contrasts: tuple[Cue, ...]
    """Words that open a clause of another time: "alors que"."""
    announcing: tuple[Cue, ...]
    """Verbs of making a plan known: "announced"."""
    against: tuple[Cue, ...]
    """Words before what a figure is held against: "compared with 2019"."""
    ands: tuple[Cue, ...]
    """Words that join statements."""
    lengths: tuple[Cue, ...]
    """Words for what has a length."""
    dimensions: tuple[Cue, ...]
    """Words for what of a thing is measured: "height", "breit"."""
    bearers: tuple[Cue, ...]
    """Words for things whose size is told."""
    capacities: tuple[Cue, ...]
    """Words that say how many find room."""
    fates: tuple[Cue, ...]
    """Words for what has happened to people: "killed"."""
    insertions: tuple[Span, ...]
    """Relative clauses between commas: what stands on both sides of one stands together."""
    stop: frozenset[str]
    """The language's small words."""
    led: bool
    """Whether the sentence begins with a preposition of place, which are those of time too: "At the start of 2016"."""


def scene(document: Document, index: int, quantities: Sequence[Quantity], vocabulary: Vocabulary) -> Scene:
    """The scene of one sentence."""
    sentence = document.sentences[index]
    words = split(document.text[sentence.start : sentence.end], sentence.start)
    scopes = _scopes(words, vocabulary)
    inside = tuple(q for q in quantities if sentence.start <= q.start < sentence.end)
    told = tuple(
        c for c in _cues(words, vocabulary.status)
        if _has_its_accent(c, words, vocabulary) and not _is_to_be(c, words, vocabulary)
        and not (c.value == "possible" and _is_in_a_date(c, inside))  # the month of May
    )  # fmt: skip
    verbs = [Cue(status, words[n].start, words[n].end) for status, n in tenses(words, vocabulary)]
    vague = {words[n].start for _, a, b in (*vocabulary.status.find(words), *vocabulary.datings_moved.find(words))
             for n in range(a, b)}  # fmt: skip
    vague |= {w.start for w in words if w.key in vocabulary.passives or w.key in vocabulary.auxiliaries}
    ahead = {words[first].start for _, first, _ in vocabulary.scope_ahead.find(words)}
    return Scene(
        index,
        sentence.start,
        sentence.end,
        tuple(words),
        inside,
        scopes,
        tuple(c for c in scopes if c.start in ahead),
        _cues(words, vocabulary.changes),
        (*_without_auxiliaries(told, words), *_endings(words, vocabulary)),
        (*told, *(c for c in verbs if not any(c.start < t.end and t.start < c.end for t in told))),
        tuple(v for v in verbs if v.start not in vague),
        _events(words, inside, vocabulary),
        _cues(words, vocabulary.kinds),
        _cues(words, vocabulary.shares),
        _cues(words, vocabulary.built),
        tuple(c for c in _cues(words, vocabulary.plan) if c.value),
        (*(c for c in _cues(words, vocabulary.former) if c.value), *_pairs(words, vocabulary.former_pairs)),
        _cues(words, vocabulary.contrast),
        _cues(words, vocabulary.announcing),
        _cues(words, vocabulary.against),
        _cues(words, vocabulary.ands),
        _outside_names(_cues(words, vocabulary.lengths), words, vocabulary),
        _cues(words, vocabulary.dimensions),
        _cues(words, vocabulary.bearers),
        _cues(words, vocabulary.capacities),
        _cues(words, vocabulary.people_things),
        _insertions(words, vocabulary),
        vocabulary.stop,
        vocabulary.locatives.at(words, 0) is not None,
    )


def _is_in_a_date(cue: Cue, quantities: Sequence[Quantity]) -> bool:
    return any(q.unit == "date" and q.start <= cue.start and cue.end <= q.end for q in quantities)


def _cues(words: Sequence[Word], phrases: Phrases[T]) -> tuple[Cue, ...]:
    return tuple(Cue(str(value), words[first].start, words[last - 1].end) for value, first, last in phrases.find(words))


def _outside_names(cues: Sequence[Cue], words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The cues without those that open a name: "entre Pont de Sèvres et Noisy" speaks of no bridge."""
    if vocabulary.language.dates.nouns_capitalised:
        return tuple(cues)
    capitals = {w.start for n, w in enumerate(words) if n and w.text[0].isupper() and words[n - 1].text not in OPENERS}
    return tuple(c for c in cues if c.start not in capitals)


OPENERS = frozenset('.!?:;•–-"“«(')


def _is_to_be(cue: Cue, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a participle stands beside an infinitive, or behind what tells of the unreal: "devait être inauguré" and
    "should have opened" tell of no opening."""
    if cue.value != "actual":
        return False
    if any(
        words[a].start <= cue.start <= words[b].start and _is_done(words, b, vocabulary)
        for _, a, b in vocabulary.unreal.find(words) if b < len(words)
    ):  # fmt: skip
        return True
    first = next(n for n, w in enumerate(words) if w.start == cue.start)
    last = next(n for n in range(first, len(words)) if words[n].end == cue.end)
    beside = [words[n].key for n in (first - 1, last + 1) if 0 <= n < len(words)]
    return not vocabulary.beside_participles.isdisjoint(beside)


def _is_done(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word tells what has been done: a verb that the tables know, or one with its ending."""
    hit = vocabulary.status.at(words, index)
    done = hit is not None and hit[0] == "actual"
    return done or any(words[index].text.endswith(end) for end, said in vocabulary.tense_endings if said == "actual")


def _scopes(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The cues for a scope; an adjective that is compared says nothing of a whole: "un projet plus global"."""
    return tuple(
        Cue(value, words[first].start, words[last - 1].end)
        for value, first, last in vocabulary.scope.find(words)
        if not (value == "total" and first and words[first - 1].key in vocabulary.comparing)
    )


def _has_its_accent(cue: Cue, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a verb that its accent, or its small first letter, tells from a noun has it: "costó" is no "costo"."""
    word = words[bisect_left(words, cue.end, key=lambda w: w.end)]
    forms = vocabulary.accented.get(word.key)
    alone = word.start == cue.start and word is not words[0]
    if alone and word.key in vocabulary.verb_not_noun and word.text[0].isupper():
        return False  # "in Betrieb" is not "betrieb"
    return word.start != cue.start or not forms or word.text.isupper() or word.text.lower() in forms


def _without_auxiliaries(cues: tuple[Cue, ...], words: Sequence[Word]) -> tuple[Cue, ...]:
    """The cues for a status; an auxiliary gives way to the participle behind it: "ha sido prevista" is planned."""
    starts = {w.start: n for n, w in enumerate(words)}
    kept = []
    for cue, behind in zip_longest(cues, cues[1:]):
        last = bisect_left(words, cue.end, key=lambda w: w.start)
        if behind is None or starts.get(behind.start) != last:
            kept.append(cue)
    return tuple(kept)


def _insertions(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The relative clauses that a comma opens and the next one closes: "el coste inicial, que incluía la obra, era"."""
    commas = [n for n, w in enumerate(words) if w.text == ","]
    return tuple(
        Span(start=words[a].start, end=words[b].end)
        for a, b in pairwise(commas)
        if b - a <= LONGEST_INSERTION and any(w.key in vocabulary.relatives for w in words[a + 1 : a + 3])
    )


LONGEST_INSERTION = 25


def _endings(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """Verbs whose ending says what is planned or estimated: "collegherà", "ammonterebbe"."""
    endings = vocabulary.language.status_endings
    return tuple(
        Cue(status, word.start, word.end)
        for word in words
        for status, listed in endings.items()
        if word.text.endswith(listed) and word.text[0].islower()
    )


def events_in(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The cues for events among some words."""
    return _events(words, (), vocabulary)


def _events(words: Sequence[Word], quantities: Sequence[Quantity], vocabulary: Vocabulary) -> tuple[Cue, ...]:
    """The cues for events; a word that makes one with a noun near it is no cue of its own besides.

    What is part of a date names no event: "complete at the start of 2027".
    """
    small = {n for n, w in enumerate(words) if w.key in vocabulary.stop}
    small |= {n for _, first, last in vocabulary.status.find(words) for n in range(first, last)}
    dates = [q for q in quantities if q.unit == "date"]
    small |= {n for n, w in enumerate(words) if any(d.start <= w.start < d.end for d in dates)}
    others = [p for p in vocabulary.event_pairs if p[0] == "other"]
    pairs = [
        *_pairs(words, [p for p in vocabulary.event_pairs if p not in others], aside=small),
        *_pairs(words, others, small),
    ]
    pairs = [p for p in pairs if p.value == "other" or not any(o.value == "other" and o[1:] == p[1:] for o in pairs)]
    alone = tuple(c for c in _cues(words, vocabulary.events) if not _is_verb_like(c, words, vocabulary))
    pairs = [p for p in pairs if not any(_holds(c, p) for c in alone)]
    alone = tuple(c for c in alone if not any(p.start < c.end and c.start < p.end for p in pairs))
    alone = tuple(c for c in alone if not _is_at_full(c, alone, words, vocabulary))
    return tuple(c for c in (*pairs, *alone) if not any(d.start <= c.start and c.end <= d.end for d in dates))


def _is_at_full(cue: Cue, others: Sequence[Cue], words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether small words lead from a word for running to full capacity: "to be operating at full capacity"."""
    if cue.value != "opening":
        return False
    full = next((c for c in others if c.value == "full_capacity" and c.start >= cue.end), None)
    between = [w for w in words if full and cue.end <= w.start and w.end <= full.start]
    return full is not None and all(w.key in vocabulary.stop for w in between)


def _is_verb_like(cue: Cue, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a word that is an event as a noun is none here: "so hoch stand der Pegel" is no "Stand"."""
    word = next((w for w in words if w.start == cue.start), None)
    alone = word is not None and word.end == cue.end and word.text[:1].islower()
    return alone and word is not None and word.key in vocabulary.event_nouns


def _pairs(
    words: Sequence[Word],
    pairs: Iterable[tuple[T, Phrases[bool], Phrases[bool]]],
    small: Set[int] | None = None,
    aside: Set[int] = frozenset(),
) -> list[Cue]:
    """The cues that two words make together, each where the second one stands; only `small` words between, if given.

    Behind a comma a participle may stand for its noun with words of `aside` alone before it: "the works, begun in".
    """
    return [
        Cue(str(value), words[first].start, words[last - 1].end)
        for value, nouns, others in pairs
        for _, first, last in others.find(words)
        if _in_clause(words, nouns, first, last, small) or _told_aside(words, nouns, first, aside)
    ]


def _holds(cue: Cue, other: Cue) -> bool:
    """Whether a cue is a longer phrase with another one in it."""
    return cue.start <= other.start and other.end <= cue.end and cue.end - cue.start > other.end - other.start


PAIR_REACH = 9
"""Words between the two words of a pair."""


def _in_clause(words: Sequence[Word], nouns: Phrases[bool], first: int, last: int, small: Set[int] | None) -> bool:
    """Whether one of the nouns stands a few words before or behind, with no mark between, or only `small` words."""

    def ends(n: int) -> bool:
        return words[n].text in BREAKS or (small is not None and n not in small)

    start, end = first, last
    while start and first - start < PAIR_REACH and not ends(start - 1):
        start -= 1
    while end < len(words) and end - last < PAIR_REACH and not ends(end):
        end += 1
    if small is not None and (nouns.at(words, end) is not None or nouns.before(words, start) is not None):
        return True  # the noun itself stands behind the small words
    if small is not None and end > last and end + 1 < len(words) and words[end].text.isalpha():
        return nouns.at(words, end + 1) is not None  # or behind its adjective: "commissioned an independent review"
    return any(nouns.at(words, n) for n in (*range(start, first), *range(last, end)))


def _told_aside(words: Sequence[Word], nouns: Phrases[bool], first: int, aside: Set[int]) -> bool:
    """Whether a word stands right behind its noun and a comma, or behind what two commas put between them.

    "the works, begun in 2003, …", "the works, huge as they are, have begun"
    """
    start = first
    while start and start - 1 in aside and first - start < ASIDE:
        start -= 1
    if not start or words[start - 1].text != ",":
        return False
    commas = (n for n in range(start - 2, max(start - 2 - INSERTED, 0), -1) if words[n].text in BREAKS)
    opening = next(commas, None)
    openings = [start - 1] if opening is None or words[opening].text != "," else [start - 1, opening]
    return any(_ends_noun(words, nouns, n) for n in openings)


def _ends_noun(words: Sequence[Word], nouns: Phrases[bool], n: int) -> bool:
    """Whether a noun and a few words about it end at a comma: "the works at Rovelle,"."""
    for last in range(n, max(n - NOUN_PHRASE, 0), -1):
        if nouns.before(words, last) is not None:
            return True
        if words[last - 1].text in BREAKS:
            return False
    return False


NOUN_PHRASE = 8
"""Words from a noun to the end of what says whose it is."""
INSERTED = 24
"""Words that two commas may put between a noun and its verb."""
ASIDE = 4
"""Small words between the comma and the verb: "qui ont déjà été lancés"."""


def extent(quantity: Quantity) -> tuple[int, int]:
    """Where a figure ends with the words right behind it that belong to it: "19 milliards en euros de 2015"."""
    end = quantity.end
    for start, last in sorted(quantity.evidence):
        if quantity.end <= start <= end + 1:
            end = max(end, last)
    return quantity.start, end


def outside_brackets(words: Sequence[Word]) -> list[Word]:
    """The words without what stands in a pair of brackets: "Phase 1 (Valence) : 450 millions"."""
    kept: list[Word] = []
    opened = 0
    for n, word in enumerate(words):
        if word.text == "(" and any(w.text == ")" for w in words[n:]):
            opened += 1
        elif word.text == ")" and opened:
            opened -= 1
        elif not opened:
            kept.append(word)
    return kept


def nearest(stage: Scene, cues: Iterable[Cue], start: int, end: int, within: int, *, dates: bool = False) -> Cue | None:
    """The cue nearest to a stretch of text, at most `within` words away, marks and figures counted in."""
    best: tuple[int, int, Cue] | None = None
    for cue in cues:
        far = distance(stage, cue.start, cue.end, start, end, dates=dates)
        if far <= within and (best is None or (far, cue.start) < best[:2]):
            best = (far, cue.start, cue)
    return best[2] if best else None


def distance(stage: Scene, cue_start: int, cue_end: int, start: int, end: int, *, dates: bool = False) -> int:
    """How many words lie between a cue and a figure; clause marks and other figures between them weigh more."""
    if cue_start < end and start < cue_end:
        return 0
    low, high = (cue_end, start) if cue_end <= start else (end, cue_start)
    first = bisect_left(stage.words, low, key=lambda w: w.start)
    last = bisect_right(stage.words, high, key=lambda w: w.end)
    left_out = [i for i in stage.insertions if low <= i.start and i.end <= high]
    between = [w for w in stage.words[first:last] if not any(i.start <= w.start < i.end for i in left_out)]
    far = sum(COSTS.get(w.text, 1) for w in outside_brackets(between))
    others = sum(
        low <= q.start and q.end <= high and (dates or q.unit != "date") and q.refused is None for q in stage.quantities
    )
    return far + others * FIGURE_COSTS + (1 if cue_start > start else 0)
