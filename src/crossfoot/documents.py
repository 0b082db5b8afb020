"""Source and its text -> Document: the text untouched, cut into blocks and sentences, its furniture marked.

A block is a line, or several lines of one broken sentence. Menus, teasers and what follows the end of an article
are furniture; a heading that repeats the title on every page is a header. Neither is read for claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from crossfoot import frontmatter
from crossfoot.language import of_paragraph, tell
from crossfoot.model import Block, Document, Sentence, Skipped, Source
from crossfoot.tables import Tables
from crossfoot.vocabulary import Vocabulary
from crossfoot.wordgroups import Furniture
from crossfoot.words import ADDRESS, fold

_LINE = re.compile(r"[^\n\r\f]+")
_LEAD = re.compile(r"^[\s>▶•*\-–—]*")
_STOP = re.compile(
    r"(?<=[.!?…])[\"”»'’)\]*_]*\s+(?=[\"“«(\[*_]*\s*[A-ZÀ-ÖØ-Þ¿¡0-9])|(?<=[;!?])\s+(?=[▶>])"
    r"|(?<=[.!?…»)])\s+[-–—]\s+(?=[\"“«(\[*_]*[A-ZÀ-ÖØ-Þ])|\s*[(\[](?:\.\.\.|…)[)\]]\s*"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|Mr|Mrs|Ms|Dr|St|Mme|Mlle|MM|Me|Pr|No|env|approx|vs|etc|cf|art|Mio|Mrd|Mill|Tsd|Bd|bzw|ca|rd|mind|max|inkl|ggf|sog|evtl|Prof|Ing|Dipl|Str|Nr|Sr|Sra|dott|ing|on|i\.e|e\.g|p\.m|a\.m|z\.B|z|u|d|i)|\b[A-Z])\.$"
)
_NUMBERED = re.compile(r"(?<![\w.,])([^\W\d_]+)\s+(?:\d{1,2}\.(?:\s*[/–-]\s*|\s+[a-z]{3,4}\s+))?\d{1,2}\.$")
"""A word, and a small number with a stop behind it; a second one may be joined to it: "am 1. und 2."."""
_COUNTED = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*[KkM]?\s+([^\W\d_][^\d·|•,;]*)")
"""A number and the words behind it up to the next mark."""
_SMALL = re.compile(r"(?<!\d)\d{1,2}\.$")
_WORD = re.compile(r"[^\W\d_]+")
LONG = 200
"""Characters of a paragraph that is surely prose."""
MOST_WORDS_OF_A_LABEL = 4
"""A heading of fewer words ("Home", "View all results") is no title."""
LATE = 0.3
LONGEST_HEADING = 130
"""An end marker before this share of the text is not believed."""


def read(source: Source, text: str, tables: Tables) -> Document:
    """The document of a source."""
    language, known, problems = _language(source, text, tables)
    head = frontmatter.end(text) if source.path.lower().endswith(tuple(frontmatter.MARKDOWN)) else 0
    marked = _marked(text, list(_lines(text, head)), tables.languages[language].furniture)
    blocks = tuple(_with_languages(_with_headings(list(marked)), text, language, tables))
    sentences = tuple(
        s for n, block in enumerate(blocks)
        for s in _sentences(text, block, n, tables.vocabulary(block.language or language))
    )  # fmt: skip
    title = source.title or _title(text, blocks)
    return Document(
        source=source.model_copy(
            update={"title": title, "language": language, "problems": (*source.problems, *problems)}
        ),
        text=text,
        language=language,
        language_known=known,
        blocks=blocks,
        sentences=sentences,
        masked=(
            *((_skipped(source.id, text, 0, head, "the head of the file"),) if head else ()),
            *_masked(source.id, text, blocks),
        ),
    )


def _language(source: Source, text: str, tables: Tables) -> tuple[str, bool, tuple[str, ...]]:
    """The language that a document is read in, whether that is known, and what is to be said of it."""
    stated = (source.language or "")[:2].lower()
    if stated in tables.languages:
        return stated, True, ()
    told = tell(text, tables)
    code, foreign = told.code or "en", stated or told.foreign
    problems = (f"is in a language without a table ({foreign}); read as if it were in {code}",) if foreign else ()
    return code, told.code is not None and not foreign, problems


def _with_languages(blocks: Iterable[Block], text: str, language: str, tables: Tables) -> Iterator[Block]:
    """The blocks, those in another language than the document's with theirs."""
    for block in blocks:
        own = language
        if block.kind not in ("furniture", "header") and block.end - block.start >= ENOUGH_FOR_A_LANGUAGE:
            own = of_paragraph(text[block.start : block.end], language, tables)
        yield block if own == language else block.model_copy(update={"language": own})


ENOUGH_FOR_A_LANGUAGE = 80
"""Characters of a paragraph from which its language can be told."""


def _lines(text: str, begin: int) -> Iterator[Block]:
    """Lines with something in them from a place on; a line that goes on in small letters is joined with the next."""
    start = end = None
    for match in _LINE.finditer(text, begin):
        if not match[0].strip():
            continue
        line_start = match.start() + len(match[0]) - len(match[0].lstrip())
        line_end = match.start() + len(match[0].rstrip())
        if start is not None and end is not None:
            if _goes_on(text[start:end], text[line_start:line_end], text[end:line_start]):
                end = line_end
                continue
            yield Block(start=start, end=end, kind=_kind(text[start:end]))
        start, end = line_start, line_end
    if start is not None and end is not None:
        yield Block(start=start, end=end, kind=_kind(text[start:end]))


def _goes_on(line: str, behind: str, gap: str) -> bool:
    """Whether a sentence runs over the end of the line."""
    return len(line) > 40 and line[-1] not in '.!?:»"”*)' and behind[0].islower() and gap.count("\n") <= 2


def _kind(line: str) -> Literal["heading", "item", "paragraph"]:
    """Heading, list item or paragraph, from how the line looks."""
    if line.startswith("#") and not re.match(r"#\w", line):
        return "heading"
    bare = line.strip("*_ ")
    if re.match(r"[-*•▶>–]\s|\d{1,2}[.)]\s", line):
        return "item"
    if (
        len(bare) <= LONGEST_HEADING
        and bare[-1:] not in '.!?…:;,»"”'
        and not bare.startswith(("[", "!", "("))
        and bare[:1].isupper()
    ):
        return "heading"
    return "paragraph"


def _marked(text: str, blocks: list[Block], furniture: Furniture) -> Iterator[Block]:
    """The blocks with furniture and repeated headers marked."""
    last_prose = max((n for n, b in enumerate(blocks) if _is_prose(text[b.start : b.end], furniture)), default=-1)
    seen: set[str] = set()
    ended = teaser = False
    for n, block in enumerate(blocks):
        line = _LEAD.sub("", text[block.start : block.end])
        key = fold(line.strip(" *_#:!"))
        late = n > last_prose and block.start > LATE * len(text)
        ended = ended or (late and any(key.startswith(fold(w)) for w in furniture.end))
        kind = block.kind
        if ended or teaser or _is_legal(line, furniture):
            kind = "furniture"
        elif kind == "heading" and line.startswith("#") and key in seen:
            kind = "header"
        elif _is_only_address(line):
            kind = "furniture"
        teaser = any(key.startswith(fold(w)) and len(key) < len(w) + 4 for w in furniture.teaser)
        seen.add(key)
        yield block.model_copy(update={"kind": kind})


def _is_prose(line: str, furniture: Furniture) -> bool:
    """Whether a line is surely part of the article."""
    if _is_notice(line, furniture):
        return False
    return len(line) >= LONG and line.rstrip('*_ »"”)')[-1:] in ".!?"


def _is_legal(line: str, furniture: Furniture) -> bool:
    """Whether a short line is a notice, a credit or a counter."""
    return len(line) < SHORT_LINE and (_is_notice(line, furniture) or _is_counter(line, furniture))


SHORT_LINE = 80


def _is_counter(line: str, furniture: Furniture) -> bool:
    """Whether a line only counts its readers: every number stands before a counter, and little else in it."""
    counted = [fold(noun.strip(" *_)]")) for noun in _COUNTED.findall(line)]
    if not counted or not set(counted) <= {fold(word) for word in furniture.counters}:
        return False
    rest = _COUNTED.sub("", line)
    return len(_WORD.findall(rest)) <= MOST_WORDS_BESIDE and not any(c.isdigit() for c in rest)


MOST_WORDS_BESIDE = 2
"""Words of a line of counters that count nothing: "Share"."""


def _is_notice(line: str, furniture: Furniture) -> bool:
    """Whether one of the words of notices stands in a line, and not inside another one ("Tages-Anzeiger")."""
    low = line.lower()
    return any(_notice(word.lower()).search(low) for word in furniture.legal if word.lower() in low)


@cache
def _notice(word: str) -> re.Pattern[str]:
    """A word of notices with nothing glued to it."""
    start, end = (r"(?<!\w)" if word[0].isalnum() else "", r"(?!\w)" if word[-1].isalnum() else "")
    return re.compile(start + re.escape(word) + end)


def _is_only_address(line: str) -> bool:
    """Whether a line holds nothing but addresses."""
    rest = ADDRESS.sub("", line)
    return len(rest) < len(line) / 3 and not re.search(r"\w{3,} \w{3,}", rest)


def _with_headings(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each with the index of the heading over it."""
    over: int | None = None
    for n, block in enumerate(blocks):
        yield block.model_copy(update={"heading": over})
        if block.kind == "heading":
            over = n


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The longest heading over the first paragraph, else the first line if it is short enough to be one."""
    lines: list[str] = []
    for block in blocks[:40]:
        line = text[block.start : block.end].strip("#*_ ")
        if block.kind == "heading":
            lines.append(line)
        elif len(line) >= LONG and block.kind != "furniture":
            break
    titles = [line for line in lines if len(line.split()) >= MOST_WORDS_OF_A_LABEL]
    if titles:
        return max(titles, key=lambda line: len(line.split()))
    first = text[blocks[0].start : blocks[0].end].strip("#*_ ") if blocks else ""
    return first if 0 < len(first) <= 140 else None


def _sentences(text: str, block: Block, index: int, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """Sentences by their stops, not behind abbreviations and ordinals."""
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        before = text[max(start, match.start() - 8) : match.start()]
        if _ABBREVIATION.search(before) or _is_ordinal(text, start, match, vocabulary):
            continue
        yield Sentence(start=start, end=match.start(), block=index)
        start = match.end()
    if start < block.end:
        yield Sentence(start=start, end=block.end, block=index)


def _is_ordinal(text: str, start: int, stop: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a stop makes the number before it an ordinal: "am 14. Mai", "die 3. Stufe", not "es waren 14. Der"."""
    if not vocabulary.language.ordinal_stop or not _SMALL.search(text, max(start, stop.start() - 4), stop.start()):
        return False
    behind = _WORD.match(text, stop.end())
    key = fold(behind[0]) if behind else ""
    if key in vocabulary.months:
        return True
    numbered = _NUMBERED.search(text[max(start, stop.start() - LONGEST_OPENING) : stop.start()])
    if numbered is None or not key or key in vocabulary.stop or key in vocabulary.never:
        return False
    return fold(numbered[1]) in vocabulary.determiners | vocabulary.locative_words


LONGEST_OPENING = 32
"""Characters of a word and two ordinals."""


def _masked(source: str, text: str, blocks: tuple[Block, ...]) -> Iterator[Skipped]:
    """Stretches that are not read: furniture, repeated headers, and addresses inside prose."""
    for block in blocks:
        if block.kind in ("furniture", "header"):
            reason = "page furniture" if block.kind == "furniture" else "the title again, as a page header"
            yield _skipped(source, text, block.start, block.end, reason)
            continue
        for match in ADDRESS.finditer(text, block.start, block.end):
            yield _skipped(source, text, match.start(), match.end(), "an address")


def _skipped(source: str, text: str, start: int, end: int, reason: str) -> Skipped:
    return Skipped(source=source, quote=text[start:end], start=start, end=end, reason=reason)
