"""nbgrader's side: its two preprocessors, the one writer, reading, and the pages that people see.

Knows neither how code is run nor how it is judged.
"""

from grader.gradebook.reading import export

__all__ = ["export"]
