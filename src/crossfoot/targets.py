"""Dates that say when another figure holds -> the figure's target date, and the dates that are used up so.

"600 MW d'ici 2028" is one claim with target date 2028; "il ouvrira avant fin 2026" is a claim of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.cues import BREAKS, TELLING, Scene, nearest
from crossfoot.model import Quantity

CLOSE = 5
"""Words between a figure and a plain date that belongs to it."""
EVENT_CLOSE = 7
BEFORE = 2
"""Small words between a date and the figure right behind it: "spoke in 2007 of 3.3 billion"."""
OPENING = 12
"""Characters within which a date opens its sentence, whatever stands there."""
OPENING_WORDS = 6
"""Words within which it does where the sentence begins with a preposition: "At the green light of 2016, ..."."""
DAY_REACH = 15
SENTENCE = 30
"""How far a date that opens a sentence reaches for the first figure behind it, clause marks weighing more; a day, of
which mostly something else is told, half as far."""
BUILDING = frozenset({"construction_start", "opening", "inauguration", "full_capacity"})
"""Events that a thing has, whatever its size: their date says nothing of the figures that describe the thing."""
CLAUSE = 12
"""Words between two figures of clauses that one date opens: "In 2030 it will employ 300 people, draw 400 MW, ..."."""


class Target(NamedTuple):
    """The date that a figure is said of."""

    period: str
    span: tuple[int, int]
    told: bool = False
    """Whether the date is when somebody told the figure: "spoke in 2007 of 3.3 billion"."""


def targets(
    stage: Scene, earlier: Target | None = None, published: str | None = None
) -> tuple[dict[int, Target], set[int]]:
    """Figure start -> its target, and the starts of dates that are targets only.

    A date that is over is no target of a figure where an announcing verb stands between them.
    `earlier` is the target of the sentence before, where this one sums that one up: "Cela totalisera 1,5 GW".
    """
    every = [q for q in stage.quantities if q.unit == "date" and q.period and q.refused is None]
    joined = [behind for date, behind in pairwise(every) if _coordinated(stage, date, behind)]
    dates = [d for d in every if d not in joined]
    figures = [q for q in stage.quantities if q.unit != "date" and q.refused is None and not _is_small_count(q)]
    found: dict[int, Target] = {}
    used: set[int] = set()
    for date in dates:
        event = nearest(stage, stage.events, date.start, date.end, EVENT_CLOSE)
        told = event is not None and event.value in TELLING and not _is_ahead(date, published)
        governed = _governed(stage, date, dates, figures, told)
        its_own = event is not None and (date.deadline or event.value in BUILDING)
        if its_own and event is not None and not _figure_nearer(date, event.start, governed):
            governed = []  # "the station of 1,650 MW will open in 2019": the date is of the event
        if not _is_ahead(date, published):
            governed = [f for f in governed if not _is_announced(stage, date, f)]
        for figure in governed:
            found.setdefault(figure.start, Target(date.period or "", (date.start, date.end), told))
        its_figures_alone = (date.deadline or event is None) and not _is_day_of_an_event(stage, date, governed)
        if governed and its_figures_alone and _is_near(stage, date, governed):
            used.add(date.start)
    for date, behind in pairwise(every):
        if behind in joined and date.start in used:
            used.add(behind.start)
    if earlier and not dates and not any(c.value == "actual" for c in stage.status):
        found = {figure.start: earlier for figure in figures}
    return found, used


def _is_day_of_an_event(stage: Scene, date: Quantity, governed: Sequence[Quantity]) -> bool:
    """Whether a day is that of an event, which a time leads to: "On 2 June the tunnel, after ten years, was opened"."""
    times = all(f.measure == "duration" for f in governed)
    return date.low == date.high and times and any(c.value in BUILDING for c in stage.events)


def _is_ahead(date: Quantity, published: str | None) -> bool:
    """Whether a date lies after the publication; where that is not known, none is taken to."""
    return bool(published and date.low and str(date.low)[: len(published)] > published)


def _is_announced(stage: Scene, date: Quantity, figure: Quantity) -> bool:
    """Whether a date says when the figure was announced: the verb stands between them, or right before the date
    ("announced in March 300 jobs") or right behind the figure ("im März wurden 300 Stellen angekündigt"), and no other
    figure with it."""
    if date.deadline:
        return False
    low, high = (date.end, figure.start) if date.end <= figure.start else (figure.end, date.start)
    verbs = [c for c in stage.announcing if low <= c.start and c.end <= high]
    if verbs:
        # "In 2004, when it was announced, one spoke of 3 billion": the verb of the figure is another
        if any(e.value in TELLING and verbs[-1].end <= e.start and e.end <= high for e in stage.events):
            return False
        return not any(low <= q.start and q.end <= high and q.unit != "date" for q in stage.quantities)
    return date.end <= figure.start and any(
        (c.end <= date.start and _words(stage, c.end, date.start) <= BEFORE)
        or (c.start >= figure.end and _words(stage, figure.end, c.start) <= BEFORE)
        for c in stage.announcing
    )


def only(found: Mapping[int, Target]) -> Target | None:
    """The target of a sentence that has one, for the sentence that sums it up."""
    periods = {target.period for target in found.values()}
    return next(iter(found.values())) if len(periods) == 1 else None


def _is_near(stage: Scene, date: Quantity, governed: Sequence[Quantity]) -> bool:
    """Whether a date stands near enough to a figure to say nothing else; from afar it dates other things too."""
    return any(f.end <= date.start or _words(stage, date.end, f.start) <= DAY_REACH for f in governed)


def _is_small_count(quantity: Quantity) -> bool:
    """Whether this is a count such as "two reactors", which holds at any time."""
    return quantity.unit in ("count", "rank") and quantity.low is not None and quantity.low < 20  # type: ignore[operator]


def _figure_nearer(date: Quantity, event: int, figures: list[Quantity]) -> bool:
    """Whether a figure stands nearer to a date than the event's word."""
    gaps = [min(abs(f.start - date.end), abs(date.start - f.end)) for f in figures]
    return bool(gaps) and min(gaps) < abs(event - date.start)


def _governed(
    stage: Scene, date: Quantity, dates: list[Quantity], figures: list[Quantity], told: bool
) -> list[Quantity]:
    """The figures that a date is said of; `told` where words of telling stand by it."""
    before = [f for f in figures if f.end <= date.start]
    behind = [f for f in figures if f.start >= date.end]
    earlier = max((d.end for d in dates if d.end <= date.start), default=stage.start)
    later = min((d.start for d in dates if d.start >= date.end), default=stage.end)
    if date.deadline or date.modifier == "at_least":
        reach = [f for f in before if f.start >= earlier and not _stop_between(stage, f.end, date.start)]
        if reach:
            return reach
        opens = not before
        return [f for f in behind if f.end <= later or opens] if opens else []
    close = [
        f for f in before
        if f.start >= earlier and _words(stage, f.end, date.start) <= CLOSE and not _joined(stage, f.end, date.start)
        and not any(f.end <= c.start and c.end <= date.start for c in stage.against)
    ]  # fmt: skip
    if close:
        return _chain(stage, before, close[-1])
    behind = [f for f in behind if f.end <= later and not _has_a_deadline(stage, f, dates)]
    if behind and _opens(stage, date, before) and not _is_built(stage, date, behind[0]):
        return _behind_opening(stage, date, behind)
    if behind and _is_estimated(stage, date, behind[0]):
        return behind[:1]
    return behind[:1] if behind and told and _leads_to(stage, date, behind[0], later) else []


def _has_a_deadline(stage: Scene, figure: Quantity, dates: Sequence[Quantity]) -> bool:
    """Whether a deadline stands right behind a figure, whose date it is then: "In 2014 one foresaw 60 jobs by 2020"."""
    behind = next((d for d in dates if d.start >= figure.end), None)
    return behind is not None and behind.deadline and _words(stage, figure.end, behind.start) <= BEFORE


def _is_estimated(stage: Scene, date: Quantity, figure: Quantity) -> bool:
    """Whether a date in the middle of a clause says when the figure behind it was estimated: the word for
    that stands right before the date ("tablait en 2015 sur 40 000 voyageurs"), or right behind the figure, as in a
    language whose participles end the clause ("hatte 2023 drei Milliarden veranschlagt")."""
    between = [w for w in stage.words if date.end <= w.start and w.end <= figure.start]
    if date.deadline or len(between) > CLOSE or any(w.text in BREAKS for w in between):
        return False
    return any(
        c.value == "estimated"
        and (
            (c.end <= date.start and _words(stage, c.end, date.start) <= BEFORE)
            or (c.start >= figure.end and _words(stage, figure.end, c.start) < BEFORE)
        )
        for c in stage.status
    )


def _opens(stage: Scene, date: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a date stands at the beginning of its sentence: "En 2030, la puissance atteindra ..."."""
    if before or date.weekday:
        return False
    words = bisect_left(stage.words, date.start, key=lambda w: w.start)
    return (words <= OPENING_WORDS and stage.led) or date.start - stage.start < OPENING


def _is_built(stage: Scene, date: Quantity, figure: Quantity) -> bool:
    """Whether a figure describes what is built or opened from that date on: "2015 beginnt der Bau des 18 km langen
    Tunnels"."""
    return any(
        c.value in BUILDING
        and date.end <= c.start
        and c.end <= figure.start
        and _is_small_gap(stage, c.end, figure.start)
        for c in stage.events
    )


def _is_small_gap(stage: Scene, start: int, end: int) -> bool:
    """Whether a small word or two stand between two places, and nothing else."""
    between = [w for w in stage.words if start <= w.start and w.end <= end]
    return 0 < len(between) <= BEFORE and all(w.key in stage.stop for w in between)


def _behind_opening(stage: Scene, date: Quantity, behind: list[Quantity]) -> list[Quantity]:
    """The figures that a date at the beginning of a sentence is said of."""
    if _labels(stage, date):
        return behind
    reach = SENTENCE if len(date.period or "") <= len("2026-09") else DAY_REACH
    if not behind or _words(stage, date.end, behind[0].start) > reach:
        return []
    chain = behind[:1]
    for figure in behind[1:]:
        end, start = chain[-1].end, figure.start
        if _words(stage, end, start) > CLAUSE or _stop_between(stage, end, start) or _contrasts(stage, end, start):
            break
        if any(q.unit == "date" and q.refused and end <= q.start and q.end <= start for q in stage.quantities):
            break  # "in 2012 it was put at 3 billion, today it is 5"
        chain.append(figure)
    return chain


def _coordinated(stage: Scene, date: Quantity, behind: Quantity) -> bool:
    """Whether two dates are said of the same: "100 milioni all'anno per il 2026 e il 2027"."""
    between = [w for w in stage.words if date.end <= w.start and w.end <= behind.start]
    alike = len(date.period or "") == len(behind.period or "") and not behind.deadline
    joined = any(date.end <= a.start and a.end <= behind.start for a in stage.ands)
    return alike and joined and len(between) <= BEFORE and all(w.key in stage.stop for w in between)


def _leads_to(stage: Scene, date: Quantity, figure: Quantity, later: int) -> bool:
    """Whether only small words or a bracket stand between a date and a figure that has no date of its own behind it."""
    between = [w for w in stage.words if date.end <= w.start and w.end <= figure.start]
    small = len(between) <= BEFORE and all(w.text == "(" or w.key in stage.stop for w in between)
    return small and (later == stage.end or _words(stage, figure.end, later) > CLOSE)


def _labels(stage: Scene, date: Quantity) -> bool:
    """Whether a colon makes the date the label of all that follows: "Objectif 2030 : 1,2 GW, un million de GPU"."""
    return any(w.text == ":" and 0 <= w.start - date.end <= 2 for w in stage.words)


def _joined(stage: Scene, start: int, end: int) -> bool:
    """Whether an "and" parts two places: what follows it is another statement."""
    return any(start <= a.start and a.end <= end for a in stage.ands)


def _chain(stage: Scene, before: list[Quantity], last: Quantity) -> list[Quantity]:
    """A figure and those that are joined to it: "1,2 GW et plus d'un million de GPU en 2030"."""
    chain = [last]
    for figure in reversed(before[: before.index(last)]):
        if _words(stage, figure.end, chain[0].start) > 3 or figure.unit == last.unit:
            break
        chain.insert(0, figure)
    return chain


def _words(stage: Scene, start: int, end: int) -> int:
    """Words between two places, clause marks weighing more."""
    return sum(4 if w.text in BREAKS else 1 for w in stage.words if start <= w.start and w.end <= end)


def _contrasts(stage: Scene, start: int, end: int) -> bool:
    """Whether a clause of another time begins between two places: "alors que le chantier en avait coûté 50"."""
    return any(start <= c.start and c.end <= end for c in stage.contrasts)


def _stop_between(stage: Scene, start: int, end: int) -> bool:
    """Whether a colon or semicolon parts two places."""
    return any(w.text in ";:" for w in stage.words if start <= w.start and w.end <= end)
