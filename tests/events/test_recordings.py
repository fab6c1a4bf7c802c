"""Which recordings can be shown in the page, and from which address."""

import pytest

from events.recordings import FRAME_HOSTS, recording_of

YOUTUBE, VIMEO = (
    "https://www.youtube-nocookie.com/embed/abc-DEF_123",
    "https://player.vimeo.com/video/123456789?dnt=1",
)
SHOWN = {
    "https://www.youtube.com/watch?v=abc-DEF_123": YOUTUBE,
    "https://youtube.com/watch?t=30&v=abc-DEF_123&list=x": YOUTUBE,
    "http://m.youtube.com/watch?v=abc-DEF_123": YOUTUBE,
    "https://youtu.be/abc-DEF_123?si=x": YOUTUBE,
    "https://www.youtube.com/live/abc-DEF_123?feature=share": YOUTUBE,
    "https://www.youtube.com/embed/abc-DEF_123": YOUTUBE,
    "https://vimeo.com/123456789": VIMEO,
    "https://vimeo.com/123456789/0a1b2c3d4e": f"{VIMEO}&h=0a1b2c3d4e",
    "https://player.vimeo.com/video/123456789?h=0a1b2c3d4e": f"{VIMEO}&h=0a1b2c3d4e",
}
LINKED = [
    "https://example.org/recordings/opening",
    "https://www.youtube.com/playlist?list=abc-DEF_123",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/watch?v=abc-DEF_123%22%3E%3Cscript",
    "https://youtube.com.example.org/watch?v=abc-DEF_123",
    "https://example.org/https://youtu.be/abc-DEF_123",
    "https://vimeo.com/channels/staff/123456789",
    "https://vimeo.com/123456789?h=%22onload",
]


def test_what_can_be_shown_comes_from_the_address_that_asks_least():
    assert {address: recording_of(address).frame for address in SHOWN} == SHOWN
    assert {f"https://{recording_of(address).frame.split('/')[2]}" for address in SHOWN} == set(FRAME_HOSTS)


@pytest.mark.parametrize("address", LINKED[:-1])
def test_any_other_recording_is_a_link(address):
    assert recording_of(address).frame == ""


def test_a_key_that_is_none_is_left_out():
    assert recording_of(LINKED[-1]).frame == VIMEO


def test_the_site_is_named_as_readers_know_it():
    assert recording_of("") is None
    recording = recording_of("https://www.youtube.com/watch?v=abc-DEF_123")
    assert (recording.host, recording.frame_host) == ("youtube.com", "youtube-nocookie.com")
    assert recording_of("https://example.org/x").host == "example.org"
