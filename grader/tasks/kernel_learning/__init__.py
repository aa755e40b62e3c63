"""The tasks of assignment 3, learning a kernel."""
