"""What the hub configurations share: addresses, log-in, groups, scopes, and how servers are started."""

import os
import sys
from pathlib import Path

from deploy.roster import names, read_roster
from deploy.settings import CHECKOUT, read_settings

BIN = Path(sys.executable).parent
# what everybody's own server may do by its token: JupyterHub's default
OWN_SERVER = ["users:activity!user", "access:servers!user"]


def configure(c, topology):
    """Set everything that the topologies have in common on the configuration `c`; return (settings, roster).

    After it, an operator's own file may change what it likes, for example the authenticator.
    """
    settings = read_settings()
    people = read_roster(settings.roster)
    students, instructors = names(people, "student"), names(people, "instructor")

    # loopback only, every port explicit; TLS is the business of a web server in front
    c.JupyterHub.bind_url = settings.url
    c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{settings.hub_port}"
    c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{settings.proxy_port}"
    c.ConfigurableHTTPProxy.command = [settings.proxy_command()]

    # the database holds tokens and is made readable for all: the folder must not be
    state = Path(settings.state)
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    state.chmod(0o700)
    c.JupyterHub.db_url = f"sqlite:///{state}/jupyterhub.sqlite"
    c.JupyterHub.cookie_secret_file = f"{state}/cookie_secret"
    c.ConfigurableHTTPProxy.pid_file = f"{state}/proxy.pid"
    c.JupyterHub.cleanup_servers = True

    # only who is in the roster may log in
    c.JupyterHub.authenticator_class = settings.authenticator
    c.Authenticator.allowed_users = {*students, *instructors}
    # JupyterHub takes the capitals out of a log-in name; the gradebook has the roster's spelling
    c.Authenticator.username_map = {name.lower(): name for name in [*students, *instructors] if name != name.lower()}
    c.PAMAuthenticator.open_sessions = False
    if settings.authenticator == "dummy":
        c.DummyAuthenticator.password = settings.password
    c.JupyterHub.load_groups = {
        settings.group: {"users": students},
        settings.graders_group: {"users": instructors},
    }

    # no role gives a server more than its owner needs
    c.Spawner.server_token_scopes = list(OWN_SERVER)
    c.Spawner.cmd = single_user(settings)
    c.Spawner.default_url = "/lab"
    c.Spawner.http_timeout = 90
    c.Spawner.environment = servers_environment(settings, topology) | {
        "JUPYTER_CONFIG_PATH": lambda spawner: role_folder(settings, topology, spawner.user.name in instructors),
        "JUPYTER_RUNTIME_DIR": lambda spawner: sockets(settings, spawner.user.name),
    }
    c.LocalProcessSpawner.interrupt_timeout = 1  # servers ignore the first SIGINT
    if settings.shared_account:
        c.JupyterHub.spawner_class = "simple"
        c.SimpleLocalProcessSpawner.home_dir_template = f"{settings.homes}/{{username}}"
    else:
        c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
    return settings, people


# jsonschema would build 38 grammars of URIs on import: more than half of the processor time of a server's start
START_SERVER = "import sys; sys.modules['rfc3987_syntax'] = None; from jupyterhub.singleuser import main; main()"


def single_user(settings):
    """The command that starts a server."""
    command = [sys.executable, "-c", START_SERVER]
    if settings.shared_account and os.geteuid() == 0:
        command.append("--allow-root")
    return command


def servers_environment(settings, topology):
    """The variables that every server gets; the role folders read them."""
    variables = {
        "PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin",
        "CONVOLUTIONS_TOPOLOGY": topology,
        "CONVOLUTIONS_COURSE": settings.course,
        "CONVOLUTIONS_ACCOUNTS": settings.accounts,
        "CONVOLUTIONS_EXCHANGE": settings.exchange,
        "OMP_NUM_THREADS": "1",  # torch would take every core, for every kernel
    }
    if topology == "ngshare":
        variables["CONVOLUTIONS_NGSHARE"] = f"http://127.0.0.1:{settings.ngshare_port}/services/ngshare"
    # tests and the demonstration: another JupyterHub beside the installed one, and a mark to find processes by
    for name in ("PYTHONPATH", "CONVOLUTIONS_MARK"):
        if os.environ.get(name):
            variables[name] = os.environ[name]
    return variables


def role_folder(settings, topology, is_instructor):
    """The configuration folder of a person's own server."""
    role = "student"
    if is_instructor:
        role = "grader" if topology == "one_class" else "instructor"
    return str(Path(settings.roles) / role)


def sockets(settings, account):
    """The folder of an account's kernel sockets; their paths must stay under 108 bytes, with 45 for the name."""
    if settings.sockets:
        return f"{settings.sockets}/{account}"
    return f"{settings.home(account)}/.jupyter-run"


def graders_environment(settings, account):
    """The variables that the grading server gets in addition."""
    variables = {"CONVOLUTIONS_COURSE_ROOT": settings.root(account), "CONVOLUTIONS_ROSTER": settings.roster}
    if settings.database:
        variables["CONVOLUTIONS_DATABASE"] = settings.database
    return variables


def add_shared_grader(c, settings, topology, more_scopes=()):
    """Add the formgrader that all instructors share: a service with an account, and a token, of its own."""
    course, grader = settings.course, settings.grader
    only = f"!service={course}"
    c.Authenticator.allowed_users |= {grader}  # nbgrader looks its groups up, so the hub must know it
    c.JupyterHub.load_groups[settings.graders_group]["users"].append(grader)
    c.JupyterHub.load_roles = [
        {
            # instructors may open the grader's server and see it listed
            "name": settings.graders_group,
            "groups": [settings.graders_group],
            "scopes": [f"access:services{only}", "list:services", f"read:services{only}"],
        },
        {
            # the service looks up its own groups and keeps the group of students; no admin token, no `inherit`
            "name": f"grader-{course}",
            "services": [course],
            "scopes": [
                f"read:users:name!user={grader}",
                f"read:users:groups!user={grader}",
                "list:groups",
                f"groups!group={settings.group}",
                *more_scopes,
            ],
        },
    ]
    # nbgrader in everybody's server looks up its owner's groups; scopes that the owner lacks have no effect
    c.Spawner.server_token_scopes = [
        *OWN_SERVER,
        "read:users:name!user",
        "read:users:groups!user",
        "list:services",
        f"read:services{only}",
        *more_scopes,
    ]
    command = single_user(settings)
    if settings.shared_account:
        command = ["/usr/bin/env", f"JUPYTERHUB_USER={grader}", f"HOME={settings.home(grader)}", *command]
    service = {
        "name": course,
        "url": f"http://127.0.0.1:{settings.service_port}",
        "cwd": settings.home(grader),
        "command": command,
        "oauth_no_confirm": True,
        "environment": servers_environment(settings, topology)
        | graders_environment(settings, grader)
        | {
            "JUPYTER_CONFIG_PATH": str(Path(settings.roles) / "grader"),
            "JUPYTER_RUNTIME_DIR": sockets(settings, grader),
            "JUPYTERHUB_DEFAULT_URL": "/lab?formgrader=true",
        },
    }
    if not settings.shared_account:
        service["user"] = grader
    c.JupyterHub.services = [service | patience()]
    add_watcher(c, settings, topology, grader)


def add_watcher(c, settings, topology, grader):
    """Where the setting `watch` names assignments, add a service that grades and answers them as they arrive.

    It runs as the account that grades and asks the hub nothing, so that its token goes unused.
    """
    if not settings.watch:
        return
    if topology == "ngshare":
        raise SystemExit("CONVOLUTIONS_WATCH: `watch` needs an exchange that is a folder, and here it is ngshare")
    named = [] if settings.watch == "all" else [name.strip() for name in settings.watch.split(",")]
    service = {
        "name": f"{settings.course}-watch",
        "cwd": settings.root(grader),
        "command": [
            *("/usr/bin/env", "-u", "JUPYTERHUB_API_TOKEN", f"HOME={settings.home(grader)}"),
            *(sys.executable, "-m", "grader", "watch", "--wait", *named),
        ],
        "environment": servers_environment(settings, topology)
        | graders_environment(settings, grader)
        | {
            "JUPYTER_CONFIG_PATH": str(Path(settings.roles) / "grader"),
            "JUPYTER_RUNTIME_DIR": sockets(settings, grader),
            "PYTHONUNBUFFERED": "1",  # what it did stands in the hub's log at once
        },
    }
    if not settings.shared_account:
        service["user"] = grader
    c.JupyterHub.services = [*c.JupyterHub.services, service]


def patience():
    """More time for a service to start, where JupyterHub has such a setting; 5.5 gives up, and stops, after 10 s."""
    from jupyterhub.services.service import Service

    return {"timeout": 120} if "timeout" in Service.class_trait_names() else {}


__all__ = ["CHECKOUT", "add_shared_grader", "add_watcher", "configure", "graders_environment", "patience"]
