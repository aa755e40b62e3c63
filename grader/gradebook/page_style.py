"""Make nbgrader's pages show what notebooks hold: each score's task, tables with room, long printed lines whole."""

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

CSS = """<style>
.text_cell th, .text_cell td { padding: 0.1em 0.6em; border-bottom: 1px solid #ddd; }
.output_area pre { white-space: pre-wrap; }
#toc a[href^="#check-"]::after, #toc a[href^="#answer-"]::after { content: " " attr(href); }
.rendered_html img { border: 0; }
.rendered_html math { font-size: 115%; }
.rendered_html math[display="block"] { margin: 0.8em 0; }
</style>"""


class PageStyle(Preprocessor):
    """Hands the style to `page_frame`, which writes it into the page's head; a `<style>` in a cell would be removed."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Return `nb` as it is, and the style in `resources`."""
        resources["page_style"] = CSS
        return nb, resources
