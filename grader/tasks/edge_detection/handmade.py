"""What the kernels made by hand share: the words of their facets, what they must see."""

from typing import Any

from grader.tasks.edge_detection.kernel_judges import HORIZONTAL, VERTICAL
from grader.tasks.model import Facet


def edge_facets(words: str, magnitude: str) -> tuple[Facet, ...]:
    return (Facet("selective", 0.6, f"it responds to {words}"), Facet("magnitude", 0.4, magnitude))


LEFT_RIGHT = "vertical edges, but not to horizontal ones or flat areas"
ABOVE_BELOW = "horizontal edges, but not to vertical ones or flat areas"
SEES_VERTICAL: dict[str, Any] = {"seen": ("vertical edges", VERTICAL), "unseen": ("horizontal edges", HORIZONTAL)}
SEES_HORIZONTAL: dict[str, Any] = {"seen": ("horizontal edges", HORIZONTAL), "unseen": ("vertical edges", VERTICAL)}
