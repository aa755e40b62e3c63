"""Where every cell of the seed notebook went: `python -m tests.seed_coverage` prints it, read from the notebooks.

A cell that takes up a seed cell says so in its metadata, `"seed": [numbers of In [...], or the exercise]`.
"""

import nbformat

from grader.places import ROOT
from grader.tasks import COURSE

SEED_CELLS = [*range(1, 59), "Ex 1", "Ex 2", "Ex 3", "Ex 4", "text"]


def coverage():
    """Return {seed cell: ["assignment: cell id", ...]}."""
    found = {seed: [] for seed in SEED_CELLS}
    for assignment in COURSE.names:
        path = ROOT / "source" / assignment / COURSE.assignment(assignment).notebook
        for cell in nbformat.read(path, as_version=4).cells:
            for seed in cell.metadata.get("seed", []):
                found.setdefault(seed, []).append(f"{assignment}: {cell.id}")
    return found


if __name__ == "__main__":
    for seed, places in coverage().items():
        name = f"In [{seed}]" if isinstance(seed, int) else seed
        print(f"{name:<9} {', '.join(places) or 'NOWHERE'}")
