"""Keep what other accounts may read of a process in /proc from carrying messages.

A process's command line lies in memory that it may write, and `/proc/PID/cmdline` shows it to everybody.  What cannot
be held, such as how much memory it uses, stands in the threat model.
"""

import ctypes
import os
from pathlib import Path

PR_SET_MM, PR_SET_MM_MAP = 35, 14
# of /proc/PID/stat, counted as in proc(5); the names are those of `struct prctl_mm_map`
FIELDS = {
    "start_code": 26,
    "end_code": 27,
    "start_data": 45,
    "end_data": 46,
    "start_brk": 47,
    "brk": None,
    "start_stack": 28,
    "arg_start": 48,
    "arg_end": 49,
    "env_start": 50,
    "env_end": 51,
}


class MemoryMap(ctypes.Structure):
    """What the kernel takes for the places of code, data, stack and arguments; see prctl(2), PR_SET_MM_MAP."""

    _fields_ = [
        *((name, ctypes.c_uint64) for name in FIELDS),
        ("auxv", ctypes.c_void_p),
        ("auxv_size", ctypes.c_uint32),
        ("exe_fd", ctypes.c_int32),
    ]


def hide_command_line() -> bool:
    """Make `/proc/PID/cmdline` of this process, and of what it forks, empty; return whether that could be done.

    It cannot where the kernel is built without CONFIG_CHECKPOINT_RESTORE.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.sbrk.restype, libc.sbrk.argtypes = ctypes.c_void_p, [ctypes.c_ssize_t]
    fields = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    numbers = {name: int(fields[place - 3]) for name, place in FIELDS.items() if place}
    numbers["brk"] = libc.sbrk(0)
    numbers["arg_end"] = numbers["arg_start"]
    wanted = MemoryMap(**numbers, auxv=None, auxv_size=0, exe_fd=-1)
    libc.prctl(PR_SET_MM, PR_SET_MM_MAP, ctypes.byref(wanted), ctypes.c_size_t(ctypes.sizeof(wanted)), 0)
    return not Path(f"/proc/{os.getpid()}/cmdline").read_bytes()
