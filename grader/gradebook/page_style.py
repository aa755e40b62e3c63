"""Make nbgrader's pages show what notebooks hold: each score's task, tables with room, long printed lines whole."""

import copy

import nbformat
from nbconvert.preprocessors import Preprocessor

CSS = """<style>
.text_cell th, .text_cell td { padding: 0.1em 0.6em; border-bottom: 1px solid #ddd; }
.output_area pre { white-space: pre-wrap; }
#toc a[href^="#check-"]::after, #toc a[href^="#answer-"]::after { content: " " attr(href); }
</style>"""


class PageStyle(Preprocessor):
    """Adds a last cell that holds a style; nbgrader replaces what stands in `resources` for styles."""

    def preprocess(self, nb, resources):
        """Return a copy of `nb` with the style."""
        shown = copy.deepcopy(nb)
        shown.cells.append(nbformat.v4.new_markdown_cell(CSS))
        return shown, resources
