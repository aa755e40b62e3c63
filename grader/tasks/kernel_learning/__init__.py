"""The tasks of `3-kernel-learning`."""
