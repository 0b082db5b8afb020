"""Names of letters and digits: models ("S-80") and roads ("A7"), where the noun for such things stands beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crossfoot.model import Document
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split


def codes_in(document: Document, vocabulary: Vocabulary) -> frozenset[str]:
    """The models and roads that a document names beside the noun for such: "los submarinos S-80", "l'autoroute A7"."""
    words = split(document.text)
    models = {code(words, n) for n in range(1, len(words)) if vocabulary.site.before(words, n)}
    roads = {
        found for n in range(len(words))
        if (found := road(words, n))
        and (vocabulary.works.before(words, n)
             or (vocabulary.language.structure.name_first and vocabulary.works.at(words, n + 2)))
    }  # fmt: skip
    return frozenset(models | roads) - {""}


def road(words: Sequence[Word], first: int) -> str:
    """The letter and number of a road, written together, from `first` on: "A7"; "" where there is none."""
    letter, *behind = words[first : first + 2]
    if not behind or not (letter.text.isalpha() and letter.text.isupper() and len(letter.text) == 1):
        return ""
    number = behind[0]
    glued = letter.end == number.start and number.text.isdigit() and len(number.text) <= LONGEST_ROAD
    return letter.text + number.text if glued else ""


LONGEST_ROAD = 3
"""Digits of a road's number."""


def code(words: Sequence[Word], first: int) -> str:
    """The letters and number of a model, joined by a dash, from `first` on; "" where there is none.

    A letter behind the number, and the s of a plural, are left out: "F-35As" is an F-35.
    """
    parts = words[first : first + 3]
    if len(parts) < 3 or parts[1].text not in "-‑" or not parts[0].text.isupper():
        return ""
    number = _MODEL.fullmatch(parts[2].text)
    glued = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    return f"{parts[0].text}-{number[1]}" if number and glued and parts[0].text.isalpha() else ""


_MODEL = re.compile(r"(\d+)[A-Z]?s?")


def usual(documents: Sequence[Document]) -> frozenset[str]:
    """The models that half of the documents name, three at least, whatever stands beside them."""
    spread: Counter[str] = Counter()
    for document in documents:
        words = split(document.text)
        spread.update({found for n in range(len(words)) if (found := code(words, n))})
    return frozenset(k for k, times in spread.items() if times >= FEWEST and 2 * times >= len(documents))


FEWEST = 3
