"""Text from anywhere in, Markdown out that shows exactly that text: no table, emphasis or HTML comes of it.

    excerpt("It costs 52 bn now.", 9, 14)  # -> "It costs **52 bn** now."

All text that stands in a source, or was made from one, goes through `escape` on its way into a report.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\n[^\S\n]*\r?\n")
_MARKUP = re.compile(r"[\\`*_{}\[\]#|~$!]")
_START = re.compile(r"^(\s*(?:\d+(?=[.)])|(?=[-+])))([-+.)])(?=\s|$)")
"""What makes a list of a line that begins with it."""
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TICKS = re.compile(r"`+")
_MOST_WORDS = 11
"""Words in a quotation, the figure's own included: a quotation is the figure and the few words around it."""
_WINDOW = 300


def escape(text: str) -> str:
    """A text on one line, with every mark of Markdown and HTML made harmless."""
    safe = _MARKUP.sub(r"\\\g<0>", _line(text))
    safe = _START.sub(r"\g<1>\\\g<2>", safe)
    return re.sub(r"[&<>]", lambda found: _HTML[found[0]], safe)


def code(text: str) -> str:
    """A text as code: a fence longer than any run of backticks in it."""
    line = _line(text)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{pad}{line}{pad}{ticks}"


def link(text: str, path: str, line: int | None = None) -> str:
    """A link to a file, at a line of it where one is named."""
    return f"[{escape(text)}]({quote(path, safe='/')}{f'#L{line}' if line else ''})"


def shortened(text: str, words: int = 8) -> str:
    """The beginning of a text that is longer than so many words."""
    found = list(_WORD.finditer(text))
    return text if len(found) <= words else text[: found[words - 1].end()] + " …"


def excerpt(text: str, start: int, end: int) -> str:
    """A figure in bold, with the few words before and after it in its paragraph."""
    figure = text[start:end]
    room = max(0, _MOST_WORDS - len(_WORD.findall(figure)))
    before = _BLANK.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _BLANK.split(text[end : end + _WINDOW])[0]
    left, right = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    kept = (room + 1) // 2
    first = 0 if len(left) <= kept else left[-kept].start() if kept else len(before)
    last = len(after) if len(right) <= room // 2 else right[room // 2 - 1].end() if room > 1 else 0
    head = ("… " if first else "") + escape(before[first:].lstrip())
    tail = escape(after[:last].rstrip()) + (" …" if last < len(after.rstrip()) else "")
    return f"{head}{bold(figure)}{tail}"


def _line(text: str) -> str:
    """A text on one line, without characters that do not show."""
    return "".join(mark for mark in _SPACE.sub(" ", text) if mark.isprintable())


def bold(text: str) -> str:
    """A text in bold; no spaces inside the marks, where they would end it."""
    return f"**{escape(text.strip())}**" if text.strip() else ""
