#!/usr/bin/env bash
# tools/test.sh PYTHON [pytest's arguments…]: the whole suite on SQLite, then on PostgreSQL where it is installed.
# With REQUIRE_ALL=1 or CI=true nothing may be left out: what is missing is a failure.
set -uo pipefail
python=$1
shift
required=0
if [ "${REQUIRE_ALL:-0}" != 0 ] || [ "${CI:-}" = true ]; then required=1; fi
export REQUIRE_ALL=$required
failed=0

say_result() { if [ "$1" = 0 ]; then echo passed; else echo FAILED; fi; }

echo "== The suite on SQLite"
env -u DATABASE_URL "$python" -m pytest -n 2 "$@"
sqlite=$?
[ $sqlite = 0 ] || failed=1

echo "== The suite on PostgreSQL"
if tests/with_postgres.sh --installed; then
    tests/with_postgres.sh "$python" -m pytest -n 2 "$@"
    status=$?
    [ $status = 0 ] || failed=1
    postgres=$(say_result $status)
else
    postgres="left out: PostgreSQL was not found (Debian: apt-get install postgresql)"
    [ $required = 0 ] || failed=1
fi

if "$python" -m tools.chromium >/dev/null 2>&1; then
    browser="run on SQLite"
else
    browser="left out: Chromium was not found (Debian: apt-get install chromium-headless-shell)"
fi

echo
echo "SQLite: $(say_result $sqlite). PostgreSQL: $postgres. Browser tests: $browser."
exit $failed
