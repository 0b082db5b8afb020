from __future__ import annotations
def group(claims): return ()
def compared(groups): return 0
