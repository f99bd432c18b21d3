#!/bin/sh
# tools: makes sure that what the tests and `make site` need from the system is there, or says exactly what to install.
# usage: tools.sh python PYTHON | all
set -eu

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif have sudo && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

# Install Debian packages where we may; else say what is missing and stop.
install() {
    if have apt-get && as_root true; then
        echo "Installing $*" >&2
        as_root apt-get update -qq || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null && return
    fi
    echo "Missing: $*" >&2
    if have apt-get; then echo "Please run: sudo apt-get install $*" >&2
    else echo "Please install what these Debian packages hold, by your system's own means." >&2
    fi
    exit 2
}

needs_python() {
    if ! have "$1"; then
        echo "There is no '$1'. cjmgen needs Python 3.11 or newer; name another one as in: make PYTHON=python3.12" >&2
        exit 2
    fi
    if ! "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "'$1' is $("$1" --version 2>&1). cjmgen needs Python 3.11 or newer; name another one as in: make PYTHON=python3.12" >&2
        exit 2
    fi
    if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install "python$version-venv"
    fi
}

needs_all() {
    missing=
    have chromium || have chromium-browser || have google-chrome || missing="$missing chromium"
    have java || missing="$missing default-jre-headless"
    have node || missing="$missing nodejs"
    have npm || missing="$missing npm"
    have jq || missing="$missing jq"
    have unzip || missing="$missing unzip"
    [ -n "$(fc-list 2>/dev/null | head -n 1)" ] || missing="$missing fontconfig fonts-dejavu-core fonts-liberation"
    # shellcheck disable=SC2086  # a list of packages
    [ -z "$missing" ] || install $missing
}

case "${1:-}" in
    python) needs_python "$2" ;;
    all) needs_all ;;
    *) echo "usage: tools.sh python PYTHON | all" >&2; exit 2 ;;
esac
