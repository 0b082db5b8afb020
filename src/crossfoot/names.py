"""Document -> the names in it: where they stand, and what the words around them say they are.

A name is found by its form (capitals, repetition); a trained pipeline, where there is one, adds its vote on the kind.

    "implanté à Alixan, près de la gare" -> Name("Alixan", locative)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossfoot.model import Document, Value
from crossfoot.nlp import Analysis, Kind
from crossfoot.tables import Vocabulary
from crossfoot.words import Word, fold, split

LINKS = frozenset({"de", "du", "des", "d'", "la", "le", "l'", "of", "the", "&", "-", "‑", "e", "y", "del", "della", "di", "da", "von", "der"})
LONGEST = 6


class Name(Value):
    """One mention of a name."""

    key: str
    text: str
    start: int
    end: int
    sentence: int
    locative: bool
    """A preposition of place stands before it."""


class Cast(Value):
    """What the names of a story are, over all its documents."""

    kinds: Mapping[str, Kind]
    counts: Mapping[str, int]
    documents: Mapping[str, int]


def find(document: Document, vocabulary: Vocabulary) -> tuple[Name, ...]:
    """The names of a document, in its order."""
    lowered = _lowered(document)
    found: list[Name] = []
    for index, sentence in enumerate(document.sentences):
        if document.blocks[sentence.block].kind in ("furniture", "header"):
            continue
        words = split(document.text[sentence.start : sentence.end], sentence.start)
        found += _names(words, index, vocabulary, lowered, document.text)
    return tuple(found)


def _lowered(document: Document) -> Counter[str]:
    """How often a word is printed in small letters."""
    return Counter(w.key for w in split(document.text) if w.text[0].islower())


def _names(
    words: Sequence[Word], sentence: int, vocabulary: Vocabulary, lowered: Counter[str], text: str
) -> Iterator[Name]:
    """Runs of capitalised words, small link words allowed inside."""
    n = 0
    while n < len(words):
        part = vocabulary.compass.at(words, n)
        if part and part[1] < len(words) and _is_capital(words[part[1]]):
            yield _name(words, n, part[1] + 1, sentence, vocabulary, text)
            n = part[1] + 1
            continue
        if not _starts_name(words, n, vocabulary, lowered):
            n += 1
            continue
        last = n + 1
        ahead = last
        while ahead < len(words) and ahead - n < LONGEST:
            word = words[ahead]
            gap = text[words[ahead - 1].end : word.start]
            if "\n" in gap or len(gap) > 1:
                break
            if _is_capital(word) and not vocabulary.symbols.at(words, ahead):
                last = ahead = ahead + 1
            elif word.digits and len(word.text) <= 2 and gap == " " and last == ahead and not _is_unit(words, ahead + 1, vocabulary):
                last = ahead = ahead + 1
            elif word.key in LINKS:
                ahead += 1
            else:
                break
        yield _name(words, n, last, sentence, vocabulary, text)
        n = last


def _name(words: Sequence[Word], first: int, last: int, sentence: int, vocabulary: Vocabulary, text: str) -> Name:
    start, end = words[first].start, words[last - 1].end
    before = [w.key for w in words[max(0, first - 3) : first]]
    locative = vocabulary.locatives.before(words, first, 4) is not None or (
        len(before) > 1 and before[-1] in LINKS and vocabulary.locatives.before(words, first - 1, 4) is not None
    )
    printed = text[start:end].strip("'’")
    return Name(key=fold(printed), text=printed, start=start, end=end, sentence=sentence, locative=locative)


def _is_capital(word: Word) -> bool:
    """Whether a word is printed as names are."""
    return word.text[0].isupper() and word.text[0].isalpha()


def _is_unit(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.units.at(words, index) or vocabulary.symbols.at(words, index) or (index < len(words) and words[index].key in vocabulary.scales))


def _starts_name(words: Sequence[Word], n: int, vocabulary: Vocabulary, lowered: Counter[str]) -> bool:
    """Whether a name may start here: a capital that is not just that of a sentence's first word."""
    word = words[n]
    if not _is_capital(word) or word.key in vocabulary.stop or word.text.endswith(("'", "’")) or len(word.text) < 2:
        return False
    if vocabulary.symbols.at(words, n) or word.key in vocabulary.months or word.key in vocabulary.numbers:
        return False
    opens = n == 0 or words[n - 1].text in ".!?:«\"“”»>▶-–•(["
    if not opens:
        return True
    if lowered[word.key]:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return True
    follows = words[n + 1] if n + 1 < len(words) else None
    return bool(follows and follows.text[0].isupper()) or not vocabulary.is_common(word.key)


def cast(
    mentions: Iterable[Sequence[Name]], analyses: Iterable[Mapping[int, Analysis]], documents: Iterable[Document], countries: frozenset[str]
) -> Cast:
    """The kinds of all names of a story, by the votes of their places and of the pipeline."""
    votes: dict[str, Counter[Kind]] = {}
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for names, analysis, document in zip(mentions, analyses, documents, strict=True):
        for name in names:
            vote = votes.setdefault(name.key, Counter())
            counts[name.key] += 1
            if name.locative:
                vote["place"] += 1
            start = document.sentences[name.sentence].start
            for named in analysis.get(name.sentence, Analysis()).names:
                if named.start + start < name.end and name.start < named.end + start:
                    vote[named.kind] += 1
        seen.update({n.key for n in names})
    kinds = {key: _kind(key, vote, countries) for key, vote in sorted(votes.items())}
    return Cast(kinds=kinds, counts=dict(counts), documents=dict(seen))


def _kind(key: str, vote: Counter[Kind], countries: frozenset[str]) -> Kind:
    """The kind with most votes; a name that nothing speaks for is some other thing."""
    if key in countries:
        return "place"
    if not vote:
        return "other"
    order: tuple[Kind, ...] = ("organisation", "place", "person", "other")
    return max(order, key=lambda kind: (vote[kind], -order.index(kind)))
