"""Is a class that was being graded when the grader was stopped graded as if it had not been?"""

import multiprocessing

import pytest

from grader.cohort import grading as cohort
from tests.interrupted import ASSIGNMENT, CLASS, prepare, rounds


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_three_kills_lose_nothing():
    seen = list(rounds(3, seed=1))
    assert [(how, same, why) for _, how, _, same, why in seen] == [
        ("Ctrl-C", True, []),
        ("kill -9", True, []),
        ("Ctrl-C", True, []),
    ]
    assert all(0 < done < len(CLASS) for _, _, done, _, _ in seen)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["write", "progress"])
def test_no_worker_outlives_an_interrupt(tmp_path, monkeypatch, where):
    """While the exception is there, and with it all that it went through: the exit would wait for workers."""

    def interrupted(*_):
        raise KeyboardInterrupt

    prepare(tmp_path)
    if where == "write":
        monkeypatch.setattr(cohort, "write", interrupted)
    progress = iter if where == "write" else lambda results: map(interrupted, results)
    with pytest.raises(KeyboardInterrupt) as interrupt:
        cohort.grade_class(tmp_path, ASSIGNMENT, progress=progress, jobs=2)
    assert interrupt.traceback
    assert multiprocessing.active_children() == []
    assert list((tmp_path / "private" / "staging").iterdir()) == []
