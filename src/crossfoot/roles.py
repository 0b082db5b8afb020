"""A sum in its sentence -> what it is, or is for, where that is no price of the thing: a loan, a fine, what is saved.

    "the offsets will come to 60 % of the contract, about 3 billion"      offset
    "a funding gap of 800 million"                                        gap

The nearest word says it: "debts rose, and the bridge costs 3 billion" tells a cost. Sums of two roles are no rivals.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossfoot.cues import outside_brackets
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.slots import is_money
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, split

BEFORE, BEHIND = 18, 7
"""Words between such a word and the sum behind it, and between a sum and such a word behind it."""
TONNES = "t"
STOPS = frozenset(";.!?")


def role(claim: Claim, context: Context) -> str | None:
    """The role of a sum by the name of its words in all languages; None where it is the price of a thing, or unsaid."""
    weighed = claim.unit == TONNES  # of a gas: what a plant gives off, and what it saves
    if not (is_money(claim) or weighed) or (printed := context.sentence(claim)) is None:
        return None
    words, vocabulary = printed
    first = bisect_left(words, claim.start, key=lambda w: w.start)
    last = bisect_left(words, claim.end, key=lambda w: w.start)
    left, right = _bounds(claim, words, context)
    before = _clause([w for w in words[:first] if w.start >= left][-BEFORE:], ahead=False)
    behind = _clause([w for w in words[last:] if w.end <= right], ahead=True)[:BEHIND]
    told = _nearest(before, vocabulary, ahead=False) or _nearest(behind, vocabulary, ahead=True)
    listed = first > 0 and (words[first - 1].text == "," or words[first - 1].key in vocabulary.list_words)
    row = [c for c in _amounts(claim, words, context) if c.end == left] if listed and not told else []
    if row:
        return role(row[0], context)  # "fines: 4.6 million for Veltra, 1.2 million for Osmar"
    if told or vocabulary.kinds.find(words) or vocabulary.roles.find(words):
        return told
    return _from_before(words[0].start, claim, vocabulary, context)


def _from_before(start: int, claim: Claim, vocabulary: Vocabulary, context: Context) -> str | None:
    """What the sentence before speaks of: "The offsets shrank. Now it is 2 billion"."""
    document = context.documents[claim.source]
    at = next((n for n, s in enumerate(document.sentences) if s.start <= start < s.end), 0)
    if not at or document.sentences[at].block != document.sentences[at - 1].block:
        return None
    sentence = document.sentences[at - 1]
    if any(
        c.source == claim.source and is_money(c) and sentence.start <= c.start < sentence.end for c in context.claims
    ):
        return None
    words = split(document.text[sentence.start : sentence.end], sentence.start)
    found = vocabulary.roles.find(words)
    return found[-1][0] if found and not vocabulary.kinds.find(words) else None


def _bounds(claim: Claim, words: Sequence[Word], context: Context) -> tuple[int, int]:
    """Where the sums before and behind one end and start: the words beyond them are theirs."""
    sums = _amounts(claim, words, context)
    before = max((c.end for c in sums if c.end <= claim.start), default=words[0].start)
    behind = min((c.start for c in sums if c.start >= claim.end), default=words[-1].end)
    return before, behind


def _amounts(claim: Claim, words: Sequence[Word], context: Context) -> list[Claim]:
    """The sums and weights of the sentence of one."""
    start, end = words[0].start, words[-1].end
    return [c for c in context.claims if c.source == claim.source and _is_amount(c) and start <= c.start < end]


def _is_amount(claim: Claim) -> bool:
    return is_money(claim) or claim.unit == TONNES


def _clause(words: Sequence[Word], *, ahead: bool) -> Sequence[Word]:
    """The words up to the first stop, from a sum on or back to it, without what stands in brackets."""
    plain = outside_brackets(words)
    stops = [n for n, w in enumerate(plain) if w.text in STOPS]
    if not stops:
        return plain
    return plain[: stops[0]] if ahead else plain[stops[-1] + 1 :]


def _nearest(words: Sequence[Word], vocabulary: Vocabulary, *, ahead: bool) -> str | None:
    """The role that the nearest word tells, unless a word for a price of the thing is nearer."""
    roles = [(a, b, value) for value, a, b in vocabulary.roles.find(words)]
    prices = [(a, b, "") for value, a, b in vocabulary.kinds.find(words) if value in ("cost", "investment")]
    told = sorted((*roles, *prices), key=lambda hit: (hit[1] - hit[0], hit[2]))
    if not told:
        return None
    near = min(told, key=lambda hit: hit[0]) if ahead else max(told, key=lambda hit: hit[1])
    same = [hit for hit in roles if hit[0] <= near[0] and near[1] <= hit[1]]  # "operating costs" has a cost in it
    return (same[0][2] if same else near[2]) or None
