"""Pairs of statements of one moment, in five languages: which contradict each other, and which only seem to."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crossfoot import compare

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['language']}: {pair['b']}")
def test_pair(pair: dict[str, object]) -> None:
    called = any(f.verdict == "conflict" for f in compare(str(pair["a"]), str(pair["b"]), str(pair["language"])))
    right = called == pair["contradiction"]
    if pair.get("known"):
        assert not right, "this pair is judged rightly now: take its `known` away"
        pytest.xfail("known")
    assert right
