"""Readers, one file each: the bytes of a source in, its text and what it says of itself out."""
