"""Is the watcher off until somebody asks for it, and do hub and systemd start what there is?"""

import shlex

import pytest
from traitlets.config import Config

from deploy.hub.common import add_watcher
from deploy.settings import CHECKOUT, Settings
from grader.cli import main


def services(topology="shared_grader", **settings):
    """Return the services that are added."""
    c = Config()
    c.JupyterHub.services = [{"name": "convolutions"}]
    add_watcher(c, Settings(**settings), topology, "grader-convolutions")
    return c.JupyterHub.services[1:]


def options(command):
    """Return what `python -m grader watch` makes of a command line."""
    arguments = command[command.index("watch") + 1 :]
    return main.commands["watch"].make_context("watch", list(arguments)).params


@pytest.mark.parametrize(
    "watch, assignments",
    [("all", ()), ("1-cross-correlation", ("1-cross-correlation",)), ("1-a, 2-b", ("1-a", "2-b"))],
)
def test_a_hub_watches_what_the_setting_names(watch, assignments):
    (service,) = services(watch=watch)
    assert options(service["command"])["assignments"] == assignments
    assert options(service["command"])["wait"]
    assert service["user"] == "grader-convolutions"
    assert "JUPYTERHUB_API_TOKEN" in service["command"], "its token is taken away"


def test_by_default_nothing_watches():
    assert services() == []


def test_where_all_share_an_account_the_service_has_none_of_its_own():
    (service,) = services(watch="all", accounts="shared")
    assert "user" not in service


def test_an_exchange_that_is_no_folder_is_refused():
    with pytest.raises(SystemExit, match="CONVOLUTIONS_WATCH"):
        services("ngshare", watch="all")


def test_systemd_starts_what_there_is():
    unit = (CHECKOUT / "deploy" / "watch.service").read_text(encoding="utf-8")
    lines = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line and not line.startswith("#"))
    assert options(shlex.split(lines["ExecStart"]))["wait"]
    assert lines["KillMode"] == "mixed", "the fork server must live until the watcher ends"
