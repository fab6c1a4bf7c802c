"""The forums that are measured, and the servers that serve them as in production."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Who has not worked for so many seconds has nothing to do.
IDLE = 0.3

#: As the demo forum is filled.
DEMO = {"MULTAQA_MODE": "demo", "DJANGO_SETTINGS_MODULE": "forum_site.settings"}


@dataclass
class Forum:
    """A seeded database. ``url`` is its DATABASE_URL, ``seconds`` how long each step of making it took, ``is_kept`` whether
    that was an earlier run."""

    database: str
    size: int
    url: str
    folder: Path
    seconds: dict = field(default_factory=dict)
    is_kept: bool = False

    @property
    def name(self):
        return f"{self.database}, {self.size:,} documents"

    def environment(self, **more):
        """That of production on this machine, with nothing of the person's settings."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LC_ALL") if name in os.environ}
        return kept | {
            "MULTAQA_MODE": "production",
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "PYTHONPATH": str(ROOT),
            "SECRET_KEY": _secret(self.folder),
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_ADDRESS": "http://127.0.0.1",
            "SECURE_SSL_REDIRECT": "false",
            "BEHIND_TLS_PROXY": "false",
            "EMAIL_URL": "dummy:",
            "LOG_LEVEL": "ERROR",
            "DATABASE_URL": self.url,
            "VAR_DIR": str(self.folder),
            "MEDIA_ROOT": str(self.folder / "media"),
            "MADE_ROOT": str(self.folder / "made"),
            "STATIC_ROOT": str(self.folder / "static"),
            **more,
        }

    def manage(self, *arguments, **environment):
        """Run manage.py; raises CalledProcessError."""
        _run([sys.executable, "manage.py", *map(str, arguments)], self.environment(**environment))

    def inside(self, *arguments, **environment):
        """What bench/inside.py prints, a text."""
        return _run(
            [sys.executable, "-m", "bench.inside", *map(str, arguments)], self.environment(**environment)
        )


def make_forum(database, size, new_database, folder):
    """Migrate, seed and index a database. Returns the Forum; one of this size that was made in this folder before is taken as
    it is, but for its migrations. ``new_database(is_kept)`` gives the DATABASE_URL, of an empty database unless it is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made.json"
    seconds = json.loads(made.read_text()) if made.exists() else {}
    is_kept = seconds.pop("documents", None) == size
    forum = Forum(database, size, new_database(is_kept), folder, is_kept=is_kept)
    if is_kept:
        forum.seconds = seconds
        forum.manage("migrate", "--no-input", "-v", "0", **DEMO)
        print(f"  {forum.name}: kept from an earlier run", file=sys.stderr)
        return forum
    made.unlink(missing_ok=True)
    steps = {
        "migrate": ("migrate", "--no-input", "-v", "0"),
        "demo": ("load_demo",),
        "seed": ("seed", size, "--no-index"),
        "index": ("reindex",),
    }
    for name, command in steps.items():
        begun = time.perf_counter()
        forum.manage(*command, **DEMO)
        forum.seconds[name] = time.perf_counter() - begun
        print(f"  {forum.name}: {name} {forum.seconds[name]:.0f} s", file=sys.stderr)
    forum.inside("settle")
    made.write_text(json.dumps({"documents": size} | forum.seconds))
    return forum


def sqlite_database(path, is_kept):
    """The DATABASE_URL of a file, which goes unless it is kept."""
    if not is_kept:
        for ending in ("", "-wal", "-shm"):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    return f"sqlite:///{path}"


def collect_static(forum, **environment):
    """The static files as production serves them: compressed, with hashed names."""
    forum.manage("compile_catalogues", **environment)
    forum.manage("collectstatic", "--no-input", "-v", "0", **environment)


@dataclass
class Server:
    """A running server: where it listens, and its process."""

    port: int
    process: subprocess.Popen

    def memory(self):
        """{pid: (RSS, PSS)} of each worker, in megabytes."""
        return {pid: _memory(pid) for pid in _children(self.process.pid)}

    def wait_until_idle(self, most=120):
        """Until the workers do nothing any more. wrk goes when its time is over, and what it had asked for by then is still
        answered, for seconds after 64 connections: whoever is asked next would be measured in that queue.

        Raises RuntimeError after ``most`` seconds."""
        until = time.monotonic() + most
        before = None
        while (now := [_worked(pid) for pid in _children(self.process.pid)]) != before:
            if time.monotonic() > until:
                raise RuntimeError(
                    f"The server is still at work {most} s after it was asked for the last time."
                )
            before = now
            time.sleep(IDLE)


@contextmanager
def served(forum, workers=2, **environment):
    """The forum on a free port, served as in production, until the block ends. Gives a Server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--log-level", "error"]
    command += [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        "2",
    ]
    command += ["--respawn-failed-workers", "forum_site.wsgi:application"]
    process = subprocess.Popen(command, cwd=ROOT, env=forum.environment(**environment))
    try:
        _wait_for(port, process)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


@contextmanager
def postgres(server=None):
    """A PostgreSQL of its own, as tests/with_postgres.sh starts it, until the block ends, or that at the URL ``server``. Gives
    a function that returns the DATABASE_URL of the database of a name, made anew unless ``is_kept``; None where PostgreSQL is
    not installed."""
    if server:
        yield lambda name, is_kept: _database(server, name, is_kept)
        return
    script = ROOT / "tests" / "with_postgres.sh"
    if subprocess.run([script, "--installed"], check=False).returncode:
        yield None
        return
    # The script ends its PostgreSQL when the command that it runs has read the end of its input.
    command = [script, "sh", "-c", 'echo "$DATABASE_URL"; exec cat']
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        address = process.stdout.readline().strip()
        yield lambda name, is_kept: _database(address, name, is_kept)
    finally:
        process.stdin.close()
        process.wait(timeout=60)


def _database(address, name, is_kept):
    import psycopg

    name = f"bench_{name}"
    with psycopg.connect(address.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        if not is_kept:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
    return f"{address.rpartition('/')[0]}/{name}"


def _run(command, environment):
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[1:4])}: {done.stderr.strip()[-800:]}")
    return done.stdout


def _secret(folder):
    path = folder / "secret"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def _wait_for(port, process):
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("The server did not start.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not start within 30 seconds.")


def _children(pid):
    """The processes that ``pid`` has started and that are there."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in found.read_text().split()] if found.exists() else []


def _worked(pid):
    """The ticks (hundredths of a second) for which a process has had a processor."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        # A worker that has just ended.
        return 0
    return int(told[11]) + int(told[12])


def _memory(pid):
    rows = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _colon, rest = line.partition(":")
        rows[name] = int(rest.split()[0]) / 1024
    return rows["Rss"], rows["Pss"]


def wrk_is_installed():
    return shutil.which("wrk") is not None
