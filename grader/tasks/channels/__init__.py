"""The tasks of assignment 5, channels and 1 x 1."""
