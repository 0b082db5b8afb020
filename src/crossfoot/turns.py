"""Document -> the paragraphs that are somebody's own words without quotation marks: posts, statements, answers.

"Anna Morel a publié :", then her post        introduced by its author
a post, then "(un post de Anna Morel)"         signed by its author
"Anna Morel: Wir bauen 300 Wohnungen."         the turn of an interview
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from crossfoot.lines import Line, Sayer
from crossfoot.model import Document
from crossfoot.sayers import phrases
from crossfoot.speakers import Known, stands_for

LONGEST_LABEL = 6
"""Words of the label that opens a turn."""
LONGEST_SIGNATURE = 16
"""Words of a line that only says whose post it was."""
LONGEST_POST = 40
"""Paragraphs that a post has at most."""
Turn = tuple[str, tuple[int, int]]
"""Who speaks, and where the words stand that say so."""


def turns(document: Document, lines: Sequence[Line], who: Known) -> dict[int, Turn]:
    """Block -> whose words it holds."""
    return {**dict(_answers(document, lines, who)), **dict(_posts(document, lines, who))}


def _answers(document: Document, lines: Sequence[Line], who: Known) -> Iterator[tuple[int, Turn]]:
    """The turns of an interview: paragraphs that open with a name and a colon, two of the same one at least."""
    labels = {}
    for n, text in enumerate(lines):
        block = document.sentences[n].block
        if n and document.sentences[n - 1].block == block:
            continue
        if label := _label(text, n, who):
            labels[block] = label
    often = Counter(turn[0] for turn in labels.values())
    turn: Turn | None = None
    for block, about in enumerate(document.blocks):
        if block in labels:
            turn = labels[block] if often[labels[block][0]] > 1 else None
        elif about.kind != "paragraph" or document.text[about.start : about.end].rstrip("*_ ").endswith("?"):
            turn = None
        if turn:
            yield block, turn


def _label(text: Line, sentence: int, who: Known) -> Turn | None:
    """The speaker whose name and a colon open a paragraph."""
    words = text.words
    colon = next((k for k in range(min(LONGEST_LABEL, len(words))) if words[k].text == ":"), None)
    if not colon or 0 not in text.names or text.names[0][1] != colon:
        return None
    name = text.names[0][0]
    sayer = Sayer(name.text, "name", 0, colon, name.key)
    mention = stands_for(sayer, sentence, None, who, text.vocabulary)
    return (mention.text, (name.start, name.end)) if mention and mention.person else None


def _posts(document: Document, lines: Sequence[Line], who: Known) -> Iterator[tuple[int, Turn]]:
    """The paragraphs of posts and statements, from the line that introduces them to the one that signs them."""
    by_block: dict[int, list[int]] = {}
    for n, sentence in enumerate(document.sentences):
        by_block.setdefault(sentence.block, []).append(n)
    for block, sentences in by_block.items():
        author = _signature([lines[n] for n in sentences], sentences[0], who)
        if author:
            first = _introduced(document, block, author[0])
            yield from ((b, author) for b in range(first, block)) if first is not None else ()


def _signature(lines: Sequence[Line], sentence: int, who: Known) -> Turn | None:
    """Whose post a short line says the text over it is: "(un post de Anna Morel)"."""
    if len(lines) != 1 or len(lines[0].words) > LONGEST_SIGNATURE:
        return None
    words = lines[0].words
    for n in range(min(4, len(words))):
        hit = lines[0].vocabulary.posts.at(words, n)
        if hit:
            for sayer in phrases(lines[0], lines[0].vocabulary):
                mention = stands_for(sayer, sentence, None, who, lines[0].vocabulary)
                if mention and sayer.kind == "name":
                    return mention.text, (words[n].start, words[sayer.last - 1].end)
    return None


def _introduced(document: Document, block: int, author: str) -> int | None:
    """The block behind the line that introduces a signed post: it names the author and ends with a colon."""
    surname = author.rsplit(maxsplit=1)[-1]
    for before in range(block - 1, max(-1, block - LONGEST_POST), -1):
        line = document.text[document.blocks[before].start : document.blocks[before].end].rstrip("*_ ")
        if surname in line and (line.endswith(":") or document.blocks[before].kind == "heading"):
            return before + 1
    return None
