"""A number of years in its sentence -> the two events it is said to lie between.

"nine years after the start of works"   from construction_start to what the text tells, or to the day it was written
"under construction for nine years"     from construction_start to the day it was written
"the 64-year-old stadium"               from opening to the day it was written
"works will last seven years"           from construction_start to opening
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.cues import BREAKS, events_in
from crossfoot.datings import Dating, dating, is_late
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Phrases, Word

START = frozenset({"construction_start"})
OPENED = frozenset({"opening", "inauguration"})
ENDED = OPENED | {"full_capacity"}
"""Events with which works are over."""
BEGINNINGS = {
    "construction_start": START, "opening": OPENED, "inauguration": OPENED, "founding": frozenset({"founding"}),
}  # fmt: skip
"""Events from which years are counted, and those whose dates hold for them."""
SINCE_REACH, EVENT_REACH, LASTS_REACH, LASTED_REACH = 2, 3, 4, 8
"""Words between "for" and the figure; between "after" and the event; between the figure and "of construction"; and
between "the construction period (of the bridge at Rovelle is)" and the figure."""


class Stretch(NamedTuple):
    """What a number of years is counted from and up to."""

    beginning: frozenset[str]
    end: str
    """"now": the day of the text; "told": a date that the text tells with it; "opening": the end of the works."""
    words: str
    """How a finding calls it, behind the figure: "after the start of works"."""


NAMES = {"construction_start": "start of construction", "opening": "opening", "inauguration": "inauguration",
         "founding": "founding"}  # fmt: skip


def stretch(claim: Claim, context: Context) -> Stretch | None:
    """Between which events a duration is said to lie; None for a delay, and where no words say it."""
    said = dating(claim, context) if claim.unit in ("year", "month") and claim.measure == "duration" else None
    if said is None or is_late(claim, context):
        return None
    before = [w for w in said.words if w.end <= claim.start]
    behind = [w for w in said.words if w.start >= claim.end]
    vocabulary = said.vocabulary
    event = _counted_from(behind, vocabulary)
    if event:
        return Stretch(BEGINNINGS[event], "told", f"after {NAMES[event]}")
    if _is_age(before, behind, vocabulary):
        return Stretch(OPENED, "now", "since opening")
    if _is_since(before, vocabulary) and _is_being_built(said):
        return Stretch(START, "now", "under construction")
    times = [c for c in context.claims if c.source == claim.source and c.measure == "duration"]
    left = max((c.end for c in times if c.end <= claim.start), default=0)
    right = min((c.start for c in times if c.start >= claim.end), default=said.words[-1].end)
    before, behind = [w for w in before if w.start >= left], [w for w in behind if w.end <= right]
    if _lasts(before, behind, vocabulary):
        return Stretch(START, "opening", "of works")
    return None


def is_over(claim: Claim, context: Context) -> bool:
    """Whether a sentence tells works as over whose length it tells: "took ten years", "opened after ten years"."""
    said = dating(claim, context)
    if said is None or claim.status in ("estimated", "possible"):
        return False
    opened = any(c.value in ENDED for c in events_in(said.words, said.vocabulary))
    return bool(said.vocabulary.datings_lasted.find(said.words)) or (opened and claim.status == "actual")


def _is_age(before: Sequence[Word], behind: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a word for age stands beside the figure: "âgé de 54 ans", "54-year-old"; people's are no claims."""
    dash = bool(behind) and behind[0].text in "-‑"
    return bool(vocabulary.age_old.at(behind, dash) or vocabulary.age_of.before(before, len(before)))


def _counted_from(behind: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    """The event that a word such as "after" right behind the figure leads to."""
    hit = vocabulary.datings_after.at(behind, 0)
    if hit is None:
        return None
    rest = behind[hit[1] :]
    for cue in sorted(events_in(rest, vocabulary), key=lambda c: c.start):
        between = [w for w in rest if w.end <= cue.start]
        if len(between) > EVENT_REACH or any(w.text in BREAKS for w in between):
            return None
        if any(status == "planned" for status, _, _ in vocabulary.status.find(between)):
            return None  # "three years after the planned opening"
        if cue.value in BEGINNINGS:
            return cue.value
    return None


def _is_since(before: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether "for" in the sense of "since" stands before the figure."""
    return any(vocabulary.datings_since.before(before, len(before) - n) for n in range(SINCE_REACH + 1))


def _is_being_built(said: Dating) -> bool:
    """Whether the clause tells of building that goes on, or of its start."""
    words, claim = said.words, said.claim
    first = next((n for n in range(len(words)) if words[n].end > claim.start), 0)
    last = next((n for n in range(len(words)) if words[n].start >= claim.end), len(words))
    while first and words[first - 1].text not in BREAKS:
        first -= 1
    while last < len(words) and words[last].text not in BREAKS:
        last += 1
    clause = words[first:last]
    started = any(c.value == "construction_start" for c in events_in(clause, said.vocabulary))
    return started or bool(said.vocabulary.datings_building.find(clause))


def _lasts(before: Sequence[Word], behind: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether words beside the figure say that it is how long the works take."""
    if _with_planning(_back_to_a_break(before), vocabulary) or _with_planning(_up_to_a_break(behind), vocabulary):
        return False
    lasts = vocabulary.datings_lasts
    if _near(lasts, behind, LASTS_REACH) or _near_end(lasts, before, LASTED_REACH):
        return True
    if _near(vocabulary.datings_task, behind, LASTS_REACH):
        return _near_end(vocabulary.datings_lasted, before, LASTED_REACH)
    clause = [*_back_to_a_break(before), *_up_to_a_break(behind)]
    works = any(nouns.find(_back_to_a_break(before)) for event, nouns, _ in vocabulary.event_pairs if event in START)
    return works and bool(vocabulary.datings_lasted.find(clause))


def _with_planning(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether something else is told together with works: "planning and construction took ten years"."""
    return any(
        w.key in vocabulary.list_words
        for event, nouns, _ in vocabulary.event_pairs if event == "other"
        for _, first, last in nouns.find(words)
        for w in (*words[max(0, first - JOINED) : first], *words[last : last + JOINED])
    )  # fmt: skip


JOINED = 2
"""Words between such a noun and an "and"."""


def _back_to_a_break(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind the last mark."""
    marks = [n for n, w in enumerate(words) if w.text in BREAKS]
    return words[marks[-1] + 1 :] if marks else words


def _up_to_a_break(words: Sequence[Word]) -> Sequence[Word]:
    """The words before the first mark."""
    return words[: next((n for n, w in enumerate(words) if w.text in BREAKS), len(words))]


def _near(phrases: Phrases[bool], words: Sequence[Word], reach: int) -> bool:
    hit = next(iter(phrases.find(words)), None)
    return hit is not None and hit[1] <= reach and not any(w.text in BREAKS for w in words[: hit[1]])


def _near_end(phrases: Phrases[bool], words: Sequence[Word], reach: int) -> bool:
    hit = next(reversed(phrases.find(words)), None)
    return hit is not None and len(words) - hit[2] <= reach and not any(w.text in BREAKS for w in words[hit[2] :])
