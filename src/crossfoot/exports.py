"""The claims of stories in, what to write and where out: a table, JSON lines, CSV or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from crossfoot.api import Extracted
from crossfoot.errors import CrossfootError
from crossfoot.formats import frame, jsonl, terminal
from crossfoot.model import Claim


def outputs(found: Sequence[Extracted], form: str, out: Path | None) -> Iterator[tuple[Path | None, str | bytes]]:
    """The data for each file to write; for stdout where there is no path. A folder gets one file a story."""
    if out is not None and out.is_dir():
        ending = "txt" if form == "table" else form
        names = [each.story.name for each in found]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise CrossfootError(f"two stories are named {twice}; they would overwrite each other in {out.as_posix()}")
        yield from ((out / f"{each.story.name}.{ending}", _data(each.claims, form)) for each in found)
        return
    styled = out is None and sys.stdout.isatty()
    if form == "parquet" and styled:
        raise CrossfootError("parquet is no text for a terminal; name a file with --out")
    yield out, _data([claim for each in found for claim in each.claims], form, styled=styled)


def _data(claims: Sequence[Claim], form: str, *, styled: bool = False) -> str | bytes:
    """Claims in a format."""
    if form == "jsonl":
        return jsonl.claims(claims)
    if form == "table":
        return terminal.table(claims, styled=styled)
    return frame.csv(claims) if form == "csv" else frame.parquet(claims)
