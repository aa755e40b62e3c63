"""The tasks of `5-channels`."""
