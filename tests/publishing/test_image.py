"""Does the exported tree hold what repo2docker makes an image from, and does `postBuild` do what it says?"""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

import course
from grader.publishing.secrets import find_secrets
from grader.tasks import COURSE

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(exported, tmp_path_factory):
    """A throw-away environment in which the tree's postBuild has run, without network: (folder, variables)."""
    folder = tmp_path_factory.mktemp("image")
    _environment_with_our_packages(folder / "env")
    _stand_in("ngshare_exchange", "0.5.3", folder)
    tree = shutil.copytree(exported, folder / "tree")
    environment = {
        "PATH": f"{folder / 'env' / 'bin'}:/usr/bin:/bin",
        "HOME": str(folder),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(folder),
        "PIP_CONFIG_FILE": os.devnull,
    }
    done = subprocess.run(["./postBuild"], cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "env", environment


def _environment_with_our_packages(env):
    """Make what `conda env create` would: a Python of its own, with the packages, programs and data of this one."""
    venv.create(env, with_pip=True)
    ours = Path(sys.prefix)
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    (_site_packages(env) / "ours.pth").write_text(f"{packages}\n")
    for program in (ours / "bin").glob("jupyter*"):
        script = program.read_text().partition("\n")[2]
        (env / "bin" / program.name).write_text(f"#!{env / 'bin' / 'python'}\n{script}")
        (env / "bin" / program.name).chmod(0o755)
    shutil.copytree(ours / "etc", env / "etc")
    (env / "share" / "jupyter" / "lab").mkdir(parents=True)
    for data in ("labextensions", "lab/schemas", "lab/static", "lab/themes"):
        (env / "share" / "jupyter" / data).symlink_to(ours / "share" / "jupyter" / data)


def _site_packages(env):
    return next((env / "lib").glob("python3*/site-packages"))


def _stand_in(name, version, folder):
    """Write an empty wheel, so that an installation from the network can be run without one."""
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def _run(built, *command):
    env, environment = built
    command = [env / "bin" / command[0], *command[1:]]
    done = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_the_tree_is_what_repo2docker_needs_and_nothing_of_the_staffs(exported):
    wheel = f"convolutions_course-{course.__version__}-py3-none-any.whl"
    laptop = {"README.md", "start.py"}
    image = {"environment.yml", "jupyter", "postBuild"}
    assert {path.name for path in exported.iterdir()} == laptop | image | {"release", "LICENSE", wheel}
    assert {path.suffix for path in exported.glob("jupyter/**/*.*")} == {".json"}
    assert {path.parent.name for path in exported.glob("release/*/*")} == set(COURSE.names)
    assert {path.suffix for path in exported.glob("release/*/*")} == {".ipynb"}
    assert find_secrets(exported) == []
    environment = yaml.safe_load((exported / "environment.yml").read_text())
    assert any(str(entry).startswith("python=") for entry in environment["dependencies"])
    assert os.access(exported / "postBuild", os.X_OK)


def test_postbuild_is_valid_bash(exported):
    done = subprocess.run(["bash", "-n", exported / "postBuild"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_course_is_installed_in_the_image(built):
    installed = Path(_run(built, "python", "-c", "import course; print(course.__file__)").strip())
    assert installed.is_relative_to(_site_packages(built[0]))


@pytest.fixture(scope="module")
def listed(built):
    """What Jupyter says of its extensions in the image: {"server": text, "lab": the disabled ones}."""
    server = re.sub(r"\x1b\[\d+m", "", _run(built, "jupyter", "server", "extension", "list"))
    lab = _run(built, "jupyter", "labextension", "list").partition("Disabled extensions:")[2]
    return {"server": server, "lab": lab.split()}


@pytest.mark.parametrize(
    "tool, there",
    [
        ("nbgrader.server_extensions.formgrader", False),
        ("nbgrader.server_extensions.course_list", False),
        ("nbgrader.server_extensions.assignment_list", True),
        ("nbgrader.server_extensions.validate_assignment", True),
    ],
)
def test_the_server_has_students_tools_only(listed, tool, there):
    assert f"{tool} {'enabled' if there else 'disabled'}" in listed["server"]


def test_jupyterlab_has_students_tools_only(listed):
    tools = ("formgrader", "create-assignment", "course-list")
    assert set(listed["lab"]) == {f"@jupyter/nbgrader:{tool}" for tool in tools}


def test_jupyterlab_keeps_widgets(built):
    """The setting must be one of a plugin that is there."""
    overrides = built[0] / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"
    (plugin, settings), *_ = json.loads(overrides.read_text()).items()
    package, _, name = plugin.partition(":")
    schema = built[0] / "share" / "jupyter" / "labextensions" / package / "schemas" / package / f"{name}.json"
    assert settings == {"saveState": True}
    assert set(settings) <= set(json.loads(schema.read_text())["properties"])
