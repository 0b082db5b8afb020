"""Text -> the code of its language among those that have a table; the only door to py3langid.

>>> from crossfoot.tables import load
>>> detect("Le site créera 800 emplois directs.", load())
'fr'
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

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


def detect(text: str, tables: Tables) -> str:
    """The language of a text; English where nothing shows it."""
    return guess(text, tables) or "en"


def guess(text: str, tables: Tables) -> str | None:
    """The language of a text, or None where nothing shows it, as in "EUR 1,234".

    What py3langid finds likelier than all others together, else the language of the most small words.
    """
    if sum(c.isalpha() for c in text[:ENOUGH]) >= FEW_LETTERS:
        code, probability = _identifier(tuple(sorted(tables.languages))).classify(text[:ENOUGH])
        if probability > EVEN:
            return str(code)
    small = _small_words(text, tables)
    best = max(sorted(small), key=lambda code: (small[code], code == "en"))
    return best if small[best] else None


def _small_words(text: str, tables: Tables) -> dict[str, int]:
    """How many of each language's small words ("the", "of") a text has."""
    counts = Counter(fold(w) for w in _WORDS.findall(text[:ENOUGH]))
    return {code: sum(counts[w] for w in vocabulary.stop) for code, vocabulary in tables.vocabularies.items()}


def without_table(text: str, tables: Tables) -> str | None:
    """The code of the language that a text is surely in and that has no table, or None."""
    if len(text) < SHORT:
        return None
    code, probability = _identifier(()).classify(text[:ENOUGH])
    return str(code) if probability >= SURE and code not in tables.languages else None


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


@cache
def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    """py3langid for the languages with these codes; for all that it knows where none is given."""
    module = importlib.import_module("py3langid.langid")  # here, since it takes longer than all of crossfoot
    found: LanguageIdentifier = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
    if codes:
        found.set_languages([code for code in codes if code in found.labels])
    return found
