"""Two figures of which one becomes the other: what only one of them has printed holds for both.

"von etwa 250 auf mehr als 400 Millionen Euro", "de unos 250 millones a más de 400", "13 ships, later cut to eight"
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.clauses import STOPS, are_alike, counting_like, is_bare
from crossfoot.figures import Figure
from crossfoot.joins import GROWTH_REACH, THOUSAND, printed_value
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word


def with_growth(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number the scale and the unit of what it grows to, or has grown from."""
    out = list(found)
    for n in range(len(out) - 1):
        before, behind = out[n], out[n + 1]
        if _is_plain(words, before) and _is_told(behind) and _from_to(words, before, behind, vocabulary):
            out[n] = _like(before, behind)
        elif _is_plain(words, behind) and _is_told(before) and _becomes(words, before, behind, vocabulary):
            out[n + 1] = _like(behind, before)
    return out


def _like(figure: Figure, other: Figure) -> Figure:
    """The number with the unit or noun of the other, and with its scale where the two only then are alike."""
    if not figure.low or not other.low:
        return figure
    for scale in (Decimal(1), other.low / printed_value(other)):
        if are_alike(figure.low * scale, other.low):
            return counting_like(figure, other, scale, "it is said to become, or to have been")
    return figure


def _is_plain(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a number has neither unit nor noun nor scale."""
    return is_bare(words, figure) and not figure.number.scaled


def _is_told(figure: Figure) -> bool:
    """Whether a figure says what it counts, a sum with its scale or its thousands."""
    if figure.unit is None:
        return figure.noun is not None
    large = figure.low is not None and figure.low >= THOUSAND
    return not figure.unit.scaled or figure.number.scaled or large


def _becomes(words: Sequence[Word], before: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    return _from_to(words, before, behind, vocabulary) or _changed(words, before, behind, vocabulary)


def _from_to(words: Sequence[Word], before: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether "from" stands before the one and "to" between them, hedges, articles and "today's" allowed.

    Where the first has nothing printed, it takes a verb of growth: "from 20 to 25 hectares" is a range.
    """
    opening = _bare_end(words, 0, before.first, vocabulary)
    if not opening or words[opening - 1].key not in vocabulary.from_words:
        return False
    joint = words[before.last : _bare_end(words, before.last, behind.first, vocabulary)]
    while len(joint) > 1 and joint[0].key in vocabulary.present:
        joint = joint[1:]  # "de los 1.700 puestos actuales a los 3.500"
    if len(joint) != 1 or joint[0].key not in vocabulary.to_words | vocabulary.change_words:
        return False
    if joint[0].key in vocabulary.change_words or _is_told(before):
        return True
    return any(w.key in vocabulary.growth for w in words[max(0, opening - GROWTH_REACH) : opening])


def _changed(words: Sequence[Word], before: Figure, behind: Figure, vocabulary: Vocabulary) -> bool:
    """Whether a verb of growth with "to" stands between two counts, and nothing else that could grow.

    "13 ships, later cut to eight", but not "the 3.6 GW plan has raised its estimate of jobs to 470"
    """
    between = words[before.last : _bare_end(words, before.last, behind.first, vocabulary)]
    if not 1 < len(between) <= MOST_BETWEEN or any(w.text in STOPS or w.digits for w in between):
        return False
    to = between[-1].key in vocabulary.to_words | vocabulary.change_words
    return to and any(w.key in vocabulary.growth for w in between[-VERB_REACH:-1])


MOST_BETWEEN = 5
VERB_REACH = 3
"""Words from the verb to its "to", both counted: "ramenées ensuite à"."""


def _bare_end(words: Sequence[Word], floor: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the hedge, the article and the word for today before a figure start."""
    hedge = vocabulary.hedges_before.before(words, end)
    end = hedge[1] if hedge and hedge[1] >= floor else end
    while end > floor and words[end - 1].key in vocabulary.definite_words | vocabulary.present:
        end -= 1
    return end
