"""Make nbgrader's pages show what notebooks hold: tables with room between their numbers, long printed lines whole."""

from nbconvert.preprocessors import Preprocessor

CSS = """
.rendered_html th, .rendered_html td { padding: 0.1em 0.6em; border-bottom: 1px solid #ddd; }
.output_area pre { white-space: pre-wrap; }
"""


class PageStyle(Preprocessor):
    """Adds to the styles that nbgrader's marking and feedback pages include."""

    def preprocess(self, nb, resources):
        """Return `nb` as it is, and `resources` with the style."""
        resources.setdefault("inlining", {}).setdefault("css", []).append(CSS)
        return nb, resources
