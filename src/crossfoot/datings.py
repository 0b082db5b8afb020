"""A date in the sentence that prints it: the words around it, in the language of its place.

Checks of dates look here for what no field of a claim holds: a printed weekday, the words for a first plan, a phase.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

MARKS = frozenset(";:.!?")
"""What ends a clause for the words around a date; a comma does not: "planned, at first, for 2017"."""


class Dating(NamedTuple):
    """The sentence of a claim."""

    words: tuple[Word, ...]
    claim: Claim
    vocabulary: Vocabulary

    @property
    def own(self) -> tuple[Word, ...]:
        """The words of the figure itself."""
        return tuple(w for w in self.words if self.claim.start <= w.start and w.end <= self.claim.end)

    def near(self, reach: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """Up to `reach` words before and behind the figure, of its clause."""
        before = [w for w in self.words if w.end <= self.claim.start]
        behind = [w for w in self.words if w.start >= self.claim.end]
        cut = next((n for n in range(len(before), 0, -1) if before[n - 1].text in MARKS), 0)
        ends = next((n for n, w in enumerate(behind) if w.text in MARKS), len(behind))
        return tuple(before[cut:][-reach:]), tuple(behind[:ends][:reach])


def dating(claim: Claim, context: Context) -> Dating | None:
    """The sentence that prints a claim; None where the texts are not at hand."""
    document = context.documents.get(claim.source)
    if document is None or not document.sentences:
        return None
    index = max(0, bisect_right([s.start for s in document.sentences], claim.start) - 1)
    sentence = document.sentences[index]
    words = split(document.text[sentence.start : sentence.end], sentence.start)
    return Dating(tuple(words), claim, context.tables.vocabulary(document.language_at(index)))
