"""What goes in: stories found, texts decoded, metadata checked; what is wrong is said in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from crossfoot import files
from crossfoot.errors import CrossfootError
from crossfoot.model import Source


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, data: str | bytes = "It cost EUR 52 bn.\n") -> Path:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    return place


def read(data: str | bytes, name: str = "a.txt") -> tuple[Source, str | None]:
    return files.read_source(put(name, data), Source(id="a", path=name))


def only(*paths: str) -> files.Story:
    (story,) = files.find_stories(paths)
    return story


def ids(*paths: str) -> list[str]:
    return [source.id for source, _ in files.read_story(only(*paths)).texts]


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("450 M€\r\nand\rmore\n", "450 M€\r\nand\rmore\n", None),
        (b"\xef\xbb\xbf450 M\xe2\x82\xac", "450 M€", None),
        ("450 M€".encode("utf-16"), "450 M€", None),
        ("450 M€".encode("cp1252"), "450 M€", "is not UTF-8; read as Windows-1252"),
    ],
)
def test_text_is_the_files_own(data: str | bytes, text: str, note: str | None) -> None:
    source, found = read(data)
    assert found == text
    assert source.problems == ((note,) if note else ())
    assert len(source.sha256) == 64


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.txt", "is empty"),
        (" \n\t", "a.txt", "is empty"),
        (b"abc\0def", "a.txt", "is a binary file, not text (it holds NUL characters)"),
        (b"\x01\x02\x03\x04abc", "a.txt", "is a binary file, not text (4 control characters)"),
        (b"%PDF-1.7 ...", "a.txt", "is not a text file, whatever its name says"),
        (b"\x81\x8d\x8f", "a.txt", "is not text in UTF-8 or Windows-1252"),
        (b"\xff\xfea", "a.txt", "is not text in UTF-16-LE"),
        ("text", "a.pdf", ".pdf files are not read yet; save the page as text or Markdown"),
        ("text", "a.HTML", ".HTML files are not read yet; save the page as text or Markdown"),
    ],
)
def test_unread_with_a_reason(data: str | bytes, name: str, problem: str) -> None:
    source, text = read(data, name)
    assert text is None
    assert source.problems == (problem,)


def test_missing_and_forbidden_sources_are_unread() -> None:
    source, text = files.read_source(Path("gone.txt"), Source(id="gone", path="gone.txt"))
    assert (text, source.problems) == (None, ("cannot be read: no such file or directory",))
    put("claims/x/sources/a.txt")
    Path("claims/x/sources/b.txt").symlink_to("nowhere.txt")
    reading = files.read_story(only("claims/x"))
    assert [s.id for s in reading.unread] == ["b"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission() -> None:
    put("a.txt").chmod(0)
    assert read_problem("a.txt") == "cannot be read: permission denied"


def read_problem(path: str) -> str:
    return files.read_source(Path(path), Source(id="a", path=path))[0].problems[0]


def test_stories_under_claims() -> None:
    put("claims/b/sources/1.txt")
    put("claims/a/note.md")
    put("claims/a/sources.toml", '[[source]]\nfile = "note.md"\ntitle = "T"\n')
    put("claims/.hidden/sources/1.txt")
    stories = files.find_stories()
    assert [(s.name, files.is_kept(s)) for s in stories] == [("a", True), ("b", True)]
    assert files.report_path(stories[0]) == Path("reports/a.md")
    assert files.read_story(stories[0]).texts[0][0].title == "T"


def test_folders_files_and_what_is_passed_over() -> None:
    put("s/sources/fr/1.txt")
    put("s/sources/en/1.txt")
    put("s/sources/2.md")
    put("s/sources/.DS_Store")
    put("s/notes.txt")
    assert ids("s") == ["2", "sources/en/1.txt", "sources/fr/1.txt"]
    assert only("s/sources/2.md", "s/sources/fr/1.txt", "s/sources/../sources/2.md").name == "sources"
    assert ids("s/sources/2.md", "s/sources/fr/1.txt", "s/sources/../sources/2.md") == ["1", "2"]
    assert only("s/sources/2.md").name == "2"
    put("plain/a.txt")
    put("plain/claims.jsonl")
    put("plain/subjects.toml")
    assert ids("plain") == ["a"]


def test_loose_files_keep_what_sources_toml_says() -> None:
    put("s/sources/1.txt")
    put("s/sources.toml", '[[source]]\nfile = "1.txt"\npublisher = "P"\npublished = 2025-02-14\n')
    ((source, _),) = files.read_story(only("s/sources/1.txt")).texts
    assert (source.publisher, source.published, source.path) == ("P", "2025-02-14", "1.txt")


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("gone",), "gone: no such file or folder"),
        (("x",), "x: no such file or folder; did you mean claims/x?"),
        (("empty",), "empty: no sources in this folder"),
    ],
)
def test_wrong_paths(paths: tuple[str, ...], message: str) -> None:
    put("claims/x/sources/a.txt")
    Path("empty").mkdir()
    with pytest.raises(CrossfootError, match=f"^{message.replace('?', '[?]')}$"):
        files.find_stories(paths)


def test_no_paths_and_no_claims() -> None:
    with pytest.raises(CrossfootError, match="no claims/ folder here"):
        files.find_stories()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[[source]]\nfile = "a.txt"\ntitel = "x"', "line 3: unknown key 'titel'; expected file, title, publisher"),
        (
            '[[source]]\nfile = "a.txt"\n\npublished = "2025-13"',
            "line 4: published is '2025-13'; expected a day, month",
        ),
        ('[[source]]\ntitle = "x"', "line 1: file is missing"),
        ('[[source]]\nfile = "../a.txt"', "line 2: '../a.txt' does not lie under sources/"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"', "line 4: 'a.txt' has an entry already"),
        ('[[source]]\nfile = "b.txt"', "line 2: there is no source 'b.txt'"),
        ('[[source]]\nfile = "a.txt"\nlanguage = "French!"', "line 3: language is 'French!'; expected a code"),
        ('[[source]]\nfile = "a.txt"\ntitle = 3', "line 3: title is 3; expected a text"),
        ("[[source]\n", "not valid TOML: .*line 1"),
        ("sources = 1", "unknown key 'sources'; expected"),
        ("source = 1", "source must be written as"),
        (b"[[source]]\nfile = '\xe9.txt'", "not UTF-8 at byte 19"),
    ],
)
def test_bad_sources_toml(toml: str | bytes, message: str) -> None:
    put("s/sources/a.txt")
    put("s/sources.toml", toml)
    with pytest.raises(CrossfootError, match=message.replace("[[", r"\[\[")) as error:
        files.find_stories(["s"])
    assert str(error.value).startswith("s/sources.toml")
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    ("published", "means"),
    [("2025-02-14", "2025-02-14"), ('"2025-02"', "2025-02"), ('"2025"', "2025"), ("2025", "2025")],
)
def test_dates_of_publication(published: str, means: str) -> None:
    put("s/sources/a.txt")
    put("s/sources.toml", f'[[source]]\nfile = "a.txt"\npublished = {published}\n')
    assert files.read_story(only("s")).texts[0][0].published == means


def test_head_of_markdown_gives_way_to_sources_toml() -> None:
    text = '---\ntitle: "Own"\nDate: 2025-02-14T10:00\nlang: fr-FR\npublisher: P\n---\n# Plan\n'
    put("s/sources/a.md", text)
    put("s/sources.toml", '[[source]]\nfile = "a.md"\ntitle = "Given"\n')
    ((source, found),) = files.read_story(only("s")).texts
    assert found == text
    assert (source.title, source.published, source.language, source.publisher) == ("Given", "2025-02-14", "fr", "P")


def test_head_that_is_not_understood_is_a_note() -> None:
    source, _ = read("---\ndate: last week\n---\ntext", "a.md")
    assert source.published is None
    assert source.problems == ("published in its head is 'last week'; not understood",)


def test_subjects() -> None:
    assert files.read_subjects(Path("subjects.toml")) == ()
    put("subjects.toml", '[[subject]]\nname = "A"\nsame = ["a", "the A"]\n')
    assert files.read_subjects(Path("subjects.toml")) == (("A", ("a", "the A")),)
    put("subjects.toml", '[[subject]]\nname = "A"\nalso = ["a"]\n')
    with pytest.raises(CrossfootError, match=r"subjects\.toml, line 3: unknown key 'also'"):
        files.read_subjects(Path("subjects.toml"))


def test_writing_is_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("deep/er/report.md")
    files.write_bytes(path, b"a\nb\r\n")
    assert path.read_bytes() == b"a\nb\r\n"

    def fail(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        files.write_bytes(path, b"new")
    assert path.read_bytes() == b"a\nb\r\n"
    assert [p.name for p in path.parent.iterdir()] == ["report.md"]


def test_reading_order_does_not_depend_on_the_order_of_paths() -> None:
    put("b.txt")
    put("a.txt")
    assert ids("b.txt", "a.txt") == ids("a.txt", "b.txt") == ["a", "b"]


def test_a_report_among_the_sources_is_no_source() -> None:
    put("story/a.txt")
    put("story/report.md", "# Figures audit: story\n\n**1 conflict.** EUR 52 bn\n")
    assert ids("story") == ["a"]


def test_no_result_is_written_over_a_source() -> None:
    put("story/a.txt")
    story = only("story")
    files.refuse_sources(Path("story/report.md"), story)
    with pytest.raises(CrossfootError, match=r"a\.txt is a source of story; give another file to write to"):
        files.refuse_sources(Path("story/a.txt"), story)
