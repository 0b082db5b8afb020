"""The head of a Markdown file in, what it says of the source out.

    fields("---\\ntitle: A plan\\ndate: 2025-02\\n---\\nText")  # -> {"title": "A plan", "published": "2025-02"}

The head stays part of the text, so that offsets are those of the file; `end` says where it ends.
"""

from __future__ import annotations

import re

MARKDOWN = frozenset({".md", ".markdown"})
"""The file name endings of Markdown, which may have such a head."""

_HEAD = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LINE = re.compile(r"(?P<key>[A-Za-z_]+)[ \t]*:[ \t]+(?P<value>\S.*)")
_KEYS = {
    "title": "title", "publisher": "publisher", "author": "author", "url": "url", "published": "published",
    "date": "published", "retrieved": "retrieved", "language": "language", "lang": "language",
}  # fmt: skip


def end(text: str) -> int:
    """Where the front matter ends; 0 where there is none."""
    found = _HEAD.match(text)
    return found.end() if found else 0


def fields(text: str) -> dict[str, str]:
    """The fields of a source that the `key: value` lines of the head give."""
    found = _HEAD.match(text)
    lines = (_LINE.fullmatch(line.strip()) for line in found["lines"].splitlines()) if found else ()
    pairs = ((_KEYS.get(line["key"].lower()), _unquoted(line["value"])) for line in lines if line)
    return {key: value for key, value in pairs if key and value}


def _unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
