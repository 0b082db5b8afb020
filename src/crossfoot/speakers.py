"""A sentence with its names -> whom the text names as saying it.

"selon Anthony Tchakerian, co-fondateur" -> "Anthony Tchakerian";   "EDF said on Tuesday" -> "EDF"
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.cast import Cast
from crossfoot.cues import Scene
from crossfoot.names import Name
from crossfoot.vocabulary import Vocabulary

QUOTES = frozenset('«»“”"')
REACH = 4


def speaker(stage: Scene, names: Sequence[Name], players: Cast, vocabulary: Vocabulary) -> Name | None:
    """The name that "selon", "according to" or a verb of saying makes the speaker of the sentence."""
    names = [n for n in names if players.kinds.get(n.key) in ("person", "organisation")]
    for first in range(len(stage.words)):
        hit = vocabulary.said_before.at(stage.words, first)
        if hit and (name := _name_at(stage, names, hit[1], 3)):
            return name
    for _, first, last in vocabulary.said.find(stage.words):
        name = _name_at(stage, names, last, REACH) if _is_quoting(stage) else None
        name = name or _name_before(stage, names, first) or _name_at(stage, names, last, 2)
        if name:
            return name
    return None


def _is_quoting(stage: Scene) -> bool:
    """Whether the sentence quotes somebody."""
    return any(w.text in QUOTES for w in stage.words)


def _name_at(stage: Scene, names: Sequence[Name], index: int, reach: int) -> Name | None:
    """The name that starts within a few words from `index` on."""
    window = stage.words[index : index + reach]
    starts = {w.start for w in window if w.text not in ".;:"}
    return next((n for n in names if n.start in starts), None)


def _name_before(stage: Scene, names: Sequence[Name], index: int) -> Name | None:
    """The name that ends right before `index`, a pronoun or an apposition in between."""
    window = stage.words[max(0, index - 3) : index]
    ends = {w.end for w in window}
    return next((n for n in reversed(names) if n.end in ends), None)
