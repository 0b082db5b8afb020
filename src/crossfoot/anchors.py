"""A figure in its sentence -> what it is about: the place, thing, plan or company that the text names for it.

Names in the same sentence come first, then what the sentence points back to, then the heading, then what the whole
document is about. How sure that is decides later whether another source's word for the same figure counts more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossfoot.cast import Cast
from crossfoot.cues import Cue, Scene, distance, nearest
from crossfoot.model import Quantity
from crossfoot.names import LINKS, Name
from crossfoot.topics import Topic, is_thing
from crossfoot.vocabulary import Vocabulary
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


def enumerations(stage: Scene, names: Sequence[Name], cast: Cast, vocabulary: Vocabulary) -> list[tuple[Name, ...]]:
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
    return len(between) <= 5 and all(
        w.text == "," or w.key in vocabulary.stop or w.key in ("region", "pres", "near") for w in between
    )


def _has_and(stage: Scene, run: Sequence[Name], vocabulary: Vocabulary) -> bool:
    """Whether a list has its "and"."""
    first, last = run[0].end, run[-1].start
    listed = {fold(w) for ws in vocabulary.language.lists.values() for w in ws}
    return any(first <= w.start and w.end <= last and w.key in listed for w in stage.words)


def anchor(
    quantity: Quantity, measure: str, actual: bool, stage: Scene, names: Sequence[Name], cast: Cast, about: Topic,
    before: Anchor | None, heading: Anchor | None, vocabulary: Vocabulary,
) -> Anchor:  # fmt: skip
    """What a figure is about."""
    company = _nearest_name(stage, [n for n in names if cast.kinds.get(n.key) == "organisation"], quantity, cast)
    of_company = measure in OF_COMPANIES or (measure == "date" and _founds(stage, quantity))
    if of_company and (found := _company(stage, company, about, vocabulary)):
        return found
    things = [n for n in names if is_thing(n, cast, vocabulary) and not _is_whereabouts(n, stage, about, vocabulary)]
    thing = _nearest_name(stage, things, quantity, cast)
    wholes = [c for c in stage.plan if c.value == "plan" or c.end <= quantity.start]
    plan = nearest(stage, wholes, quantity.start, quantity.end, PLAN_REACH if quantity.quote else 4 * PLAN_REACH)
    listed = _listing(quantity, stage, names, cast, about, thing, vocabulary)
    if listed:
        return listed
    apposed = thing and plan and 0 <= plan.start - thing.end <= APPOSED
    if thing and plan and not apposed and _far(stage, thing, quantity) > _far(stage, plan, quantity) + 2:
        thing = None
    carried = before if before and before.key else heading
    if thing and thing.start > quantity.start and _far(stage, thing, quantity) > BEHIND and carried and carried.key:
        thing = None
    if thing:
        return Anchor(thing.key, False, "named", (), (thing.start, thing.end), f"named in the sentence: {thing.text}")
    owner = _owner(plan, stage, names) if plan else None
    if plan and owner:
        return Anchor(owner.key, True, "named", (), (owner.start, owner.end), f"the plan of {owner.text}")
    if plan and about.company:
        return Anchor(about.company, True, "named", (), (plan.start, plan.end), "the sentence speaks of a plan")
    if actual and _opens_with_company(stage, names, about, vocabulary):
        return Anchor(about.company, False, "named", (), None, "the company that the sentence is about")
    back = points_back(stage, vocabulary)
    if company is None or company.key != about.company or back:
        if before and before.key:
            return before._replace(strength="carried", span=None, why=f"from the sentence before: {_root(before.why)}")
        if heading and heading.key:
            return heading._replace(strength="carried", span=None, why=f"from the heading: {_root(heading.why)}")
    if company and _acts(company, quantity, stage, about, vocabulary) and not actual and not back and measure != "date":
        return Anchor(about.company, True, "assumed", (), None, "the plan of the company in the sentence")
    if about.thing:
        return Anchor(about.thing, False, "assumed", (), None, "what the document is about")
    return Anchor(
        company.key if company else about.company, False, "assumed", (), None, "the company that the document is about"
    )


def _acts(company: Name, quantity: Quantity, stage: Scene, about: Topic, vocabulary: Vocabulary) -> bool:
    """Whether the document's company is what the sentence is about, and not only who says it."""
    first = next((n for n, w in enumerate(stage.words) if w.start >= company.start), 0)
    return (
        company.key == about.company
        and company.end <= quantity.start
        and vocabulary.said_before.before(stage.words, first, 4) is None
    )


def _owner(plan: Cue, stage: Scene, names: Sequence[Name]) -> Name | None:
    """Whose plan it is, where the text says so: "le plan de l'État"."""
    for name in names:
        between = [w for w in stage.words if plan.end <= w.start and w.end <= name.start]
        if name.start >= plan.end and len(between) <= 3 and between and all(w.key in LINKS for w in between):
            return name
    return None


def _root(why: str) -> str:
    """The reason without what it was carried over from."""
    return why.rsplit("before: ", 1)[-1].rsplit("heading: ", 1)[-1]


def _company(stage: Scene, company: Name | None, about: Topic, vocabulary: Vocabulary) -> Anchor | None:
    """The company that a founding year or a turnover is of."""
    if about.company and any(vocabulary.company.at(stage.words, n) for n in range(len(stage.words))):
        return Anchor(about.company, False, "named", (), None, "the company that the sentence is about")
    if company:
        return Anchor(company.key, False, "named", (), (company.start, company.end), "the company in the sentence")
    return None


def _opens_with_company(stage: Scene, names: Sequence[Name], about: Topic, vocabulary: Vocabulary) -> bool:
    """Whether a sentence starts with the document's company or a noun for it."""
    if not about.company:
        return False
    first = stage.words[5].start if len(stage.words) > 5 else stage.end
    return any(n.key == about.company and n.start <= first for n in names) or any(
        vocabulary.company.at(stage.words, n) for n in range(min(4, len(stage.words)))
    )


def points_back(stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a sentence speaks of what was named before it: "il", "ce bâtiment"."""
    words = stage.words
    if any(vocabulary.back.at(words, n) for n in range(min(4, len(words)))):
        return True
    return any(
        words[n].key in vocabulary.demonstratives
        and vocabulary.site.at(words, n + 1)
        and words[n + 1].key not in vocabulary.project
        for n in range(len(words) - 1)
    )


def _listing(
    quantity: Quantity,
    stage: Scene,
    names: Sequence[Name],
    cast: Cast,
    about: Topic,
    thing: Name | None,
    vocabulary: Vocabulary,
) -> Anchor | None:
    """The list of places that a figure covers, unless another place stands nearer to it."""
    for run in enumerations(stage, names, cast, vocabulary):
        far = distance(stage, run[0].start, run[-1].end, quantity.start, quantity.end)
        if far > NEAR or (thing and thing not in run and _far(stage, thing, quantity) < far):
            continue
        keys = tuple(dict.fromkeys(n.key for n in run))
        return Anchor(about.company, True, "named", keys, (run[0].start, run[-1].end), "the sentence lists its places")
    return None


def _far(stage: Scene, mark: Name | Cue, quantity: Quantity) -> int:
    """How far a name or cue is from a figure."""
    return distance(stage, mark.start, mark.end, quantity.start, quantity.end)


def _founds(stage: Scene, quantity: Quantity) -> bool:
    cue = nearest(stage, stage.events, quantity.start, quantity.end, 10)
    return bool(cue and cue.value == "founding")


def _is_whereabouts(name: Name, stage: Scene, about: Topic, vocabulary: Vocabulary) -> bool:
    """Whether a seldom named place only says where the known thing is: "the plant in southern England"."""
    if not about.thing or name.key == about.thing or RARE * about.weights[name.key] > about.weights[about.thing]:
        return False
    words = stage.words
    first = next((n for n, w in enumerate(words) if w.start >= name.start), len(words))
    last = next((n for n in range(first, len(words)) if words[n].start >= name.end), len(words))
    if vocabulary.site.at(words, last) and first and words[first - 1].key in vocabulary.demonstratives:
        return True
    return any(
        words[n].key in vocabulary.demonstratives and (hit := vocabulary.site.at(words, n + 1)) and first - hit[1] <= 2
        for n in range(max(0, first - 5), first)
    )


APPOSED = 6
"""Characters between a name and the noun that explains it: "Stargate, le programme"."""
PLAN_REACH = 14
BEHIND = 12
"""A name so far behind a figure is not what it is about, where something before it may be."""
RARE = 3
"""A place named so many times less than the document's thing is only its whereabouts."""


def _nearest_name(stage: Scene, names: Sequence[Name], quantity: Quantity, cast: Cast) -> Name | None:
    """The nearest of the names; one before the figure rather than one behind it."""
    ranked = [
        (
            distance(stage, n.start, n.end, quantity.start, quantity.end) + (2 if n.start > quantity.start else 0),
            n.start,
            n,
        )
        for n in names
    ]
    best = min(ranked, default=None, key=lambda r: r[:2])
    if best is None or best[0] > NEAR * 2:
        return None
    return _head(stage, names, best[2], cast)


def _head(stage: Scene, names: Sequence[Name], name: Name, cast: Cast) -> Name:
    """The thing at a place rather than the place: "le bâtiment Ecotox à Rovaltain"."""
    for other in names:
        between = sum(other.end <= w.start and w.end <= name.start for w in stage.words)
        if (
            (other.built or cast.kinds.get(other.key) == "other")
            and name.locative
            and not name.built
            and other.end <= name.start
            and between <= 2
        ):
            return other
    return name
