"""Is the house in order: one set of pins, imports one way, a quick import, folders that say who they are for?"""

import ast
import re
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from grader.places import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = SETTINGS["project"]


def locked() -> list[str]:
    """Return the exact pins of the lock files, in lower case."""
    files = (ROOT / "requirements.lock", ROOT / "deploy" / "requirements-hub.lock")
    return [pin for path in files for pin in path.read_text().lower().split()]


def disagreements(ranges: list[str], pins: list[str], lock: list[str]) -> list[str]:
    """Say where what students install, the exact pins and the lock do not go together; empty where they do.

    A range starts at its pin, the version that was tested, and ends somewhere.
    """
    found = []
    wanted = {requirement.name: requirement.specifier for requirement in map(Requirement, ranges)}
    exact = {requirement.name: requirement.specifier for requirement in map(Requirement, pins)}
    found += [f"{name}: in one list only" for name in sorted(wanted.keys() ^ exact.keys())]
    for name in sorted(wanted.keys() & exact.keys()):
        if [specifier.operator for specifier in exact[name]] != ["=="]:
            found.append(f"{name}: {exact[name]} is no exact pin")
            continue
        version = next(iter(exact[name])).version
        bounds = {specifier.operator: specifier.version for specifier in wanted[name]}
        if not wanted[name].contains(version):
            found.append(f"{name}: {version} is outside of {wanted[name]}")
        elif bounds.keys() != {">=", "<"} or bounds[">="] != version:
            found.append(f"{name}: {wanted[name]} does not go from {version} to an end")
        if f"{name}=={version}" not in lock:
            found.append(f"{name}: {version} is not in the lock")
    return found


def test_ranges_exact_pins_and_lock_go_together():
    pins = re.findall(r"^      - (\S+)$", (ROOT / "environment.yml").read_text(), flags=re.MULTILINE)
    assert disagreements(PROJECT["dependencies"], pins, locked()) == []


@pytest.mark.parametrize(
    "case, asked, pin, lock, said",
    [
        ("well", "torch>=2.13.0,<3", "torch==2.13.0", "torch==2.13.0", []),
        ("raised in one place", "torch>=2.13.0,<3", "torch==2.14.0", "torch==2.14.0", ["does not go from 2.14.0"]),
        ("raised past its end", "torch>=2.13.0,<3", "torch==3.0.0", "torch==3.0.0", ["outside of <3,>=2.13.0"]),
        ("not in the lock", "torch>=2.13.0,<3", "torch==2.13.0", "torch==2.12.0", ["is not in the lock"]),
        ("without an end", "torch>=2.13.0", "torch==2.13.0", "torch==2.13.0", ["to an end"]),
        ("exact in the wheel", "torch==2.13.0", "torch==2.13.0", "torch==2.13.0", ["to an end"]),
        ("a range as a pin", "torch>=2.13.0,<3", "torch>=2.13.0", "torch==2.13.0", ["no exact pin"]),
        ("another package", "torch>=2.13.0,<3", "scipy==1.17.1", "scipy==1.17.1", ["scipy: in one", "torch: in one"]),
    ],
)
def test_a_wrong_range_or_pin_is_found(case, asked, pin, lock, said):
    found = disagreements([asked], [pin], [lock])
    assert len(found) == len(said) and all(part in line for part, line in zip(said, found, strict=True)), case


def test_every_exact_pin_of_the_extras_is_in_the_lock():
    extras = [pin for pins in PROJECT["optional-dependencies"].values() for pin in pins]
    assert [pin for pin in extras if pin.lower() not in locked()] == []


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


def test_no_module_of_ours_is_left_out_of_the_check_of_types():
    settings = SETTINGS["tool"]["mypy"]
    assert settings["packages"] == ["course", "grader"]
    assert settings["check_untyped_defs"] and settings["disallow_untyped_defs"]
    assert not [key for key in settings if key.startswith("ignore")] and "exclude" not in settings
    eased = [module for override in settings.get("overrides", []) for module in override["module"]]
    assert [module for module in eased if module.split(".")[0] in ("course", "grader")] == []


@pytest.mark.parametrize(
    "case, text, said",
    [
        ("no types", "def f(a): return a", "no-untyped-def"),
        ("no type of what comes back", "def f(a: int): return a", "no-untyped-def"),
        ("another type", "def f(a: int) -> str: return a", "return-value"),
        (
            "no such entry",
            "from course.checking.data import CaseData\ndef f(c: CaseData) -> str: return c['title']",
            "typeddict",
        ),
        ("an excuse too many", "def f(a: int) -> int: return a  # type: ignore[return-value]", "unused-ignore"),
    ],
)
def test_a_planted_wrong_type_is_found(case, text, said, tmp_path):
    (tmp_path / "planted.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml", tmp_path / "planted.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1 and said in done.stdout, f"{case}: {done.stdout}"


def test_the_wheel_says_that_it_brings_types():
    assert "py.typed" in SETTINGS["tool"]["setuptools"]["package-data"]["course"]
    assert (ROOT / "course" / "py.typed").exists()
