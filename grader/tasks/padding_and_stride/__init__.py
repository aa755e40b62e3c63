"""The tasks of assignment 4, padding and stride."""
