"""Text -> the code of its language among those that have a table.

>>> from crossfoot.tables import load
>>> detect("Le site créera 800 emplois directs.", load())
'fr'
"""

from __future__ import annotations

import re
from collections import Counter

from crossfoot.tables import Tables
from crossfoot.words import fold

_WORDS = re.compile(r"[^\W\d_]+['’]?")
ENOUGH = 20_000
"""Characters looked at: the language shows early."""


def detect(text: str, tables: Tables) -> str:
    """The language whose small words are most frequent, all its words on a tie; English where none is seen."""
    counts = Counter(fold(w) for w in _WORDS.findall(text[:ENOUGH]))

    def score(code: str) -> tuple[int, int, bool]:
        vocabulary = tables.vocabularies[code]
        small = sum(counts[word] for word in vocabulary.stop)
        return small, sum(n for word, n in counts.items() if vocabulary.is_common(word)), code == "en"

    best = max(sorted(tables.vocabularies), key=score, default="en")
    return best if score(best)[0] else "en"
