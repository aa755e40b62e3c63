"""Does a class that fetches, validates and submits at once lose anything, and would we notice?"""

import shutil
from types import SimpleNamespace

import nbformat
import pytest

from tests.hub.driver import ASSIGNMENT, COURSE, NOTEBOOK, missing
from tests.hub.load import FILE, Outcome, account_for, run, work_of


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    "students", [pytest.param(6, marks=pytest.mark.hub), pytest.param(30, marks=pytest.mark.campaign)]
)
def test_nothing_is_lost(students):
    if missing():
        pytest.skip(missing())
    outcome = run(students)
    print(outcome.table())
    assert outcome.lost == []
    assert {step: len(times) for step, times in outcome.times.items()} == dict.fromkeys(outcome.times, students)


@pytest.fixture
def collected(tmp_path):
    """Folders as after a class of two has submitted and was collected."""
    hub = SimpleNamespace(
        root=tmp_path / "course",
        home=lambda name: tmp_path / name,
        settings=SimpleNamespace(exchange=tmp_path / "exchange"),
        nbgrader=lambda *_: SimpleNamespace(returncode=0),
        inbound=lambda name: tmp_path / "exchange" / COURSE / "inbound" / f"{name}+{ASSIGNMENT}+now",
    )
    for name in ("s001", "s002"):
        for path in (
            hub.home(name) / FILE,
            hub.inbound(name) / f"{NOTEBOOK}.ipynb",
            hub.root / "submitted" / name / FILE,
        ):
            path.parent.mkdir(parents=True)
            nbformat.write(work_of(name), path)
    return hub


def lost(hub):
    """What the load test says was lost."""
    outcome = Outcome(2, 0, 1, 0)
    account_for(hub, ["s001", "s002"], outcome)
    return outcome.lost


def test_what_is_lost_changed_or_mixed_up_is_noticed(collected):
    assert lost(collected) == []
    submitted = collected.root / "submitted"
    shutil.copy(submitted / "s001" / FILE, submitted / "s002" / FILE)
    assert lost(collected) == ["s002: what was collected is not what was handed in"]
    for place in (collected.home("s002") / FILE, collected.inbound("s002") / f"{NOTEBOOK}.ipynb"):
        shutil.copy(submitted / "s001" / FILE, place)
    assert lost(collected) == ["s002: what was collected is not what was written"]
    (submitted / "s002" / FILE).unlink()
    assert lost(collected) == ["s002: what was collected is not what was handed in"]
    shutil.rmtree(collected.inbound("s002"))
    assert lost(collected) == ["s002 has 0 submissions in the exchange"]
