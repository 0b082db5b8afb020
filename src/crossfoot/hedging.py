"""The words around a figure -> its modifier, what it is per, the year of its money, and where its quote ends.

"plus de 450 M€ supplémentaires" -> more_than;  "£40 million a year" -> per year;  "in 2015 prices" -> 2015
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.apiece import per_behind
from crossfoot.figures import BOUNDS, Figure, plus_at
from crossfoot.measuretable import Unit
from crossfoot.model import Modifier
from crossfoot.pricebases import price_base
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

OPEN_ABOVE = ("more_than", "at_least")
OPEN_BELOW = ("less_than", "at_most", "up_to")
_YEAR = re.compile(r"(19|20)\d\d")


def share_of(words: Sequence[Word], last: int, unit: Unit, vocabulary: Vocabulary) -> str | None:
    """What a percentage is a share of: "7% of the electricity" -> "electricity"."""
    step = vocabulary.of.at(words, last) if unit.base == "percent" else None
    if not step:
        return None
    cursor = step[1]
    while cursor < min(len(words), step[1] + 5) and (
        words[cursor].key in vocabulary.stop
        or words[cursor].text in "'’"
        or (words[cursor].text[0].isupper() and not vocabulary.language.dates.nouns_capitalised)
    ):
        cursor += 1
    word = words[cursor] if cursor < len(words) else None
    return word.text if word and word.text.isalpha() and len(word.text) > 2 else None


def times_before(words: Sequence[Word], first: int, vocabulary: Vocabulary) -> int | None:
    """Where "multiplié par" starts before a number; "par" alone counts where it goes on from one said before."""
    start = first
    hedge = vocabulary.hedges_before.before(words, start)
    if hedge:
        start = hedge[1]
    for before in (start, start + 1):  # "par au moins" is itself a hedge
        hit = vocabulary.times_before.before(words, before, 4)
        if hit:
            return hit[1]
        again = vocabulary.times_again.before(words, before, 2)
        if again and any(vocabulary.times_before.at(words, n) for n in range(max(0, first - 20), first)):
            return again[1]
    return None


def own_modifier(figure: Figure) -> Modifier:
    """What the number's own form says: "une quinzaine" is about 15, "des centaines" several hundred."""
    if figure.number.form == "several":
        return "several"
    if figure.number.form == BOUNDS:
        return "range"
    return "approx" if figure.number.form == "collective" else "exact"


def hedged(
    words: Sequence[Word], first: int, last: int, modifier: Modifier, vocabulary: Vocabulary
) -> tuple[Modifier, int, int]:
    """The modifier that hedges around the figure give, and the figure's bounds with them."""
    if plus_at(words, last) or any(plus_at(words, n) for n in range(first + 1, last)):
        return "more_than", first, last + int(plus_at(words, last))
    if modifier == "exact" and any(_is_more_inside(words, n, last, vocabulary) for n in range(first + 1, last - 2)):
        return "at_least", first, last
    start = first
    for _ in range(3):
        hit = vocabulary.hedges_before.before(words, start)
        if hit and words[hit[1]].key in vocabulary.amount_of and vocabulary.amounts.before(words, hit[1]):
            break  # "ein Kredit über 600 Millionen" is of so much
        if hit and (hit[0] == "exact" or (modifier == "range" and hit[0] != "approx")):
            break  # "took over 300 workers": the word belongs to the verb
        if (
            hit
            and (start == first or not vocabulary.close_hedges.at(words, hit[1]))
            and _is_hedge(words, hit[1], first)
        ):
            if hit[0] == "up_to" and _is_goal(words, hit[1], vocabulary):
                break
            said, opening = _negated(words, hit, vocabulary)
            return (said if modifier in ("exact", "approx") else modifier), opening, last
        if start and words[start - 1].key in vocabulary.fillers:
            start -= 1
        else:
            break
    after = vocabulary.hedges_after.at(words, last) or _aside(words, last, vocabulary)
    if after and vocabulary.of.at(words, after[1]) and vocabulary.hedges_before.at(words, last + 1):
        after = None  # "1,2 GW et plus d'un million": the hedge of the next figure
    if after and not _new_line(words, last - 1, last):
        return (after[0] if modifier in ("exact", "approx") else modifier), first, after[1]
    return modifier, first, last


def _is_more_inside(words: Sequence[Word], index: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether "or more" stands at `index`, between a number and what it counts: "500 or more jobs"."""
    number = words[index - 1].digits or words[index - 1].key in vocabulary.numbers
    hit = vocabulary.hedges_after.at(words, index) if number else None
    return bool(hit and hit[0] == "at_least" and index + 1 < hit[1] < last)


def _aside(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> tuple[Modifier, int] | None:
    """The hedge between two marks behind a figure: "300 jobs, give or take, ..."."""
    hit = vocabulary.hedges_after.at(words, last + 1) if last < len(words) and words[last].text == "," else None
    return hit if hit and (hit[1] == len(words) or not words[hit[1]].text[0].isalnum()) else None


TURNED: dict[Modifier, Modifier] = {
    "more_than": "at_most", "at_least": "less_than", "less_than": "at_least", "at_most": "more_than"
}  # fmt: skip
"""What a hedge says behind a negation."""
NEGATED_WITHIN = 3
GOAL_WITHIN = 8


def _negated(words: Sequence[Word], hit: tuple[Modifier, int], vocabulary: Vocabulary) -> tuple[Modifier, int]:
    """The hedge and where it starts, turned round by a negation: "no debería superar los 300" is at most 300."""
    modifier, hedge = hit
    for n in range(hedge - 1, max(-1, hedge - 1 - NEGATED_WITHIN), -1):
        if words[n].key in vocabulary.negation and modifier in TURNED:
            return TURNED[modifier], n
        if words[n].digits or not words[n].text[-1].isalpha() or words[n].key in vocabulary.negation_not:
            break
    return hit


def _is_goal(words: Sequence[Word], hedge: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of growth makes "up to" a plain "to": "amplió el aforo hasta los 105.000 asientos"."""
    if not vocabulary.goal.at(words, hedge):
        return False
    for n in range(hedge - 1, max(-1, hedge - 1 - GOAL_WITHIN), -1):
        if words[n].key in vocabulary.growth:
            return True
        if words[n].digits and n and words[n - 1].key in vocabulary.growth:
            return True  # "sube 1.200 millones hasta los 7.600"
        if words[n].digits or not words[n].text[-1].isalpha():
            return False
    return False


def _is_hedge(words: Sequence[Word], hedge: int, first: int) -> bool:
    """Whether a hedge belongs to the figure: on its line, and for marks such as ">" right before it."""
    mark = not words[hedge].text[0].isalnum()
    if mark:
        return (
            words[first].start - words[hedge].end <= 1
            and (words[hedge].end == words[first].start or hedge > 0)
            and not (words[hedge].text == ">" and words[hedge].end != words[first].start)
        )
    return not _new_line(words, hedge, first)


def _new_line(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the two words stand far apart, as over an empty line."""
    return words[last].start - words[first].end > 40


def what_follows(
    words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary, unit: Unit | None
) -> tuple[str | None, str | None, int, tuple[tuple[int, int], ...]]:
    """What a figure is per, whose money it is, where its quote ends, and the words that say so."""
    evidence: list[tuple[int, int]] = []
    per = per_behind(words, last, vocabulary, unit)
    if per and per.last < len(words) and _YEAR.fullmatch(words[per.last].text):
        per = None  # "im Jahr 2019"
    if per:
        evidence.append((words[per.first].start, words[per.last - 1].end))
        last = per.last if per.name == "year" and per.first == last else last
    base = None
    if unit is None or unit.scaled or unit.base == "percent":
        base, span = price_base(words, first, last, vocabulary, unit)
        if span:
            evidence.append(span)
    return (per.name if per else None), base, last, tuple(evidence)


def with_scope_words(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> int:
    """Takes "cumulés", "supplémentaires", "directs et indirects" behind a figure into the quote."""
    hit = vocabulary.scope.at(words, last)
    if hit and hit[0] in ("cumulative", "additional", "direct", "direct_and_indirect"):
        behind = words[hit[1]] if hit[1] < len(words) else None
        of_next = behind and (behind.digits or behind.key in vocabulary.numbers)  # "in fünf Jahren noch einmal 2 MW"
        return last if of_next else hit[1]
    return last
