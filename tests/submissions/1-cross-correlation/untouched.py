"""Handed in exactly as it was released."""
