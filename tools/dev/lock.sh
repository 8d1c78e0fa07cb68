#!/bin/sh
# Writes requirements.txt from the ranges in pyproject.toml: for every platform, with hashes, naming no registry.
# uv is kept out of .venv and of its own lock: only whoever changes a dependency needs it.
set -eu
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m pip install -q --target "$tools" uv
"$tools/bin/uv" pip compile -q --no-config --upgrade --universal --python-version 3.11 \
  --extra dev --generate-hashes --no-header -o requirements.txt pyproject.toml
