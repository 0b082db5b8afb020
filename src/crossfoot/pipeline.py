"""Sources and their texts -> audit: the stages, one after the other. Nothing is read from disk here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossfoot import (
    __version__,
    aliases,
    cast,
    claims,
    codes,
    documents,
    findings,
    frames,
    groups,
    names,
    nlp,
    quantities,
    subjects,
    themes,
    works,
)
from crossfoot.claims import Passage
from crossfoot.copies import marked
from crossfoot.model import Audit, Claim, Document, Frame, Quantity, Skipped, Source, Span
from crossfoot.nlp import Analysis
from crossfoot.skipping import accounted
from crossfoot.subjects import Subjects
from crossfoot.tables import Tables
from crossfoot.tellings import Statement

Texts = Sequence[tuple[Source, str]]


def audit(
    story: str, texts: Texts, tables: Tables, decided: Subjects | None = None, *, together: bool = False
) -> Audit:
    """Where the sources of a story disagree; `together` where the texts are statements of one moment, and no copies."""
    read = tuple(documents.read(source, text, tables) for source, text in texts)
    origins = read if together else marked(read)
    passages = _named(tuple(_passage(document, tables) for document in origins), tables)
    shared = frames.frames([_statement(passage) for passage in passages], tables) if together else ()
    found, skipped = _claims(passages, tables, decided, shared)
    grouped = groups.group(found)
    disagreements = findings.find(grouped, found, origins, tables, together=together, frames=shared)
    return Audit(
        crossfoot=__version__,
        story=story,
        sources=tuple(document.source for document in origins),
        claims=found,
        findings=disagreements,
        skipped=skipped,
        compared=groups.compared(grouped) or 2 * len(shared),
    )


def _statement(passage: Passage) -> Statement:
    """A passage as frames.py looks at it."""
    starts = [sentence.start for sentence in passage.document.sentences]
    verbs = ((starts[n] + a, starts[n] + b) for n, found in passage.analyses.items() for a, b in found.verbs)
    named = tuple((name.start, name.end) for name in passage.names)
    return Statement(passage.document, passage.quantities, named, tuple(verbs))


def extract(
    texts: Texts, tables: Tables, decided: Subjects | None = None
) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    """Only the claims of a story, and what was seen that is none."""
    read = (documents.read(source, text, tables) for source, text in texts)
    return _claims(_named(tuple(_passage(document, tables) for document in read), tables), tables, decided)


def _claims(
    passages: tuple[Passage, ...], tables: Tables, decided: Subjects | None, shared: Sequence[Frame] = ()
) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    """The claims of all documents with their subjects settled, in the order of sources and text."""
    read = tuple(passage.document for passage in passages)
    framed = frozenset(place for frame in shared if frame.likeness != "loose" for place in (frame.first, frame.second))
    countries = frozenset().union(*(tables.vocabulary(language).countries for language in tables.languages))
    story = works.works(read, [p.names for p in passages], tables)
    passages = tuple(p._replace(names=names) for p, names in zip(passages, story.names, strict=True))
    players = cast.cast([p.names for p in passages], [p.analyses for p in passages], read, countries)
    same = aliases.forms(players, countries, story.forms)
    passages = tuple(p._replace(names=cast.under(p.names, same)) for p in passages)
    if story.forms:
        work = same[story.forms[0]]
    else:
        work = themes.mistaken(read, [p.names for p in passages], players, countries)
    players = cast.cast([p.names for p in passages], [p.analyses for p in passages], read, countries, work)
    drafts: list[claims.Draft] = []
    skipped: list[Skipped] = []
    for passage, about in zip(passages, claims.topics(passages, players, tables, work), strict=True):
        taken, refused = claims.read(passage, about, players, tables, framed)
        drafts += taken
        skipped += (*passage.document.masked, *refused)
    settled = subjects.settle(drafts, passages, players, tables, decided or ())
    return settled, accounted(read, settled, skipped)


def _passage(document: Document, tables: Tables) -> Passage:
    """A document with its quantities and names; the model sees only what stands near figures."""
    found = tuple(sorted(_quantities(document, tables), key=lambda q: (q.start, q.end)))
    named = names.find(document, tables.vocabulary(document.language))
    return Passage(document, found, named, _analyses(document, found))


def _named(passages: tuple[Passage, ...], tables: Tables) -> tuple[Passage, ...]:
    """The passages with the names that other documents tell: models, and nouns where all nouns have capitals."""
    capitals = [tables.vocabulary(p.document.language).language.dates.nouns_capitalised for p in passages]
    known = names.common([(p.names, noun) for p, noun in zip(passages, capitals, strict=True)])
    models = codes.usual([p.document for p in passages if not p.document.source.copy_of])
    return tuple(
        p._replace(names=names.find(p.document, tables.vocabulary(p.document.language), known, models))
        if models or (known and noun) else p
        for p, noun in zip(passages, capitals, strict=True)
    )  # fmt: skip


def _quantities(document: Document, tables: Tables) -> Iterator[Quantity]:
    """The figures of a document, those of each of its languages read in that language."""
    masked = [Span(start=m.start, end=m.end) for m in document.masked]
    own = {block: block.language or document.language for block in document.blocks}
    for language in dict.fromkeys((document.language, *own.values())):
        others = [Span(start=b.start, end=b.end) for b in document.blocks if own[b] != language]
        vocabulary = tables.vocabulary(language)
        hidden, known = (*masked, *others), document.language_known
        yield from quantities.read(document.text, vocabulary, document.source.published, hidden, known=known)


def _analyses(document: Document, found: Sequence[Quantity]) -> Mapping[int, Analysis]:
    """What the models say of the sentences that hold figures, and of the ones before them."""
    wanted = sorted(
        {
            near
            for index, sentence in enumerate(document.sentences)
            if any(sentence.start <= q.start < sentence.end for q in found)
            for near in (index - 1, index)
            if near >= 0
        }
    )
    by_language: dict[str, list[int]] = {}
    for index in wanted:
        by_language.setdefault(document.language_at(index), []).append(index)
    analyses: dict[int, Analysis] = {}
    for language, indices in by_language.items():
        texts = [document.text[document.sentences[n].start : document.sentences[n].end] for n in indices]
        analyses |= zip(indices, nlp.analyse(texts, language), strict=True)
    return analyses
