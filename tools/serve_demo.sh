#!/usr/bin/env bash
# tools/serve_demo.sh BIN: the demo forum on 127.0.0.1:PORT, ready to be read and edited, with its worker; Ctrl-C ends both.
# BIN is the environment's folder of programs. A second call keeps what was edited.
set -euo pipefail
bin=$1
port=${PORT:-8000}
export MULTAQA_MODE=demo SITE_ADDRESS=${SITE_ADDRESS:-http://127.0.0.1:$port}

"$bin/python" - "$port" <<'PROBE'
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except (OSError, OverflowError, ValueError) as error:
        sys.exit(f"Port {sys.argv[1]} cannot be used ({error}); choose another: make run PORT=8001")
PROBE

# The server looks for gathered style sheets here and says so if the folder is missing; the demo serves them from static/.
mkdir -p "${STATIC_ROOT:-${VAR_DIR:-var}/static}"

"$bin/python" manage.py migrate --no-input --verbosity 0
"$bin/python" manage.py compile_catalogues
"$bin/python" manage.py load_demo
echo
echo "Serving on http://127.0.0.1:$port/ (Ctrl-C to stop)"

# The worker makes PDFs. The server takes this script's place, so that Ctrl-C and kill reach it; the worker ends with it.
{
    "$bin/python" manage.py work &
    while kill -0 $$ 2>/dev/null; do sleep 1; done
    kill $! 2>/dev/null || true
} &
exec "$bin/granian" --interface wsgi --host 127.0.0.1 --port "$port" --workers 1 --blocking-threads 2 \
    --log-level warning forum_site.wsgi:application
