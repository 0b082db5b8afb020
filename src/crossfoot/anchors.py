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

Strength = Literal["named", "carried", "assumed"]
OF_COMPANIES = frozenset({"revenue", "headcount"})
CLAUSE_ENDS = frozenset(":;")
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
    of_project: bool = False
    """Whether it is taken to be of the one thing that the whole story is about."""


def enumerations(around: Around) -> list[tuple[Name, ...]]:
    """Places that a sentence lists: "in Lyon, near Turin and in the north"."""
    stage, vocabulary = around.stage, around.vocabulary
    places = [n for n in around.names if around.cast.kinds.get(n.key) == "place" and n.key not in vocabulary.countries]
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
    listed = vocabulary.list_words
    return any(first <= w.start and w.end <= last and w.key in listed for w in stage.words)


class Around(NamedTuple):
    """What stands around a figure: its sentence and names, and what was named before."""

    stage: Scene
    names: tuple[Name, ...]
    cast: Cast
    about: Topic
    before: Anchor | None
    """What the sentence before is about, in the same block or pointed back to."""
    heading: Anchor | None
    vocabulary: Vocabulary


def anchor(quantity: Quantity, measure: str, actual: bool, around: Around) -> Anchor:
    """What a figure is about: the first of these that the text gives."""
    company = _nearest_name(
        around, [n for n in around.names if around.cast.kinds.get(n.key) == "organisation"], quantity
    )
    of_company = measure in OF_COMPANIES or (measure == "date" and _founds(around.stage, quantity))
    return (
        (_company(around, company) if of_company else None)
        or _thing_or_plan(quantity, around)
        or (_acting_company(around) if actual else None)
        or _pointed_to(around, company)
        or _assumed(quantity, measure, actual, around, company)
    )


def _thing_or_plan(quantity: Quantity, around: Around) -> Anchor | None:
    """The list of places, the thing or the plan that the sentence names for a figure."""
    stage, about = around.stage, around.about
    told = _told_in_bracket(quantity, around)
    if told:
        return Anchor(told.key, False, "named", (), (told.start, told.end), f"in the bracket behind it: {told.text}")
    things = [
        n for n in around.names
        if is_thing(n, around.cast, around.vocabulary) and not _is_whereabouts(n, around) and not _speaks(n, around)
    ]  # fmt: skip
    thing = _nearest_name(around, things, quantity)
    listed = _listing(quantity, around, thing)
    if listed:
        return listed
    wholes = [c for c in stage.plan if c.value == "plan" or c.end <= quantity.start]
    plan = nearest(stage, wholes, quantity.start, quantity.end, PLAN_REACH if quantity.quote else 4 * PLAN_REACH)
    if thing and _is_of_other_clause(thing, quantity, around):
        thing = None
    if thing and (_is_part_of(thing, plan, stage) or not _is_outdone(thing, plan, quantity, around)):
        return Anchor(thing.key, False, "named", (), (thing.start, thing.end), f"named in the sentence: {thing.text}")
    owner = _owner(plan, stage, around.names) if plan else None
    if owner:
        return Anchor(owner.key, True, "named", (), (owner.start, owner.end), f"the plan of {owner.text}")
    if plan and about.project:
        return Anchor(about.thing, False, "named", (), (plan.start, plan.end), "the project that the story is about")
    if plan and about.company:
        return Anchor(
            about.company, not about.firm, "named", (), (plan.start, plan.end), "the sentence speaks of a plan"
        )
    return None


def _is_part_of(thing: Name, plan: Cue | None, stage: Scene) -> bool:
    """Whether a thing is told to be a first part of the plan: "the plant in Osmar is the first step of this plan"."""
    if plan is None:
        return False
    parts = [c for c in stage.scope if c.value == "first_phase" and thing.end <= c.start and c.end <= plan.start]
    return any(distance(stage, c.start, c.end, plan.start, plan.end) <= OF_WHOLE for c in parts)


OF_WHOLE = 4
"""Words between a part and its whole: "la première brique concrète de ce vaste projet"."""


def _is_outdone(thing: Name, plan: Cue | None, quantity: Quantity, around: Around) -> bool:
    """Whether a noun for the plan stands nearer than the thing, or the thing only comes long after the figure."""
    far = _far(around.stage, thing, quantity)
    if plan and not 0 <= plan.start - thing.end <= APPOSED and far > _far(around.stage, plan, quantity) + 2:
        return True
    carried = around.before if around.before and around.before.key else around.heading
    return thing.start > quantity.start and far > BEHIND and carried is not None and bool(carried.key)


def _is_of_other_clause(thing: Name, quantity: Quantity, around: Around) -> bool:
    """Whether a figure's clause has its own subject: "the plant is only a start: the company plans 15 GW in all".

    A name right before the mark is the topic of what follows ("Lyon–Turin: the builder says …").
    """
    words = around.stage.words
    breaks = [n for n, w in enumerate(words) if w.text in CLAUSE_ENDS and thing.end <= w.start < quantity.start]
    if not breaks or words[max(0, breaks[0] - 2)].start < thing.end:
        return False
    opening = words[breaks[-1]].start
    return any(n.key == around.about.company and opening < n.start and n.end <= quantity.start for n in around.names)


def _acting_company(around: Around) -> Anchor | None:
    """The document's company, where the sentence starts with it and tells what is."""
    if _opens_with_company(around):
        return Anchor(around.about.company, False, "named", (), None, "the company that the sentence is about")
    return None


def _pointed_to(around: Around, company: Name | None) -> Anchor | None:
    """What the sentence before or the heading names, unless the sentence turns to the document's company."""
    if company and company.key == around.about.company and not points_back(around.stage, around.vocabulary):
        return None
    if any(_is_of_what_was(n, around) for n in around.names):
        return None  # where something new stands is told at its first mention
    if around.before and around.before.key:
        why = f"from the sentence before: {_root(around.before.why)}"
        return around.before._replace(strength="carried", span=None, why=why)
    if around.heading and around.heading.key:
        return around.heading._replace(
            strength="carried", span=None, why=f"from the heading: {_root(around.heading.why)}"
        )
    return None


def _assumed(quantity: Quantity, measure: str, actual: bool, around: Around, company: Name | None) -> Anchor:
    """What the document is about, or what its company plans, where nothing nearer is named."""
    about = around.about
    planned = not actual and measure != "date" and not points_back(around.stage, around.vocabulary)
    if company and planned and _acts(company, quantity, around):
        return Anchor(about.company, not about.firm, "assumed", (), None, "the plan of the company in the sentence")
    if about.thing:
        return Anchor(about.thing, False, "assumed", (), None, "what the document is about", about.project)
    key = company.key if company else about.company
    return Anchor(key, False, "assumed", (), None, "the company that the document is about")


def _acts(company: Name, quantity: Quantity, around: Around) -> bool:
    """Whether the document's company is what the sentence is about, and not only who says it."""
    words = around.stage.words
    first = next((n for n, w in enumerate(words) if w.start >= company.start), 0)
    said = around.vocabulary.said_before.before(words, first, 4)
    return company.key == around.about.company and company.end <= quantity.start and said is None


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


def _company(around: Around, company: Name | None) -> Anchor | None:
    """The company that a founding year or a turnover is of."""
    words = around.stage.words
    if around.about.company and any(around.vocabulary.company.at(words, n) for n in range(len(words))):
        return Anchor(around.about.company, False, "named", (), None, "the company that the sentence is about")
    if company:
        return Anchor(company.key, False, "named", (), (company.start, company.end), "the company in the sentence")
    return None


def _opens_with_company(around: Around) -> bool:
    """Whether a sentence starts with the document's company or a noun for it."""
    company, words = around.about.company, around.stage.words
    if not company:
        return False
    first = words[5].start if len(words) > 5 else around.stage.end
    return any(n.key == company and n.start <= first for n in around.names) or any(
        around.vocabulary.company.at(words, n) for n in range(min(4, len(words)))
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


def _listing(quantity: Quantity, around: Around, thing: Name | None) -> Anchor | None:
    """The list of places that a figure covers, unless another place stands nearer to it."""
    stage, company = around.stage, around.about.company
    for run in enumerations(around):
        far = distance(stage, run[0].start, run[-1].end, quantity.start, quantity.end)
        if far > NEAR or (thing and thing not in run and _far(stage, thing, quantity) < far):
            continue
        keys = tuple(dict.fromkeys(n.key for n in run))
        span, whole = (run[0].start, run[-1].end), company or around.about.thing
        return Anchor(whole, bool(company), "named", keys, span, "the sentence lists its places")
    return None


def _far(stage: Scene, mark: Name | Cue, quantity: Quantity) -> int:
    """How far a name or cue is from a figure."""
    return distance(stage, mark.start, mark.end, quantity.start, quantity.end)


def _founds(stage: Scene, quantity: Quantity) -> bool:
    cue = nearest(stage, stage.events, quantity.start, quantity.end, 10)
    return bool(cue and cue.value == "founding")


def _is_whereabouts(name: Name, around: Around) -> bool:
    """Whether a seldom named place only says where the known thing is: "the plant in southern England"."""
    about, vocabulary = around.about, around.vocabulary
    if about.project and name.key != about.thing and _is_passing(name, around):
        return True
    if _is_of_what_was(name, around):
        return True
    if not about.thing or name.key == about.thing or RARE * about.weights[name.key] > about.weights[about.thing]:
        return False
    words = around.stage.words
    first = next((n for n, w in enumerate(words) if w.start >= name.start), len(words))
    last = next((n for n in range(first, len(words)) if words[n].start >= name.end), len(words))
    if vocabulary.site.at(words, last) and first and words[first - 1].key in vocabulary.demonstratives:
        return True
    return any(
        words[n].key in vocabulary.demonstratives and (hit := vocabulary.site.at(words, n + 1)) and first - hit[1] <= 2
        for n in range(max(0, first - 5), first)
    )


def _is_of_what_was(name: Name, around: Around) -> bool:
    """Whether a name is that of what stood there before: "dans les bâtiments de l'ex-pôle Rovelle"."""
    words, vocabulary = around.stage.words, around.vocabulary
    first = next((n for n, w in enumerate(words) if w.start >= name.start), len(words))
    was = next((n for n in range(first - 1, first - 4, -1) if n > 0 and words[n].key in vocabulary.former_things), 0)
    between = range(was - 1, max(was - 1 - WHEREABOUTS, -1), -1)
    return was > 0 and any(vocabulary.locatives.at(words, n) for n in between if words[n].text not in CLAUSE_MARKS)


WHEREABOUTS = 6
"""Words between "in" and the word for what was: "dans les bâtiments de l'ex-pôle"."""
CLAUSE_MARKS = frozenset(",;:.")


def _speaks(name: Name, around: Around) -> bool:
    """Whether a name is who says it: "laut Spiegel", "berichtet der "Spiegel""."""
    if name.built or name.key == around.about.thing:
        return False
    words, vocabulary = around.stage.words, around.vocabulary
    first = next((n for n, w in enumerate(words) if w.start >= name.start), len(words))
    last = next((n for n in range(first, len(words)) if words[n].start >= name.end), len(words))
    while first and (words[first - 1].key in vocabulary.definite_words or words[first - 1].text in QUOTES):
        first -= 1
    while last < len(words) and words[last].text in QUOTES:
        last += 1
    return bool(
        vocabulary.said_before.before(words, first)
        or vocabulary.said.before(words, first)
        or vocabulary.said.at(words, last)
    )


QUOTES = frozenset('"„“”«»')


def _is_passing(name: Name, around: Around) -> bool:
    """Whether a story about one thing only mentions a name: a place where nothing is built, a name that is rare.

    A story about one built thing, or what is built in one place, only mentions all that is not built: its builder, the
    ends of the line, a law.
    """
    cast = around.cast
    if name.built:
        return _is_joined(name, around)
    if name.locative or name.bracketed:
        return True
    if cast.kinds.get(name.key) == "place" or (cast.documents.get(name.key, 0) < 2 and cast.counts[name.key] <= FEW):
        return True
    thing = around.about.thing
    whole = thing == cast.work or cast.kinds.get(thing) == "place"
    return whole and name.key not in cast.built


def _is_joined(name: Name, around: Around) -> bool:
    """Whether a name is one that something is joined with: "to link places such as Heathrow Airport and the docks"."""
    words, vocabulary = around.stage.words, around.vocabulary
    first = next((n for n, w in enumerate(words) if w.start >= name.start), len(words))
    for n in range(first, max(0, first - JOINED), -1):
        if vocabulary.joins.before(words, n):
            return True
        if words[n - 1].text in CLAUSE_MARKS - {","}:
            return False
    return False


JOINED = 10
"""Words between a verb of joining and one of the names that follow it."""


FEW = 3
"""A name that one text says so seldom is no thing of the story's."""
APPOSED = 6
"""Characters between a name and the noun that explains it: "Stargate, le programme"."""
PLAN_REACH = 14
BEHIND = 12
"""A name so far behind a figure is not what it is about, where something before it may be."""
RARE = 3
"""A place named so many times less than the document's thing is only its whereabouts."""


def _nearest_name(around: Around, names: Sequence[Name], quantity: Quantity) -> Name | None:
    """The nearest of the names; one before the figure rather than one behind it."""
    ranked = [
        (-1 if _is_in_bracket(around.stage, n, quantity) else
         _far(around.stage, n, quantity) + (2 if n.start > quantity.start else 0), n.start, n)
        for n in names
    ]  # fmt: skip
    best = min(ranked, default=None, key=lambda r: r[:2])
    return _head(around, names, best[2]) if best and best[0] <= NEAR * 2 else None


def _told_in_bracket(quantity: Quantity, around: Around) -> Name | None:
    """The thing whose figure stands alone in the bracket behind it: "the ones of Rovelle (480 MW)".

    The part of it that lies in a place does so, too: "in Rovelle (45 km)".
    """
    before = [w for w in around.stage.words if w.end <= quantity.start][-2:]
    behind = next((w.text for w in around.stage.words if w.start >= quantity.end), "")
    if len(before) < 2 or before[1].text != "(" or behind != ")":
        return None
    name = next((n for n in around.names if n.end == before[0].end and not n.bracketed), None)
    if name is None or name.key in around.vocabulary.countries:
        return None
    kind = around.cast.kinds.get(name.key)
    lead = next((w.key for w in reversed(around.stage.words) if w.end <= name.start), "")
    owns = name.built or quantity.measure == "population" or lead in around.vocabulary.of_words
    return name if kind == "other" or (kind == "place" and owns) else None


def _is_in_bracket(stage: Scene, name: Name, quantity: Quantity) -> bool:
    """Whether a name alone stands in the bracket right behind a figure: "2024 (Rovelle) and 2025 (Valdor)"."""
    if name.start < quantity.end:
        return False
    between = [w.text for w in stage.words if quantity.end <= w.start and w.end <= name.start]
    behind = next((w.text for w in stage.words if w.start >= name.end), "")
    return between == ["("] and behind == ")"


def _head(around: Around, names: Sequence[Name], name: Name) -> Name:
    """The thing at a place rather than the place: "le bâtiment Ecotox à Rovaltain"."""
    for other in names:
        between = sum(other.end <= w.start and w.end <= name.start for w in around.stage.words)
        is_thing_there = other.built or around.cast.kinds.get(other.key) == "other"
        if is_thing_there and name.locative and not name.built and other.end <= name.start and between <= 2:
            return other
    return name
