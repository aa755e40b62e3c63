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

# the pinned packages need 3.11.5 or later: Ubuntu 24.04 has it, 22.04 and Debian 12 do not
usable() { "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11, 5) <= sys.version_info[:3] < (3, 15))' 2>/dev/null; }
python=
for name in python3 python3.12 python3.13 python3.14 python3.11; do
    if usable "$name"; then python=$name; break; fi
done
if [ -z "$python" ] && apt-get install --yes --no-install-recommends python3.12 python3.12-venv && usable python3.12; then
    python=python3.12
fi
if [ -z "$python" ]; then # a build of Python's own, by uv, where any account may read it
    apt-get install --yes --no-install-recommends python3-venv
    python3 -m venv /opt/uv
    /opt/uv/bin/python -m pip install --no-cache-dir uv
    export UV_PYTHON_INSTALL_DIR=/opt/python
    /opt/uv/bin/uv python install 3.12
    python=$(/opt/uv/bin/uv python find --managed-python 3.12)
fi

"$python" -m venv "$environment"
pip() { "$environment/bin/python" -m pip install --no-cache-dir --disable-pip-version-check "$@"; }
# what PyPI has for Linux is a build of several gigabytes for graphics cards
pip torch==2.13.0 --retries 1 --index-url https://download.pytorch.org/whl/cpu || pip torch==2.13.0
pip --no-deps --requirement "$source/requirements.txt" "$source"/convolutions_course-*.whl
"$environment/bin/python" -m compileall -q "$environment" || true
chmod -R go= "$source"
