"""Paths in, stories and their sources out; texts in, files out. The only module that opens files.

    story, = find_stories(["claims/sesterce"])
    reading = read_story(story)   # .texts: (Source, text) by id; .unread: sources with what is wrong with them

What is wrong with one source is said in its `problems` and the rest is still read; what is wrong with the way of
calling, or with `sources.toml`, is a `CrossfootError`.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from crossfoot import frontmatter, metadata
from crossfoot.errors import CrossfootError
from crossfoot.model import Source, Value
from crossfoot.readers import text

STORIES = "claims"
REPORTS = "reports"
LEDGER = "claims.jsonl"
SUBJECTS = "subjects.toml"
_BOOKKEEPING = frozenset({"sources.toml", SUBJECTS, "decisions.toml", LEDGER})


class Story(Value):
    """Sources about one affair: their folder, their paths, and what `sources.toml` says of them by id of the file."""

    name: str
    folder: Path
    sources: tuple[Path, ...]
    metadata: Mapping[str, Mapping[str, str]] = {}
    """By the path of the source relative to the folder, posix."""
    loose: bool = False
    """Whether it is made of files given one by one, not of a folder."""


class Reading(Value):
    """What reading a story gave."""

    texts: tuple[tuple[Source, str], ...]
    unread: tuple[Source, ...]


def find_stories(paths: Sequence[str | Path] = (), *, name: str | None = None) -> tuple[Story, ...]:
    """The stories that files and folders make; without any, each story under `claims/` of the current folder."""
    given = [Path(path) for path in paths] or [_stories_folder()]
    missing = next((path for path in given if not os.path.lexists(path)), None)
    if missing is not None:
        raise CrossfootError(f"{_shown(missing)}: no such file or folder{_meant(missing)}")
    folders = [story for path in given if path.is_dir() for story in _story_folders(path)]
    loose = [path for path in given if not path.is_dir()]
    stories = [_folder_story(folder) for folder in _distinct(folders)]
    stories += [_loose_story(_distinct(loose))] if loose else []
    if name is not None and len(stories) > 1:
        raise CrossfootError(f"--story names one story, but these paths hold {len(stories)}")
    return tuple(story.model_copy(update={"name": name}) if name else story for story in stories)


def named_stories(names: Sequence[str | Path]) -> tuple[Story, ...]:
    """The stories that are meant by their names under `claims/`, or by their paths; without any, all of them."""
    homes = [home if (home := Path(STORIES, name)).is_dir() else Path(name) for name in names]
    stories = find_stories(homes)
    loose = next((story for story in stories if story.loose), None)
    if loose:
        raise CrossfootError(f"{_shown(loose.sources[0])} is a file; expected the name or the folder of a story")
    return stories


def is_kept(story: Story) -> bool:
    """Whether the story lies under `claims/` of the current folder, so that its report is kept in `reports/`."""
    return not story.loose and story.folder.resolve().parent == Path(STORIES).resolve()


def report_path(story: Story) -> Path:
    """Where the report of a kept story lies: `reports/`, beside the folder of stories."""
    return story.folder.parent.parent / REPORTS / f"{story.name}.md"


def relative(path: Path, start: Path = Path()) -> str:
    """A path as seen from a folder, posix; never absolute."""
    return Path(os.path.relpath(path, start)).as_posix()


def read_story(story: Story) -> Reading:
    """All sources of a story, sorted by id: those with a text, and those that could not be read."""
    stems = Counter(path.stem for path in story.sources)
    read = []
    for path in story.sources:
        place = relative(path, story.folder)
        source = Source(id=path.stem if stems[path.stem] == 1 else place, path=place)
        read.append(read_source(path, source, story.metadata.get(place, {})))
    read.sort(key=lambda pair: pair[0].id)
    return Reading(
        texts=tuple((source, words) for source, words in read if words is not None),
        unread=tuple(source for source, words in read if words is None),
    )


def read_source(path: Path, source: Source, known: Mapping[str, str] | None = None) -> tuple[Source, str | None]:
    """A source with all that is known of it, and its text; None for the text, and a problem, where it has none."""
    known = known or {}
    if path.suffix.lower() not in text.KINDS:
        problem = f"{path.suffix} files are not read yet; save the page as text or Markdown"
        return source.model_copy(update={**known, "problems": (problem,)}), None
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"cannot be read: {(error.strerror or 'unknown error').lower()}"
        return source.model_copy(update={**known, "problems": (problem,)}), None
    decoded = text.decode(data)
    stated = frontmatter.fields(decoded.text) if decoded.text and path.suffix.lower() in frontmatter.MARKDOWN else {}
    checked, doubts = metadata.from_head(stated)
    problems = tuple(note for note in (decoded.note, *doubts) if note)
    found = {"sha256": sha256(data).hexdigest(), "problems": problems}
    return source.model_copy(update={**checked, **known, **found}), decoded.text


def read_subjects(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of the same thing in a story's `subjects.toml`; none where there is no such file."""
    return metadata.subjects(_toml(path), _shown(path)) if path.exists() else ()


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file; None where there is no such file."""
    return path.read_bytes() if path.exists() else None


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    if path.exists() and not path.is_file():  # a device or a pipe has no place beside it
        path.write_bytes(data)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that new files of this process do without."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _stories_folder() -> Path:
    """The folder of stories here."""
    folder = Path(STORIES)
    if not folder.is_dir():
        raise CrossfootError(f"there is no {STORIES}/ folder here; name the files or folders to read")
    return folder


def _meant(path: Path) -> str:
    """A hint where the name of a story was given in place of its folder."""
    home = Path(STORIES) / path
    return f"; did you mean {home.as_posix()}?" if home.is_dir() else ""


def _story_folders(folder: Path) -> list[Path]:
    """The story that a folder is, or the stories that it holds."""
    if (folder / "sources").is_dir():
        return [folder]
    inner = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    if folder.resolve() == Path(STORIES).resolve():
        return inner or [folder]
    return [path for path in inner if (path / "sources").is_dir()] or [folder]


def _folder_story(folder: Path) -> Story:
    """The story of a folder: the files under its `sources/`, or its own."""
    home = folder / "sources" if (folder / "sources").is_dir() else folder
    paths = [path for path in sorted(home.rglob("*")) if not path.is_dir() and not _passed_over(path, home)]
    if not paths:
        raise CrossfootError(f"{_shown(home)}: no sources in this folder")
    known = _stated(folder, home, folder)
    return Story(name=folder.resolve().name or "story", folder=folder, sources=tuple(paths), metadata=known)


def _passed_over(path: Path, home: Path) -> bool:
    """Whether a file in a folder of sources is hidden, or the story's own bookkeeping."""
    inside = path.relative_to(home)
    hidden = any(part.startswith(".") for part in inside.parts)
    return hidden or inside.as_posix() in _BOOKKEEPING or _is_report(path)


REPORT = b"# Figures audit: "
"""How a report starts; one that lies among the sources is no source."""


def _is_report(path: Path) -> bool:
    if path.suffix.lower() != ".md" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(REPORT)) == REPORT
    except OSError:
        return False


def refuse_sources(out: Path | None, story: Story) -> None:
    """Raises CrossfootError where a result would be written over a source."""
    if out is not None and out.resolve() in {path.resolve() for path in story.sources}:
        raise CrossfootError(f"{_shown(out)} is a source of {story.name}; give another file to write to")


def _loose_story(paths: Sequence[Path]) -> Story:
    """The story of files given one by one, with what `sources.toml` beside their folders says of them."""
    folder = Path(os.path.commonpath([path.absolute().parent for path in paths]))
    known: dict[str, Mapping[str, str]] = {}
    for home in _distinct(path.parent for path in paths):
        known |= _stated(home.parent if home.absolute().name == "sources" else home, home, folder)
    name = paths[0].stem if len(paths) == 1 else folder.name or "story"
    return Story(name=name, folder=folder, sources=tuple(paths), metadata=known, loose=True)


def _stated(story: Path, home: Path, start: Path) -> dict[str, Mapping[str, str]]:
    """What a story's `sources.toml` says of its sources, by their paths as seen from a folder."""
    path = story / "sources.toml"
    if not path.exists():
        return {}
    entries = metadata.sources(_toml(path), _shown(path), lambda file: os.path.lexists(home / file))
    return {relative(home / file, start): fields for file, fields in entries.items()}


def _toml(path: Path) -> str:
    """The text of a TOML file, which must be UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CrossfootError(f"{_shown(path)}: not UTF-8 at byte {error.start}") from None


def _shown(path: Path) -> str:
    """A path as messages print it."""
    return path.as_posix()


def _distinct(paths: Iterable[Path]) -> list[Path]:
    """The paths without those that lead to a place named before."""
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(path.resolve(), path)
    return list(found.values())
