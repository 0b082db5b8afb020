"""`python -m crossfoot`: the same as the command `crossfoot`."""

from __future__ import annotations

from crossfoot.cli import main

if __name__ == "__main__":
    main()
