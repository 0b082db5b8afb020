"""The one error that a user can cause: a message for them in, one line on stderr and an exit status out.

Raise `CrossfootError("sources.toml, line 4: ...")` wherever the input or the way of calling is at fault; the command
prints it without a traceback and ends with its `exit_code`.
"""

from __future__ import annotations


class CrossfootError(Exception):
    """Wrong use or bad input: a message of one line that says what was expected."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
