#!/bin/sh
# The steps of every pipeline: set up what the lock names, check, build into the folder that is given (site, if none is).
# Needs Python 3.11 or newer; the project's folder is the present one.
set -eu
site=${1:-site}
make widget
if [ -n "${GITHUB_ACTIONS:-}" ]; then
  # Each problem beside its line; with one, the build below says the same and fails.
  .venv/bin/yanxi check --format github || true
fi
.venv/bin/yanxi build --site-dir "$site"
