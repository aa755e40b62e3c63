"""Task `corr2d_fixed`: the broken loop mended, graded as `corr2d` is, but for what does not fit.

One letter is wrong, so to mend it earns full marks; the loop has never refused anything.
"""

import dataclasses

import numpy as np

from grader.tasks.cross_correlation.corr2d import FACETS, MISTAKES, corr2d
from grader.tasks.cross_correlation.corr2d import cases as corr2d_cases
from grader.tasks.model import Case, Task

WEIGHTS = {"square": 0.35, "rectangular": 0.35, "dtypes": 0.1, "views": 0.1, "gradient": 0.1}


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    """Cases as for `corr2d`, without those for a K that does not fit; one as large as X is rectangular."""
    drawn = corr2d_cases(rng, public)
    fits_exactly = [dataclasses.replace(case, facet="rectangular") for case in drawn if case.facet == "unfitting"]
    return [case for case in drawn if case.facet in WEIGHTS] + [case for case in fits_exactly if case.observe]


TASK = Task(
    "corr2d_fixed",
    "code",
    2,
    "1.3",
    facets=tuple(dataclasses.replace(f, weight=WEIGHTS[f.name]) for f in FACETS if f.name in WEIGHTS),
    reference=corr2d,
    cases=cases,
    misconceptions=tuple(m for m in MISTAKES if m.name != "no_size_check"),
)
