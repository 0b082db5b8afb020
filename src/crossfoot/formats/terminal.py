"""An audit, or its claims, in; lines on a stream out: colour and tables on a terminal, plain lines elsewhere.

rich's only door; it is loaded only where the stream is a terminal, and obeys NO_COLOR.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TextIO

from crossfoot.amounts import figure
from crossfoot.model import Audit, Claim, Side, Skipped, Source
from crossfoot.wording import counts, headline, listed, numbered, verdict
from crossfoot.words import line_and_column

_COLUMNS = ("source", "line", "quote", "reads", "measure", "subject", "scope", "date", "speaker")
_INSIDE = re.compile(r"(?<=\d) (?=[A-Za-z])|(?<=\b[A-Z]{3}) (?=\d)")
"""The spaces between a number and its unit or currency."""
_LONGEST = 60
"""Characters shown of a stretch that was left out, such as the foot of a page."""
_STYLES = {"C": "bold red", "T": "yellow", "E": "dim"}


def summary(audit: Audit) -> list[str]:
    """What an audit came to, in a few lines: the counts, then each conflict and tension with its sources."""
    claims = {claim.id: claim for claim in audit.claims}
    flagged = [(name, finding) for name, finding in numbered(audit) if finding.verdict != "explained"]
    lines = [f"{name} {headline(finding, claims, _sources)}" for name, finding in flagged]
    return [_plain(line) for line in (_counts(audit), *lines, *_trouble(audit))]


def print_summary(audit: Audit, stream: TextIO, *, findings: bool = True) -> None:
    """Print what an audit came to; without its findings where they are printed elsewhere."""
    lines = summary(audit) if findings else [_plain(line) for line in (_counts(audit), *_trouble(audit))]
    if not stream.isatty():
        stream.write("".join(line + "\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False)
    names = {name for name, _ in numbered(audit)}
    for line in lines:
        name = line.split(" ", 1)[0]
        style = _STYLES[name[0]] if name in names else ""
        for piece in _lines(line, console.width):
            console.print(Text(piece, style=style), soft_wrap=True)


def left_out(skipped: Sequence[Skipped], sources: Iterable[Source], texts: Mapping[str, str]) -> Iterator[str]:
    """What was seen and is no claim, in the order of the sources: "a.txt:3:14: “A7” left out: part of a name"."""
    paths = {source.id: source.path for source in sources}
    order = {id: n for n, id in enumerate(paths)}
    for item in sorted(skipped, key=lambda s: (order[s.source], s.start, s.end)):
        line, column = line_and_column(texts[item.source], item.start)
        yield _plain(f"{paths[item.source]}:{line}:{column}: “{_beginning(item.quote)}” left out: {item.reason}")


def _beginning(quote: str) -> str:
    """A quote on one line, its beginning where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _lines(text: str, width: int) -> list[str]:
    """A text in lines that are broken between words only, and never inside a figure."""
    kept = _INSIDE.sub("\u00a0", text)
    lines = wrap(kept, width, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False)
    return [line.replace("\u00a0", " ") for line in lines]


def _counts(audit: Audit) -> str:
    """The verdict, and what it rests on."""
    return f"{audit.story}: {verdict(audit)}; {counts(audit)}"


def _trouble(audit: Audit) -> list[str]:
    """What stood in the way."""
    lines = [f"not read: {source.path}: {'; '.join(source.problems)}" for source in audit.unread]
    if not audit.compared:
        lines.append(f"{audit.story}: nothing could be compared: no two figures are about the same thing")
    return lines


def _sources(side: Side) -> str:
    """The ids of a side's sources."""
    return listed(side.sources, 6)


def table(claims: Sequence[Claim], *, styled: bool) -> str:
    """Claims as a table: with lines and fitted to the terminal, or one claim a line with tabs between."""
    if not styled:
        return "".join("\t".join(row) + "\n" for row in [_COLUMNS, *_rows(claims)])
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lines = Table(*_COLUMNS)
    for row in _rows(claims):
        lines.add_row(*map(Text, row))
    console = Console(highlight=False, force_terminal=True)
    with console.capture() as capture:
        console.print(lines)
    return capture.get()


def _rows(claims: Iterable[Claim]) -> Iterable[tuple[str, ...]]:
    """One row of texts a claim."""
    for claim in claims:
        row = (
            claim.source, str(claim.line), claim.quote, figure(claim), claim.measure, claim.subject,
            (claim.scope or "").replace("_", " "), claim.target_date or "", claim.speaker or "",
        )  # fmt: skip
        yield tuple(map(_plain, row))


def _plain(text: str) -> str:
    """A text on one line without control characters, which a terminal would obey."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable() or character == " ")
