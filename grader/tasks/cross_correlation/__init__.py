"""The tasks of assignment 1, cross-correlation and the layer."""
