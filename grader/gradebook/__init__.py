"""nbgrader's side: its two preprocessors, the one writer, reading, and the pages that people see.

Knows neither how code is run nor how it is judged.
"""
