"""What stands around the program on several machines: web processes, nginx as it is shipped, a bucket, a copy of the database.

Each is a context manager that starts the thing and ends it by its own process, never by name.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import urllib3
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "forum.example.org"
UPLOADS, MADE = "multaqa-uploads", "multaqa-made"
KEYS = {"AWS_ACCESS_KEY_ID": "a-key", "AWS_SECRET_ACCESS_KEY": "a-secret"}
PATIENCE = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(is_so, what):
    """Return what ``is_so()`` gives once it is true; an error that names ``what`` after half a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := is_so():
            return found
        time.sleep(0.02)
    raise AssertionError(f"Not within {PATIENCE} s: {what}")


# ---- The bucket


@contextmanager
def buckets():
    """The address of an S3 with two buckets: of the first everybody may read each file."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        address = "http://{}:{}".format(*server.get_host_and_port())
        keys = {name.lower(): value for name, value in KEYS.items()}
        s3 = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **keys)
        for name in (UPLOADS, MADE):
            s3.create_bucket(Bucket=name)
        s3.put_bucket_policy(Bucket=UPLOADS, Policy=(ROOT / "deploy" / "bucket-policy.json").read_text())
        yield address
    finally:
        server.stop()


# ---- A machine


class Machine:
    """One web process with a folder of its own; it can be killed at any moment and started again on the same port."""

    def __init__(self, folder, **environment):
        folder.mkdir()
        self.port, self._folder, self._process = free_port(), folder, None
        self._environment = os.environ | environment | {"VAR_DIR": str(folder)}
        for name in ("MEDIA_ROOT", "MADE_ROOT", "STATIC_ROOT"):
            self._environment[name] = str(folder / name.lower())
        Path(self._environment["STATIC_ROOT"]).mkdir()

    def start(self):
        granian = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--workers", "1"]
        granian += ["--host", "127.0.0.1", "--port", str(self.port), "--blocking-threads", "2"]
        granian += ["--log-level", "error", "forum_site.wsgi:application"]
        # A group of its own, so that a kill takes all of its processes, as a power cut would.
        self._process = subprocess.Popen(granian, cwd=ROOT, env=self._environment, start_new_session=True)
        return self

    def kill(self):
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def is_well(self):
        try:
            return Browser(f"http://127.0.0.1:{self.port}").get("/healthz").status_code == 200
        except urllib3.exceptions.HTTPError:
            return False

    def files(self):
        """What this machine has written, but for static files."""
        return sorted(
            str(path.relative_to(self._folder)) for path in self._folder.rglob("*") if path.is_file()
        )


def shared_by_all(redis, bucket_address, database):
    """The environment that all machines have in common, as docs/operating.md lists it."""
    return KEYS | {
        "DJANGO_SETTINGS_MODULE": "tests.machines.settings",
        "PYTHONPATH": str(ROOT),
        "MULTAQA_MODE": "production",
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": HOST,
        "SITE_ADDRESS": f"https://{HOST}",
        "DATABASE_URL": database,
        "CACHE_URL": redis,
        "MEDIA_BUCKET": UPLOADS,
        "MADE_BUCKET": MADE,
        "BUCKET_ENDPOINT": bucket_address,
        "BUCKET_REGION": "us-east-1",
        "TRUSTED_PROXIES": "1",
        "READS_CONTENT_VERSION": "True",
    }


def address_of_the_tests_database():
    """What DATABASE_URL says of the database in which this test writes."""
    address, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    return f"{address}/{connection.settings_dict['NAME']}"


# ---- nginx


@contextmanager
def nginx(folder, machines, bucket_address):
    """The shipped configuration before ``machines``, changed in places, ports and host names alone; its port for TLS."""
    port = free_port()
    first, second = (machine.port for machine in machines)
    places = {"127.0.0.1:8000": f"127.0.0.1:{first}", "10.0.0.2:8000": f"127.0.0.1:{second}"}
    asked = configured(folder, port, places, _uploads(bucket_address))
    server = subprocess.Popen(asked)
    try:
        wait_until(lambda: _is_open(port), "nginx answers")
        yield port
    finally:
        server.terminate()
        server.wait()


def configured(folder, port, places, uploads):
    """Write the shipped configuration into ``folder``, with ``places`` and the part for ``uploads`` as given; the command
    that starts nginx with it. An AssertionError says what nginx does not accept."""
    certificate(folder)
    (folder / "uploads.conf").write_text(uploads)
    (folder / "site.conf").write_text(_site(folder, port, places))
    (folder / "nginx.conf").write_text(_around(folder))
    where = ["-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    tried = subprocess.run([nginx_path(), *where, "-t"], capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
    return [nginx_path(), *where]


def nginx_path():
    """Where nginx is, or None; Debian puts it where only root's PATH leads."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


def certificate(folder):
    """A certificate that nobody signed, as cert.pem and key.pem."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={HOST}", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip


def changed(text, changes):
    """``text`` with each of ``changes`` made; an error where the configuration no longer says what is to be changed."""
    for old, new in changes.items():
        assert old in text, f"The shipped configuration no longer says {old!r}."
        text = text.replace(old, new)
    return text


def _site(folder, port, places):
    return changed(
        (ROOT / "deploy" / "nginx.conf").read_text(),
        places
        | {
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl http2;\n": "",
            f"/etc/letsencrypt/live/{HOST}/fullchain.pem": str(folder / "cert.pem"),
            f"/etc/letsencrypt/live/{HOST}/privkey.pem": str(folder / "key.pem"),
            "/var/cache/nginx/multaqa": str(folder / "cache"),
            "/var/log/nginx/multaqa.log": str(folder / "access.log"),
            "/etc/nginx/multaqa-uploads.conf": str(folder / "uploads.conf"),
        },
    )


def _uploads(bucket_address):
    return changed(
        (ROOT / "deploy" / "nginx-uploads-bucket.conf").read_text(),
        {
            "https://$multaqa_bucket": "http://$multaqa_bucket",
            "$multaqa_bucket multaqa-uploads.s3.example.org": f"$multaqa_bucket {bucket_address.removeprefix('http://')}",
            "^/media/(.*)$ /$1 break": f"^/media/(.*)$ /{UPLOADS}/$1 break",
        },
    )


def _around(folder):
    """What the system's own nginx.conf says around a site, with nothing outside ``folder``."""
    # Its workers give root's rights away, and could not reach a folder that root alone may enter.
    user = "user root; " if os.geteuid() == 0 else ""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    return (
        f"{user}daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn;\n"
        "events { worker_connections 256; }\n"
        f"http {{ include /etc/nginx/mime.types; {places} include {folder}/site.conf; }}\n"
    )


def _is_open(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


# ---- A browser


@dataclass
class Answer:
    """As a Django client gives it, as far as tests/desk/forms.py asks."""

    status_code: int
    content: bytes
    headers: urllib3.HTTPHeaderDict

    @property
    def text(self):
        return self.content.decode()


class Browser:
    """Asks the site at ``address``, under its public name, with ``cookies``; nothing is tried a second time."""

    def __init__(self, address, cookies=None):
        self._address, self._cookies = address, cookies or {}
        self._pool = urllib3.PoolManager(
            cert_reqs="CERT_NONE", assert_hostname=False, retries=False, timeout=20
        )

    def get(self, path, **headers):
        return self._ask("GET", path, headers)

    def post(self, path, fields):
        """Send a form, a file in it as (name, content, type)."""
        self._cookies.setdefault("csrftoken", "c" * 32)
        pairs = [("csrfmiddlewaretoken", self._cookies["csrftoken"])]
        for name, value in fields.items():
            pairs += [(name, one) for one in (value if isinstance(value, list) else [value])]
        return self._ask("POST", path, {"Referer": f"https://{HOST}{path}"}, fields=pairs)

    def _ask(self, method, path, headers, **body):
        headers = {"Host": HOST, **headers}
        if self._address.startswith("http:"):
            # As nginx says it.
            headers |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        found = self._pool.request(method, self._address + path, headers=headers, redirect=False, **body)
        return Answer(found.status, found.data, found.headers)
