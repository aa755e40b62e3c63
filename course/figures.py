"""One look for every picture in the course: images, kernels, responses, rows of them, and lines.

Images are gray, kernels and responses orange below zero, white at zero, purple above. Small arrays have their
numbers printed. Whatever you pass (tensor, array, nested list) is copied; what is not there yet gives a quiet
placeholder.
"""

import base64
import html
from collections.abc import Callable, Sequence

from course.drawing import alt_text, composing, panels
from course.drawing.panels import Panel, Window

__all__ = ["Picture", "image", "kernel", "lines", "made_by", "response", "row"]

MOST_TEXT = 200  # of an exception


class Picture:
    """Something to see, and the same in words: a notebook draws it, a terminal prints its alt text."""

    def __init__(
        self, items: Sequence[Panel | str], caption: str | None, alt: str | None = None, *, headings: bool = False
    ):
        self.items = tuple(items)  # panels and signs, from left to right
        self.caption = caption
        self.alt = alt or ""
        self._headings = headings
        if not self.alt.strip():
            raise ValueError("a picture needs alt text: give it a title that says what to see, or alt='...'")

    def html(self) -> str:
        """Return `<figure>`: the caption as text, then the picture as `<img alt=... src="data:...">`."""
        drawing, width = composing.svg(self.items, self._headings)
        caption = self.caption and f'<figcaption style="font-weight:600">{html.escape(self.caption)}</figcaption>'
        source = base64.b64encode(drawing.encode()).decode()
        return (
            f'<figure style="margin:0.4em 0">{caption or ""}'
            f'<img alt="{html.escape(self.alt)}" width="{width}" style="max-width:100%" '
            f'src="data:image/svg+xml;base64,{source}"></figure>'
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.alt}

    def __repr__(self) -> str:
        return self.alt


def image(
    X: object,
    title: str,
    *,
    highlight: Window | None = None,
    limit: float | None = None,
    color: bool = False,
    alt: str | None = None,
) -> Picture:
    """Return a picture of an image: 0 is black and 1 white, or the data's own range where that is wider.

    `X` is (rows, columns), or (channels, rows, columns) for panels side by side.
    `highlight=(row, col, height, width)` outlines the window that a kernel looks at, solid blue.
    White begins at `limit`, if it is given: a window then keeps the grays of the image that it was cut out of.
    With `color=True` three channels, red, green and blue, make one picture in color.

    >>> image([[1, 0], [1, 0]], "a bright column")
    The image “a bright column” has 2 rows and 2 columns: every row is 1, 0.

    Raises:
        ValueError: there is neither a title nor alt text, or the window does not fit.
    """
    if color:
        return _single(panels.colour_picture(X, title), alt)
    return _single(panels.grid("image", X, title, limit=limit, window=highlight), alt)


def kernel(K: object, title: str, *, limit: float | None = None, alt: str | None = None) -> Picture:
    """Return a picture of a kernel: orange below zero, white at zero, purple above.

    `K` is (rows, columns); (channels, rows, columns) gives panels side by side, and a layer's weight
    (c_out, c_in, rows, columns) a grid with one line per output. Colours reach full strength at `limit`, by
    default the largest absolute value; give the same limit to pictures that are to be compared.

    >>> kernel([[1, -1]], "difference")
    The kernel “difference” has 1 row and 2 columns: row 0 is 1, −1.
    """
    return _single(panels.grid("kernel", K, title, limit=limit), alt)


def response(
    Y: object, title: str, *, highlight: Window | None = None, limit: float | None = None, alt: str | None = None
) -> Picture:
    """Return a picture of what a kernel gave, coloured like a kernel.

    `highlight=(row, col)` outlines one output cell, dashed orange.

    >>> response([[0, 1, 0, -1]], "where brightness changes", highlight=(0, 1)).alt.split(". ")[1]
    'A dashed orange outline marks the output cell at row 0 and column 1.'
    """
    return _single(panels.grid("response", Y, title, limit=limit, window=highlight), alt)


def lines(
    values: object,
    title: str,
    *,
    x: str = "step",
    y: str = "loss",
    log: bool = False,
    at: object = None,
    alt: str | None = None,
) -> Picture:
    """Return a line plot of `{label: values}`; `at` gives the x positions, by default 0, 1, 2, ...

    Labels that have no values yet are left out, and so are points that cannot be drawn (not finite; not above
    zero on a logarithmic axis): the alt text says where that happens.

    >>> lines({"sum": [4.0, 1.0, 0.25]}, "the loss falls")
    The line plot “the loss falls” shows loss against step: “sum” falls from 4 at step 0 to 0.25 at step 2.
    """
    return _single(panels.plot(values, title, x, y, log, at), alt)


def row(*figures: Picture | str, caption: str | None = None, alt: str | None = None) -> Picture:
    """Return pictures side by side, each under its title; strings between them are signs ("*", "=").

    Gray images in a row share one scale, so that the same number has the same shade in all of them.

    >>> row(image([[1, 0]], "X"), "*", kernel([[1, -1]], "K"), "=", response([[1]], "Y")).alt.split(". ")[0]
    'Side by side: “X” times “K” equals “Y”'

    Raises:
        TypeError: something is neither a picture nor a sign.
    """
    items: list[Panel | str] = []
    for figure in figures:
        if not isinstance(figure, (Picture, str)):
            kind = type(figure).__name__
            raise TypeError(f"row: expected pictures and signs, got {kind}; wrap it: figures.image(X, 'what to see')")
        items += [figure] if isinstance(figure, str) else figure.items
    if all(isinstance(item, str) for item in items):
        raise TypeError("row: needs at least one picture, such as figures.image(X, 'what to see')")
    items = panels.on_one_scale(items)
    return Picture(items, caption, alt_text.row_sentence(items) if alt is None else alt, headings=True)


def made_by(function: Callable | None, *arguments: object) -> object:
    """Return what a function of the learner's makes; where it raises, say so in a sentence and return None.

    So a picture stays a picture, with a blank place, whatever an earlier function does.  What is not there yet, an
    argument or the function itself, makes None.

    >>> made_by(max, [1, 3, 2])
    3
    >>> made_by(max, [])  # prints a sentence
    `max` raises ValueError: max() arg is an empty sequence. As long as it does, there is nothing to show for it here.
    """
    if function is None or any(argument is None for argument in arguments):
        return None
    try:
        return function(*arguments)
    except Exception as error:
        name = getattr(function, "__name__", type(function).__name__)
        text = " ".join(str(error).split())[:MOST_TEXT]
        said = f"{type(error).__name__}: {text}" if text else type(error).__name__
        print(f"`{name}` raises {said.rstrip('.')}. As long as it does, there is nothing to show for it here.")
        return None


def _single(panel: Panel, alt: str | None) -> Picture:
    if alt is None:
        alt = panel.title.strip() and alt_text.sentence(panel)
    return Picture([panel], panel.title, alt)
