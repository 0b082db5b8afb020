"""An audited story in, the texts of its files out, and which of those on disk are no longer what it says.

    report(audited)  # the path of the report, its fresh text, and the command that writes it
    stale(audited)   # those of the kept files whose bytes on disk differ

The report and the ledger are committed, so that a change of a rule is a readable diff.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from crossfoot import files
from crossfoot.api import Audited
from crossfoot.formats import json, jsonl, markdown

_MOST_NAMED = 5
"""Files named one by one in the command to repeat; more are named by their folder."""


class Kept(NamedTuple):
    """A file that is kept under version control: where, what it should hold, and the command that writes it."""

    path: Path
    text: str
    renew: str

    @property
    def state(self) -> str:
        """How the file on disk compares: current, stale or missing."""
        found = files.read_bytes(self.path)
        return "missing" if found is None else "current" if found == self.text.encode() else "stale"


def ledger(audited: Audited) -> Kept:
    """The ledger of a story."""
    path = audited.story.folder / files.LEDGER
    return Kept(path, jsonl.claims(audited.audit.claims), f"crossfoot ledger update {shlex.quote(audited.story.name)}")


def report(audited: Audited) -> Kept:
    """The report of a story under `claims/`, the same from wherever it is made."""
    path = files.report_path(audited.story)
    command = f"crossfoot audit {shlex.quote(f'{files.STORIES}/{audited.story.folder.resolve().name}')}"
    links = files.relative(audited.story.folder, path.parent)
    return Kept(path, markdown.render(audited.audit, audited.texts, links=links, command=command), command)


def stale(audited: Audited) -> list[Kept]:
    """The kept files of a story that are missing, or not what they should be."""
    return [kept for kept in (report(audited), ledger(audited)) if kept.state != "current"]


def rendered(audited: Audited, form: str, folder: Path) -> str:
    """An audit in a format, for a reader in a folder."""
    if form == "json":
        return json.render(audited.audit)
    if form == "jsonl":
        return jsonl.claims(audited.audit.claims)
    links = files.relative(audited.story.folder, folder)
    return markdown.render(audited.audit, audited.texts, links=links, command=_command(audited.story))


def joined(parts: Sequence[str], form: str) -> str:
    """Several audits as one text: a JSON list, or one after another."""
    if form == "json" and len(parts) > 1:
        return "[\n" + ",\n".join(part.rstrip("\n") for part in parts) + "\n]\n"
    return ("\n" if form == "markdown" else "").join(parts)


def _command(story: files.Story) -> str:
    """The command that repeats an audit, from the current folder."""
    named = story.sources if story.loose and len(story.sources) <= _MOST_NAMED else (story.folder,)
    return " ".join(["crossfoot audit", *(shlex.quote(files.relative(path)) for path in named)])
