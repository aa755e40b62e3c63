"""Does the scan find what students must not get, and does nothing of it reach them?"""

import json
import zipfile

import nbformat
import pytest

from grader.packs.seed import secret_seed
from grader.places import ROOT
from grader.publishing.secrets import find_secrets, hidden_numbers, solution_texts, staff_texts


@pytest.mark.slow
def test_the_wheel_holds_the_course_only(exported):
    (wheel,) = exported.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert {top for top in tops if not top.endswith(".dist-info")} == {"course"}
        names = archive.namelist()
        (licence,) = (name for name in names if name.endswith("/licenses/LICENSE"))
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert {"course/packs/1-cross-correlation.json", "course/py.typed"} <= set(names)
    assert any(name.startswith("course/explorers/") and name.endswith(".js") for name in names)


def test_committed_release_and_public_packs_hold_no_secret():
    assert find_secrets(ROOT / "release") == []
    assert find_secrets(ROOT / "course") == []


@pytest.mark.parametrize("kind", ["hidden number", "seed", "rubric", "model answer", "solution", "value"])
@pytest.mark.parametrize("place", ["text", "notebook", "wheel"])
def test_a_planted_secret_is_found(tmp_path, kind, place):
    secret = {
        "hidden number": lambda: sorted(n for n in hidden_numbers() if "." in n)[5],
        "seed": secret_seed,
        "rubric": lambda: sorted(staff_texts())[0],
        "model answer": lambda: next(t for t in staff_texts() if "MXNet" in t),
        "solution": lambda: sorted(solution_texts())[0],
        "value": lambda: "kernel_gradient = [[9., 7.],\n                   [12., 16.]]",
    }[kind]()
    if place == "text":
        (tmp_path / "oops.txt").write_text(f"see: {secret}")
    elif place == "notebook":
        cell = nbformat.v4.new_code_cell("1 + 1")
        cell.outputs = [nbformat.v4.new_output("stream", text=f"a\n{secret}\nb")]
        (tmp_path / "oops.ipynb").write_text(json.dumps(nbformat.v4.new_notebook(cells=[cell])))
    else:
        with zipfile.ZipFile(tmp_path / "oops.whl", "w") as archive:
            archive.writestr("course/oops.py", f'"""{secret}"""')
    assert find_secrets(tmp_path), f"{kind} in {place}"


def test_the_instructors_notebook_would_be_found(tmp_path):
    (tmp_path / "leak.ipynb").write_bytes(next((ROOT / "source").glob("1-*/*.ipynb")).read_bytes())
    assert {what.split(" ")[0] for _, what in find_secrets(tmp_path)} >= {"staff", "a"}
