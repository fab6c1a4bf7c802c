"""Two machines without a shared disk behind the shipped nginx: what one publishes the other shows, and either may die."""

import re
import threading
import time
from contextlib import contextmanager

import pytest
import urllib3

from media_library.models import Image
from tests.desk.forms import elements, form_address
from tests.factories import make_article
from tests.machines.servers import Browser, wait_until
from tests.media_library.files import photograph
from tests.personas import make_user, signed_in

# The tables are emptied after each test: one test, one start of the servers.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgresql_only,
    # The certificate was signed by nobody.
    pytest.mark.filterwarnings("ignore:Unverified HTTPS request"),
]

LIST = "/ar/news/"
CLIENTS = 4


def test_two_machines_are_one_site(two_machines):
    article = make_article(ar="خبر قديم", en=False, live=True)
    cookies = {name: cookie.value for name, cookie in signed_in(make_user("publisher")).cookies.items()}
    readers = [Browser(address) for address in addresses(two_machines)]
    desks = [Browser(address, dict(cookies)) for address in addresses(two_machines)]
    for reader in readers:
        assert "خبر قديم" in reader.get(LIST).text

    publishing_through_one_is_seen_through_the_other(article, desks, readers)
    an_upload_through_one_is_seen_through_the_other(two_machines, desks, readers)
    nginx_keeps_pages_for_a_second_and_for_readers_alone(two_machines, desks[2])
    either_may_die_under_load(two_machines)


def addresses(machines):
    """The first machine, the second one, nginx."""
    direct = [f"http://127.0.0.1:{machine.port}" for machine in (machines.first, machines.second)]
    return [*direct, f"https://127.0.0.1:{machines.port}"]


def publishing_through_one_is_seen_through_the_other(article, desks, readers):
    for number, (here, there) in enumerate([(0, 1), (1, 0)]):
        publish(desks[here], article, title := f"خبر جديد {number}")
        # The very next request.
        assert title in readers[there].get(LIST).text
        assert title in readers[here].get(LIST).text
        begun = time.monotonic()
        wait_until(lambda title=title: title in readers[2].get(LIST).text, "nginx shows the new title")
        assert time.monotonic() - begun < 1.5
    # The desk through nginx is never older than the act.
    publish(desks[2], article, "خبر أخير")
    assert "خبر أخير" in desks[2].get(LIST).text


def publish(desk, article, title):
    """Type a title into the form of the desk and press the button."""
    address = form_address(article)
    opened = desk.get(address)
    assert opened.status_code == 200
    found = elements(opened, "article_form")
    stands = {name: [value for element in same for value in element.sent] for name, same in found.items()}
    sent = {name: values for name, values in stands.items() if values and name != "csrfmiddlewaretoken"}
    assert desk.post(address, sent | {"title": title, "_publish": "1"}).status_code == 302


def an_upload_through_one_is_seen_through_the_other(machines, desks, readers):
    words = {"ppoi": "0.5x0.5", "alt_ar": "قاعة", "alt_en": "A hall", "licence": "own-work"}
    file = ("قاعة.jpg", photograph(), "image/jpeg")
    answer = desks[0].post("/admin/media_library/image/add/", words | {"file": file})
    assert answer.status_code == 302, answer.text
    image = Image.objects.get()
    assert image.file.name in desks[1].get(f"/admin/media_library/image/{image.pk}/change/").text

    through_nginx = readers[2].get(f"/media/{image.file.name}")
    assert (through_nginx.status_code, through_nginx.content[:3]) == (200, b"\xff\xd8\xff")
    assert through_nginx.headers["X-Content-Type-Options"] == "nosniff"
    assert through_nginx.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    # A machine keeps nothing that the other would miss.
    assert [file for machine in (machines.first, machines.second) for file in machine.files()] == []


def nginx_keeps_pages_for_a_second_and_for_readers_alone(machines, desk):
    address = f"{LIST}?of=readers"
    reader = Browser(f"https://127.0.0.1:{machines.port}")
    plain = [reader.get(address) for _time in range(3)]
    small = reader.get(address, **{"Accept-Encoding": "br"})
    known = reader.get(address, **{"If-None-Match": plain[0].headers["ETag"]})
    desk.get(address)
    assert [answer.status_code for answer in [*plain, small, known]] == [200, 200, 200, 200, 304]
    # What the program has compressed goes to those alone who take it.
    assert [answer.headers.get("Content-Encoding") for answer in [plain[2], small]] == [None, "br"]
    assert {answer.content for answer in [*plain, small]} == {plain[0].content}
    assert len({answer.headers["X-Request-ID"] for answer in plain}) == 3

    def lines():
        return [line for line in machines.log.read_text().splitlines() if "of=readers" in line]

    wait_until(lambda: len(lines()) == 6, "nginx has written its log")
    *readers, last = [line.rsplit(" ", 1)[1] for line in lines()]
    assert (set(readers) <= {"MISS", "HIT"}, last) == (True, "BYPASS")


def either_may_die_under_load(machines):
    with load(machines.port) as seen:
        machines.first.kill()
        readers_get_on(seen)
        machines.first.start()
        machines.log.write_text("")
        wait_until(lambda: is_used(machines, machines.first), "nginx asks the first machine again")
        machines.second.kill()
        readers_get_on(seen)
    # What was in flight was asked of the other machine: not even that has failed.
    assert seen.failed == []


def readers_get_on(seen):
    answered = len(seen.answered)
    wait_until(lambda: len(seen.answered) > answered + 20, "readers get on")


def is_used(machines, one):
    return re.search(rf'"127\.0\.0\.1:{one.port}" "200"', machines.log.read_text())


class Seen:
    """What the readers of a load were answered."""

    def __init__(self):
        self.answered, self.failed, self.is_over = [], [], threading.Event()


@contextmanager
def load(port):
    """A few readers who ask without a pause, each time for a page that no cache has."""
    seen = Seen()

    def read(number):
        reader, count = Browser(f"https://127.0.0.1:{port}"), 0
        while not seen.is_over.is_set():
            count += 1
            try:
                answer = reader.get(f"{LIST}?of={number}-{count}")
            except urllib3.exceptions.HTTPError as error:
                seen.failed.append(repr(error))
                continue
            is_whole = answer.status_code == 200 and "خبر أخير" in answer.text
            (seen.answered if is_whole else seen.failed).append(answer.status_code)

    readers = [threading.Thread(target=read, args=[number]) for number in range(CLIENTS)]
    for reader in readers:
        reader.start()
    try:
        yield seen
    finally:
        seen.is_over.set()
        for reader in readers:
            reader.join()
