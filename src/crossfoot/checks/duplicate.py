"""Sources that repeat one another.

What it finds
    A source whose text is that of another one.
Why it matters
    Two copies are one witness: the copy supports nothing.
Example
    A web article and the PDF made of it.
When it is no error
    Always explained; it is told so that nobody counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.model import Finding
from crossfoot.sides import Context, finding, side


def check(context: Context) -> Iterator[Finding]:
    """One finding for each source that is a copy of another."""
    for source in sorted(context.sources.values(), key=lambda s: s.id):
        original = context.sources.get(source.copy_of or "")
        if original is None:
            continue
        sides = [
            side(name, [c for c in context.claims if c.source == known.id], context)
            for name, known in ((original.id, original), (source.id, source))
        ]
        yield finding(
            "duplicate", "explained", "Source article", None, sides,
            f"{source.id} repeats {original.id}: counted as one origin",
            ["most runs of five words of the shorter text stand in the longer one"],
        )  # fmt: skip
