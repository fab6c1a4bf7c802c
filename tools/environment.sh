#!/usr/bin/env bash
# tools/environment.sh FOLDER REQUIREMENTS: a virtual environment in FOLDER with exactly what the file names.
# Needs Python 3.11 or newer and nothing else; PYTHON chooses one.
set -euo pipefail
folder=$1 requirements=$2

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$name"; return; fi
    done
    echo "Multaqa needs Python 3.11 or newer; none was found (PYTHON=/path/to/python make … names one)." >&2
    return 1
}

# Debian keeps ensurepip in a package of its own (python3-venv), which only root can install: without it the
# environment is made empty, and the system's pip fills it.
make_environment() {
    local python
    python=$(find_python)
    echo "Making the environment in $folder with $("$python" --version)."
    rm -rf "$folder"
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv "$folder"
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip "$folder"
    else
        echo "$python has neither ensurepip nor pip (Debian: apt-get install python3-venv)." >&2
        return 1
    fi
}

run_pip() {
    if "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
        "$folder/bin/python" -m pip "$@"
    else
        "$(find_python)" -m pip --python "$folder/bin/python" "$@"
    fi
}

works() { "$folder/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

works || make_environment
echo "Installing $requirements."
run_pip install --disable-pip-version-check --no-input --quiet --retries 5 -r "$requirements"
