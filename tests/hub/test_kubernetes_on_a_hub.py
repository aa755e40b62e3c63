"""Does a real JupyterHub take the settings for Kubernetes, and who may open the grader's server then?

Log-in and spawner are replaced, because there is no cluster here; groups, roles and scopes are those of the values.
"""

import json
import re
import time
from types import SimpleNamespace

import pytest
import requests

from deploy.kubernetes.build import people_and_roles
from deploy.roster import read_roster
from deploy.running import RunningHub
from deploy.settings import Settings
from tests.deploy.test_kubernetes import merged, read
from tests.hub.driver import Person, Server, free_ports, missing

pytestmark = [pytest.mark.hub, pytest.mark.timeout(300)]
GRADER, PASSWORD = "grader-convolutions", "open sesame"

CONFIG = """
import json, sys
c = get_config()
values = json.load(open({values!r}))["hub"]
for section, settings in values["config"].items():
    for name, value in settings.items():
        setattr(c[section], name, set(value) if isinstance(value, list) and name.endswith("_users") else value)
c.JupyterHub.load_roles = [{{"name": name, **role}} for name, role in values["loadRoles"].items()]
c.JupyterHub.services = [{{"name": "ngshare", "api_token": "f" * 32, "url": "http://127.0.0.1:1"}}]
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {home!r}
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser", "--allow-root"]
c.Spawner.http_timeout = 90
c.JupyterHub.bind_url = {settings.url!r}
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{settings.hub_port}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{settings.proxy_port}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A hub with the groups, roles and scopes of the values for Kubernetes."""
    if lacking := missing():
        pytest.skip(lacking)
    folder = tmp_path_factory.mktemp("kubernetes")
    roster = folder / "roster.csv"
    roster.write_text("id,first_name,last_name,email,role\ninstructor1,,,,instructor\ns001,,,,student\n")
    values = folder / "values.json"
    values.write_text(json.dumps(merged(read("values.yaml"), people_and_roles(read_roster(roster)))))
    public, api, internal = free_ports(3)
    settings = Settings(
        url=f"http://127.0.0.1:{public}", proxy_port=api, hub_port=internal, state=str(folder), sockets=str(folder)
    )
    home = str(folder / "home" / "{username}")
    config = folder / "config.py"
    proxy = settings.proxy_command()
    config.write_text(CONFIG.format(values=str(values), password=PASSWORD, home=home, settings=settings, proxy=proxy))
    running = RunningHub(str(config.with_suffix("")), settings, folder / "hub.log")
    try:
        running.wait_until_ready()
        yield SimpleNamespace(url=settings.url)
    finally:
        left = running.stop()
    assert not left


def _start_graders_server(person):
    headers = {"X-XSRFToken": person.xsrf("/hub/"), "Referer": person.hub.url}
    url = f"{person.hub.url}/hub/api/users/{GRADER}/server"
    return person.web.post(url, headers=headers, timeout=120).status_code


def _confirm(person):
    """Press "Authorize" on the page that the hub shows before somebody else's server opens for the first time."""
    for _ in range(90):
        page = person.web.get(f"{person.hub.url}/user/{GRADER}/lab", timeout=60)
        if "/spawn-pending/" not in page.url:
            break
        time.sleep(1)
    assert "/hub/api/oauth2/authorize" in page.url
    data = {"_xsrf": person.xsrf("/hub/"), "scopes": re.findall(r'name="scopes" value="([^"]+)"', page.text)}
    person.web.post(page.url, data=data, headers={"Referer": page.url}, timeout=60).raise_for_status()


def test_an_instructor_starts_and_opens_the_graders_server_and_a_student_does_not(hub):
    student, instructor = Person(hub, "s001", PASSWORD), Person(hub, "instructor1", PASSWORD)
    assert _start_graders_server(student) in (403, 404)
    assert _start_graders_server(instructor) in (201, 202)
    _confirm(instructor)
    server = Server(instructor, f"/user/{GRADER}/", seconds=30)
    assert server.get("api/status").json()["kernels"] == 0
    with pytest.raises(PermissionError):
        Server(student, f"/user/{GRADER}/")


def test_an_instructor_may_do_nothing_else(hub):
    instructor = Person(hub, "instructor1", PASSWORD)
    headers = {"X-XSRFToken": instructor.xsrf("/hub/"), "Referer": hub.url}
    for path in ("users", "users/s001", "groups", f"users/{GRADER}/tokens"):
        assert instructor.web.get(f"{hub.url}/hub/api/{path}", headers=headers, timeout=60).status_code in (403, 404), (
            path
        )


@pytest.mark.parametrize("name", [GRADER, "nobody"])
def test_who_is_not_in_the_roster_does_not_get_in(hub, name):
    with pytest.raises((PermissionError, requests.HTTPError)):
        Person(hub, name, PASSWORD)
