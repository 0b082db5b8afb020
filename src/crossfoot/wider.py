"""A figure in its sentence -> whether it is of more, or of something else, than the thing it stands beside.

    "5 billion for the chip industry"                     a whole branch, not one plant
    "6.7 billion of investment by big foreign companies"  many firms at once
    "within a defence package of 3 billion"               what the thing is a part of
    "triggering 18 billion of investment"                 what a sum sets off, not what it costs
    "By comparison: the mill of Tarnac cost 5 million"    what a text holds the thing against

Such a sum is no rival of what the thing itself costs. A sum that belongs to a noun for a plan or a building ("a
450 million plant for the car industry") stays that thing's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossfoot.cues import outside_brackets
from crossfoot.model import Claim
from crossfoot.sides import Context
from crossfoot.slots import is_money
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Phrases, Word, fold

BREAKS = frozenset(",;:()")
REACH = 6
"""Words between a sum and what it is for, or what sets it off."""
ADJECTIVES = 3
"""Words between a preposition, with its article, and the noun."""
OPENING = 3
"""Words of a sentence among which it says that it compares."""


def is_wider(claim: Claim, context: Context) -> bool:
    """Whether the sentence of a figure says that it is of more than its subject, or only held against it."""
    if claim.unit == "date" or (printed := context.sentence(claim)) is None:
        return False
    words, vocabulary = printed
    if _compares(claim, words, vocabulary):
        return True
    if not is_money(claim):
        return False
    first = bisect_left(words, claim.start, key=lambda w: w.start)
    last = bisect_left(words, claim.end, key=lambda w: w.start)
    if _is_owned(words, first, vocabulary):
        return False
    behind = _clause(words[last : last + 2 * REACH])
    of_many = _is_of_a_branch(behind, vocabulary) or _is_of_firms(behind, vocabulary)
    return of_many or _is_set_off(words, first, vocabulary) or _is_of_a_package(words, first, vocabulary)


def _compares(claim: Claim, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with a word for a comparison and does not name the figure's own subject."""
    opens = any(vocabulary.comparisons.at(words, n) for n in range(min(OPENING, len(words))))
    said = " ".join(w.key for w in words)
    return opens and fold(claim.subject) not in said


def _clause(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the first mark or number, brackets left out."""
    plain = outside_brackets(words)
    return plain[: next((n for n, w in enumerate(plain) if w.text in BREAKS or w.digits), len(plain))]


def _is_owned(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun for a plan or a building stands right before a sum that tells how large it is."""
    return any(_is_thing(words, n, vocabulary) for n in range(max(0, first - OPENING), first))


def _is_thing(words: Sequence[Word], place: int, vocabulary: Vocabulary) -> bool:
    plan = vocabulary.plan.at(words, place)
    return vocabulary.site.at(words, place) is not None or bool(plan and plan[0])


def _is_of_a_branch(behind: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether "for" and a noun for a whole branch follow, and nothing that is built stands between."""
    for n in range(min(REACH, len(behind))):
        lead = vocabulary.meant_for.at(behind, n)
        if lead is None:
            if _is_thing(behind, n, vocabulary) or behind[n].key in vocabulary.list_words:
                return False
            continue
        if any(_is_thing(behind, m, vocabulary) for m in range(n, min(lead[1] + ADJECTIVES + 1, len(behind)))):
            return False
        return any(vocabulary.branches.at(behind, m) for m in range(lead[1], lead[1] + ADJECTIVES + 1))
    return False


def _is_of_firms(behind: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether firms follow that no article makes known ones, hardly more than words for money between."""
    others = 0
    for n in range(min(REACH, len(behind))):
        lead = vocabulary.firms_by.at(behind, n)
        if lead and any(_are_firms(behind, m, lead[1], vocabulary) for m in range(lead[1], lead[1] + ADJECTIVES)):
            return True
        others += not (vocabulary.kinds.at(behind, n) or behind[n].key in vocabulary.small_words)
        if others > OTHERS or behind[n].key in vocabulary.list_words:
            return False
    return False


OTHERS = 1
"""Words between a sum and who gives it that tell neither of money nor are small: "worth"."""


def _are_firms(behind: Sequence[Word], place: int, first: int, vocabulary: Vocabulary) -> bool:
    """Whether a plural noun for firms stands at a place, with adjectives alone before it."""
    known = vocabulary.definite_words | vocabulary.list_words | vocabulary.demonstratives | set(vocabulary.numbers)
    return vocabulary.firms.at(behind, place) is not None and all(w.key not in known for w in behind[first:place])


def _is_set_off(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of setting off stands before a sum in its clause."""
    return _led(words, first, vocabulary.setting_off) is not None


def _is_of_a_package(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> bool:
    """Whether "as part of a", or the like, stands before a sum in its clause, and a noun for all of it between."""
    end = _led(words, first, vocabulary.within)
    return end is not None and end < first


def _led(words: Sequence[Word], first: int, phrases: Phrases[bool]) -> int | None:
    """Where the nearest of some phrases ends that stands before a sum in its clause."""
    for n in range(first - 1, max(-1, first - 1 - REACH), -1):
        if words[n].text in BREAKS or words[n].digits:
            return None
        if phrases.before(words, n + 1):
            return n + 1
    return None
