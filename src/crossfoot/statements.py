"""Claims in the sentences that print them: what stands between two figures, and which words lead to one.

Checks of arithmetic compare what a text itself puts together; the words that do so are looked up here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.model import Claim, Document
from crossfoot.sides import Context
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

QUOTES = frozenset("\"“”«»„'")


class Statement(NamedTuple):
    """A sentence with its words and the amounts in it, dates left out, in their order."""

    document: Document
    place: int
    """The index of the sentence."""
    words: tuple[Word, ...]
    claims: tuple[Claim, ...]
    vocabulary: Vocabulary

    @property
    def block(self) -> int:
        """The paragraph that the sentence is of."""
        return self.document.sentences[self.place].block

    def between(self, a: Claim, b: Claim) -> list[Word]:
        """The words from the end of one figure to the start of another behind it."""
        return [w for w in self.words if a.end <= w.start and w.end <= b.start and w.text not in QUOTES]

    def before(self, claim: Claim) -> list[Word]:
        """The words before a figure, without the hedges, articles and small words that belong to it."""
        words = [w for w in self.words if w.end <= claim.start and w.text not in QUOTES]
        return words[: self._bare(words)]

    def behind(self, claim: Claim) -> list[Word]:
        """The words behind a figure."""
        return [w for w in self.words if w.start >= claim.end and w.text not in QUOTES]

    def joint(self, a: Claim, b: Claim) -> list[Word]:
        """What joins two figures: the words between, without those that belong to the second."""
        words = self.between(a, b)
        return words[: self._bare(words)]

    def _bare(self, words: Sequence[Word]) -> int:
        end = len(words)
        while end:
            hedge = self.vocabulary.hedges_before.before(words, end)
            if hedge and not {w.key for w in words[hedge[1] : end]} & self._leading:
                end = hedge[1]
            elif words[end - 1].key in self._small - self._leading:
                end -= 1
            else:
                break
        return end

    @property
    def _small(self) -> frozenset[str]:
        """Words that belong to the figure behind them: articles, "today's"."""
        return frozenset(self.vocabulary.definite_words | self.vocabulary.present)

    @property
    def _leading(self) -> frozenset[str]:
        """Words that say where a change leads from and to."""
        return frozenset(self.vocabulary.from_words | self.vocabulary.to_words | self.vocabulary.change_words)


def statements(context: Context) -> Iterator[Statement]:
    """The sentences of a story that hold amounts; those of copies are left out."""
    by_source: dict[str, list[Claim]] = {}
    for claim in filter(is_amount, context.claims):
        by_source.setdefault(claim.source, []).append(claim)
    for document in sorted(context.documents.values(), key=lambda d: d.source.id):
        if document.source.copy_of is not None:
            continue
        starts = [s.start for s in document.sentences]
        found: dict[int, list[Claim]] = {}
        for claim in by_source.get(document.source.id, ()):
            found.setdefault(bisect_right(starts, claim.start) - 1, []).append(claim)
        for index, claims in sorted(found.items()):
            sentence = document.sentences[index]
            words = split(document.text[sentence.start : sentence.end], sentence.start)
            ordered = tuple(sorted(claims, key=lambda c: c.start))
            vocabulary = context.tables.vocabulary(document.language_at(index))
            yield Statement(document, index, tuple(words), ordered, vocabulary)


def is_amount(claim: Claim) -> bool:
    """Whether a claim has a number."""
    return isinstance(claim.low, Decimal) or isinstance(claim.high, Decimal)
