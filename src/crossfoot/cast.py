"""The mentions of all names of a story -> what each name is: place, organisation, person, or another thing.

votes of the words around the mentions, of the form of the name, and of the trained pipeline where there is one
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crossfoot.model import Document, Value
from crossfoot.names import LINKS, Name
from crossfoot.nlp import Analysis, Kind
from crossfoot.places import rows

LONGEST_ACRONYM = 4


class Cast(Value):
    """What the names of a story are, over all its documents."""

    kinds: Mapping[str, Kind]
    counts: Mapping[str, int]
    documents: Mapping[str, int]
    built: frozenset[str] = frozenset()
    """Names beside which a noun for something built stands somewhere."""
    work: str = ""
    """The one built thing that the story is about, where its documents name one."""


def under(names: Sequence[Name], same: Mapping[str, str]) -> tuple[Name, ...]:
    """The names, each under the key that stands for it."""
    return tuple(n.model_copy(update={"key": same.get(n.key, n.key)}) for n in names)


def cast(
    mentions: Sequence[Sequence[Name]],
    analyses: Iterable[Mapping[int, Analysis]],
    documents: Iterable[Document],
    countries: frozenset[str],
    work: str = "",
) -> Cast:
    """The kinds of all names of a story, by the votes of their places and of the pipeline.

    A copy of a text has no vote, but for the names that only copies have. The `work` that the story is about is a
    thing, whatever its name is elsewhere.
    """
    players = _voted(mentions, analyses, documents, countries)
    built = frozenset(n.key for names in mentions for n in names if n.built)
    kinds = {**players.kinds, work: "other"} if work else players.kinds
    return players.model_copy(update={"kinds": kinds, "built": built, "work": work})


def _voted(
    mentions: Sequence[Sequence[Name]],
    analyses: Iterable[Mapping[int, Analysis]],
    documents: Iterable[Document],
    countries: frozenset[str],
) -> Cast:
    """The kinds by votes alone."""
    every = list(zip(mentions, analyses, documents, strict=True))
    originals = _cast([e for e in every if not e[2].source.copy_of], countries)
    if len(originals.counts) == len({n.key for names in mentions for n in names}):
        return originals
    whole = _cast(every, countries)
    return Cast(
        kinds={**whole.kinds, **originals.kinds},
        counts={**whole.counts, **originals.counts},
        documents={**whole.documents, **originals.documents},
    )


def _cast(told: Sequence[tuple[Sequence[Name], Mapping[int, Analysis], Document]], countries: frozenset[str]) -> Cast:
    """The cast of some documents."""
    votes: dict[str, Counter[Kind]] = {}
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for names, analysis, document in told:
        for name in names:
            vote = votes.setdefault(name.key, Counter())
            counts[name.key] += 1
            vote["place"] += name.locative
            vote["other"] += 3 * (name.built or _is_numbered(name.key))
            vote["organisation"] += 2 * (name.company and not name.titled)
            vote["person"] += 3 * name.titled
            start = document.sentences[name.sentence].start
            for named in analysis.get(name.sentence, Analysis()).names:
                if named.start + start < name.end and name.start < named.end + start:
                    vote[named.kind] += 1
            vote["organisation"] += any(
                0 < v + start - name.end <= 2 for v, _ in analysis.get(name.sentence, Analysis()).verbs
            )
        seen.update({n.key for n in names})
    acronyms = {n.key for names, _, _ in told for n in names if n.text.isupper() and n.text.isalpha()}
    kinds = {key: _kind(key, vote, countries, acronyms) for key, vote in sorted(votes.items())}
    kinds |= {key: "organisation" for key in kinds if _holds_place(key, kinds, votes) or _is_pair(key, kinds)}
    return Cast(kinds=kinds, counts=dict(counts), documents=dict(seen))


def _is_numbered(key: str) -> bool:
    """Whether a letter or number at the end tells it from others of its kind: "Sizewell C", "Flamanville 3"."""
    *head, last = key.split()
    return bool(head) and (len(last) == 1 or last.isdigit()) and last.isalnum()


def _is_pair(key: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether a name is that of two companies together: "Voltera-Arctis"."""
    parts = key.split("-")
    return len(parts) == 2 and all(kinds.get(part) == "organisation" for part in parts)


def _holds_place(key: str, kinds: Mapping[str, Kind], votes: Mapping[str, Counter[Kind]]) -> bool:
    """Whether a long "place" is a body named after one: "Drôme Aménagement Habitat"."""
    parts = key.split()
    if kinds[key] != "place" or len(parts) < 3 or parts[0] in LINKS or key.startswith(("sud", "nord", "est ", "ouest")):
        return False
    return any(kinds.get(p) == "place" for p in parts) and any(p not in LINKS and p not in kinds for p in parts)


def _kind(key: str, vote: Counter[Kind], countries: frozenset[str], acronyms: set[str]) -> Kind:
    """The kind with most votes; a name that nothing speaks for is some other thing."""
    if key in countries or (key in rows() and max(vote["organisation"], vote["person"]) >= max(vote.values())):
        return "place"  # cities do this and that, too: "Brussels wants", "Genoa picks a design"
    if not any(vote.values()):
        return "other"
    if key.isalpha() and len(key) <= LONGEST_ACRONYM and vote["organisation"] <= sum(vote.values()) / 2:
        return "other" if key in acronyms else max(vote, key=lambda kind: (vote[kind], kind))
    order: tuple[Kind, ...] = ("organisation", "place", "person", "other")
    return max(order, key=lambda kind: (vote[kind], -order.index(kind)))
