"""A figure in its sentence -> which part of the whole it is: the first phase, all of it, what is added to it.

"un budget initial de 450 millions d'euros" -> initial. And whether another figure has replaced it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from crossfoot.cues import BREAKS, Cue, Scene, distance, extent, nearest, outside_brackets
from crossfoot.model import Quantity
from crossfoot.vocabulary import LESS, Vocabulary

SCOPE_REACH = 9
LONE_REACH = 14
"""The same for the only figure of its sentence: "the total length of the line that the town wants is"."""


def _compares(stage: Scene, behind: int, vocabulary: Vocabulary) -> bool:
    """Whether an adjective follows "more" and the like: "cinco presas más altas" are no five more."""
    if behind >= len(stage.words):
        return False
    word = stage.words[behind]
    if any(q.unit == "date" and q.start == word.start for q in stage.quantities):
        return False  # "£2m more today"
    if vocabulary.verb_second and (behind + 1 == len(stage.words) or not stage.words[behind + 1].text[0].isalnum()):
        return False  # a verb ends the clause: "1,5 Milliarden mehr verlangen"
    return word.text[0].islower() and word.key not in vocabulary.stop and len(word.text) > LONGEST_PARTICLE


LONGEST_PARTICLE = 3


STEP = "block"
"""What a figure is per that is a step of a growth, and no part of its size: "par tranches de 6 MW"."""


def scope_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Cue | None:
    """The scope that words near the figure give it; what a sum comes to once all is built is its total."""
    cue = _scope_of(quantity, stage, vocabulary)
    if cue and cue.value == "full_build" and quantity.measure == "money_other":
        return cue._replace(value="total")
    return cue


def _scope_of(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> Cue | None:
    if quantity.unit in ("date", "percent", "x", "rank") or quantity.per == STEP:
        return None
    if quantity.measure == "duration" and quantity.unit in LONG:
        near = [c for c in stage.scope if c.value in ("cumulative", "additional", "total", "initial")]
        return nearest(stage, near, quantity.start, quantity.end, DURATION_REACH)
    behind = bisect_left(stage.words, quantity.end, key=lambda w: w.start)
    hit = vocabulary.scope_behind.at(stage.words, behind)
    if hit and not _compares(stage, hit[1], vocabulary) and not _is_reached(quantity, stage, vocabulary):
        return Cue(hit[0], stage.words[behind].start, stage.words[hit[1] - 1].end)
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    hit = vocabulary.scope_before.before(stage.words, first)
    is_known = hit and hit[1] and stage.words[hit[1] - 1].key in vocabulary.demonstratives
    if hit and not is_known and not _starts_change(quantity, stage, behind, vocabulary):
        if _becomes_less(quantity, stage, vocabulary):
            return None
        return Cue(hit[0], stage.words[hit[1]].start, stage.words[first - 1].end)
    if quantity.modifier == "several" and (more := _more_inside(stage, first, behind, vocabulary)):
        return more
    is_base = vocabulary.added_to.before(stage.words, first) is not None
    figures = [
        q for q in stage.quantities
        if q.unit not in ("date", "percent", "x", "rank") and q.refused is None
        and not any(c.start < q.start < c.end for c in stage.scope)
    ]  # fmt: skip
    start, end = extent(quantity)
    open_cues = [
        c for c in stage.scope
        if ((_is_shared(c, figures) and not _ATTRIBUTE.search(quantity.quote))
            or _nearest_figure(c, figures, stage) == quantity.start
            or _measures_too(quantity, c, stage, vocabulary))
        and not (c in stage.ahead and c.start >= quantity.end)
        and not (c.value == "initial" and _has_taken_over(quantity, c, stage, vocabulary))
        and not (c.value == "additional" and is_base and c.end <= quantity.start)
    ]  # fmt: skip
    reach = LONE_REACH if len(figures) == 1 else SCOPE_REACH
    return nearest(stage, open_cues, start, end, reach) or _label(quantity, stage)


def _measures_too(quantity: Quantity, cue: Cue, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a figure is another measure of the whole right before it: "600 MW in total for 120 turbines"."""
    if cue.value not in WHOLES or cue.end > quantity.start:
        return False
    between = [w for w in stage.words if cue.end <= w.start and w.end <= quantity.start]
    hit = vocabulary.paid.at(between, 0)
    return hit is not None and hit[1] == len(between)


WHOLES = frozenset({"total", "cumulative", "full_build"})


def _is_reached(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a figure is what another one brought it to: "wird um 1,2 auf 7,6 Milliarden teurer"."""
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    if first < 2 or stage.words[first - 1].key not in vocabulary.change_words | vocabulary.to_words:
        return False
    before = stage.words[first - 2]
    return any(q.unit == quantity.unit and q.start <= before.start < q.end for q in stage.quantities)


def _starts_change(quantity: Quantity, stage: Scene, behind: int, vocabulary: Vocabulary) -> bool:
    """Whether a figure is where a change starts, and not by how much: "augmente de 200 à 900 tonnes"."""
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    if not first or stage.words[first - 1].key not in vocabulary.from_words:
        return False  # "rise by 200 to 900"
    if behind >= len(stage.words) or stage.words[behind].key not in vocabulary.to_words:
        return False
    return any(q.start == w.start for q in stage.quantities for w in stage.words[behind + 1 : behind + 2])


def _becomes_less(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether the verb of the clause says that something becomes less: "um 70 Millionen gekürzt"."""
    changes = [c for c in stage.changes if not _is_parted(c, quantity, stage)]
    cue = nearest(stage, changes, quantity.start, quantity.end, SCOPE_REACH)
    return cue is not None and cue.value == LESS


def _is_parted(cue: Cue, quantity: Quantity, stage: Scene) -> bool:
    """Whether a mark stands between a cue and a figure."""
    low, high = min(cue.end, quantity.end), max(cue.start, quantity.start)
    return any(w.text in BREAKS for w in stage.words if low <= w.start < high)


def _more_inside(stage: Scene, first: int, last: int, vocabulary: Vocabulary) -> Cue | None:
    """The word for more that stands inside a figure: "hundreds more jobs"."""
    for index in range(first, last):
        hit = vocabulary.scope_behind.at(stage.words, index)
        if hit and hit[1] < last:
            return Cue(hit[0], stage.words[index].start, stage.words[hit[1] - 1].end)
    return None


LONG = frozenset({"year", "month", "week", "day"})
DURATION_REACH = 3
"""Words within which a scope is a duration's own: how long a thing lasts is no share of how much there is of it."""
PHASES = frozenset({"first_phase", "initial", "full_build"})


def _label(quantity: Quantity, stage: Scene) -> Cue | None:
    """The phase that labels all that follows its colon: "Phase 1 (Brive) : 450 M€, 40 000 places"."""
    labels = [
        c for c in stage.scope
        if c.value in PHASES and c.end <= quantity.start and _is_label(c, stage)
    ]  # fmt: skip
    return labels[-1] if labels else None


def _is_label(cue: Cue, stage: Scene) -> bool:
    """Whether a cue begins its sentence, and a colon follows it, a bracket aside."""
    begins = bisect_left(stage.words, cue.start, key=lambda w: w.start) <= MOST_BEFORE_A_LABEL
    rest = outside_brackets([w for w in stage.words if w.start >= cue.end])
    return begins and bool(rest) and rest[0].text == ":"


MOST_BEFORE_A_LABEL = 1
"""A mark of a list, or an article."""


_ATTRIBUTE = re.compile(r"\d[-‑][^\W\d]")
"""A figure that is part of a noun ("56 turbines of the 8-megawatt class") has no share in what is said of others."""


def _is_shared(cue: Cue, figures: Sequence[Quantity]) -> bool:
    """Whether a cue stands before all figures of its sentence, and so may label them all."""
    return all(cue.end <= q.start for q in figures)


def _nearest_figure(cue: Cue, figures: Sequence[Quantity], stage: Scene) -> int | None:
    """Where the figure starts that a cue is nearest to."""
    ranked = [(distance(stage, cue.start, cue.end, *extent(q)), q.start) for q in figures]
    return min(ranked)[1] if ranked else None


def is_former(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether words near the figure say that it has been replaced.

    Such a word in front governs what follows it, up to the verb that tells what came instead; of two figures of one
    unit only the first, unless a list word joins them: "statt 2021 erst 2025", "statt 300 und 600 MW".
    """
    behind = bisect_left(stage.words, quantity.end, key=lambda w: w.start)
    if vocabulary.former_behind.at(stage.words, behind) or _has_become(quantity, stage, vocabulary):
        return True
    return any(
        (c.end <= quantity.start and not _crosses_contrast(stage, c.end, quantity.start, vocabulary))
        and distance(stage, c.start, c.end, quantity.start, quantity.end) <= FORMER_REACH
        and not _has_taken_over(quantity, c, stage, vocabulary)
        for c in stage.former
    )


def _has_become(quantity: Quantity, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a verb of growth tells what the figure has become: "rose from 6.5 to 7.7 billion"."""
    later = next((q for q in stage.quantities if q.start >= quantity.end and q.refused is None), None)
    first = bisect_left(stage.words, quantity.start, key=lambda w: w.start)
    if later is None or later.unit != quantity.unit or not first:
        return False
    between = [w for w in stage.words if quantity.end <= w.start and w.end <= later.start]
    becomes = any(w.key in vocabulary.change_words for w in between)  # "von 6,5 auf 7,7" is never a range
    joined = 0 < len(between) <= MOST_TO and (becomes or any(w.key in vocabulary.to_words for w in between))
    if not joined or stage.words[first - 1].key not in vocabulary.from_words:
        return False
    return becomes or any(
        c.end <= quantity.start and distance(stage, c.start, c.end, quantity.start, quantity.end) <= GROWN
        for c in stage.changes
    )


MOST_TO = 3
"""Words between what was and what is, "to" among them."""
GROWN = 8
"""Words from the verb of growth to the figure."""


def _has_taken_over(quantity: Quantity, cue: Cue, stage: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a figure of the same unit stands nearer to the word for what was replaced, and this one in its stead.

    A list goes on with what was replaced, a verb of its own does not: "had been due in 2032 and is not now expected
    until 2040".
    """
    earlier = [
        q for q in stage.quantities if q.unit == quantity.unit and cue.end <= q.start and q.end <= quantity.start
    ]
    if not earlier:
        return False
    between = [w for w in stage.words if earlier[-1].end <= w.start and w.end <= quantity.start]
    listed = any(w.key in vocabulary.list_words for w in between)
    told_anew = any(earlier[-1].end <= c.start and c.end <= quantity.start for c in stage.tenses)
    return not listed or told_anew or any(w.text in BREAKS for w in between)


FORMER_REACH = 22


def _crosses_contrast(stage: Scene, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a colon, semicolon or bracket, or a comma and a verb of growth, ends what was told as replaced."""
    between = [w for w in stage.words if start <= w.start < end]
    comma = next((n for n, w in enumerate(between) if w.text == ","), len(between))
    return any(w.text in ":;()" for w in between) or any(w.key in vocabulary.growth for w in between[comma:])
