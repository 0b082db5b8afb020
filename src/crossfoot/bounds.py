"""Two hedged figures -> the one interval that they bound.

"more than 1,000 but fewer than 1,500 jobs", "plus de 5 et moins de 10 MW", "höchstens 60, aber mindestens 20"
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.figures import BOUNDS, Figure
from crossfoot.hedging import OPEN_ABOVE, OPEN_BELOW, hedged
from crossfoot.joins import scaled_alike, shared
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word


def with_bounds(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Two neighbours as one figure where the one bounds from below, the other from above, and "but" joins them."""
    out: list[Figure] = []
    for figure in found:
        joined = _bounded(words, out[-1], figure, vocabulary) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(figure)
    return out


def opening(words: Sequence[Word], figure: Figure, vocabulary: Vocabulary) -> int:
    """Where the words of an interval's first bound start."""
    return hedged(words, figure.first, figure.number.last, "exact", vocabulary)[1]


def _bounded(words: Sequence[Word], one: Figure, other: Figure, vocabulary: Vocabulary) -> Figure | None:
    """The interval from the one to the other, whichever is the lower; None where they are two figures."""
    if other.first - one.last > MOST_BETWEEN or one.low != one.high or other.low != other.high:
        return None
    said, _, end = hedged(words, one.first, one.last, "exact", vocabulary)
    if said not in OPEN_ABOVE + OPEN_BELOW:
        return None
    said_other, start, last = hedged(words, other.first, other.last, "exact", vocabulary)
    if {said in OPEN_ABOVE, said_other in OPEN_ABOVE} != {True, False} or said_other not in OPEN_ABOVE + OPEN_BELOW:
        return None
    joint = " ".join(w.key for w in words[end:start] if w.text != ",")
    if joint not in vocabulary.and_words | vocabulary.but_words:
        return None
    if joint in vocabulary.and_words and "up_to" in (said, said_other) and (one.noun or one.unit):
        return None  # "more than 500 posts and up to 900 posts in the works" are told one after the other
    one, other = _alike(words, one, other, vocabulary)
    lower, upper = (one, other) if said in OPEN_ABOVE else (other, one)
    if one.unit != other.unit or one.noun != other.noun or lower.low is None or upper.low is None:
        return None
    if lower.low >= upper.low:
        return None
    reading = (*one.reading, *other.reading, f"one interval: {lower.low:f} to {upper.low:f}")
    return other._replace(
        first=one.first,
        last=last,
        number=one.number._replace(form=BOUNDS),
        low=lower.low,
        high=upper.low,
        step=max(one.step, other.step),
        reading=reading,
    )


MOST_BETWEEN = 8
"""Words between the two: a comma, "but", and the second hedge."""


def _alike(words: Sequence[Word], one: Figure, other: Figure, vocabulary: Vocabulary) -> tuple[Figure, Figure]:
    """Both with the unit or noun that only one of them printed."""
    if one.unit is None and one.noun is None and other.unit is not None:
        return shared(one, other, other.unit), other
    if one.unit is None and one.noun is None and other.noun is not None:
        return scaled_alike(words, one, other, vocabulary)._replace(noun=other.noun), other
    if other.unit is None and other.noun is None and (one.noun or (one.unit and one.unit.counted)):
        return one, other._replace(unit=one.unit, noun=one.noun)
    return one, other
