"""Does nothing stay behind, whatever ended the process, and is nobody else's folder touched?"""

import signal
import subprocess
import sys

from grader.sandbox import scratch
from grader.sandbox.scratch import scratch_folder

HOLD = """
import sys, time
from grader.sandbox.scratch import scratch_folder
with scratch_folder("held-", sys.argv[1]) as folder:
    (folder / "file").write_text("something")
    print(folder, flush=True)
    time.sleep(60)
"""


def hold(parent):
    """Start a process that holds a folder; return it and the folder's name."""
    command = [sys.executable, "-c", HOLD, str(parent)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().strip()


def test_a_folder_is_private_and_gone_afterwards(tmp_path):
    with scratch_folder("held-", tmp_path) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert [path.name for path in tmp_path.iterdir()] == [folder.name]
        (folder / "deep").mkdir()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / f"held-{scratch.MACHINE}-link").symlink_to(tmp_path.parent)
    (tmp_path / f"held-{scratch.MACHINE}-file").write_text("no folder")
    (tmp_path / "held-000000-of-another-machine").mkdir()
    (tmp_path / "other").mkdir()
    killed, left = hold(tmp_path)
    alive, held = hold(tmp_path)
    try:
        killed.send_signal(signal.SIGKILL)
        killed.wait(timeout=30)
        monkeypatch.setattr(scratch, "_swept", set())
        with scratch_folder("held-", tmp_path) as own:
            names = {path.name for path in tmp_path.iterdir()}
            kept = {f"held-{scratch.MACHINE}-link", f"held-{scratch.MACHINE}-file", "held-000000-of-another-machine"}
            assert names == {*kept, "other", held.rsplit("/", 1)[1], own.name}, left
    finally:
        alive.kill()
        alive.wait(timeout=30)


def test_without_locks_nothing_is_swept(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError("no locks on this file system")

    process, held = hold(tmp_path)
    process.kill()
    process.wait(timeout=30)
    monkeypatch.setattr(scratch, "_swept", set())
    monkeypatch.setattr("fcntl.flock", refuse)
    with scratch_folder("held-", tmp_path) as own:
        assert {str(path) for path in tmp_path.iterdir()} == {held, str(own)}
