"""What leaves the house: release, export, the search for leaks, and JupyterLab as a student sees it.

Grades nothing.
"""
