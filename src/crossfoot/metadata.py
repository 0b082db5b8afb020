"""The text of a story's `sources.toml` or `subjects.toml` in, checked values out; pure, `files` reads the files.

    sources('[[source]]\\nfile = "a.txt"\\npublished = 2025-02-14', "sources.toml", exists)
    # -> {"a.txt": {"published": "2025-02-14"}}

What is wrong is said in one line: file, line, what was found, what was expected.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple, NoReturn

from crossfoot.errors import CrossfootError

Fields = Mapping[str, str]
"""What is known of a source: title, publisher, author, url, published, retrieved, language."""
FIELDS = ("title", "publisher", "author", "url", "published", "retrieved", "language")
_DATES = ("published", "retrieved")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]+)*", re.IGNORECASE)


def sources(text: str, name: str, exists: Callable[[str], bool]) -> dict[str, Fields]:
    """What `sources.toml` says of each file, by the file's path under the folder of sources; the file must exist."""
    entries: dict[str, Fields] = {}
    for index, entry in enumerate(_tables(text, name, "source")):
        where = _Where(text, name, "source", index)
        file = _file(entry.get("file"), where)
        if file in entries:
            where.refuse("file", f"{file!r} has an entry already")
        if not exists(file):
            where.refuse("file", f"there is no source {file!r}")
        entries[file] = {key: _field(key, value, where) for key, value in entry.items() if key != "file"}
    return entries


def subjects(text: str, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names that `subjects.toml` gives: for each subject its name, and what else it is called."""
    found = []
    for index, entry in enumerate(_tables(text, name, "subject")):
        where = _Where(text, name, "subject", index)
        for key in sorted(entry.keys() - {"name", "same"}):
            where.refuse(key, f"unknown key {key!r}; expected name, same")
        title, same = entry.get("name"), entry.get("same", [])
        if not isinstance(title, str) or not title.strip():
            where.refuse("name", "name is missing; expected a text")
        if not isinstance(same, list) or not all(isinstance(other, str) and other.strip() for other in same):
            where.refuse("same", "same must be a list of texts")
        found.append((title, tuple(same)))
    return tuple(found)


def day(value: object) -> str | None:
    """A day, a month or a year in ISO form; None where it is none."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = str(value).strip()
    if not _DAY.fullmatch(text):
        return None
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return None
    return text


def language(value: str) -> str | None:
    """The language of a tag such as "fr" or "fr-FR"; None where it is none."""
    found = _LANGUAGE.fullmatch(value.strip())
    return found[1].lower() if found else None


def from_head(stated: Fields) -> tuple[Fields, tuple[str, ...]]:
    """The fields that hold of those in a file's own head, and notes on those that do not."""
    checked = {
        key: day(value[:10]) if key in _DATES else language(value) if key == "language" else value
        for key, value in stated.items()
    }
    doubts = (f"{key} in its head is {stated[key]!r}; not understood" for key, value in checked.items() if not value)
    return {key: value for key, value in checked.items() if value}, tuple(doubts)


class _Where(NamedTuple):
    """A place in a file, for messages: the file's text and name, the kind of entry and which one."""

    text: str
    name: str
    table: str
    entry: int

    def refuse(self, key: str, message: str) -> NoReturn:
        """Say what is wrong at a key of this entry."""
        raise CrossfootError(f"{self.name}, line {self._line(key)}: {message}")

    def _line(self, key: str) -> int:
        """The line of a key in this entry, or of the entry's head where it has none."""
        head = re.compile(rf"^[ \t]*\[\[[ \t]*{self.table}[ \t]*\]\]", re.MULTILINE)
        starts = [found.start() for found in head.finditer(self.text)] + [len(self.text)]
        if self.entry >= len(starts) - 1:
            return 1
        lines = self.text[starts[self.entry] : starts[self.entry + 1]]
        found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", lines, re.MULTILINE)
        return self.text.count("\n", 0, starts[self.entry] + (found.start() if found else 0)) + 1


def _tables(text: str, name: str, table: str) -> list[dict[str, object]]:
    """The entries `[[table]]` of a TOML text that holds nothing else."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CrossfootError(f"{name}: not valid TOML: {error}") from None
    for key in sorted(data.keys() - {table}):
        raise CrossfootError(f"{name}: unknown key {key!r}; expected [[{table}]]")
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CrossfootError(f"{name}: {table} must be written as [[{table}]]")
    return entries


def _file(value: object, where: _Where) -> str:
    """The path that an entry is about, as written under the folder of sources."""
    if not isinstance(value, str) or not value.strip():
        where.refuse("file", "file is missing; expected the path of a source under sources/")
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts:
        where.refuse("file", f"{value!r} does not lie under sources/")
    return path.as_posix()


def _field(key: str, value: object, where: _Where) -> str:
    """The value of one key of an entry, checked."""
    if key not in FIELDS:
        where.refuse(key, f"unknown key {key!r}; expected file, {', '.join(FIELDS)}")
    if key in _DATES:
        return day(value) or where.refuse(key, f"{key} is {value!r}; expected a day, month or year: 2025-02-14")
    if not isinstance(value, str) or not value.strip():
        where.refuse(key, f"{key} is {value!r}; expected a text")
    if key == "language":
        return language(value) or where.refuse(key, f"language is {value!r}; expected a code such as fr or en")
    return " ".join(value.split())
