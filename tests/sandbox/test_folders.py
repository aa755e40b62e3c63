"""Does nothing stay behind, whatever ended the process, and is nobody else's folder touched?"""

import os
import signal
import subprocess
import sys

import pytest

from grader.sandbox import folders
from grader.sandbox.folders import remove, scratch_folder, walk
from grader.sandbox.plain_files import copy_plain_files

HOLD = """
import sys, time
from grader.sandbox.folders import scratch_folder
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
    (tmp_path / f"held-{folders.MACHINE}-link").symlink_to(tmp_path.parent)
    (tmp_path / f"held-{folders.MACHINE}-file").write_text("no folder")
    (tmp_path / "held-000000-of-another-machine").mkdir()
    (tmp_path / "other").mkdir()
    killed, left = hold(tmp_path)
    alive, held = hold(tmp_path)
    try:
        killed.send_signal(signal.SIGKILL)
        killed.wait(timeout=30)
        monkeypatch.setattr(folders, "_swept", set())
        with scratch_folder("held-", tmp_path) as own:
            names = {path.name for path in tmp_path.iterdir()}
            kept = {f"held-{folders.MACHINE}-link", f"held-{folders.MACHINE}-file", "held-000000-of-another-machine"}
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
    monkeypatch.setattr(folders, "_swept", set())
    monkeypatch.setattr("fcntl.flock", refuse)
    with scratch_folder("held-", tmp_path) as own:
        assert {str(path) for path in tmp_path.iterdir()} == {held, str(own)}


def deep(folder, levels=1200):
    """Make folders in folders, deeper than Python's stack and longer than any path may be."""
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d" * 200, dir_fd=descriptor)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=descriptor))
    os.close(descriptor)


def crowded(folder):
    """Make names that removal would use itself, and folders that nobody may enter."""
    for name in ("moved-up-0", "moved-up-1/moved-up-2", "a/b/c", "a/b/d"):
        (folder / name).mkdir(parents=True)
        (folder / name / "file").write_text("x")
    (folder / "closed").mkdir(mode=0o000)
    (folder / "link").symlink_to("/etc")


@pytest.mark.parametrize("build", [deep, crowded, lambda folder: None], ids=["deep", "crowded", "empty"])
def test_whatever_was_built_in_it_a_folder_goes(build, tmp_path):
    (tmp_path / "x").mkdir()
    build(tmp_path / "x")
    assert remove(tmp_path / "x")
    assert list(tmp_path.iterdir()) == [] and os.path.exists("/etc")


def test_removing_never_raises(tmp_path, monkeypatch):
    assert remove(tmp_path / "not there")

    def broken(*_, **__):
        raise RecursionError("too deep")

    monkeypatch.setattr("os.listdir", broken)
    assert not remove(tmp_path)


def test_a_sweep_of_what_is_deep_does_not_stop_the_next_run(tmp_path, monkeypatch):
    process, held = hold(tmp_path)
    process.kill()
    process.wait(timeout=30)
    deep(held)
    monkeypatch.setattr(folders, "_swept", set())
    with scratch_folder("held-", tmp_path) as own:
        assert [path.name for path in tmp_path.iterdir()] == [own.name]


def test_walking_stops_at_a_level_and_follows_no_link(tmp_path):
    deep(tmp_path)
    (tmp_path / "link").symlink_to("/")
    assert max(level for level, _ in walk(tmp_path, 20)) == 20
    assert len(list(walk(tmp_path, 20))) == 21
    open_files = len(os.listdir("/proc/self/fd"))
    next(iter(walk(tmp_path, 20)))
    assert len(os.listdir("/proc/self/fd")) == open_files
    remove(tmp_path / ("d" * 200))


def test_only_plain_files_of_bounded_size_are_copied(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    (source / ".hidden").mkdir(parents=True)
    (source / "sub").mkdir()
    for name, size in (("a", 10), ("b", 10), ("large", 60), ("sub/c", 10), (".hidden/d", 1), ("n.ipynb", 1)):
        (source / name).write_bytes(bytes(size))
    (source / "link").symlink_to("/etc/passwd")
    os.mkfifo(source / "pipe")
    copy_plain_files(source, target, largest=50, most=25)
    assert sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()) == ["a", "b"]
    copy_plain_files(source, target, largest=50, most=100)
    assert sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file()) == ["a", "b", "sub/c"]
