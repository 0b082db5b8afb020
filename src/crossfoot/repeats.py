"""A bare number with a scale -> what the figure before it in its sentence counts, where nothing there tells of money.

"9 millions de passagers l'an dernier, et vise les 13 millions", "9,1 Millionen Fahrgäste gegenüber 8,3 Millionen"

Millions of nothing would else be money in a text that speaks of money elsewhere. A sentence tells of money where it has
a currency, a noun for a sum, or a word for paying right before the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.clauses import PASSED_OVER, STOPS, are_alike, counting_like, is_bare
from crossfoot.figures import Figure
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

REACH = 25
"""Words from the figure that names what is counted to the bare one."""


def with_repeats(words: Sequence[Word], found: Sequence[Figure], vocabulary: Vocabulary) -> list[Figure]:
    """Gives a bare number with a scale the noun or unit of the one before it in its sentence."""
    out: list[Figure] = []
    for n, figure in enumerate(found):
        like = _like(words, figure, out, vocabulary) if is_bare(words, figure) and figure.number.scaled else None
        if like and not _tells_of_money(words, like, figure, found[n + 1 : n + 2], vocabulary):
            out.append(counting_like(figure, like, Decimal(1), "the figure before it does"))
        else:
            out.append(figure)
    return out


def _like(words: Sequence[Word], figure: Figure, before: Sequence[Figure], vocabulary: Vocabulary) -> Figure | None:
    """The nearest figure before in the sentence that counts something, with a scale and a like value; or None."""
    for other in reversed(before):
        between = words[other.last : figure.first]
        if len(between) > REACH or any(w.text in STOPS for w in between):
            return None
        if other.unit and other.unit.measure in PASSED_OVER:
            continue
        counts = (other.noun or other.unit) and other.number.scaled and not (other.unit and other.unit.scaled)
        alike = counts and other.low and figure.low and are_alike(figure.low, other.low)
        return other if alike else None
    return None


def _tells_of_money(
    words: Sequence[Word], like: Figure, figure: Figure, behind: Sequence[Figure], vocabulary: Vocabulary
) -> bool:
    """Whether the clause of the number, or what stands between the two, tells of money."""
    end = figure.last
    while end < min(len(words), figure.last + REACH) and words[end].text not in STOPS:
        end += 1
    start = figure.first
    while hedge := vocabulary.hedges_before.before(words, start):
        start = hedge[1]
    paid = vocabulary.paid.before(words, start)
    if paid and not vocabulary.plans.before(words, paid[1]):  # "was sold for", but "aims for"
        return True
    signed = any(f.unit and f.unit.scaled and f.first < end for f in behind)
    return signed or any(vocabulary.kinds.at(words, n) for n in range(like.number.last, end))
