"""Text -> the code of its language among those that have a table; the only door to py3langid.

>>> from crossfoot.tables import load
>>> detect("Le site créera 800 emplois directs.", load())
'fr'
"""

from __future__ import annotations

import importlib
import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.tables import Tables
from crossfoot.words import fold

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORDS = re.compile(r"[^\W\d_]+['’]?")
ENOUGH = 20_000
"""Characters looked at: the language shows early."""
SHORT = 200
"""Characters below which a text is not said to be in a language without a table: too little to be sure of that."""
SURE = 0.99
"""The probability at which a text is said to be in a language without a table."""
EVEN = 0.5
FEW_LETTERS = 12
"""Letters below which only small words tell a language: "EUR 52bn" is in none."""
FEW = 4
"""Small words ("the", "of") that must speak for another language before a paragraph is thought to be in it."""


class Told(NamedTuple):
    """What a text tells of its language."""

    code: str | None
    """The likeliest language that has a table; None where nothing shows one, as in "EUR 1,234"."""
    foreign: str | None
    """The language that the text is surely in, where that one has no table."""


def detect(text: str, tables: Tables) -> str:
    """The language of a text; English where nothing shows it."""
    return guess(text, tables) or "en"


def guess(text: str, tables: Tables) -> str | None:
    """The language of a text, or None where nothing shows it."""
    return tell(text, tables).code


def tell(text: str, tables: Tables) -> Told:
    """What a text tells of its language.

    The one with a table that py3langid finds likelier than all others together, else the one of the most small words.
    """
    read = text[:ENOUGH]
    scores = _scores(read) if sum(c.isalpha() for c in read) >= FEW_LETTERS else {}
    own = _likeliest({code: score for code, score in scores.items() if code in tables.languages})
    likeliest, probability = _likeliest(scores)
    is_foreign = len(text) >= SHORT and probability >= SURE and likeliest not in tables.languages
    code = own[0] if own[1] > EVEN else _by_small_words(read, tables)
    return Told(code, likeliest if is_foreign else None)


def _likeliest(scores: Mapping[str, float]) -> tuple[str | None, float]:
    """The language of the highest score, and its probability; scores are logarithms."""
    if not scores:
        return None, 0.0
    best = max(scores, key=lambda code: (scores[code], code))
    return best, 1 / sum(math.exp(score - scores[best]) for score in scores.values())


def _by_small_words(text: str, tables: Tables) -> str | None:
    """The language of the most small words, English where two have as many; None where there is none."""
    small = _small_words(text, tables)
    best = max(sorted(small), key=lambda code: (small[code], code == "en"))
    return best if small[best] else None


def _small_words(text: str, tables: Tables) -> dict[str, int]:
    """How many of each language's small words ("the", "of") a text has."""
    counts = Counter(fold(w) for w in _WORDS.findall(text[:ENOUGH]))
    return {code: sum(counts[w] for w in vocabulary.stop) for code, vocabulary in tables.vocabularies.items()}


def of_paragraph(text: str, language: str, tables: Tables) -> str:
    """The language of a paragraph of a document in `language`: that one, unless its words clearly speak for another.

    Small words are counted first, since they cost little; only where they speak against the document's language is
    py3langid asked, and both must agree.
    """
    small = _small_words(text, tables)
    best = max(sorted(small), key=lambda code: small[code])
    if small[best] < FEW or small[best] < 2 * small[language]:
        return language
    return best if detect(text, tables) == best else language


def _scores(text: str) -> dict[str, float]:
    """The logarithm of how likely a text is in each language that py3langid knows."""
    return {str(code): float(score) for code, score in _identifier().rank(text)}


@cache
def _identifier() -> LanguageIdentifier:
    """py3langid with its model, which takes a third of a second to load."""
    module = importlib.import_module("py3langid.langid")  # here, since it takes longer than all of crossfoot
    found: LanguageIdentifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE)
    return found
