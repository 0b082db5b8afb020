"""What all tests share: how many texts are drawn, and a closing line that says which stories were audited."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, settings
from stories import STORIES

settings.register_profile(
    "short", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("short"), derandomize=False, max_examples=2_000)
settings.load_profile("short")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which stories the run audited, and which it could not."""
    ran = [
        report.nodeid
        for outcome in ("passed", "failed", "xfailed", "xpassed")
        for report in terminalreporter.stats.get(outcome, ())
    ]
    skipped = [report.nodeid for report in terminalreporter.stats.get("skipped", ())]
    for name, story in STORIES.items():
        named = re.compile(rf"[\[-]{name}[]-]")
        if any(named.search(nodeid) for nodeid in ran):
            terminalreporter.write_line(f"story audited: {story.title}")
        elif any(named.search(nodeid) for nodeid in skipped):
            terminalreporter.write_line(f"story NOT audited: {story.title}: {story.missing}")
