"""Paths or texts in, values out: the Python interface, which the command calls too.

    audit("claims/sesterce")                     # -> Audit
    compare("It cost $52bn.", "It cost €52bn.")  # -> tuple[Finding, ...]
    read_quantities("plus de 450 M€")            # -> tuple[Quantity, ...]

Where files and the pipeline meet: neither of them knows the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from crossfoot import files, metadata, pipeline, quantities, tables
from crossfoot.errors import CrossfootError
from crossfoot.model import Audit, Claim, Finding, Quantity, Skipped, Source

Paths = str | Path | Sequence[str | Path]


def audit(paths: Paths = (), *, story: str | None = None) -> Audit:
    """Read the sources of one story, and report where they disagree."""
    found = files.find_stories([paths] if isinstance(paths, str | Path) else paths, name=story)
    if len(found) > 1:
        raise CrossfootError(f"these paths hold {len(found)} stories; an audit is of one")
    return audit_story(found[0], tables.load()).audit


class Audited(NamedTuple):
    """A story with its audit, and the texts of its sources by id."""

    story: files.Story
    audit: Audit
    texts: Mapping[str, str]


def audit_story(story: files.Story, loaded: tables.Tables) -> Audited:
    """Read a story and audit it."""
    reading = files.read_story(story)
    decided = files.read_subjects(story.folder / files.SUBJECTS)
    found = pipeline.audit(story.name, reading.texts, loaded, decided).model_copy(update={"unread": reading.unread})
    return Audited(story, found, {source.id: text for source, text in reading.texts})


class Extracted(NamedTuple):
    """A story with its claims, what was skipped, its sources read and not, and the texts of the former by id."""

    story: files.Story
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    read: tuple[Source, ...]
    unread: tuple[Source, ...]
    texts: Mapping[str, str]


def extract_story(story: files.Story, loaded: tables.Tables) -> Extracted:
    """Read a story and take out its claims, without comparing them."""
    reading = files.read_story(story)
    decided = files.read_subjects(story.folder / files.SUBJECTS)
    claims, skipped = pipeline.extract(reading.texts, loaded, decided)
    texts = {source.id: text for source, text in reading.texts}
    return Extracted(story, claims, skipped, tuple(source for source, _ in reading.texts), reading.unread, texts)


def compare(text_a: str, text_b: str, language: str | None = None) -> tuple[Finding, ...]:
    """Where two short texts disagree."""
    return compare_texts(text_a, text_b, language).findings


def compare_texts(text_a: str, text_b: str, language: str | None = None) -> Audit:
    """The audit of two short texts, as sources a and b."""
    known = checked_language(language)
    texts = [(Source(id=name, path=name, language=known), text) for name, text in (("a", text_a), ("b", text_b))]
    return pipeline.audit("comparison", texts, tables.load(), together=True)


def read_quantities(text: str, language: str | None = None, published: str | None = None) -> tuple[Quantity, ...]:
    """Every figure of a text, before any is refused as a claim."""
    return quantities.read_quantities(text, checked_language(language), published, tables.load())


def checked_language(language: str | None) -> str | None:
    """The code of a language that was asked for."""
    if language is None:
        return None
    code = metadata.language(language)
    if code is None:
        raise CrossfootError(f"language is {language!r}; expected a code such as fr or en")
    return code
