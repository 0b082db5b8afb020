"""The verbs of a sentence -> what their tense says of its figures: what is or was, what is to come, what would be.

"the works employ 300 people" -> actual · "il ponte costerebbe 30 milioni" -> estimated. A verb is known by its form,
or by its ending; this is weaker than a word such as "planned", which counts first wherever one is near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.model import Status
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word

OPENINGS = frozenset(".:«»“”\"'")
"""Marks behind which a word is capitalised that is no name."""
SHORTEST_STEM = 2
"""Letters of a verb before its ending."""


def tenses(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[Status, int]]:
    """What the finite verbs say, each with its place among the words."""
    for n, word in enumerate(words):
        if (
            word.digits
            or not word.text[0].isalpha()
            or _is_name(words, n, vocabulary)
            or _is_noun(words, n, vocabulary)
        ):
            continue
        verb = word.text[0].lower() + word.text[1:]  # "à" is no "a"
        status = vocabulary.tense_verbs.get(verb) or _by_ending(verb, vocabulary)
        if status:
            yield status, n


def _by_ending(verb: str, vocabulary: Vocabulary) -> Status | None:
    """What the longest ending says that a verb has: "coûterait" is no "coûtait"."""
    if verb in vocabulary.no_verbs:
        return None
    fitting = [
        (len(end), status) for end, status in vocabulary.tense_endings
        if verb.endswith(end) and len(verb) >= len(end) + SHORTEST_STEM
    ]  # fmt: skip
    return max(fitting)[1] if fitting else None


def _is_name(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word is a name, or a noun where all nouns have capitals."""
    if words[n].text[0].islower():
        return False
    return vocabulary.verb_second or (n > 0 and words[n - 1].text not in OPENINGS)


def _is_noun(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether the word before makes a noun or an infinitive of a form: "the cost", "dalla costa", "to put"."""
    return n > 0 and words[n - 1].key in vocabulary.before_no_verb
