"""The tasks of `4-padding-and-stride`."""
