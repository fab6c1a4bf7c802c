"""The recording of a session: always a link; for two sites also a frame that is put in when a reader asks for it.

The address of the frame is the one that keeps readers' privacy best. Nothing is asked of the other site before the click.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE, VIMEO = "https://www.youtube-nocookie.com", "https://player.vimeo.com"
#: Where frames may come from: for the content security policy of the pages of sessions.
FRAME_HOSTS = [YOUTUBE, VIMEO]

_YOUTUBE_SITES = {
    "youtube.com",
    "www.youtube.com",
    "m.youtube.com",
    "youtube-nocookie.com",
    "www.youtube-nocookie.com",
}
_YOUTUBE_PATH = re.compile(r"/(?:embed|live|shorts|v)/([\w-]{11})/?", re.ASCII)
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO_PATH = re.compile(r"/(?:video/)?(\d{4,12})(?:/([0-9a-f]{6,16}))?/?", re.ASCII)


@dataclass(frozen=True)
class Recording:
    """``address``: where the link leads; ``host``: the site to name; ``frame``: the address of a frame, or ''."""

    address: str
    host: str
    frame: str = ""

    @property
    def frame_host(self):
        """The site that is asked for the frame."""
        return (urlsplit(self.frame).hostname or "").removeprefix("www.")


def recording_of(address):
    """The address of a recording in; a Recording out, None for none."""
    if not address:
        return None
    parts = urlsplit(address)
    host = parts.hostname or ""
    frame = _youtube(host, parts) or _vimeo(host, parts)
    return Recording(address, host.removeprefix("www."), frame)


def _youtube(host, parts):
    if host == "youtu.be":
        found = _YOUTUBE_ID.fullmatch(parts.path.strip("/"))
    elif host in _YOUTUBE_SITES and parts.path == "/watch":
        found = _YOUTUBE_ID.fullmatch(parse_qs(parts.query).get("v", [""])[0])
    elif host in _YOUTUBE_SITES:
        found = _YOUTUBE_PATH.fullmatch(parts.path)
    else:
        found = None
    return f"{YOUTUBE}/embed/{found[found.re.groups]}" if found else ""


def _vimeo(host, parts):
    """A video that is not listed has a key besides its number, in the path or as ``h``."""
    if host not in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return ""
    found = _VIMEO_PATH.fullmatch(parts.path)
    if not found:
        return ""
    asked = parse_qs(parts.query).get("h", [""])[0]
    key = found[2] or (asked if re.fullmatch(r"[0-9a-f]{6,16}", asked) else "")
    return f"{VIMEO}/video/{found[1]}?dnt=1{f'&h={key}' if key else ''}"
