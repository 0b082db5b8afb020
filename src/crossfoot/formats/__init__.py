"""Outputs, one file each: an audit or its claims in, text out."""
