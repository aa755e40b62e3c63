"""The tasks of `2-edge-detection`."""
