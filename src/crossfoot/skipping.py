"""What was skipped -> the same, and every run of digits that nothing accounts for yet.

Every run of digits of a document is inside a claim's quote, inside a claim's evidence, or here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.model import Claim, Document, Skipped

_DIGITS = re.compile(r"\d+")


def accounted(
    documents: Sequence[Document], claims: Sequence[Claim], skipped: Sequence[Skipped]
) -> tuple[Skipped, ...]:
    """The skipped stretches without those that claims use as evidence, and the digits that are left, in order."""
    kept: list[Skipped] = []
    for document in documents:
        used = sorted(
            {(c.start, c.end) for c in claims if c.source == document.source.id}
            | {span for c in claims if c.source == document.source.id for span in c.evidence}
        )
        own = [s for s in skipped if s.source == document.source.id]
        own = [s for s in own if not any(start <= s.start and s.end <= end for start, end in used)]
        covered = sorted([*used, *((s.start, s.end) for s in own)])
        kept += own
        kept += [
            _left(document, m.start(), m.end())
            for m in _DIGITS.finditer(document.text)
            if not any(start < m.end() and m.start() < end for start, end in covered)
        ]
    return tuple(sorted(kept, key=lambda s: (s.source, s.start, s.end, s.reason)))


def _left(document: Document, start: int, end: int) -> Skipped:
    return Skipped(
        source=document.source.id, quote=document.text[start:end], start=start, end=end, reason="digits in no figure"
    )
