"""The shipped configuration of nginx for one machine, whose uploads lie on its disk."""

import pytest

from tests.machines import servers

pytestmark = pytest.mark.any_database


def test_nginx_takes_the_configuration_of_one_machine(tmp_path):
    if servers.nginx_path() is None:
        pytest.skip("nginx was not found (Debian: apt-get install nginx-light)")
    second = "    server 10.0.0.2:8000 max_fails=1 fail_timeout=1s;\n"
    uploads = (servers.ROOT / "deploy" / "nginx-uploads-disk.conf").read_text()
    servers.configured(tmp_path, servers.free_port(), {second: ""}, uploads)
