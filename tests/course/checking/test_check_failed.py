"""Does Validate show all of a failed check, where the notebook shows one line below the block that has said it?"""

import importlib

import pytest
import torch

check = importlib.import_module("course.check")


def flipped(X, K):
    return torch.nn.functional.conv2d(X[None, None].float(), K.flip(0, 1)[None, None].float())[0, 0]


def rendered(monkeypatch, execution):
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    monkeypatch.setattr(check, "_display", lambda html, text: None)
    with pytest.raises(check.CheckFailed) as failed:
        check.check("corr2d", flipped)
    return failed.value._render_traceback_()


def test_the_notebook_shows_one_line(monkeypatch):
    (told,) = rendered(monkeypatch, "")
    assert told.startswith("CheckFailed: corr2d: ")
    assert told.endswith("public checks failed.")
    assert "\n" not in told


def test_validate_shows_the_example_and_is_no_wider_than_its_dialog(monkeypatch):
    (told,) = rendered(monkeypatch, "validate")
    assert "public checks failed. " in " ".join(told.split())
    assert "differ" in told or "raises" in told
    assert max(map(len, told.splitlines())) <= check.COLUMNS
