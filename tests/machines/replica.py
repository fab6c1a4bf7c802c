"""A streaming replica of the PostgreSQL that tests/with_postgres.sh has started, made and thrown away."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connection


class Replica:
    """A server in ``folder``, which is also where its socket is."""

    def __init__(self, folder):
        self.folder = str(folder)
        self._data = f"{folder}/data"

    def start(self):
        primary = connection.settings_dict
        _run(
            "pg_basebackup",
            "-h",
            primary["HOST"],
            "-U",
            primary["USER"],
            "-D",
            self._data,
            "-R",
            "-c",
            "fast",
            "-X",
            "stream",
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off"
        _run(
            "pg_ctl",
            "-D",
            self._data,
            "-l",
            f"{self._data}/server.log",
            "-w",
            "-t",
            "60",
            "-o",
            options,
            "start",
        )

    def stop(self):
        if (Path(self._data) / "postmaster.pid").exists():
            _run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def follows(self, does):
        """Let it take over what the primary has written, or lag behind."""
        names = connection.settings_dict
        with psycopg.connect(
            host=self.folder, user=names["USER"], dbname=names["NAME"], autocommit=True
        ) as own:
            own.execute("SELECT pg_wal_replay_resume()" if does else "SELECT pg_wal_replay_pause()")
            if not does:
                _wait_for(own, "paused")


@contextmanager
def replica():
    """A running Replica."""
    # A short path: the name of a unix socket may have 107 letters.
    folder = tempfile.mkdtemp(prefix="multaqa-copy-", dir="/tmp")
    if os.geteuid() == 0:
        shutil.chown(folder, _owner())
    server = Replica(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(own, state):
    while own.execute("SELECT pg_get_wal_replay_pause_state()").fetchone()[0] != state:
        pass


def _run(program, *arguments):
    folder = max(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=None
    )
    command = [str(folder / program) if folder else program, *arguments]
    # Its programs refuse root (tests/with_postgres.sh).
    as_owner = ["runuser", "-u", _owner(), "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*as_owner, *command], cwd="/", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _owner():
    return "postgres" if any(user.pw_name == "postgres" for user in pwd.getpwall()) else "nobody"
