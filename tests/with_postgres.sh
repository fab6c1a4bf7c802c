#!/usr/bin/env bash
# Run a command with DATABASE_URL on a PostgreSQL of its own, thrown away afterwards.
#   tests/with_postgres.sh COMMAND…        its exit status is the command's; 69 when PostgreSQL is not installed
#   tests/with_postgres.sh --installed     whether it is
# initdb refuses root: as root the server runs as the user postgres (Debian makes it) or, without one, as nobody.
set -euo pipefail

binaries() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [ -z "$found" ] && command -v initdb >/dev/null; then found=$(dirname "$(command -v initdb)"); fi
    [ -x "$found/initdb" ] && [ -x "$found/pg_ctl" ] && echo "$found"
}

if ! bin=$(binaries); then
    [ "${1:-}" = --installed ] || echo "PostgreSQL was not found (Debian: apt-get install postgresql)." >&2
    exit 69
fi
[ "${1:-}" = --installed ] && exit 0

# A short path: the name of a unix socket may have 107 letters.
folder=$(mktemp -d /tmp/multaqa-pg.XXXXXX)
if [ "$(id -u)" = 0 ]; then
    owner=$(id -un postgres 2>/dev/null || echo nobody)
    chown "$owner" "$folder"
    as_owner() { (cd / && runuser -u "$owner" -- "$@"); }
else
    as_owner() { "$@"; }
fi

clean_up() {
    as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# C.UTF-8 knows which characters are letters, and orders them alike everywhere.
locale=C
if locale -a 2>/dev/null | grep -qix 'c\.utf-\?8'; then locale=C.UTF-8; fi
as_owner "$bin/initdb" -D "$folder/data" -U multaqa --auth=trust -E UTF8 --locale="$locale" -N >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
# Reached by its socket only: no port to be taken, no stranger to let in. What a power cut would lose does not matter.
as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w -t 60 start >/dev/null -o \
    "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c synchronous_commit=off \
     -c full_page_writes=off -c max_connections=100" ||
    { cat "$folder/data/server.log" >&2; exit 1; }
chmod 755 "$folder"
as_owner "$bin/createdb" -h "$folder" -U multaqa multaqa

export DATABASE_URL="postgres://multaqa@${folder//\//%2F}/multaqa"
"$@"
