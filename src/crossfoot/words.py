"""Text -> words with exact offsets, and phrases looked up in them.

A word keeps where it stands, so that whatever is made of words leads back to the characters:

    >>> [w.key for w in split("1,2 million d’euros")]
    ['1,2', 'million', "d'", 'euros']

Looking up ignores case, accents and the kind of apostrophe; symbols such as "MW" are looked up as printed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

SPACES = " \u00a0\u202f\u2009\u2007\u2008\u200a"
"""Plain, no-break, narrow no-break, thin, figure, punctuation and hair space: all may stand between thousands."""
MARK = rf"(?:[{SPACES}'’]|&(?:nbsp|thinsp|#160|#8201|#8239|#[xX](?:[aA]0|2009|202[fF]));)"
"""What stands between the thousands of one figure, besides the marks "." and ","."""
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

_SOFT = r"(?:[\u00ad\u200b-\u200d\u2060\ufeff]|&(?:shy|#173|#[xX][aA][dD]);)"
"""Marks without a width: where a word may be broken, or must not be."""
_LETTER = (
    r"(?:[^\W\d_]|&(?:[a-zA-Z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)|szlig|(?:ae|oe|AE|OE)lig"
    r"|sup[23]|#17[89]|#(?:19[2-9]|2[0-4]\d|25[0-5])|#[xX](?:[bB][23]|[c-fC-F][0-9a-fA-F]));)"
)
"""A letter, or the entity of one: "Stra&szlig;e", "m&sup2;"."""
_NO_ROAD = r"(?:(?<!\b[^\W\d_])|(?=\d+[.,'’]))"
"""No letter stands glued before the digits, as in "the A4 120 km": a space would part no thousands there."""
_GROUPED = (
    rf"{_NO_ROAD}\d{{1,3}}(?P<mark_3>{MARK}|[.,])\d{{3}}(?:(?P=mark_3)\d{{3}})*(?:(?!(?P=mark_3))[.,]\d+)?(?!\d|[.,]\d)"
)
_INDIAN = r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![\d,])"
_CHAIN = r"\d+(?:\.\d+){2,}|\d+(?:,\d+){2,}"
_LEADING = r"(?<![^\s(+\-−$€£])\.\d+(?![.,]?\d)|^,\d+(?![.,]?\d)"
_PLAIN = rf"(?:\d+[ ]?)?(?:[{VULGAR}]|&frac(?:12|14|34);)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(
    rf"(?P<number>{_GROUPED}|{_INDIAN})|(?P<chain>{_CHAIN})|(?P<single>{_LEADING}|{_PLAIN})"
    r"|(?P<power>(?:(?<=[×x*·]10)|(?<=[×x*·] 10))<sup>\s*\d{1,2}\s*</sup>)"
    r"|(?P<note>(?<=\d)(?<!\b10)[¹²³⁰⁴-⁹]+|<sup>\s*\(?\d{1,2}\)?\s*</sup>|(?<=\w)\[\d{1,3}\](?![(\w]))"
    rf"|(?P<word>(?:(?<=\d)<sup>)?{_LETTER}+(?:{_SOFT}{_LETTER}+)*(?:<sup>\s*[23]\s*</sup>|\^[23](?!\d))?(?:['’](?=\w|$))?)"
    rf"|(?P<soft>{_SOFT})"
    r"|(?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[a-zA-Z]+\d*);)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,80}>|\[(?=[^\[\]\n]{1,200}\]\())"
    r"|(?P<mark>[^\s*`_])"
)
_TAG = re.compile(r"<[^<>]+>")
_MARKUP = re.compile(rf"<sup>|{_SOFT}|&|\^")
"""What shows that a word is not printed as it is read."""
_SOFT_MARKS = re.compile(_SOFT)
_SUPERSCRIPT = re.compile(r"(?:<sup>\s*|\^)([23])(?:\s*</sup>)?")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>\"]+|\]\([^)\s]*\)|\S+@\S+\.\w+|(?<![\w&])#[^\W\d]\w*")
"""Addresses of pages and of people, the target of a Markdown link, tags: their digits are no figures."""


class Word(NamedTuple):
    """A word, a number in digits or a mark, with its place in the text."""

    key: str
    """Folded form for look-ups (`fold`): lower case, no accents, plain apostrophe."""
    text: str
    """As printed, markup and entities resolved: "m²" for "m<sup>2</sup>"."""
    start: int
    end: int
    digits: bool


_UMLAUTS = {"a\u0308": "ae", "o\u0308": "oe", "u\u0308": "ue", "ß": "ss"}
"""An umlaut is no accent: "wurde" and "würde", "hatte" and "hätte" are two words. Spelt as German does without its
own letters (DIN 5007-2), so that "fuer" and "für", "Strasse" and "Straße" are one."""


def fold(text: str) -> str:
    """Lower case, accents off, umlauts spelt out, plain apostrophe: "D’Ici" and "d'ici" are one."""
    text = text.replace("’", "'").lower()
    if text.isascii():
        return text
    # compatibility forms would turn "m²" into "m2"; only marks that combine are taken off
    text = unicodedata.normalize("NFD", text)
    for letter, spelt in _UMLAUTS.items():
        text = text.replace(letter, spelt)
    return "".join(c for c in text if not unicodedata.combining(c))


_fold_cached = lru_cache(maxsize=50_000)(fold)


def split(text: str, offset: int = 0) -> list[Word]:
    """The words of a text, their offsets counted from `offset`.

    Spaces, tags, the bracket of a link, footnote and emphasis marks are left out.

    >>> [w.text for w in split("**1,200**[3] jobs &amp; 3&frac12; acres")]
    ['1,200', 'jobs', '&', '3½', 'acres']
    """
    words = []
    for match in _TOKEN.finditer(text):
        kind, printed = match.lastgroup, match[0]
        if kind in ("tag", "note", "soft"):
            continue
        if kind == "chain":
            words += _chain(printed, offset + match.start())
            continue
        if kind in ("number", "single"):
            printed = html.unescape(printed) if "&frac" in printed else printed
            words.append(Word(printed, printed, offset + match.start(), offset + match.end(), True))
            continue
        if kind == "entity":
            printed = html.unescape(printed)
            if printed.isspace():
                continue
        elif kind == "power":
            printed = "^" + _TAG.sub("", printed).strip()
        elif kind == "word" and not printed.isalnum() and _MARKUP.search(printed):
            printed = _resolved(printed)
        words.append(Word(_fold_cached(printed), printed, offset + match.start(), offset + match.end(), False))
    return words


def _resolved(printed: str) -> str:
    """A word as it is read: raised digits raised, entities resolved, marks without a width left out."""
    printed = _SUPERSCRIPT.sub(lambda m: "²³"[int(m[1]) - 2], printed).removeprefix("<sup>")
    return html.unescape(_SOFT_MARKS.sub("", printed))


BREAK = "\n"
WRAPPED = 40
"""Characters of a line that may have been broken for its length."""


def with_breaks(words: Sequence[Word], text: str, going_on: Container[str]) -> list[Word]:
    """The words, with a mark where a line ends that the next one does not go on, so that no figure runs over it.

    A line goes on where the next begins small, with one of the words `going_on` ("Milliarden"), or with a number
    behind a long line without a stop.
    """
    marked = list(words[:1])
    for word, behind in pairwise(words):
        gap = text[word.end : behind.start]
        if "\n" in gap and not _goes_on(word, behind, gap, text, going_on):
            place = word.end + gap.index("\n")
            marked.append(Word(BREAK, BREAK, place, place + 1, False))
        marked.append(behind)
    return marked


def _goes_on(word: Word, behind: Word, gap: str, text: str, going_on: Container[str]) -> bool:
    """Whether a sentence runs over the end of a line between two words."""
    if gap.count("\n") > 1:
        return False
    long = word.end - text.rfind("\n", 0, word.end) > WRAPPED and word.text not in ".!?:;"
    return behind.text[0].islower() or behind.key in going_on or (behind.digits and long)


def _chain(printed: str, start: int) -> list[Word]:
    """ "22,24,26" are three numbers; "192.168.1.2", "12.03.2025", "2.0.1" none: one word that is not in digits."""
    if "." in printed:
        return [Word(printed, printed, start, start + len(printed), False)]
    parts = re.finditer(r"\d+|,", printed)
    return [Word(m[0], m[0], start + m.start(), start + m.end(), m[0] != ",") for m in parts]


T = TypeVar("T")
SHORTEST_PART = 3
"""Letters of the other part of a compound: a shorter one is a prefix, which makes another word ("Berechnung")."""


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value; the longest that fits wins.

    `exact` phrases (symbols: "MW", "M€") are compared as printed, the others folded. `heads` are nouns that also count
    as the last part of a longer one ("kosten" for "Materialkosten"), `openings` what counts as the first part.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, T]],
        *,
        exact: bool = False,
        heads: Iterable[tuple[str, T]] = (),
        openings: Iterable[tuple[str, T]] = (),
    ) -> None:
        self._exact = exact
        self._heads = {fold(noun): value for noun, value in heads}
        self._openings = {fold(part): value for part, value in openings}
        self._compounds: dict[str, T | None] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            keys = tuple(w.text if exact else w.key for w in split(phrase))
            if keys:
                self._by_first.setdefault(keys[0], []).append((keys, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._singles = tuple(k for k, options in self._by_first.items() if any(len(o[0]) == 1 for o in options))

    @property
    def singles(self) -> tuple[str, ...]:
        """The phrases of one word."""
        return self._singles

    def at(self, words: Sequence[Word], index: int) -> tuple[T, int] | None:
        """The value of the longest phrase that starts at `index`, and the index behind it."""
        if not 0 <= index < len(words):
            return None
        for keys, value in self._by_first.get(self._form(words[index]), ()):
            last = index + len(keys)
            if last <= len(words) and all(self._form(w) == k for w, k in zip(words[index:last], keys, strict=True)):
                return value, last
        part = self._part(words[index])
        return None if part is None else (part, index + 1)

    def before(self, words: Sequence[Word], index: int, longest: int = 6) -> tuple[T, int] | None:
        """The value of the longest phrase that ends right before `index`, and where it starts."""
        for first in range(max(0, index - longest), index):
            for keys, value in self._by_first.get(self._form(words[first]), ()):
                if first + len(keys) == index and all(
                    self._form(w) == k for w, k in zip(words[first:index], keys, strict=True)
                ):
                    return value, first
        part = self._part(words[index - 1]) if 0 < index <= len(words) else None
        return None if part is None else (part, index - 1)

    def find(self, words: Sequence[Word]) -> list[tuple[T, int, int]]:
        """All phrases found from left to right, not overlapping: value, first index, index behind."""
        hits, index = [], 0
        while index < len(words):
            hit = self.at(words, index)
            if hit:
                hits.append((hit[0], index, hit[1]))
                index = hit[1]
            else:
                index += 1
        return hits

    def values(self) -> Iterator[T]:
        """All values that a phrase has."""
        return (value for options in self._by_first.values() for _, value in options)

    def _part(self, word: Word) -> T | None:
        """The value of the noun that is the last part of a compound, else of its first part, the longest that fits."""
        if not (self._heads or self._openings) or not word.text[0].isupper():
            return None
        if word.key not in self._compounds:
            self._compounds[word.key] = next(self._parts(word.key), None)
        return self._compounds[word.key]

    def _parts(self, key: str) -> Iterator[T]:
        longest = len(key) - SHORTEST_PART
        yield from (self._heads[key[n:]] for n in range(SHORTEST_PART, len(key)) if key[n:] in self._heads)
        yield from (self._openings[key[:n]] for n in range(longest, 0, -1) if key[:n] in self._openings)

    def _form(self, word: Word) -> str:
        return word.text if self._exact else word.key


def line_and_column(text: str, start: int) -> tuple[int, int]:
    """Where a character stands, both counted from 1."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
