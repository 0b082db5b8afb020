"""Names of a story -> which of them are forms of one name: the folded form that stands for each.

    {"hinkley c": "hinkley point c", "valence tgv": "valence", "epr de flamanville": "flamanville"}

Only the names themselves are looked at here; what figures and places say of them is the business of `subjects`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crossfoot.cast import Cast
from crossfoot.places import one_place
from crossfoot.spellings import sound_alike


def forms(players: Cast, countries: frozenset[str], work: Sequence[str] = ()) -> dict[str, str]:
    """Folded name -> the folded name that stands for it; `work` is one name in several forms already."""
    counts = Counter(players.counts)
    names = sorted(set(counts) - countries)
    pairs = [
        (key, longer)
        for key in names
        for longer in _forms_of(key, counts)
        if longer not in countries and (players.kinds.get(longer) == players.kinds.get(key) or counts[longer] < FEW)
    ]
    pairs += [(key, whole) for key in names if (whole := _place_of(key, counts)) and whole not in countries]
    pairs += _respelled(names)
    pairs += _acronyms([n for n in names if players.kinds.get(n) != "organisation"])
    pairs += _tails(names, counts)
    pairs += _translated(names)
    pairs += one_place(names)
    pairs += pairwise(work)
    return unions(pairs, counts)


FEW = 3
"""A longer form that is seldom printed may have been given another kind by chance."""


def unions(pairs: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> dict[str, str]:
    """Names joined by the pairs, each with the most frequent of those it is joined with."""
    same = {key: key for key in counts}

    def root(key: str) -> str:
        while same[key] != key:
            key = same[key]
        return key

    for a, b in pairs:
        one, other = root(a), root(b)
        if one != other:
            keep, drop = sorted((one, other), key=lambda k: (-counts[k], k))
            same[drop] = keep
    return {key: root(key) for key in counts}


def _acronyms(names: Sequence[str]) -> list[tuple[str, str]]:
    """Names made of the first letters, or the digits, of a longer one: "HS2" of "High Speed 2"."""
    whole: dict[str, str] = {}
    for name in names:
        words = [w for w in _PARTS.split(name) if w]
        if len(words) >= SHORTEST_ACRONYM:
            whole.setdefault("".join(w if w.isdigit() else w[0] for w in words), name)
    return [(name, whole[short]) for name in names if (short := name.replace(" ", "")) in whole]


_PARTS = re.compile(r"[ -]")
SHORTEST_ACRONYM = 3


def _tails(names: Sequence[str], counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Names of two words or more that end a longer one, said less often: "Camp Nou" in "Spotify Camp Nou"."""
    parts = {name: tuple(_PARTS.split(name)) for name in names}
    known = {words: name for name, words in parts.items() if len(words) >= SHORTEST_TAIL}
    return [
        (known[words[n:]], name)
        for name, words in parts.items()
        for n in range(1, len(words) - SHORTEST_TAIL + 1)
        if words[n:] in known and counts[known[words[n:]]] >= counts[name]
    ]


SHORTEST_TAIL = 2


def _translated(names: Sequence[str]) -> list[tuple[str, str]]:
    """Names of two places that are the same in another language, either way round: "Lyon-Turin", "Torino-Lione"."""
    pairs = [(name, name.split("-")) for name in names if name.count("-") == 1 and " " not in name]
    return [
        (one, other)
        for n, (one, (a, b)) in enumerate(pairs)
        for other, (c, d) in pairs[n + 1 :]
        if (sound_alike(a, c) and sound_alike(b, d)) or (sound_alike(a, d) and sound_alike(b, c))
    ]


def _respelled(names: Sequence[str]) -> list[tuple[str, str]]:
    """Names that only an umlaut tells apart: "Zürich", folded "zuerich", is "Zurich" in another language.

    So do a space and a dash in a long one: "Saint Brieuc", "ST Microelectronics".
    """
    plain: dict[str, str] = {}
    joined: dict[str, str] = {}
    pairs = [(plain.setdefault(_UMLAUT.sub("", key), key), key) for key in names]
    letters = [(_GAP.sub("", key), key) for key in names]
    return pairs + [(joined.setdefault(short, key), key) for short, key in letters if len(short) >= LONG_NAME]


_UMLAUT = re.compile(r"(?<=[aou])e")
_GAP = re.compile(r"[ ‑-]")
LONG_NAME = 8
"""Letters of a name that is no other one by chance when its words are written together."""


def _place_of(key: str, counts: Counter[str]) -> str | None:
    """The place in "EPR de Flamanville", where only one such thing there has a name."""
    parts = key.split()
    if len(parts) != 3 or parts[1] not in ("de", "of", "d'", "von", "di") or counts[parts[2]] < 2:
        return None
    rivals = [k for k in counts if k != key and k.split()[1:] == parts[1:] and counts[k] > 1]
    return None if rivals else parts[2]


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
    return len(longer.rsplit(maxsplit=1)[-1]) <= 2 and len(longer.split()) > len(words)
