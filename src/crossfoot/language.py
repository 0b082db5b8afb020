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
    """The language whose small words are most frequent; English where none is seen."""
    counts = Counter(fold(w) for w in _WORDS.findall(text[:ENOUGH]))
    scores = {
        code: sum(counts[word] for word in vocabulary.stop) for code, vocabulary in sorted(tables.vocabularies.items())
    }
    best = max(scores, key=lambda code: (scores[code], code == "en"), default="en")
    return best if scores.get(best) else "en"
