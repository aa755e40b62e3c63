"""`make hub`: the course on a JupyterHub on this machine, to click through as a student and as an instructor.

Everybody runs under your account, which is no protection at all: for a demonstration only.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import psutil

from deploy.course_folder import install_course
from deploy.running import HubFailed, RunningHub
from deploy.settings import CHECKOUT, TOPOLOGIES, Settings

PASSWORD = "convolutions"
ROSTER = "id,first_name,last_name,email,role\ninstructor1,,,,instructor\ns001,,,,student\ns002,,,,student\n"
CLICKS = """
{url}    the password of everybody is {password}

  s001, s002     Nbgrader > Assignment List: Fetch, open, solve, Validate, Submit; after grading Fetch Feedback
  instructor1    {grader}
                 Collect, Autograde, Manual Grading, Generate Feedback, Release Feedback

Log out between two people, or use a private window for one.  Everything is in {folder}.
The log is {log}.  Ctrl-C stops the hub.
"""
GRADER = {
    "one_class": "Nbgrader > Formgrader",
    "shared_grader": "Nbgrader > Course List, or File > Hub Control Panel > Services: the course's own formgrader",
    "ngshare": "Nbgrader > Course List, or File > Hub Control Panel > Services: the course's own formgrader",
}


def prepare(folder, topology, ports, roster=ROSTER, private=None, assignments=()):
    """Make everything that a hub under one account needs below `folder`, and return its settings.

    `ports` are five free ones; `assignments` are released, by default all.
    """
    folder = Path(folder)
    for name in ("home", "exchange", "hub", "ngshare"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in ("hub", "ngshare"):
        (folder / name).chmod(0o700)
    (folder / "roster.csv").write_text(roster)
    settings = Settings(
        roster=str(folder / "roster.csv"),
        roles=str(CHECKOUT / "deploy" / "roles"),
        state=str(folder / "hub"),
        exchange=str(folder / "exchange"),
        homes=str(folder / "home"),
        accounts="shared",
        authenticator="dummy",
        password=PASSWORD,
        url=f"http://127.0.0.1:{ports[0]}",
        proxy_port=ports[1],
        hub_port=ports[2],
        service_port=ports[3],
        ngshare_port=ports[4],
        ngshare_state=str(folder / "ngshare"),
        ngshare_python=str(CHECKOUT / "build" / "hub" / "ngshare" / "bin" / "python"),
        sockets=tempfile.mkdtemp(prefix="cv-hub-"),  # short, and readable by this account only
    )
    (folder / "exchange").chmod(0o1777)  # nbgrader wants it writable for all
    grader = "instructor1" if topology == "one_class" else settings.grader
    root = settings.root(grader)
    try:
        install_course(root, private)
        if topology != "ngshare":  # which can be released to when it runs
            environment = as_role(settings, topology, grader)
            _run([sys.executable, "-m", "deploy.course_folder", *assignments], root, environment)
    except BaseException:
        shutil.rmtree(settings.sockets)
        raise
    return settings


def as_role(settings, topology, account, role="grader"):
    """The environment of a command line as an account has it in its server's terminal."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")},
        **settings.environment(),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": settings.home(account),
        "CONVOLUTIONS_TOPOLOGY": topology,
        "CONVOLUTIONS_COURSE_ROOT": settings.root(account),
        "JUPYTERHUB_USER": account,
        "JUPYTER_CONFIG_PATH": str(Path(settings.roles) / role),
    }


def _run(command, folder, environment):
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[1:])} failed:\n{done.stdout}{done.stderr}")


def _interrupted(*_):
    raise KeyboardInterrupt


def _busy(ports):
    listening = {c.laddr.port for c in psutil.net_connections("tcp") if c.status == psutil.CONN_LISTEN}
    return sorted(listening.intersection(ports))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--topology", type=click.Choice(TOPOLOGIES[:2]), default="one_class", show_default=True)
@click.option("--port", default=8000, show_default=True, help="where to click; the four after it are used, too")
@click.option("--folder", default=str(CHECKOUT / "build" / "hub" / "demo"), show_default=True)
@click.option("--keep", is_flag=True, help="go on with the homes and the gradebook of the last time")
@click.option("--assignment", "assignments", multiple=True, help="release this one only; may be repeated")
def main(topology, port, folder, keep, assignments):
    """Run the course on a JupyterHub on this machine, with two students and an instructor."""
    ports = range(port, port + 5)
    if _busy(ports):
        raise SystemExit(f"port {_busy(ports)[0]} is in use; choose another with --port")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupted)  # SIGINT too: a shell ignores it for what it starts in the background
    folder, hub, settings = Path(folder).resolve(), None, None
    try:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
        click.echo("... preparing the course, its hidden cases and its release", err=True)
        settings = prepare(folder, topology, ports, private=CHECKOUT / "private", assignments=assignments)
        click.echo("... starting JupyterHub", err=True)
        log = folder / "hub.log"
        hub = RunningHub(topology, settings, log)
        hub.wait_until_ready()
        click.echo(CLICKS.format(url=settings.url, password=PASSWORD, grader=GRADER[topology], folder=folder, log=log))
        status = hub.process.wait()
        click.echo(f"the hub stopped by itself ({status}):\n{hub.last_lines()}", err=True)
    except KeyboardInterrupt:
        click.echo("\n... stopping", err=True)
    except HubFailed as error:
        raise SystemExit(str(error)) from None
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # once is enough: stopping takes a few seconds
        if hub:
            with contextlib.suppress(psutil.Error):
                killed = hub.stop()
                if killed:
                    click.echo(f"{len(killed)} processes had to be killed", err=True)
        if settings:
            shutil.rmtree(settings.sockets, ignore_errors=True)
            click.echo("stopped; nothing is left running", err=True)


if __name__ == "__main__":
    main(prog_name="python -m deploy.demo")
