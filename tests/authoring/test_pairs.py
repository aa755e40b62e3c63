"""Are two mistakes known together in whichever order the second still shows?"""

import numpy as np
import torch

from grader.authoring.build import build_task
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def scaled(X, rate=2.0):
    return rate * X


def task(*mistakes):
    def cases(rng: np.random.Generator, public: bool) -> list[Case]:
        return [Case("values", f"rate={rate}", (Input(torch.randn(3)),), {"rate": rate}) for rate in (3.0, 5.0, 7.0)]

    facets = (Facet("values", 1.0, "the values"),)
    return Task("scaled", "code", 1, "1.1", facets, reference=scaled, cases=cases, misconceptions=mistakes)


def test_a_pair_is_made_the_other_way_round_where_one_mistake_takes_back_the_other():
    """A rate that is not used hides a rate whose sign was turned, unless the sign is turned after."""
    ignored = Misconception("ignored", lambda X, rate=2.0: 2 * X, "", before=lambda X, rate=2.0: (X, 2.0))
    turned = Misconception("turned", lambda X, rate=2.0: -rate * X, "", before=lambda X, rate=2.0: (X, -rate))
    for mistakes in ((turned, ignored), (ignored, turned)):
        pairs = build_task(task(*mistakes), "seed", public=False)["pairs"]
        assert [pair["of"] for pair in pairs] == [["ignored", "turned"]], mistakes[0].name
