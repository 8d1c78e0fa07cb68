#!/bin/sh
# Makes .venv from requirements.txt, with the project itself in it, editable.
set -eu

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

python=
for name in ${PYTHON:-} python3 python python3.14 python3.13 python3.12 python3.11; do
  # Found is not enough: a shim may stand for a version that is not there.
  if "$name" -c "$new_enough" 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "找不到 Python 3.11 或更新的版本。装好后再来，或指明它在哪里：make PYTHON=/路径/python3.11 …" >&2
  exit 1
fi

# Debian keeps this part of Python in a package of its own.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "这个 Python 缺少 venv。请先运行：sudo apt-get update && sudo apt-get install -y $package" >&2
    exit 1
  fi
  echo "正在安装 $package……"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
fi

# An environment that an interrupted run or an upgrade of Python left broken starts over.
if ! .venv/bin/python -c "import pip; $new_enough" 2>/dev/null; then
  "$python" -m venv --clear .venv
fi
echo "正在安装 requirements.txt 里锁定的依赖（首次约一分钟）……"
.venv/bin/python -m pip install -q --no-deps -r requirements.txt
.venv/bin/python -m pip install -q --no-deps --no-build-isolation -e .
