"""The stories of the benchmark are whole: every quote stands in its source once, and what is wanted is said so."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from crossfoot import files

ROOT = Path(__file__).parent.parent / "benchmarks"
STORIES = sorted(p for p in (ROOT / "stories").iterdir() if p.is_dir())


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("findings", ROOT / "findings.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_the_gold_of_a_story_is_whole(story: Path) -> None:
    rows = list(script().gold(story))
    assert len({row.id for row in rows}) == len(rows)
    assert {row.want for row in rows} <= {"flag", "optional", "explain"}
    assert any(row.want == "flag" for row in rows)


@pytest.mark.parametrize("story", STORIES, ids=lambda p: p.name)
def test_the_sources_of_a_story_have_addresses(story: Path) -> None:
    (found,) = files.find_stories((story,))
    texts = files.read_story(found).texts
    assert texts and all(source.url for source, _ in texts)


def test_a_finding_that_shows_nothing_wanted_is_false() -> None:
    """Two sides of a finding must hold figures of two sides of what is wanted."""
    module = script()
    a, b, other = (SimpleNamespace(source=source, start=start) for source, start in (("a", 2), ("b", 2), ("a", 40)))
    rows = [
        module.Wanted("x", "flag", ((("a", 0, 5),), (("b", 0, 5),))),
        module.Wanted("y", "explain", ((("a", 30, 50),), (("b", 0, 5),))),
    ]
    assert module.score([[[a], [b]]], rows) == module.Score(1, 1, 1, 0)
    assert module.score([[[other], [b]]], rows) == module.Score(0, 1, 0, 1)
    assert module.score([[[a, b], [other]]], rows) == module.Score(0, 1, 0, 1)
