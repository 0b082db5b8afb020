"""Bytes of a text file in, its text out: the characters of the file and nothing else, so that offsets are exact.

A byte order mark decides; then strict UTF-8; then Windows-1252, with a note, since guessing goes wrong more often.

    decode("450 M\\u20ac".encode("cp1252"))  # -> Decoded(text="450 M€", note="is not UTF-8; read as Windows-1252")
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from crossfoot.frontmatter import MARKDOWN

KINDS = MARKDOWN | {"", ".txt", ".text"}
"""The file name endings that are read as text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_ORDINARY = frozenset("\t\n\r\v\f")
_CONTROLS_ALLOWED = 0.02
"""The share of control characters up to which a file still counts as text."""


class Decoded(NamedTuple):
    """A text, or None and the reason; with a text, a note may say how it was read."""

    text: str | None
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes, without its byte order mark."""
    if data.startswith(_MAGIC):
        return Decoded(None, "is not a text file, whatever its name says")
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    decoded = _strict(data[len(mark) :], encoding)
    if decoded.text is None and not mark:
        decoded = _strict(data, "cp1252")._replace(note="is not UTF-8; read as Windows-1252")
    if decoded.text is None:
        return Decoded(None, f"is not text in {encoding.upper() if mark else 'UTF-8 or Windows-1252'}")
    return _checked(decoded)


def _strict(data: bytes, encoding: str) -> Decoded:
    """The text in one encoding, or None where a byte does not fit."""
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        return Decoded(None)


def _checked(decoded: Decoded) -> Decoded:
    """The text unless it is binary, or empty."""
    text = decoded.text or ""
    if "\0" in text:
        return Decoded(None, "is a binary file, not text (it holds NUL characters)")
    controls = sum(c < " " and c not in _ORDINARY for c in text)
    if controls > _CONTROLS_ALLOWED * len(text):
        return Decoded(None, f"is a binary file, not text ({controls} control characters)")
    return decoded if text.strip() else Decoded(None, "is empty")
