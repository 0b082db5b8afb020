"""An audit, or its claims, in; lines on a stream out: colour and tables on a terminal, plain lines elsewhere.

rich's only door; it is loaded only where the stream is a terminal, and obeys NO_COLOR.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from crossfoot.amounts import figure
from crossfoot.model import Audit, Claim
from crossfoot.wording import counts, numbered, verdict

_COLUMNS = ("source", "line", "quote", "reads", "measure", "subject", "scope", "date", "speaker")
_STYLES = {"C": "bold red", "T": "yellow", "E": "dim"}


def summary(audit: Audit) -> list[str]:
    """What an audit came to, in a few lines."""
    lines = [f"{audit.story}: {verdict(audit)}; {counts(audit)}"]
    lines += [f"{name} {finding.summary}" for name, finding in numbered(audit) if finding.verdict != "explained"]
    lines += [f"not read: {source.path}: {'; '.join(source.problems)}" for source in audit.unread]
    if not audit.compared:
        lines.append(f"{audit.story}: nothing could be compared: no two figures are about the same thing")
    return [_plain(line) for line in lines]


def print_summary(audit: Audit, stream: TextIO) -> None:
    """Print what an audit came to."""
    lines = summary(audit)
    if not stream.isatty():
        stream.write("".join(line + "\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False)
    names = {name for name, _ in numbered(audit)}
    for line in lines:
        name = line.split(" ", 1)[0]
        console.print(Text(line, style=_STYLES[name[0]] if name in names else ""), soft_wrap=True)


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
