"""A real JupyterHub for tests, and people who use it as their browser would: log-in form, XSRF, OAuth, sockets."""

import contextlib
import dataclasses
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import requests
import websocket

from deploy.demo import PASSWORD, as_role, prepare
from deploy.running import RunningHub
from deploy.settings import CHECKOUT

ASSIGNMENT, NOTEBOOK = "1-cross-correlation", "cross-correlation"
COURSE = "convolutions"
ROSTER = """id,first_name,last_name,email,role
instructor1,,,,instructor
instructor2,,,,instructor
s001,,,,student
s002,,,,student
"""
ONE_INSTRUCTOR = ROSTER.replace("instructor2,,,,instructor\n", "")
INSTALLED = "6.1.1"  # the version in this environment; another one lies beside it, see the Makefile


def overlay(version):
    """Return where another version of the package jupyterhub is, or None for the installed one."""
    return None if version == INSTALLED else CHECKOUT / "build" / "hub" / f"jupyterhub-{version}"


@contextlib.contextmanager
def watching(look):
    """Call `look` five times a second while the body runs."""
    done = threading.Event()

    def watch():
        while not done.wait(0.2):
            look()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


NGSHARE_EXCHANGE = CHECKOUT / "build" / "hub" / "ngshare-exchange"  # its requirements cannot be met, its code runs


def missing(version=INSTALLED):
    """Say what a hub of this version lacks on this machine; an empty text where it can run."""
    import importlib.util

    if importlib.util.find_spec("jupyterhub") is None:
        return "jupyterhub is not installed: make hub-check installs it"
    if overlay(version) and not overlay(version).exists():
        return f"{overlay(version)} is missing: make hub-test installs it"
    proxy = CHECKOUT / "build" / "hub" / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
    if not proxy.exists() and not shutil.which("configurable-http-proxy"):
        return "configurable-http-proxy is not installed: make hub-check installs it"
    return ""


def free_ports(count):
    """Return ports in a row that nobody uses right now, below those that Linux gives to outgoing connections."""
    for _ in range(100):
        first = random.randrange(20_000, 32_000)
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            for port in range(first, first + count):
                stack.enter_context(socket.socket()).bind(("127.0.0.1", port))
            return list(range(first, first + count))
    raise RuntimeError(f"no {count} free ports in a row")


@contextlib.contextmanager
def hub_under_one_account(
    folder, topology, version=INSTALLED, roster=None, assignments=(ASSIGNMENT,), environment=None, **more
):
    """Yield a `Hub` with everybody under this account, the assignments released; it is stopped afterwards.

    `more` are settings beside those of the demonstration.
    """
    roster = roster or (ONE_INSTRUCTOR if topology == "one_class" else ROSTER)
    settings = prepare(folder, topology, free_ports(5), roster, CHECKOUT / "private", assignments)
    settings = dataclasses.replace(settings, **more)
    beside = [overlay(version)] if overlay(version) else []
    if topology == "ngshare":
        beside.append(NGSHARE_EXCHANGE)
    environment = {"PYTHONPATH": os.pathsep.join(map(str, beside)), **(environment or {})}
    running = RunningHub(topology, settings, Path(folder) / "hub.log", environment)
    try:
        running.wait_until_ready()
        yield Hub(running, topology)
    finally:
        killed = running.stop()
        shutil.rmtree(settings.sockets, ignore_errors=True)
    assert not killed, f"left running by the hub: {killed}"


class Hub:
    """A hub that runs: `url`, `settings`, `grader` (its account), `root` (its course folder), `folder(name)`."""

    def __init__(self, running, topology):
        self.running, self.settings, self.topology = running, running.settings, topology
        self.url = self.settings.url
        self.grader = "instructor1" if topology == "one_class" else self.settings.grader
        self.root = Path(self.settings.root(self.grader))

    def home(self, name):
        """The home folder of a person."""
        return Path(self.settings.home(name))

    def log_in(self, name, password=None):
        """Return a `Person` who has filled in the log-in form.

        Raises:
            PermissionError: the hub does not let them in.
        """
        return Person(self, name, password or self.settings.password or PASSWORD)

    def formgrader(self, person):
        """Return the `Formgrader` that this instructor uses here: in the own server, or the shared one."""
        if self.topology == "one_class":
            return Formgrader(person.server())
        return Formgrader(person.service(self.settings.course))

    def run(self, name, *command, role="grader", **options):
        """Run a command as this account has it in its terminal, in the course folder for the role `grader`."""
        environment = as_role(self.settings, self.topology, name, role)
        folder = self.root if role == "grader" else self.home(name)
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False, **options
        )

    def nbgrader(self, name, *arguments, role="grader"):
        """Run `nbgrader ...` as an account; see `run`."""
        return self.run(name, sys.executable, "-m", "nbgrader", *arguments, role=role)


class Person:
    """Somebody's browser: a session with the hub's cookies."""

    def __init__(self, hub, name, password):
        self.hub, self.name = hub, name
        self.web = requests.Session()
        self.web.trust_env = False
        form = self.web.get(f"{hub.url}/hub/login", timeout=60)
        form.raise_for_status()
        data = {"username": name, "password": password, "_xsrf": self.xsrf("/hub/")}
        answer = self.web.post(f"{hub.url}/hub/login?next=/hub/home", data=data, timeout=60)
        if answer.status_code == 403:
            raise PermissionError(f"{name} may not log in")
        answer.raise_for_status()

    def xsrf(self, path):
        """The cookie against cross-site requests that was set for a path."""
        found = [c.value for c in self.web.cookies if c.name == "_xsrf" and path.startswith(c.path)]
        return found[-1] if found else ""

    def spawn(self):
        """Start this person's server and return it."""
        url = f"{self.hub.url}/hub/api/users/{self.name}/server"
        answer = self.web.post(url, headers={"X-XSRFToken": self.xsrf("/hub/"), "Referer": self.hub.url}, timeout=120)
        answer.raise_for_status()
        return self.server()

    def server(self, seconds=90):
        """Return this person's running `Server`, signed in by OAuth."""
        return Server(self, f"/user/{self.name}/", seconds)

    def service(self, name):
        """Return a hub service as a `Server`, signed in by OAuth.

        Raises:
            PermissionError: it is not for this person.
        """
        return Server(self, f"/services/{name}/")

    def token(self):
        """The token that this person's own server has in its environment."""
        return self.server().run("import os; print(os.environ['JUPYTERHUB_API_TOKEN'])").strip()


class Server:
    """A Jupyter server behind the hub, as one person sees it."""

    def __init__(self, person, prefix, seconds=60):
        self.person, self.prefix, self.web = person, prefix, person.web
        self.url = person.hub.url + prefix
        limit = time.monotonic() + seconds
        while True:
            answer = self.web.get(self.url + "lab", timeout=60)  # through OAuth, which sets the cookies
            if answer.status_code == 403:
                raise PermissionError(f"{person.name} may not open {prefix}")
            if answer.ok and answer.url.startswith(self.url):
                break
            if time.monotonic() > limit:
                raise TimeoutError(f"{self.url} did not open: {answer.status_code} at {answer.url}")
            time.sleep(0.5)
        self.get("api/status")  # sets the server's own XSRF cookie

    def get(self, path, **options):
        """GET a path below this server; raises for errors unless `check=False`."""
        return self.send("GET", path, **options)

    def post(self, path, **options):
        """POST with the XSRF header."""
        return self.send("POST", path, **options)

    def put(self, path, **options):
        """PUT with the XSRF header."""
        return self.send("PUT", path, **options)

    def send(self, method, path, check=True, **options):
        """Send a request as the page of this server would."""
        headers = {"X-XSRFToken": self.person.xsrf(self.prefix), "Referer": self.url}
        answer = self.web.request(method, self.url + path, headers=headers, timeout=300, **options)
        if check and not answer.ok:
            raise AssertionError(f"{method} {path}: {answer.status_code} {answer.text[:1000]}")
        return answer

    # -- files and kernels

    def read(self, path):
        """Return the content of a text file or notebook in this server's folder."""
        return self.get(f"api/contents/{path}").json()["content"]

    def write_notebook(self, path, nb):
        """Save a notebook as JupyterLab does."""
        self.put(f"api/contents/{path}", json={"type": "notebook", "format": "json", "content": nb})

    @contextlib.contextmanager
    def kernel(self):
        """Yield a function that runs code in one new kernel and returns what it printed."""
        kernel = self.post("api/kernels", json={"name": "python3"}).json()["id"]
        cookies = "; ".join(
            f"{c.name}={c.value}" for c in self.web.cookies if self.prefix.startswith(c.path) or c.path == "/"
        )
        url = f"{self.url.replace('http', 'ws', 1)}api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        channel = websocket.create_connection(
            url, timeout=120, cookie=cookies, origin=self.person.hub.url, suppress_origin=False
        )
        try:
            yield lambda code: _run_in_kernel(channel, code)
        finally:
            channel.close()
            self.send("DELETE", f"api/kernels/{kernel}")

    def run(self, code):
        """Run code in a new kernel of this server and return what it printed; an error is raised."""
        with self.kernel() as run:
            return run(code)

    # -- nbgrader as a student

    def assignments(self):
        """Return nbgrader's list of assignments: {(assignment, status): entry}."""
        answer = self.get("assignments", params={"course_id": COURSE}).json()
        assert answer["success"], answer
        return {(entry["assignment_id"], entry["status"]): entry for entry in answer["value"]}

    def exchange(self, action, assignment=ASSIGNMENT):
        """Press a button of the assignment list: `fetch`, `submit`, `fetch_feedback`; return its JSON."""
        data = {"course_id": COURSE, "assignment_id": assignment}
        answer = self.post(f"assignments/{action}", data=data).json()
        assert answer["success"], answer["value"]
        return answer

    def validate(self, path):
        """Press Validate; return its JSON."""
        return self.post("assignments/validate", data={"path": path}).json()


class Formgrader:
    """nbgrader's formgrader on one server; every call returns its JSON and its own word on success is not believed."""

    def __init__(self, server):
        self.server = server
        self.page("")  # sets what the page sets

    def page(self, path):
        """Return the HTML of a page."""
        return self.server.get(f"formgrader/{path}").text

    def _post(self, path):
        return self.server.post(f"formgrader/api/{path}").json()

    def generate(self, assignment=ASSIGNMENT):
        """Generate the students' version."""
        return self._post(f"assignment/{assignment}/assign")

    def release(self, assignment=ASSIGNMENT):
        """Release an assignment."""
        return self._post(f"assignment/{assignment}/release")

    def collect(self, assignment=ASSIGNMENT):
        """Collect submissions."""
        return self._post(f"assignment/{assignment}/collect")

    def autograde(self, student, assignment=ASSIGNMENT):
        """Grade one student."""
        return self._post(f"submission/{assignment}/{student}/autograde")

    def generate_feedback(self, assignment=ASSIGNMENT):
        """Generate everybody's feedback."""
        return self._post(f"assignment/{assignment}/generate_feedback")

    def release_feedback(self, assignment=ASSIGNMENT):
        """Release everybody's feedback."""
        return self._post(f"assignment/{assignment}/release_feedback")

    def submission(self, student, assignment=ASSIGNMENT):
        """Return the gradebook's entry of one submission: scores, status."""
        return self.server.get(f"formgrader/api/submission/{assignment}/{student}").json()

    def notebook_id(self, student, assignment=ASSIGNMENT, notebook=NOTEBOOK):
        """Return the id of a student's submitted notebook."""
        found = self.server.get(f"formgrader/api/submitted_notebooks/{assignment}/{notebook}").json()
        return next(entry["id"] for entry in found if entry["student"] == student)

    def grades(self, student, assignment=ASSIGNMENT, notebook=NOTEBOOK):
        """Return {cell: grade} of a student's notebook."""
        number = self.notebook_id(student, assignment, notebook)
        found = self.server.get("formgrader/api/grades", params={"submission_id": number}).json()
        return {grade["name"]: grade for grade in found}

    def mark(self, student, cell, score, comment=None, assignment=ASSIGNMENT, notebook=NOTEBOOK):
        """Type a score, and a comment, for a written answer."""
        number = self.notebook_id(student, assignment, notebook)
        grade = self.grades(student, assignment, notebook)[cell]
        self.server.put(f"formgrader/api/grade/{grade['id']}", json={"manual_score": score})
        if comment is not None:
            found = self.server.get("formgrader/api/comments", params={"submission_id": number}).json()
            (entry,) = [entry for entry in found if entry["name"] == cell]
            self.server.put(f"formgrader/api/comment/{entry['id']}", json={"manual_comment": comment})


def _run_in_kernel(channel, code):
    request = uuid.uuid4().hex
    header = {"msg_id": request, "msg_type": "execute_request", "username": "", "session": request, "version": "5.3"}
    content = {"code": code, "silent": False, "allow_stdin": False, "stop_on_error": True}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    channel.send(json.dumps(message))
    printed = []
    limit = time.monotonic() + 120
    while time.monotonic() < limit:
        answer = json.loads(channel.recv())
        if answer["parent_header"].get("msg_id") != request:
            continue
        kind, content = answer["header"]["msg_type"], answer["content"]
        if kind == "stream":
            printed.append(content["text"])
        elif kind == "error":
            raise AssertionError("\n".join([*printed, *content["traceback"]]))
        elif kind == "status" and content["execution_state"] == "idle":
            return "".join(printed)
    raise TimeoutError("the kernel did not finish within 120 s")


__all__ = ["ASSIGNMENT", "NOTEBOOK", "Formgrader", "Hub", "Person", "Server", "hub_under_one_account", "missing", "os"]
