"""In a language whose nouns all have capitals: the words that a text uses as names.

    proper(document, vocabulary) -> frozenset({"voltera", "heidenau"})

The text's own uses vote: a noun mostly stands behind an article, an adjective or a number; a name stands bare behind a
preposition of place or a noun for a company or a site, beside another name, or has a form that no noun has ("VW",
"TenneT"). What the tables know is no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossfoot.model import Document
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

OPENINGS = frozenset(".!?:>▶-–•([")
QUOTES = frozenset('„»«“"')


def proper(document: Document, vocabulary: Vocabulary) -> frozenset[str] | None:
    """The folded words that are names, or None where capitals alone tell."""
    if not vocabulary.language.dates.nouns_capitalised:
        return None
    votes: Counter[str] = Counter()
    for sentence in document.sentences:
        if document.blocks[sentence.block].kind in ("furniture", "header"):
            continue
        words = split(document.text[sentence.start : sentence.end], sentence.start)
        for n, word in enumerate(words):
            if _is_capital(word) and len(word.text) > 1 and not _is_known(words, n, vocabulary):
                votes[word.key] += _vote(words, n, vocabulary)
    return frozenset(key for key, vote in votes.items() if vote > 0)


def is_proper(word: Word, names: frozenset[str] | None) -> bool:
    """Whether a capitalised word is a name or a letter behind one ("Point C"), as far as capitals do not tell."""
    return names is None or word.key in names or len(word.text) == 1


def _vote(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> int:
    """What one use of a capitalised word says for its being a name."""
    word, before = words[n], words[n - 1] if n else None
    if any(c.isupper() for c in word.text[1:]):
        return 3
    is_noun = word.key.endswith(vocabulary.noun_endings)
    if before is not None and before.text in QUOTES:
        return 2
    if _is_numbered(words, n, vocabulary):
        return 1
    if before is None or before.text in OPENINGS:
        speaks = vocabulary.acts.at(words, n + 1) or _is_named(words, n + 1, vocabulary)
        return 1 if speaks and not is_noun else 0
    if before.digits or before.key in vocabulary.numbers or before.key in vocabulary.scales:
        return -2
    if _opens_name(words, n, vocabulary):
        return 0 if is_noun else 4
    if is_noun or before.key in vocabulary.determiners:
        return -2
    if before.key in vocabulary.material:
        return 0
    if vocabulary.locatives.before(words, n, 4) or before.key in vocabulary.between_words:
        return 2
    if before.key in vocabulary.and_words and n > 1 and words[n - 2].key not in vocabulary.stop:
        return int(_is_named(words, n - 2, vocabulary))
    return 1 if before.key in vocabulary.of_words or _is_beside(words, n, vocabulary) else 0


def _is_numbered(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a short number that counts nothing belongs to the word: "würde Stuttgart 21 teurer", no "Phase 2"."""
    number, behind = (words[n + k] if n + k < len(words) else None for k in (1, 2))
    if number is None or not number.text.isdigit() or len(number.text) > LONGEST_NUMBER:
        return False
    if vocabulary.numbered.before(words, n + 1) or words[n].key.endswith(vocabulary.noun_endings):
        return False
    return behind is None or (behind.text[0].islower() and not vocabulary.units.at(words, n + 2))


LONGEST_NUMBER = 2
"""Digits of a number that is part of a name; a longer one is a year or a count."""


def _opens_name(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether the noun before is one that names follow: "der Chipkonzern Arctis", "das Werk Heidenau"."""
    before = words[n - 1]
    heads = vocabulary.company_words | vocabulary.site_words | vocabulary.name_openers
    if vocabulary.company.before(words, n, 4) or vocabulary.said_before.before(words, n, 4):
        return True
    return _is_capital(before) and (before.key in heads or before.key.endswith(tuple(h for h in heads if len(h) > 4)))


def _is_beside(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether another name stands right before or behind: "Anna Morel"."""
    return any(_is_named(words, near, vocabulary) for near in (n - 1, n + 1))


def _is_named(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a word beside looks like a name itself."""
    if not 0 <= n < len(words) or not _is_capital(words[n]):
        return False
    return not _is_known(words, n, vocabulary) and not words[n].key.endswith(vocabulary.noun_endings)


def _is_known(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital is one of the tables', a unit, a month: no name."""
    key = words[n].key
    if vocabulary.is_common(key) or key in vocabulary.never or key in vocabulary.months or key in vocabulary.several:
        return True
    if key in vocabulary.site_words or key in vocabulary.company_words or key in vocabulary.name_openers:
        return True
    if vocabulary.fractions.get(key) or vocabulary.multipliers.at(words, n):
        return True
    if key.endswith(vocabulary.office_endings):
        return True
    return bool(vocabulary.symbols.at(words, n) or vocabulary.units.at(words, n) or vocabulary.kinds.at(words, n))


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and word.text[0].isalpha()
