"""A figure in its sentence -> what it is about: the place, thing, plan or company that the text names for it.

Names in the same sentence come first, then what the sentence points back to, then the heading, then what the whole
document is about. How sure that is decides later whether another source's word for the same figure counts more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossfoot.cues import Scene, distance, nearest
from crossfoot.model import Document, Quantity
from crossfoot.names import Cast, Name
from crossfoot.tables import Vocabulary
from crossfoot.words import fold

Strength = Literal["named", "carried", "assumed"]
OF_COMPANIES = frozenset({"revenue", "headcount"})
NEAR = 24
"""Words between a figure and the name it is about, marks and figures counted in."""


class Anchor(NamedTuple):
    """What a figure is about."""

    key: str
    """The folded name; "" where nothing is known."""
    plan: bool
    strength: Strength
    parts: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    why: str = ""


class Topic(NamedTuple):
    """What a document is about."""

    thing: str
    company: str


def topic(document: Document, names: Sequence[Name], cast: Cast, countries: frozenset[str]) -> Topic:
    """The place or thing, and the company, that a document names most, its title and start weighing more."""
    weights: Counter[str] = Counter()
    title = fold(document.source.title or "")
    for name in names:
        early = name.sentence < 6
        weights[name.key] += 3 if early else 1
    for key in weights:
        if key in title:
            weights[key] += 6
        weights[key] *= min(cast.documents.get(key, 1), 4)
    things = [k for k in weights if cast.kinds.get(k) in ("place", "other") and k not in countries]
    companies = [k for k in weights if cast.kinds.get(k) == "organisation"]
    return Topic(
        max(things, key=lambda k: (weights[k], k), default=""),
        max(companies, key=lambda k: (weights[k], k), default=""),
    )


def enumerations(stage: Scene, names: Sequence[Name], cast: Cast, vocabulary: Vocabulary, text: str) -> list[tuple[Name, ...]]:
    """Places that a sentence lists: "près de Valence, dans le Grand Est et dans le sud de la France"."""
    places = [n for n in names if cast.kinds.get(n.key) == "place" and n.key not in vocabulary.countries]
    runs: list[tuple[Name, ...]] = []
    run: list[Name] = []
    for name in places:
        if run and _listed(stage, run[-1], name, vocabulary):
            run.append(name)
        else:
            runs.append(tuple(run))
            run = [name]
    runs.append(tuple(run))
    return [r for r in runs if len({n.key for n in r}) > 1 and _has_and(stage, r, vocabulary)]


def _listed(stage: Scene, name: Name, behind: Name, vocabulary: Vocabulary) -> bool:
    """Whether only list words stand between two names."""
    between = [w for w in stage.words if name.end <= w.start and w.end <= behind.start]
    return len(between) <= 5 and all(w.text == "," or w.key in vocabulary.stop or w.key in ("region", "pres", "near") for w in between)


def _has_and(stage: Scene, run: Sequence[Name], vocabulary: Vocabulary) -> bool:
    """Whether a list has its "and"."""
    first, last = run[0].end, run[-1].start
    listed = {fold(w) for ws in vocabulary.language.lists.values() for w in ws}
    return any(first <= w.start and w.end <= last and w.key in listed for w in stage.words)


def anchor(
    quantity: Quantity, measure: str, stage: Scene, names: Sequence[Name], cast: Cast, about: Topic,
    before: Anchor | None, heading: Anchor | None, vocabulary: Vocabulary, text: str,
) -> Anchor:  # fmt: skip
    """What a figure is about."""
    for run in enumerations(stage, names, cast, vocabulary, text):
        if distance(stage, run[0].start, run[-1].end, quantity.start, quantity.end) <= NEAR:
            keys = tuple(dict.fromkeys(n.key for n in run))
            return Anchor(about.company, True, "named", keys, (run[0].start, run[-1].end), "the sentence lists its places")
    plan = nearest(stage, stage.plan, quantity.start, quantity.end, 14)
    thing = _nearest_name(stage, [n for n in names if _is_thing(n, cast, vocabulary, text)], quantity)
    company = _nearest_name(stage, [n for n in names if cast.kinds.get(n.key) == "organisation"], quantity)
    if company and (measure in OF_COMPANIES or (measure == "date" and _founds(stage, quantity))):
        return Anchor(company.key, False, "named", (), (company.start, company.end), "the company in the sentence")
    if thing and plan:
        to_thing = distance(stage, thing.start, thing.end, quantity.start, quantity.end)
        if to_thing > distance(stage, plan.start, plan.end, quantity.start, quantity.end) + 2:
            thing = None
    if thing:
        return Anchor(thing.key, False, "named", (), (thing.start, thing.end), f"named in the sentence: {thing.text}")
    if plan and about.company:
        return Anchor(about.company, True, "named", (), (plan.start, plan.end), "the sentence speaks of a plan")
    if before and before.key and not company:
        return before._replace(strength="carried", span=None, why=f"from the sentence before: {before.why}")
    if heading and heading.key and not company:
        return heading._replace(strength="carried", span=None, why="from the heading")
    if about.thing:
        return Anchor(about.thing, False, "assumed", (), None, "what the document is about")
    key = company.key if company else about.company
    return Anchor(key, False, "assumed", (), None, "the company that the document is about")


def _founds(stage: Scene, quantity: Quantity) -> bool:
    cue = nearest(stage, stage.events, quantity.start, quantity.end, 10)
    return bool(cue and cue.value == "founding")


def _is_thing(name: Name, cast: Cast, vocabulary: Vocabulary, text: str) -> bool:
    """Whether a figure may be about what the name names: a place or thing, but no country, person or company."""
    if name.key in vocabulary.countries or name.key in vocabulary.symbols_folded:
        return False
    kind = cast.kinds.get(name.key)
    return kind == "place" or (kind == "other" and cast.counts.get(name.key, 0) > 1)


def _nearest_name(stage: Scene, names: Sequence[Name], quantity: Quantity) -> Name | None:
    """The nearest of the names; one before the figure rather than one behind it."""
    ranked = [
        (distance(stage, n.start, n.end, quantity.start, quantity.end) + (2 if n.start > quantity.start else 0), n.start, n)
        for n in names
    ]
    best = min(ranked, default=None, key=lambda r: r[:2])
    return best[2] if best and best[0] <= NEAR * 2 else None
