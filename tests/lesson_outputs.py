"""What a student reads below each cell: runs a notebook's cells in this process and returns their outputs as text.

Much quicker than a kernel, and enough for looking for numbers: pictures speak through their alt texts, explorers
through their stills and attributes.
"""

import ast
import contextlib
import html
import io
import re

import torch

from course.check import CheckFailed

HIDDEN = re.compile(r'src="data:[^"]*"|style="[^"]*"|width="[^"]*"|<style.*?</style>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PLACE = re.compile(r"\b(?:row|column|channel|output|input|step)s? \d+(?: to \d+)?")  # in alt texts: names, no values
BREAK = "1e300"  # stands for the end of a line of a table, so that no number is read on into the next
NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:[,\u202f]\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?(?![\w])")


def outputs(cells, names: dict | None = None) -> list[str]:
    """Return for each cell what running it shows, "" for text cells; `names` receives what the cells define."""
    names = {} if names is None else names
    names["__name__"] = "lesson"
    shown = []
    with torch.random.fork_rng():
        for cell in cells:
            shown.append(_run(cell.source, names) if cell.cell_type == "code" else "")
    return shown


def _run(source, names):
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own notebooks
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None  # noqa: S307
        except CheckFailed as refused:
            value = str(refused)
    return printed.getvalue() + as_text(value)


def as_text(value) -> str:
    """Return what a person reads of a displayed object."""
    if value is None:
        return ""
    if hasattr(value, "still"):  # an explorer
        return f"{visible(value.still())} {readouts(value)}"
    if hasattr(value, "_repr_mimebundle_"):
        bundle = value._repr_mimebundle_()
        bundle = bundle[0] if isinstance(bundle, tuple) else bundle
        return visible(bundle.get("text/html", "")) + "\n" + bundle.get("text/plain", "")
    return repr(value) if not hasattr(value, "_repr_html_") else type(value).__name__


def visible(page: str) -> str:
    """Return the words of an HTML page: alt texts, no tags, no pictures."""
    page = HIDDEN.sub("", page)
    page = re.sub(r'<[^>]*?\balt="([^"]*)"[^>]*>', r" \1 ", page)
    return html.unescape(TAG.sub(" ", page))


def readouts(explorer) -> str:
    """Return the numbers that an explorer computes besides what it shows."""
    own = {
        name: part
        for kind in type(explorer).__mro__
        if kind.__module__.startswith("course.")
        for name, part in vars(kind).items()
    }
    computed = sorted(name for name, part in own.items() if isinstance(part, property))
    return "; ".join(f"{name}: {getattr(explorer, name)}" for name in computed)


def numbers(text: str) -> list[float]:
    """Return the numbers in a text, in their order.

    >>> numbers("Y[0, 1] is −1.5, of 84,934,656 x2")
    [0.0, 1.0, -1.5, 84934656.0]
    """
    text = PLACE.sub(" ", text).replace("|\n", f" {BREAK} ")
    return [float(found.replace("−", "-").replace(",", "")) for found in NUMBER.findall(text)]


def holds(text: str, wanted: list[float]) -> bool:
    """Do these numbers stand in a text one behind the other, rounded as they are printed?

    >>> holds("tensor([[19., 25.], [37., 43.]])", [19, 25, 37, 43]), holds("1 2 3", [1, 3])
    (True, False)
    >>> holds("row 0 is 19, 25; row 1 is 37, 43", [19, 25, 37, 43])
    True
    """
    found = numbers(text)
    span = len(wanted)
    return any(_close(found[start : start + span], wanted) for start in range(len(found) - span + 1))


def _close(some, wanted):
    return all(abs(one - other) <= 0.005 * abs(other) for one, other in zip(some, wanted, strict=True))
