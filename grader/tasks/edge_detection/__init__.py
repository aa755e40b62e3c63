"""The tasks of assignment 2, edge detection and kernels made by hand."""
