"""Are public packs the same to the byte on every processor, and is a number that could differ refused?"""

import json
import os
import subprocess
import sys

import pytest
import torch

from course.checking.measure import measure
from grader.authoring.build import SurvivorError, build_task
from grader.authoring.exactness import NotReproducible, reproducible
from grader.packs.reading import public_path
from grader.places import ROOT
from grader.tasks import COURSE
from grader.tasks.model import Case, Facet, Misconception, Task

# as if the processor were older, or had fewer cores: what torch, oneDNN, OpenBLAS and NumPy choose at start
PROCESSORS = {
    "old": {
        "ATEN_CPU_CAPABILITY": "default",
        "ONEDNN_MAX_CPU_ISA": "SSE41",
        "OPENBLAS_CORETYPE": "NEHALEM",
        "NPY_DISABLE_CPU_FEATURES": "AVX512_SKX",
        "OMP_NUM_THREADS": "1",
    },
    "avx2": {
        "ATEN_CPU_CAPABILITY": "avx2",
        "ONEDNN_MAX_CPU_ISA": "AVX2",
        "OPENBLAS_CORETYPE": "HASWELL",
        "OMP_NUM_THREADS": "4",
    },
}
BUILD = """
import json, sys
from grader.authoring import build
from grader.tasks import COURSE
assignments = sys.argv[1:]
if PLANTED:  # a mistake whose numbers hang on the processor, and no look at whether numbers do
    build.reproducible = build.measure
    task = COURSE.assignment("4-padding-and-stride").tasks["comp_conv2d"]
    for mistake in task.misconceptions:
        object.__setattr__(mistake, "by_chance", False)
print(json.dumps({name: build.dump(build.build_pack(name, "public", True)) + "\\n" for name in assignments}))
"""


def _built(processor, assignments, planted=False):
    """Return {assignment: text of its public pack} as another processor builds it."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", f"PLANTED = {planted}\n{BUILD}", *assignments],
        cwd=ROOT,
        env=os.environ | PROCESSORS[processor],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("processor", PROCESSORS)
def test_another_processor_builds_what_is_committed(processor):
    names = [assignment.name for assignment in COURSE.assignments]
    built = _built(processor, names)
    assert list(built) == names
    for name, text in built.items():
        assert text == public_path(name).read_text(encoding="utf-8"), name


def test_a_number_that_hangs_on_the_processor_would_be_seen():
    """A layer of its own starts from random weights, whose last digit a fused multiplication changes."""
    name = "4-padding-and-stride"
    assert _built("old", [name], planted=True) != _built("avx2", [name], planted=True)


def _own_layer(X):
    torch.manual_seed(0)
    return torch.nn.Conv2d(1, 1, 2)(X[None, None])[0, 0]


class _Counting:
    """Keeps something from call to call."""

    def __init__(self):
        self.calls = 0

    def __call__(self, X):
        self.calls += 1
        return X.sum() * self.calls


X = torch.tensor([[1.0, 2.0, 4.0], [0.5, 3.0, 1.0]])


def _case(value=X, **more):
    tensor = {"tensor": {"dtype": "float32", "shape": list(value.shape), "data": value.flatten().tolist()}}
    return {"how": "call", "args": [tensor], "observe": ["result"], "facet": "f", "name": "n"} | more


@pytest.mark.parametrize(
    "what, made, wanted",
    [
        ("sums of dyadic fractions", lambda X: X.sum(), 11.5),
        ("thirds, rounded at every step", lambda X: (X / 3).sum(), 11.5 / 3),
        ("a mean", lambda X: X.mean(), 11.5 / 6),
        ("a shape", lambda X: X.shape[0], None),
        ("not a number", lambda X: X.sum() * float("nan"), None),
        ("an error", lambda X: X.reshape(7), None),
        ("something kept", _Counting(), 11.5),
    ],
)
def test_what_can_be_kept_is_the_number_in_float64(what, made, wanted):
    answer = reproducible(made, _case())
    if wanted is not None:
        assert answer["result"]["tensor"]["data"] == [pytest.approx(wanted, rel=1e-12)], what
        assert answer["result"]["tensor"]["dtype"] == "float32", what
    assert set(answer) == set(measure(made, _case())), what


@pytest.mark.parametrize(
    "what, made, reason",
    [
        ("random weights", _own_layer, "float32 gives .* where float64 gives no number"),
        ("depends on the type", lambda X: X.sum() + (X.dtype == torch.float64), "more than rounding"),
        ("in the middle", lambda X: X.sum() / 3 * 0 + (1.000000005 if X.dtype == torch.float64 else 1), "the middle"),
    ],
)
def test_what_rounding_could_change_is_refused(what, made, reason):
    with pytest.raises(NotReproducible, match=reason):
        reproducible(made, _case())


def test_a_task_with_such_a_number_has_no_public_pack():
    task = Task(
        "blur",
        "code",
        1,
        "1.1",
        facets=(Facet("values", 1.0, "values"),),
        reference=lambda X: X.sum(),
        cases=lambda rng, public: [Case("values", "one image", (X,))],
        misconceptions=(Misconception("own_layer", _own_layer, "This uses a layer of its own."),),
    )
    with pytest.raises(SurvivorError, match="'own_layer', facet 'values', one image: float32 gives .* in 5 draws"):
        build_task(task, "public", public=True)
    build_task(task, "0a", public=False)


def test_tolerances_have_few_digits():
    entry = build_task(COURSE.assignment("1-cross-correlation").tasks["corr2d"], "0a", public=False)
    for case in entry["cases"]:
        assert case["atol"] == float(f"{case['atol']:.4g}")
