"""The programs that the operators' page needs, and whether they are here: `python3 -m deploy.tools`.

Needs nothing but Python itself, because it is run before anything is installed.
"""

import ctypes.util
import shutil
import sys

# program: Debian's package
PROGRAMS = {
    "git": "git",
    "tar": "tar",
    "gzip": "gzip",
    "sqlite3": "sqlite3",
    "useradd": "passwd",
    "runuser": "util-linux",
}
LIBRARIES = {"seccomp": "libseccomp2"}
POSTGRES = {"pg_dump": "postgresql-client", "pg_restore": "postgresql-client"}
PLACES = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"  # also where PATH lacks those of root


def missing(postgres: bool = False) -> dict[str, str]:
    """Return {what is not here: Debian's package}, with a gradebook in PostgreSQL its programs, too."""
    wanted = PROGRAMS | (POSTGRES if postgres else {})
    absent = {name: package for name, package in wanted.items() if not shutil.which(name, path=PLACES)}
    absent |= {name: package for name, package in LIBRARIES.items() if not ctypes.util.find_library(name)}
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
        import venv  # noqa: F401
    except ImportError:
        absent["venv"] = "python3-venv"
    return absent


def in_words(absent: dict[str, str]) -> str:
    """Return what is missing and how it is installed, in one line; nothing where nothing is."""
    if not absent:
        return ""
    packages = " ".join(sorted(set(absent.values())))
    return f"missing: {', '.join(sorted(absent))}; apt-get install {packages}"


if __name__ == "__main__":
    found = missing("--postgres" in sys.argv)
    print(in_words(found) or "all tools are here")
    raise SystemExit(bool(found))
