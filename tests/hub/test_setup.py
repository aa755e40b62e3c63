"""Does setting up do nothing in a dry run, everything once, nothing twice, and find what is wrong later?"""

import os
import pwd
import shutil
from pathlib import Path

import pytest

from deploy.settings import Settings, read_settings
from tests.hub.accounts import machine, missing_for_accounts, set_up


def test_settings_come_from_the_environment_and_say_what_is_wrong():
    assert read_settings({"CONVOLUTIONS_HUB_PORT": "9", "CONVOLUTIONS_EXCHANGE": "/x"}) == Settings(
        hub_port=9, exchange="/x"
    )
    with pytest.raises(SystemExit, match="CONVOLUTIONS_HUB_PORT=http: a whole number is needed"):
        read_settings({"CONVOLUTIONS_HUB_PORT": "http"})
    with pytest.raises(SystemExit, match="possible are unix and shared"):
        read_settings({"CONVOLUTIONS_ACCOUNTS": "some"})


# -- the set-up, on a machine with accounts


def tree(folder):
    """Every path with owner, mode and time of change of content."""
    found = {}
    for path in [folder, *folder.rglob("*")]:
        details = path.lstat()
        found[str(path)] = (details.st_uid, details.st_gid, details.st_mode, details.st_mtime_ns)
    return found


@pytest.mark.hub
@pytest.mark.slow
def test_set_up_is_dry_then_done_then_stable_then_checked():
    lacking = missing_for_accounts()
    if lacking:
        pytest.skip(lacking)
    with machine(prepared=False) as (settings, folder):
        before = tree(folder)
        dry = set_up(settings, "shared_grader", "--accounts", "--dry-run")
        assert "would  account s001 (it does not exist" in dry.stdout
        assert tree(folder) == before
        with pytest.raises(KeyError):
            pwd.getpwnam("s001")
        without = set_up(settings, "shared_grader", "--check")
        assert without.returncode == 1 and "WRONG  account s001: it does not exist; --accounts" in without.stdout

        first = set_up(settings, "shared_grader", "--accounts")
        assert first.returncode == 0, first.stdout + first.stderr
        exchange, home = Path(settings.exchange), Path(settings.home(settings.grader))
        modes = {
            exchange: (0o1777, "root"),
            exchange / "convolutions" / "inbound": (0o1733, settings.grader),
            exchange / "convolutions": (0o755, settings.grader),
            home: (0o700, settings.grader),
            home / "convolutions" / "private": (0o700, settings.grader),
            Path(settings.home("s001")): (0o700, "s001"),
            Path(settings.state): (0o700, "root"),
        }
        assert {path: (path.stat().st_mode & 0o7777, path.owner()) for path in modes} == modes

        (home / "convolutions" / "gradebook.db").write_text("grades")
        os.chown(home / "convolutions" / "gradebook.db", *pwd.getpwnam(settings.grader)[2:4])
        once = tree(folder)
        again = set_up(settings, "shared_grader", "--accounts")
        assert again.returncode == 0 and "done" not in again.stdout.replace("done by", "")
        assert tree(folder) == once

        exchange.chmod(0o777)
        Path(settings.home("s001")).chmod(0o755)
        (Path(settings.roles) / "grader" / "nbgrader_config.py").write_text("c = get_config()\n")
        shutil.rmtree(exchange / "convolutions" / "inbound")
        checked = set_up(settings, "shared_grader", "--check")
        assert checked.returncode == 1 and "4 things are not right" in checked.stderr
        for what in ("its mode is 0777", "its mode is 0755", "not as in this checkout: grader/nbgrader_config.py"):
            assert what in checked.stdout
        assert set_up(settings, "shared_grader").returncode == 0
        assert set_up(settings, "shared_grader", "--check").returncode == 0
        assert (home / "convolutions" / "gradebook.db").read_text() == "grades"
