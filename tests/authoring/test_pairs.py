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


def test_a_pair_is_held_to_every_facet_that_shows_it():
    def cases(rng: np.random.Generator, public: bool) -> list[Case]:
        inputs = [("flat", torch.randn(3))] * 5 + [("deep", torch.randn(2, 3))]
        return [Case(facet, f"case {i}", (Input(X + i),), {"rate": 3.0 + i}) for i, (facet, X) in enumerate(inputs)]

    moved = Misconception("moved", lambda X, rate=2.0: rate * (X + 1), "", before=lambda X, rate=2.0: (X + 1, rate))
    squared = Misconception("squared", lambda X, rate=2.0: (rate * X) ** 2, "")
    facets = (Facet("flat", 0.5, "one axis"), Facet("deep", 0.5, "two axes"))
    made = Task("scaled", "code", 1, "1.1", facets, reference=scaled, cases=cases, misconceptions=(moved, squared))
    (pair,) = build_task(made, "seed", public=False)["pairs"]
    assert set(pair["answers"]) == {"0", "1", "5"}
