"""Drafts of all documents -> claims whose subject is the same string for the same thing.

Names are brought together where the text itself does so: one name inside another, two places in one chain of
prepositions. A weakly anchored figure takes the subject that the story names for the same figure elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crossfoot.claims import Draft, Passage
from crossfoot.model import Claim, Scope
from crossfoot.names import Cast, Name
from crossfoot.tables import Tables
from crossfoot.words import fold

Subjects = tuple[tuple[str, tuple[str, ...]], ...]
"""What people decided: a subject's name, and the other names it has."""
COMPARED_MONEY = {"investment": "money", "cost": "money", "money_other": "money"}


def settle(
    drafts: Sequence[Draft], passages: Sequence[Passage], players: Cast, tables: Tables, decided: Subjects = ()
) -> tuple[Claim, ...]:
    """The claims with their subjects."""
    same = _representatives(passages, players, tables)
    for name, others in decided:
        for other in (name, *others):
            same[fold(other)] = fold(name)
    printed = _printed(passages) | {fold(name): name for name, _ in decided}
    keys = [_subject_key(d, same) for d in drafts]
    keys = _by_same_figure(drafts, keys)
    claims = []
    for draft, key in zip(drafts, keys, strict=True):
        parts = tuple(dict.fromkeys(_print(same.get(p, p), False, printed) for p in draft.anchor.parts))
        evidence = draft.claim.evidence + ((draft.anchor.span,) if draft.anchor.span else ())
        claims.append(
            draft.claim.model_copy(
                update={
                    "subject": _print(key[0], key[1], printed),
                    "scope": draft.claim.scope or _whole(draft, key),
                    "parts": parts if len(parts) > 1 else (),
                    "evidence": tuple(dict.fromkeys(evidence)),
                    "reading": (*draft.claim.reading, f"subject: {draft.anchor.why}"),
                }
            )
        )
    return tuple(claims)


def _whole(draft: Draft, key: tuple[str, bool]) -> Scope | None:
    """What is said of a plan without more is said of all of it."""
    countable = draft.claim.unit not in ("date", "percent", "x", "rank")
    return "total" if key[1] and countable and not draft.anchor.parts else None


def _subject_key(draft: Draft, same: Mapping[str, str]) -> tuple[str, bool]:
    anchor = draft.anchor
    if anchor.parts and len({same.get(p, p) for p in anchor.parts}) == 1:
        return same.get(anchor.parts[0], anchor.parts[0]), False
    return same.get(anchor.key, anchor.key), anchor.plan


def _print(key: str, plan: bool, printed: Mapping[str, str]) -> str:
    name = printed.get(key, key) or "?"
    return f"{name} (plan)" if plan else name


def _printed(passages: Sequence[Passage]) -> dict[str, str]:
    """Folded name -> its most frequent printed form."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for name in passage.names:
            forms[name.key][name.text] += 1
    return {key: min(counts, key=lambda t: (-counts[t], t)) for key, counts in forms.items()}


def _by_same_figure(drafts: Sequence[Draft], keys: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Gives a figure that nothing near it explains the subject that the same figure has elsewhere."""
    named: dict[tuple[object, ...], Counter[tuple[str, bool]]] = defaultdict(Counter)
    for draft, key in zip(drafts, keys, strict=True):
        if draft.anchor.strength == "named" and key[0]:
            named[_figure_key(draft.claim)][key] += 1
    out = []
    for draft, key in zip(drafts, keys, strict=True):
        votes = named.get(_figure_key(draft.claim))
        if draft.anchor.strength == "assumed" and votes and draft.claim.unit not in ("date", "percent", "x"):
            key = min(votes, key=lambda k: (-votes[k], k))
        out.append(key)
    return out


def _figure_key(claim: Claim) -> tuple[object, ...]:
    """What makes two figures the same but for currency and hedges."""
    low = claim.low if claim.low is not None else claim.high
    return (COMPARED_MONEY.get(claim.measure, claim.measure), low, claim.noun)


def _representatives(passages: Sequence[Passage], players: Cast, tables: Tables) -> dict[str, str]:
    """Folded name -> the folded name that stands for it."""
    counts = Counter(players.counts)
    same = {key: key for key in counts}

    def root(key: str) -> str:
        while same[key] != key:
            key = same[key]
        return key

    def join(a: str, b: str) -> None:
        a, b = root(a), root(b)
        if a != b:
            keep, drop = sorted((a, b), key=lambda k: (-counts[k], k))
            same[drop] = keep

    for key in counts:
        longer = _longer_form(key, counts)
        if longer:
            join(key, longer)
    together, apart = _chains(passages, players, tables)
    for (a, b), times in sorted(together.items()):
        if times > 1 and (a, b) not in apart and root(a) != root(b):
            join(a, b)
    return {key: root(key) for key in counts}


def _longer_form(key: str, counts: Counter[str]) -> str | None:
    """The one longer name that a short name is the start or end of, where no other one is as frequent."""
    words = key.split()
    options = [
        k for k in counts
        if k != key and len(k.split()) > len(words) and (k.split()[: len(words)] == words or k.split()[-len(words) :] == words)
    ]  # fmt: skip
    options.sort(key=lambda k: (-counts[k], k))
    if not options or (len(options) > 1 and counts[options[0]] < 3 * counts[options[1]]):
        return None
    return options[0]


def _chains(
    passages: Sequence[Passage], players: Cast, tables: Tables
) -> tuple[Counter[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs of places in one chain ("à Alixan, près de Valence"), and pairs that a list keeps apart."""
    together: Counter[tuple[str, str]] = Counter()
    apart: set[tuple[str, str]] = set()
    for passage in passages:
        vocabulary = tables.vocabulary(passage.document.language)
        listed = {fold(w) for ws in vocabulary.language.lists.values() for w in ws}
        places = [
            n for n in passage.names
            if players.kinds.get(n.key) == "place" and n.key not in vocabulary.countries
        ]  # fmt: skip
        for a, b in zip(places, places[1:], strict=False):
            if a.sentence != b.sentence or a.key == b.key:
                continue
            pair = (min(a.key, b.key), max(a.key, b.key))
            between = fold(passage.document.text[a.end : b.start]).replace("'", "' ").split()
            if len(between) > 9 or any(mark in "".join(between) for mark in ".;:"):
                continue
            if any(w.strip(",") in listed for w in between):
                apart.add(pair)
            elif b.locative:
                together[pair] += 1
    return together, apart


def names_of(passages: Sequence[Passage]) -> tuple[Name, ...]:
    """All mentions of a story."""
    return tuple(n for p in passages for n in p.names)
