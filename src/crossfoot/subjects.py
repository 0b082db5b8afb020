"""Drafts of all documents -> claims whose subject is the same string for the same thing.

Names are brought together where the text itself does so: one name inside another, two places in one chain of
prepositions. A weakly anchored figure takes the subject that the story names for the same figure elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

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
    same = _representatives(passages, players, tables, _shared_figures(drafts))
    for name, others in decided:
        for other in (name, *others):
            same[fold(other)] = fold(name)
    printed = _printed(passages) | {fold(name): name for name, _ in decided}
    keys = [_subject_key(d, same) for d in drafts]
    keys = _by_same_figure(drafts, _without_lone_plan(drafts, keys))
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


def _without_lone_plan(drafts: Sequence[Draft], keys: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """In a story about one thing, "the whole project" is that thing and no plan beside it."""
    things: Counter[str] = Counter()
    by_source: dict[str, Counter[str]] = defaultdict(Counter)
    for draft, (key, plan) in zip(drafts, keys, strict=True):
        if not plan and key and draft.claim.unit not in NOT_SUMMED:
            things[key] += 1
            by_source[draft.claim.source][key] += 1
    lists = any(
        plan and len(set(d.anchor.parts)) > 1 and d.claim.unit not in NOT_SUMMED
        for d, (_, plan) in zip(drafts, keys, strict=True)
    )
    thing = _most(things)
    rivals = [n for key, n in things.items() if key != thing and not _is_company(key, drafts)]
    if lists or not things or max(rivals, default=0) > RIVAL * things[thing]:
        return list(keys)
    return [
        (_most(by_source[d.claim.source]) or thing, False) if plan else (key, plan)
        for d, (key, plan) in zip(drafts, keys, strict=True)
    ]


def _is_company(key: str, drafts: Sequence[Draft]) -> bool:
    """Whether a subject is the company of a plan rather than a second thing."""
    return any(d.anchor.plan and d.anchor.key == key for d in drafts)


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda k: (-counts[k], k), default="")


NOT_SUMMED = frozenset({"date", "count", "site", "percent", "x", "rank"})
"""Units of figures that several places do not add up to."""
RIVAL = 0.15
"""A story in which no second thing has more than this share of the first one's figures is about one thing."""


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
        if votes and draft.claim.unit not in ("date", "percent", "x"):
            unanimous = len(votes) == 1
            if draft.anchor.strength == "assumed" or (draft.anchor.strength == "carried" and unanimous):
                key = min(votes, key=lambda k: (-votes[k], k))
        out.append(key)
    return out


def _figure_key(claim: Claim) -> tuple[object, ...]:
    """What makes two figures the same but for currency and hedges."""
    low = claim.low if claim.low is not None else claim.high
    return (COMPARED_MONEY.get(claim.measure, claim.measure), low, claim.noun)


def _shared_figures(drafts: Sequence[Draft]) -> Counter[tuple[str, str]]:
    """Pairs of names -> how many different figures the story prints for both."""
    about: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.anchor.strength == "named" and not draft.anchor.plan and draft.claim.unit not in ("date", "percent", "x"):
            about[_figure_key(draft.claim)].add(draft.anchor.key)
    return Counter((a, b) for keys in about.values() for a in keys for b in keys if a < b)


def _representatives(
    passages: Sequence[Passage], players: Cast, tables: Tables, shared: Counter[tuple[str, str]]
) -> dict[str, str]:
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

    countries = {fold(w) for language in tables.languages.values() for w in language.countries}
    for key in sorted(set(counts) - countries):
        for longer in _forms_of(key, counts):
            if players.kinds.get(longer) == players.kinds.get(key) or players.counts[longer] < 3:
                join(key, longer)
    for key in sorted(set(counts) - countries):
        whole = _place_of(key, counts)
        if whole and whole not in countries:
            join(key, whole)
    together, apart = _chains(passages, players, tables)
    built = _built(passages)
    for (a, b), times in sorted(_by_root(together, root).items()):
        figures, kept_apart = _by_root(shared, root)[a, b], _by_root(apart, root)[a, b]
        votes = times + min(figures, 2) - kept_apart
        alike = (a in built) == (b in built)
        if votes > 1 and alike and (figures or not kept_apart) and root(a) != root(b):
            join(a, b)
    return {key: root(key) for key in counts}


def _place_of(key: str, counts: Counter[str]) -> str | None:
    """The place in "EPR de Flamanville", where only one such thing there has a name."""
    parts = key.split()
    if len(parts) != 3 or parts[1] not in ("de", "of", "d'", "von", "di") or counts[parts[2]] < 2:
        return None
    rivals = [k for k in counts if k != key and k.split()[1:] == parts[1:] and counts[k] > 1]
    return None if rivals else parts[2]


def _by_root(pairs: Counter[tuple[str, str]], root: Callable[[str], str]) -> Counter[tuple[str, str]]:
    """The pairs with each name replaced by the one that stands for it."""
    out: Counter[tuple[str, str]] = Counter()
    for (a, b), times in pairs.items():
        if root(a) != root(b):
            out[min(root(a), root(b)), max(root(a), root(b))] += times
    return out


def _built(passages: Sequence[Passage]) -> set[str]:
    """Names that mostly stand behind a noun for something built: a building is not the place where it stands."""
    built: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for passage in passages:
        for name in passage.names:
            (built if name.built else plain)[name.key] += 1
    return {key for key in built if built[key] >= plain[key]}


def _forms_of(key: str, counts: Counter[str]) -> list[str]:
    """Longer names that mean the same: "Valence TGV" for "Valence", but not "Hinkley A" beside "Hinkley Point C"."""
    words = key.split()
    longer = [k for k in counts if len(k.split()) > len(words) and k.split()[: len(words)] == words]
    longer += [k for k in counts if _is_shortened(words, k.split())]
    numbered = sorted((k for k in longer if _is_numbered(k, words)), key=lambda k: (-counts[k], k))
    if len(numbered) > 1:
        return numbered[:1] if counts[numbered[0]] >= 3 * counts[numbered[1]] else []
    rarer = [k for k in longer if counts[key] >= 2 * counts[k]]
    if rarer or not longer:
        return rarer
    longer.sort(key=lambda k: (-counts[k], k))
    return longer[:1] if len(longer) == 1 or counts[longer[0]] >= 3 * counts[longer[1]] else []


def _is_shortened(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a name leaves out the middle of a longer one: "Hinkley C" for "Hinkley Point C"."""
    if len(words) < 2 or len(longer) != len(words) + 1 or words[0] != longer[0] or words[-1] != longer[-1]:
        return False
    return words[-1] not in longer[1:-1]


def _is_numbered(longer: str, words: Sequence[str]) -> bool:
    """Whether a letter or number at the end tells two of a kind apart: "Hinkley Point C"."""
    return len(longer.split()[-1]) <= 2 and len(longer.split()) > len(words)


def _chains(
    passages: Sequence[Passage], players: Cast, tables: Tables
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Pairs of places in one chain ("à Alixan, près de Valence"), and pairs that a list keeps apart."""
    together: Counter[tuple[str, str]] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        vocabulary = tables.vocabulary(passage.document.language)
        listed = {fold(w) for ws in vocabulary.language.lists.values() for w in ws}
        places = [
            n for n in passage.names
            if players.kinds.get(n.key) in ("place", "other")
            and n.key not in vocabulary.countries
            and not (n.text.isupper() and n.text.isalpha())
        ]  # fmt: skip
        for n, (a, b) in enumerate(zip(places, places[1:], strict=False)):
            if a.sentence != b.sentence or a.key == b.key:
                continue
            pair = (min(a.key, b.key), max(a.key, b.key))
            between = fold(passage.document.text[a.end : b.start]).replace("'", "' ").split()
            if len(between) > 9 or any(mark in "".join(between) for mark in ".;:"):
                continue
            told = [w for w in (x.strip(",") for x in between) if w and w not in vocabulary.stop | vocabulary.site_words]
            if len([w for w in told if w not in vocabulary.locative_words]) > 1:
                continue
            if any(w.strip(",") in listed for w in between) or _goes_on_with_and(places, n, passage, listed):
                apart[pair] += 1
            elif b.locative:
                together[pair] += 1
    return together, apart


def _goes_on_with_and(places: Sequence[Name], n: int, passage: Passage, listed: set[str]) -> bool:
    """Whether two places are the start of a list: "près de Valence, dans le Grand Est et dans le Sud"."""
    if n + 2 >= len(places):
        return False
    b, c = places[n + 1], places[n + 2]
    between = fold(passage.document.text[b.end : c.start]).replace("'", "' ").split()
    return b.sentence == c.sentence and len(between) <= 5 and any(w.strip(",") in listed for w in between)


def names_of(passages: Sequence[Passage]) -> tuple[Name, ...]:
    """All mentions of a story."""
    return tuple(n for p in passages for n in p.names)
