"""The servers that these tests need; what is not installed is named and leaves them out."""

import shutil
from types import SimpleNamespace

import pytest

from tests.machines import servers


@pytest.fixture(scope="session")
def bucket_address():
    """An S3 (moto's) with the two buckets of servers.py."""
    with servers.buckets() as address:
        yield address


@pytest.fixture
def two_machines(transactional_db, redis_server, bucket_address, tmp_path):
    """Two web processes that share a database, a Redis and buckets, but no disk, with the shipped nginx before them:
    ``first``, ``second``, ``port`` (of nginx), ``log`` (of nginx)."""
    if servers.nginx_path() is None or shutil.which("openssl") is None:
        pytest.skip("nginx was not found (Debian: apt-get install nginx-light openssl)")
    shared = servers.shared_by_all(
        redis_server.address, bucket_address, servers.address_of_the_tests_database()
    )
    machines = [servers.Machine(tmp_path / name, **shared).start() for name in ("first", "second")]
    front = tmp_path / "nginx"
    front.mkdir()
    try:
        with servers.nginx(front, machines, bucket_address) as port:
            servers.wait_until(lambda: all(machine.is_well() for machine in machines), "both machines answer")
            yield SimpleNamespace(first=machines[0], second=machines[1], port=port, log=front / "access.log")
    finally:
        for machine in machines:
            machine.kill()
