"""The tasks of `1-cross-correlation`."""
