"""Drafts of all documents -> claims whose subject is the same string for the same thing.

Names are brought together where the text itself does so: one name inside another, two places in one chain of
prepositions. A weakly anchored figure takes the subject that the story names for the same figure elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from crossfoot.affairs import affairs
from crossfoot.aliases import unions
from crossfoot.cast import Cast
from crossfoot.claims import Draft, Passage
from crossfoot.model import Claim, Scope
from crossfoot.names import Name
from crossfoot.sides import UNNAMED
from crossfoot.tables import Tables
from crossfoot.words import fold

Subjects = tuple[tuple[str, tuple[str, ...]], ...]
"""What people decided: a subject's name, and the other names it has."""
COMPARED_MONEY = {"investment": "money", "cost": "money", "money_other": "money"}


def settle(
    drafts: Sequence[Draft], passages: Sequence[Passage], players: Cast, tables: Tables, decided: Subjects = ()
) -> tuple[Claim, ...]:
    """The claims with their subjects."""
    copies = frozenset(p.document.source.id for p in passages if p.document.source.copy_of)
    same = _representatives(
        passages, players, tables, _shared_figures([d for d in drafts if d.claim.source not in copies])
    )
    for name, others in decided:
        for other in (name, *others):
            same[fold(other)] = fold(name)
    printed = _printed(passages) | {fold(name): name for name, _ in decided}
    keys = [_subject_key(d, same) for d in drafts]
    keys = _by_same_figure(
        drafts,
        _without_lone_plans(drafts, keys, copies, _affairs(passages, tables)),
        copies,
        _related(passages, tables),
    )
    claims = []
    for draft, key in zip(drafts, keys, strict=True):
        whole = None if draft.claim.scope else _whole(draft, key)
        steps = [f"scope: {whole}, of a plan as a whole"] if whole else []
        parts = tuple(dict.fromkeys(_print(same.get(p, p), False, printed) for p in draft.anchor.parts))
        evidence = draft.claim.evidence + ((draft.anchor.span,) if draft.anchor.span else ())
        claims.append(
            draft.claim.model_copy(
                update={
                    "subject": _print(key[0], key[1], printed),
                    "scope": draft.claim.scope or whole,
                    "parts": parts if len(parts) > 1 else (),
                    "evidence": tuple(dict.fromkeys(evidence)),
                    "reading": (*draft.claim.reading, *steps, f"subject: {draft.anchor.why}"),
                }
            )
        )
    return tuple(claims)


def _affairs(passages: Sequence[Passage], tables: Tables) -> dict[str, int]:
    """By source, which affair it tells of."""
    countries = frozenset(c for p in passages for c in tables.vocabulary(p.document.language).countries)
    originals = [n for n, p in enumerate(passages) if not p.document.source.copy_of]
    found = affairs([p.names for p in passages], originals, countries)
    return {p.document.source.id: affair for p, affair in zip(passages, found, strict=True)}


def _without_lone_plans(
    drafts: Sequence[Draft], keys: Sequence[tuple[str, bool]], copies: frozenset[str], told: Mapping[str, int]
) -> list[tuple[str, bool]]:
    """The subjects, those of each affair by themselves."""
    found: dict[int, tuple[str, bool]] = {}
    for affair in set(told.values()):
        own = [n for n, draft in enumerate(drafts) if told[draft.claim.source] == affair]
        settled = _without_lone_plan([drafts[n] for n in own], [keys[n] for n in own], copies)
        found |= zip(own, settled, strict=True)
    return [found[n] for n in range(len(drafts))]


def _without_lone_plan(
    drafts: Sequence[Draft], keys: Sequence[tuple[str, bool]], copies: frozenset[str]
) -> list[tuple[str, bool]]:
    """In a story about one thing, "the whole project" is that thing and no plan beside it."""
    things: Counter[str] = Counter()
    by_source: dict[str, Counter[str]] = defaultdict(Counter)
    for draft, (key, plan) in zip(drafts, keys, strict=True):
        if not plan and key and draft.claim.unit not in NOT_SUMMED:
            things[key] += draft.claim.source not in copies
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
    """How large a plan is said to be, without more, is all of it; a price, a term or a number of firms is no size."""
    return "total" if key[1] and draft.claim.measure in SIZES and not draft.anchor.parts else None


SIZES = frozenset({"investment", "power", "energy", "gpu_count", "jobs"})
"""Measures of how large a plan is: what is put in, and what comes of it."""


def _subject_key(draft: Draft, same: Mapping[str, str]) -> tuple[str, bool]:
    anchor = draft.anchor
    if anchor.parts and len({same.get(p, p) for p in anchor.parts}) == 1:
        return same.get(anchor.parts[0], anchor.parts[0]), False
    return same.get(anchor.key, anchor.key), anchor.plan


def _print(key: str, plan: bool, printed: Mapping[str, str]) -> str:
    name = printed.get(key, key) or UNNAMED
    return f"{name} (plan)" if plan else name


def _printed(passages: Sequence[Passage]) -> dict[str, str]:
    """Folded name -> its most frequent printed form."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in sorted(passages, key=lambda p: p.document.source.copy_of is not None):
        original = passage.document.source.copy_of is None
        for name in passage.names:
            if original or name.key not in forms:
                forms[name.key][name.text] += 1
    return {key: min(counts, key=lambda t: (-counts[t], t)) for key, counts in forms.items()}


Told = Counter[tuple[str, bool]]
"""Subjects, and how much the mentions of a figure speak for each."""


def _by_same_figure(
    drafts: Sequence[Draft],
    keys: Sequence[tuple[str, bool]],
    copies: frozenset[str],
    related: Mapping[str, frozenset[str]],
) -> list[tuple[str, bool]]:
    """Gives a figure that little near it explains the subject that the same figure has elsewhere."""
    named: dict[tuple[object, ...], dict[str, Told]] = defaultdict(lambda: defaultdict(Counter))
    told: dict[tuple[object, ...], dict[str, Told]] = defaultdict(lambda: defaultdict(Counter))
    for draft, key in zip(drafts, keys, strict=True):
        source = draft.claim.source
        if key[0] and source not in copies:
            told[_figure_key(draft.claim)][source][key] += WEIGHTS[draft.anchor.strength]
            if draft.anchor.strength == "named":
                named[_figure_key(draft.claim)][source][key] += 1
    chosen = []
    for draft, key in zip(drafts, keys, strict=True):
        figure, sources = _figure_key(draft.claim), related[draft.claim.source]
        chosen.append(_chosen(draft, key, _votes(told[figure], sources), _votes(named[figure], sources)))
    return chosen


def _votes(by_source: Mapping[str, Told], sources: frozenset[str]) -> Told:
    """The votes of some sources together."""
    return sum((votes for source, votes in by_source.items() if source in sources), Counter())


def _related(passages: Sequence[Passage], tables: Tables) -> dict[str, frozenset[str]]:
    """Source -> itself and those that share a name with it, countries aside; others may be about something else."""
    names = {
        p.document.source.id: {n.key for n in p.names} - tables.vocabulary(p.document.language).countries
        for p in passages
    }
    return {
        source: frozenset(other for other, theirs in names.items() if other == source or not mine.isdisjoint(theirs))
        for source, mine in names.items()
    }


def _chosen(
    draft: Draft, key: tuple[str, bool], votes: Counter[tuple[str, bool]], named: Counter[tuple[str, bool]]
) -> tuple[str, bool]:
    """The subject of one mention, after the other mentions of its figure have voted."""
    if draft.claim.unit in ("date", "percent", "x") or not votes or draft.anchor.of_project:
        return key
    if draft.anchor.strength == "assumed":
        return min(votes, key=lambda k: (-votes[k], k[1], k))
    agreed = named or votes
    return next(iter(agreed)) if draft.anchor.strength == "carried" and len(agreed) == 1 else key


WEIGHTS = {"named": 3, "carried": 2, "assumed": 1}
"""What a mention's word for the subject of a figure counts for where another mention lacks one."""


def _figure_key(claim: Claim) -> tuple[object, ...]:
    """What makes two figures the same but for currency and hedges."""
    low = claim.low if claim.low is not None else claim.high
    return (COMPARED_MONEY.get(claim.measure, claim.measure), low, claim.noun)


def _shared_figures(drafts: Sequence[Draft]) -> Counter[tuple[str, str]]:
    """Pairs of names -> how many different figures the story prints for both."""
    about: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for draft in drafts:
        if (
            draft.anchor.strength != "assumed"
            and not draft.anchor.plan
            and draft.claim.unit not in ("date", "percent", "x")
        ):
            about[_figure_key(draft.claim)].add(draft.anchor.key)
    return Counter((a, b) for keys in about.values() for a in keys for b in keys if a < b)


def _representatives(
    passages: Sequence[Passage], players: Cast, tables: Tables, shared: Counter[tuple[str, str]]
) -> dict[str, str]:
    """Folded name -> the folded name that stands for it: places that the texts tell in one breath."""
    together, apart = _chains(passages, players, tables)
    built = _built(passages)
    pairs: list[tuple[str, str]] = []
    while True:
        same = unions(pairs, players.counts)
        figures, parted = _under(shared, same), _under(apart, same)
        found = [
            (a, b)
            for (a, b), times in sorted(_under(together, same).items())
            if times + min(figures[a, b], 2) - parted[a, b] > 1
            and (a in built) == (b in built)
            and (figures[a, b] or not parted[a, b])
        ]
        if not found:
            return same
        pairs.append(found[0])


def _under(pairs: Counter[tuple[str, str]], same: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """The pairs with each name replaced by the one that stands for it."""
    out: Counter[tuple[str, str]] = Counter()
    for (a, b), times in pairs.items():
        one, other = same.get(a, a), same.get(b, b)
        if one != other:
            out[min(one, other), max(one, other)] += times
    return out


def _built(passages: Sequence[Passage]) -> set[str]:
    """Names that mostly stand behind a noun for something built: a building is not the place where it stands."""
    built: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for passage in passages:
        for name in passage.names:
            (built if name.built else plain)[name.key] += 1
    return {key for key in built if built[key] >= plain[key]}


def _chains(
    passages: Sequence[Passage], players: Cast, tables: Tables
) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Pairs of places in one chain ("à Alixan, près de Valence"), and pairs that a list keeps apart."""
    together: Counter[tuple[str, str]] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        if passage.document.source.copy_of:
            continue  # a copy says nothing new
        vocabulary = tables.vocabulary(passage.document.language)
        listed = vocabulary.list_words
        places = [
            n for n in passage.names
            if players.kinds.get(n.key) in ("place", "other")
            and n.key not in vocabulary.countries
            and not (n.text.isupper() and n.text.isalpha())
        ]  # fmt: skip
        for n, (a, b) in enumerate(pairwise(places)):
            if a.sentence != b.sentence or a.key == b.key:
                continue
            pair = (min(a.key, b.key), max(a.key, b.key))
            between = fold(passage.document.text[a.end : b.start]).replace("'", "' ").split()
            if len(between) > 9 or any(mark in "".join(between) for mark in ".;:"):
                continue
            told = [
                w for w in (x.strip(",") for x in between) if w and w not in vocabulary.stop | vocabulary.site_words
            ]
            if len([w for w in told if w not in vocabulary.locative_words]) > 1:
                continue
            if any(w.strip(",") in listed for w in between) or _goes_on_with_and(places, n, passage, listed):
                apart[pair] += 1
            elif b.locative:
                together[pair] += 1
    return together, apart


def _goes_on_with_and(places: Sequence[Name], n: int, passage: Passage, listed: frozenset[str]) -> bool:
    """Whether two places are the start of a list: "in Lyon, near Turin and in the north"."""
    if n + 2 >= len(places):
        return False
    b, c = places[n + 1], places[n + 2]
    between = fold(passage.document.text[b.end : c.start]).replace("'", "' ").split()
    return b.sentence == c.sentence and len(between) <= 5 and any(w.strip(",") in listed for w in between)
