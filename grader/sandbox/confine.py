"""Confine this process for good, before any student code: files, system calls, resources.

Imports nothing of ours.  Needs no root, no container and no user namespace: Landlock holds files, signals and
abstract sockets, seccomp the rest.
"""

import ctypes
import ctypes.util
import functools
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LANDLOCK_NEEDED = 6  # the first version that also confines signals and abstract sockets (Linux 6.12)

ISOLATION = "landlock + seccomp + rlimits"

# system calls that nothing in a notebook needs, by what they would let it do
FORBIDDEN = {
    "run programs": ("execve", "execveat"),
    "start processes": ("fork", "vfork"),
    "reach others": (
        "socket", "bind", "listen", "accept", "accept4", "connect",  # a bound path stands in /proc/net/unix for all
        "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp",
    ),
    "be seen by others": ("flock", "prctl"),  # a lock stands in /proc/locks, a name in /proc/PID/comm
    "change permissions": (
        "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat",
        "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr",
        "utime", "utimes", "utimensat", "futimesat",
    ),
    "slow others down": (
        "sched_setaffinity", "sched_setparam", "sched_setscheduler", "sched_setattr", "ioprio_set",
        "migrate_pages", "move_pages", "process_madvise", "process_mrelease",
    ),
    "share memory": (
        "memfd_create", "memfd_secret", "shmget", "shmat", "shmctl", "msgget", "msgsnd", "semget", "semop",
        "mq_open", "mq_unlink",
    ),
    "change the machine": (
        "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "open_tree", "move_mount", "fsopen", "fsmount",
        "fsconfig", "fspick", "mount_setattr", "quotactl_fd",
        "init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
        "sethostname", "setdomainname", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "syslog", "acct",
        "quotactl", "iopl", "ioperm", "mknod", "mknodat",
    ),
    "change its own limits": ("setrlimit", "setpriority", "setuid", "setgid", "setreuid", "setregid", "setresuid",
                              "setresgid", "setgroups", "setfsuid", "setfsgid", "capset"),
    "widen the attack surface": (
        "io_uring_setup", "io_uring_enter", "io_uring_register", "bpf", "perf_event_open", "userfaultfd", "keyctl",
        "add_key", "request_key", "open_by_handle_at", "name_to_handle_at", "fanotify_init", "inotify_init",
        "inotify_init1", "lookup_dcookie", "vmsplice", "seccomp",
    ),
}  # fmt: skip

CLONE_THREAD = 0x00010000
LOW_HALF = 0xFFFFFFFF  # of an argument register: what the system call looks at
# fcntl commands: a lease on a library holds up whoever opens it, for 45 seconds; a lock stands in /proc/locks for all
F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE = 6, 7, 37, 38, 1024
# ioctl requests that change a file's flags through a descriptor that may only read, or type into a terminal
FORBIDDEN_IOCTLS = (0x40086602, 0x40046602, 0x401C5820, 0x40806685, 0x40087602, 0x5412, 0x541C)
UNKNOWN_CALL = -1  # what libseccomp answers for a name that it does not know
NEWER_CALLS = range(450, 512)  # came after Linux 6.6, or do not exist yet: nobody has looked at what they allow
SOCK_STREAM, SOCK_TYPE = 1, 0xF
PRLIMIT_READS = 0  # a null pointer: prlimit64 then only reads


def missing() -> list[str]:
    """Return in words what this machine lacks for confinement; an empty list where it can be done."""
    return [words for part in lacking().values() for words in part]


def lacking() -> dict[str, list[str]]:
    """Return in words what is missing for confining "files" (Landlock) and "calls" (seccomp)."""
    if sys.platform != "linux":
        return {"files": [f"this is {sys.platform}, and Landlock and seccomp are parts of Linux"], "calls": []}
    return {"files": list(_lacking_for_files()), "calls": list(_lacking_for_calls())}


def _lacking_for_files() -> Iterator[str]:
    try:
        import sandlock

        version = sandlock.landlock_abi_version()
        if version < LANDLOCK_NEEDED:
            found = f"has Landlock version {version}" if version > 0 else "has no Landlock"
            yield f"the kernel {found}; version {LANDLOCK_NEEDED} is needed (Linux 6.12 or later)"
    except Exception as error:
        yield f"the package sandlock cannot be used ({error})"


def _lacking_for_calls() -> Iterator[str]:
    if not _libseccomp():
        yield "libseccomp is not installed (Debian: apt install libseccomp2)"
        return
    try:
        _system_calls()
    except Exception as error:
        yield f"the filter of system calls cannot be made ({error})"


@functools.cache
def _libseccomp() -> str | None:
    """Return the library's name, if it is installed; to find out takes a program, so it is asked once."""
    return ctypes.util.find_library("seccomp")


def confine(folder: str | Path, limits: dict[str, int], files: bool = True, calls: bool = True) -> None:
    """Confine this process: it may write below `folder` only, and read Python and system libraries only.

    `limits` is {"memory": bytes beyond what is in use now, "cpu": seconds, "file": bytes}.  Where this machine cannot
    hold `files` or `calls`, and somebody has said that it may be so, that part is left out.  Irreversible.

    Raises:
        OSError: some part of it could not be done; the process must not go on.
    """
    limit_resources(limits)
    _drop_capabilities()
    if files:
        _limit_files(folder)
    if calls:
        _system_calls().load()
    _prove(files, calls)


def prepare(files: bool, calls: bool) -> None:
    """Make what confining takes and what is the same for every process, before it is forked."""
    if files:
        readable_paths()
    if calls:
        _system_calls()


def limit_resources(limits: dict[str, int]) -> None:
    """Set the rlimits, which hold without any confinement too; see `confine`."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    memory = pages * resource.getpagesize() + limits["memory"]
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_FSIZE, limits["file"]),
        (resource.RLIMIT_NOFILE, 512),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _drop_capabilities() -> None:
    """Give up what root may do beyond an ordinary account, such as raising its own limits; see capset(2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    nothing = (ctypes.c_uint32 * 6)()  # effective, permitted and inheritable, twice 32 bits each
    if libc.capset(header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


@functools.cache
def readable_paths() -> list[str]:
    """Return what a notebook may read: the Python environment, system libraries, fonts and time zones."""
    import course

    wanted = [
        sys.prefix,
        sys.base_prefix,
        str(Path(course.__file__).parent),
        *(
            "/lib",
            "/lib64",
            "/usr/lib",
            "/usr/lib64",
            "/usr/share/fonts",
            "/usr/share/zoneinfo",
            "/usr/local/lib",
        ),
        *("/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/mime.types"),
        *("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"),
        *("/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu"),
    ]
    return [path for path in dict.fromkeys(wanted) if os.path.exists(path)]


def _limit_files(folder: str | Path) -> None:
    import sandlock

    sandlock.confine(sandlock.Sandbox(fs_readable=readable_paths(), fs_writable=[str(folder), "/dev/null"]))


@functools.cache
def _system_calls() -> Any:
    """Return the filter of system calls, ready to be loaded."""
    import errno

    import pyseccomp as seccomp

    rules = seccomp.SyscallFilter(defaction=seccomp.ALLOW)
    refuse = seccomp.ERRNO(errno.EPERM)
    for names in FORBIDDEN.values():
        for name in names:
            _add_rule(rules, refuse, name)
    # threads yes, processes no; clone3 cannot be looked into, and libc falls back to clone
    _add_rule(rules, refuse, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
    _add_rule(rules, seccomp.ERRNO(errno.ENOSYS), "clone3")
    for kind in range(16):
        if kind != SOCK_STREAM:  # asyncio wakes itself through a pair of streams; one of datagrams can send to any path
            _add_rule(rules, refuse, "socketpair", seccomp.Arg(1, seccomp.MASKED_EQ, SOCK_TYPE, kind))
    for command in (F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE):
        _add_rule(rules, refuse, "fcntl", seccomp.Arg(1, seccomp.MASKED_EQ, LOW_HALF, command))
    for request in FORBIDDEN_IOCTLS:
        _add_rule(rules, refuse, "ioctl", seccomp.Arg(1, seccomp.MASKED_EQ, LOW_HALF, request))
    for number in NEWER_CALLS:
        rules.add_rule(seccomp.ERRNO(errno.ENOSYS), number)
    _add_rule(rules, refuse, "prlimit64", seccomp.Arg(2, seccomp.NE, PRLIMIT_READS))
    return rules


def _add_rule(rules: Any, action: int, name: str, *arguments: Any) -> None:
    """Add one rule; a call that this processor does not have needs none.

    Raises:
        OSError: libseccomp does not know the call, and it is none of `NEWER_CALLS`: the filter would have a hole.
    """
    import pyseccomp as seccomp

    number = seccomp.resolve_syscall(seccomp.system_arch(), name)
    if number == UNKNOWN_CALL:
        raise OSError(f"libseccomp does not know the system call {name!r}: a newer libseccomp2 is needed")
    if number >= 0:  # below it: known, but of another processor
        rules.add_rule(action, number, *arguments)


def _prove(files: bool, calls: bool) -> None:
    """Try what must not be possible any more, before any student code could.

    Raises:
        OSError: it is still possible.
    """
    import socket

    for held, what, attempt in (
        (files, "list the root folder", lambda: os.listdir("/")),
        (calls, "open a socket", lambda: socket.socket(socket.AF_UNIX)),
    ):
        if not held:
            continue
        try:
            attempt()
        except PermissionError:
            continue
        raise OSError(f"confinement does not hold: it can still {what}")
