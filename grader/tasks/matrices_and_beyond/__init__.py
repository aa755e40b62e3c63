"""The tasks of assignment 6 (bonus), matrices and beyond."""
