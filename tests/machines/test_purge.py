"""The call that tells a network of a change: when it is made, what it says, and that a failure holds nothing up."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest
from django.db import connection

from forum_site.purge import Purger
from publishing import content_version
from publishing.version_triggers import raise_version
from work import sidelines

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


class Network(BaseHTTPRequestHandler):
    """Answers with ``status`` and writes down what it was told."""

    status, told = 200, []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.told.append((self.path, dict(self.headers), json.loads(body)))
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args):
        pass


@pytest.fixture
def network(settings):
    """A network at CDN_PURGE_ADDRESS."""
    server = HTTPServer(("127.0.0.1", 0), Network)
    Thread(target=server.serve_forever, daemon=True).start()
    Network.status, Network.told = 200, []
    settings.READS_CONTENT_VERSION = True
    settings.CDN_PURGE_ADDRESS = f"http://127.0.0.1:{server.server_port}/zones/1/purge"
    settings.CDN_PURGE_HEADERS = {"Authorization": "Bearer a-key"}
    content_version.forget_all()
    yield Network
    server.shutdown()
    server.server_close()
    content_version.forget_all()


def times_told(network, purger, *moments):
    """How often the network has been told after each look."""
    told = []
    for moment in moments:
        purger.look(moment)
        told.append(len(network.told))
    return told


def test_a_change_is_told_at_once_and_again_for_what_was_old_on_its_way(network):
    purger = Purger()
    # A worker that starts does not know what has changed since the last one.
    assert times_told(network, purger, 0, 1, 2, 3, 4, 29, 30, 31, 500) == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    raise_version(connection)
    assert times_told(network, purger, 1000, 1001, 1003) == [4, 4, 5]
    # A second change begins anew.
    raise_version(connection)
    assert times_told(network, purger, 1004, 1006, 1007, 1034, 9999) == [6, 6, 7, 8, 8]
    path, headers, body = network.told[0]
    assert (path, body) == ("/zones/1/purge", {"tags": ["site"]})
    names = ("Surrogate-Key", "Cache-Tag", "Content-Type", "Authorization")
    assert {name.lower(): value for name, value in headers.items() if name.title() in names} == {
        "surrogate-key": "site",
        "cache-tag": "site",
        "content-type": "application/json",
        "authorization": "Bearer a-key",
    }


def test_a_network_that_refuses_is_told_again_ever_more_seldom(network, caplog):
    purger, network.status = Purger(), 500
    assert times_told(network, purger, 0, 0.5, 1, 2, 3, 6, 7) == [1, 1, 2, 2, 3, 3, 4]
    network.status = 200
    assert times_told(network, purger, 14, 15, 16, 30, 31) == [4, 5, 5, 6, 6]
    raise_version(connection)
    network.status = 500
    assert times_told(network, purger, 100, 101, 102) == [7, 8, 8]
    assert "next try in 8 s" in caplog.text


def test_a_network_that_is_not_there_stops_nothing(network, settings, caplog):
    settings.CDN_PURGE_ADDRESS = "http://127.0.0.1:9/"
    Purger().look(0)
    assert "The network was not told of a change" in caplog.text


def test_a_sideline_goes_on_while_the_worker_does(monkeypatch):
    begun, ended = Event(), Event()

    def goes_on(is_over):
        begun.set()
        is_over.wait()
        ended.set()

    monkeypatch.setattr(sidelines, "sidelines", [goes_on])
    with sidelines.running():
        assert begun.wait(10)
        assert not ended.is_set()
    assert ended.wait(10)
