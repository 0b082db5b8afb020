"""Document -> the names in it that are written with the noun for the thing: "Brennerbasistunnel", "Brenner-Tunnel".

Only in languages that write two nouns as one; the first part must be a name that the story has elsewhere, so that a
"Straßentunnel" is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.spellings import SHORTEST_PLACE, sound_alike
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split
from crossfoot.worknouns import DASHES

CASES = ("", "s", "es")


class _Noun(NamedTuple):
    """The noun at the end of a word."""

    kind: str
    key: str
    before: str
    """The first part of the word; "" where the word is the noun."""
    ending: int
    """Letters of the case."""


def compounds(document: Document, known: Collection[str], vocabulary: Vocabulary) -> Iterator[Name]:
    """The names, each with the kind of thing and the name in it."""
    nouns = [
        (noun.key, kind)
        for kind, listed in vocabulary.language.structure.works.items()
        for phrase in listed
        for noun in split(phrase)[-1:]
    ]
    nouns.sort(key=lambda n: (-len(n[0]), n))
    by_letter: dict[str, list[str]] = {}
    for name in sorted(known):
        by_letter.setdefault(name[:1], []).append(name)
    for index, sentence in enumerate(document.sentences):
        if document.blocks[sentence.block].kind in ("furniture", "header"):
            continue
        words = split(document.text[sentence.start : sentence.end], sentence.start)
        for at, word in enumerate(words):
            noun = _noun(word, nouns) if word.text[0].isupper() else None
            if not noun:
                continue
            first, core = _name(words, at, noun)
            if len(core) >= SHORTEST_PLACE and any(
                core == k or sound_alike(core, k) for k in by_letter.get(core[0], ())
            ):
                end = word.end - noun.ending
                yield Name(
                    key=f"{core} {noun.key}", text=document.text[words[first].start : end], start=words[first].start,
                    end=word.end, sentence=index, locative=False, built=True, bracketed=False, company=False,
                    work=noun.kind, core=core, whole=True,
                )  # fmt: skip


def _noun(word: Word, nouns: Sequence[tuple[str, str]]) -> _Noun | None:
    """The longest of the nouns that a word is or ends in."""
    for key, kind in nouns:
        for case in CASES:
            form = key + case
            if word.key.endswith(form):
                return _Noun(kind, key, word.key[: -len(form)], len(case))
    return None


def _name(words: Sequence[Word], at: int, noun: _Noun) -> tuple[int, str]:
    """Where the name starts that stands before the noun, in its word, joined by a dash or as a word; and the name."""
    first, parts = at, [noun.before] if noun.before else []
    while first > 1 and words[first - 1].text in DASHES and _glued(words, first):
        first -= 2
        parts.insert(0, words[first].key)
    if not parts and at and words[at - 1].text[0].isupper() and words[at].start - words[at - 1].end == 1:
        return at - 1, words[at - 1].key
    return first, " ".join(parts)


def _glued(words: Sequence[Word], first: int) -> bool:
    """Whether the dash before a word has a capitalised word right before it."""
    dash, before = words[first - 1], words[first - 2]
    return before.end == dash.start and dash.end == words[first].start and before.text[0].isupper()
