"""Is the house in order: one set of pins, imports one way, a quick import, folders that say who they are for?"""

import ast
import re
import subprocess
import sys
import tomllib

import pytest

from grader.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _environment_pins():
    text = (ROOT / "environment.yml").read_text()
    return re.findall(r"^      - (\S+)$", text, flags=re.MULTILINE)


def test_environment_yml_agrees_with_pyproject():
    assert _environment_pins() == PROJECT["dependencies"]


def test_every_pin_is_in_the_lock():
    locks = (ROOT / "requirements.lock", ROOT / "deploy" / "requirements-hub.lock")
    lock = [pin for path in locks for pin in path.read_text().lower().split()]
    extras = [pin for pins in PROJECT["optional-dependencies"].values() for pin in pins]
    assert [pin for pin in [*PROJECT["dependencies"], *extras] if pin.lower() not in lock] == []


@pytest.mark.parametrize("folder, forbidden", [("course", {"grader", "tests"}), ("grader", {"tests"})])
def test_imports_go_one_way(folder, forbidden):
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module]
            assert not {name.split(".")[0] for name in names} & forbidden, path


def test_importing_course_needs_neither_torch_nor_matplotlib_nor_widgets():
    code = "import sys, course; print(sorted({'torch', 'matplotlib', 'anywidget', 'ipywidgets'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


FOLDERS = {
    "course": "SHIPS",
    "release": "SHIPS",
    "source": "STAFF",
    "grader": "STAFF",
    "autograded": "STAFF",
    "deploy": "STAFF",
    "tests": "STAFF",
    "benchmarks": "STAFF",
    "docs": "STAFF",
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_says_first_who_gets_it(folder):
    text = (ROOT / folder / "README.md").read_text()
    assert text.split()[0] == FOLDERS[folder]
    assert len(text.splitlines()) <= 8


def test_nothing_but_notebooks_lies_beside_a_source_notebook():
    """nbgrader releases every file that it finds there."""
    assert [
        p.name for p in (ROOT / "source").glob("*/*") if p.suffix != ".ipynb" and ".ipynb_checkpoints" not in p.parts
    ] == []


def test_the_course_configuration_leaves_the_deployments_settings_alone():
    text = (ROOT / "nbgrader_config.py").read_text()
    for setting in ("c.Exchange", "c.Authenticator", "student_id", "collect"):
        assert setting not in text, setting
    # which gradebook is no setting of the course's either: it reads what the deployment wrote into private/database
    assert re.findall(r"db_url = (.*)", text) == ['_address.read_text(encoding="utf-8").strip()']
