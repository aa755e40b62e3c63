"""Decides how numbers become pictures: panels, colours, lettering, words for those who cannot see them.

Knows no task and no explorer; what a picture means is for `course.figures` and the notebooks to say.  Its words are
those of its modules.
"""

__all__ = ["composing", "layout", "line_plot", "numbers", "palette", "panels", "photo"]
