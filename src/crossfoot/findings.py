from __future__ import annotations
def find(*a): return ()
