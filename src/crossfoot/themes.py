"""The names of a story -> the one that it is about where no noun says what it is: "Rail Baltica", "Rafale".

A story is about a name that most of its documents print, half of them in the title or in their first sentences,
and that is nobody who acts, no place where things are and no country. Where two names are so, it is about neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from crossfoot.affairs import MAIN, affairs
from crossfoot.cast import Cast
from crossfoot.model import Document
from crossfoot.names import Name
from crossfoot.words import split


def mistaken(
    documents: Sequence[Document], named: Sequence[Sequence[Name]], players: Cast, countries: frozenset[str]
) -> str:
    """The folded name that a story is about, where the votes on the kinds of names take it for somebody."""
    found = theme(documents, named, players, countries)
    return found if players.kinds.get(found, "other") in ("organisation", "person") else ""


def theme(
    documents: Sequence[Document], named: Sequence[Sequence[Name]], players: Cast, countries: frozenset[str]
) -> str:  # fmt: skip
    """The folded name that a story is about; empty where it is about none, or about a company.

    The place where a thing is may be named as often as the thing, and first: "Hamburg: the Elbphilharmonie ...".
    """
    originals = [n for n, document in enumerate(documents) if not document.source.copy_of]
    told = affairs(named, originals, countries)
    voting = [n for n in originals if told[n] == MAIN]
    if len(voting) < FEWEST:
        return ""
    mentions = list(chain.from_iterable(named[n] for n in voting))
    printed = Counter(name.key for name in mentions)
    acting = Counter(name.key for name in mentions if name.company or name.titled)
    placed = Counter(name.key for name in mentions if name.locative or name.bracketed)
    spread = Counter(key for n in voting for key in {name.key for name in named[n]})
    first = Counter(key for n in voting for key in _first(documents[n], named[n]))
    short = {n.key for n in mentions if n.text.isupper() and n.text.isalpha() and len(n.text) <= INITIALS}
    found = [
        key for key, times in spread.items()
        if times >= MOST * len(voting) and 2 * first[key] >= len(voting)
        and key not in countries and key not in short
        and not acting[key] and placed[key] <= SELDOM * printed[key]
    ]  # fmt: skip
    found = [k for k in found if players.kinds.get(k) != "place"] or found
    whole = min(found, key=len, default="")
    return whole if all(_is_in(whole, key) for key in found) else ""


def _is_in(short: str, long: str) -> bool:
    """Whether the words of a name stand in another one: "Bernabéu" and "Santiago Bernabéu" are one."""
    return set(short.split()) <= set(long.split())


def _first(document: Document, names: Sequence[Name]) -> set[str]:
    """The names in the title of a document and in its first sentences."""
    title = " ".join(w.key for w in split(document.source.title or ""))
    return {n.key for n in names if n.sentence < OPENING or f" {n.key} " in f" {title} "}


FEWEST = 3
"""Documents that show what they have in common."""
MOST = 2 / 3
"""The share of the documents that print what a story is about."""
OPENING = 3
"""Sentences of a document, its title among them, that say what it is about."""
SELDOM = 1 / 4
"""The share of its mentions in which what is no place may stand behind a preposition of place."""
INITIALS = 3
"""Letters of initials that are rather a kind of thing than a name: "AI", "EPR"."""
