#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: /autograder/source holds what was in the zip.
# The environment lies outside /autograder, because notebooks read it and must read nothing else there.
set -euo pipefail
umask 022
source=/autograder/source
environment=/opt/convolutions
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get install --yes --no-install-recommends ca-certificates libseccomp2

usable() { command -v "$1" >/dev/null && "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'; }
python=
for name in python3 python3.12 python3.11 python3.13 python3.14; do
    if usable "$name" 2>/dev/null; then python=$name; break; fi
done
if [ -z "$python" ]; then # Ubuntu 22.04's own is 3.10, and it has 3.11 beside it
    for name in python3.12 python3.11; do
        if apt-get install --yes --no-install-recommends "$name" "$name-venv"; then python=$name; break; fi
    done
fi
[ -n "$python" ] || { echo "no Python 3.11 to 3.14 here: choose a newer base image" >&2; exit 1; }

"$python" -m venv "$environment"
pip() { "$environment/bin/python" -m pip install --no-cache-dir --disable-pip-version-check "$@"; }
# what PyPI has for Linux is a build of several gigabytes for graphics cards
pip torch==2.13.0 --retries 1 --index-url https://download.pytorch.org/whl/cpu || pip torch==2.13.0
pip --no-deps --requirement "$source/requirements.txt" "$source"/convolutions_course-*.whl
"$environment/bin/python" -m compileall -q "$environment" || true
chmod -R go= "$source"
