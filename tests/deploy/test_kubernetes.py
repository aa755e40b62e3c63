"""Do the values for Kubernetes hold against the chart's schema, and do they say what the other topologies say?

The schema is the chart's, not ours to keep: it is looked for in Z2JH_SCHEMA or beside the checkout.
"""

import copy
import os
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
import yaml

from deploy.kubernetes.build import MOUNTED, people_and_roles
from deploy.roster import read_roster
from grader.places import ROOT

KUBERNETES = ROOT / "deploy" / "kubernetes"
SCHEMA = Path(os.environ.get("Z2JH_SCHEMA", ROOT.parent / "shared" / "data" / "z2jh-values.schema.yaml"))


def merged(*layers):
    """Return values as Helm puts them together: mappings are merged, all else is replaced."""
    result = {}
    for layer in layers:
        for key, value in copy.deepcopy(layer).items():
            if isinstance(value, dict) and isinstance(result.get(key), dict):
                result[key] = merged(result[key], value)
            else:
                result[key] = value
    return result


def read(name):
    return yaml.safe_load((KUBERNETES / name).read_text(encoding="utf-8"))


@pytest.fixture
def values():
    """What `helm upgrade` is given: the file, and what comes from the roster and the role folders."""
    return merged(read("values.yaml"), people_and_roles(read_roster(ROOT / "deploy" / "roster.example.csv")))


@pytest.fixture
def schema():
    if not SCHEMA.exists():
        pytest.skip(f"the chart's schema is not at {SCHEMA}; set Z2JH_SCHEMA to its jupyterhub/values.schema.yaml")
    return yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))


def problems(values, schema):
    """What Helm would refuse, less keys that are missing: for those the chart has defaults."""
    found = [e for e in jsonschema.Draft7Validator(schema).iter_errors(values) if e.validator != "required"]
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def test_the_values_hold_against_the_charts_schema(values, schema):
    assert problems(values, schema) == []


def test_the_values_for_daskhub_hold_too(values, schema):
    """DaskHub has the same chart below `jupyterhub`."""
    dask = read("dask.yaml")
    assert set(dask) == {"jupyterhub", "dask-gateway"}
    assert problems(merged(values, dask["jupyterhub"]), schema) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"singleuser": {"extrafiles": {}}},
        {"singleuser": {"memory": {"limits": "2G"}}},
        {"hub": {"services": []}},
        {"cull": {"timeout": "2h"}},
    ],
)
def test_a_wrong_value_is_found(values, schema, wrong):
    assert problems(merged(values, wrong), schema) != []


def test_servers_find_every_role_file(values):
    """Each role's folder as it is in deploy/roles, and nothing that is not text for Jupyter."""
    roles = ROOT / "deploy" / "roles"
    here = {p.relative_to(roles).as_posix(): p.read_text() for p in roles.rglob("*") if p.suffix in (".py", ".json")}
    files = {f["mountPath"]: f["stringData"] for f in values["singleuser"]["extraFiles"].values()}
    assert files == {f"{MOUNTED}/{name}": text for name, text in here.items()}
    assert {path.split("/")[4] for path in files} == {"exchange.py", "extensions", "student", "instructor", "grader"}


@pytest.mark.parametrize(
    "name, groups, role, image",
    [
        ("s001", ["nbgrader-convolutions"], "student", "student image"),
        ("instructor1", ["formgrade-convolutions"], "instructor", "student image"),
        ("grader-convolutions", ["formgrade-convolutions"], "grader", "staff image"),
        ("grader-convolutions2", ["nbgrader-convolutions"], "student", "student image"),
    ],
)
def test_only_the_graders_server_gets_the_staff_image(values, name, groups, role, image):
    spawner = SimpleNamespace(
        user=SimpleNamespace(name=name, groups=[SimpleNamespace(name=group) for group in groups]),
        image="student image",
        environment={},
        extra_labels={},
    )
    c = SimpleNamespace(KubeSpawner=SimpleNamespace())
    code = values["hub"]["extraConfig"]["roles"]
    exec(code, {"c": c, "get_config": {"custom.staffImage": "staff image"}.__getitem__})
    c.KubeSpawner.pre_spawn_hook(spawner)
    assert spawner.environment["JUPYTER_CONFIG_PATH"] == f"{MOUNTED}/{role}"
    assert spawner.image == image
    assert ("CONVOLUTIONS_COURSE_ROOT" in spawner.environment) == (role == "grader")


def test_nobody_logs_in_as_the_grader_or_without_being_in_the_roster(values):
    authenticator = values["hub"]["config"]["Authenticator"]
    assert "blocked_users" not in authenticator  # it would take the grader's groups and scopes away
    assert authenticator["allow_existing_users"] is False
    assert set(authenticator["allowed_users"]) == {"s001", "s002", "instructor1"}
    assert "allow_all" not in authenticator
    assert values["hub"]["config"]["JupyterHub"]["authenticator_class"] == "null"


def test_no_secret_is_in_the_files(values):
    """Tokens are given on the command line."""
    assert "apiToken" not in str(values)
    assert "api_token" not in str(values)
    assert "secretToken" not in str(values)
