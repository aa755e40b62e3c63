"""Is a class that was being graded when the grader was stopped graded as if it had not been?"""

import pytest

from tests.interrupted import CLASS, rounds


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
