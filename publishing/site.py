"""What the site is called, how to reach it and which digits it writes: what an editor has said, else the environment.

Within a request (forum_site.middleware), or within ``reading_site()`` in a command or a worker, the settings are read when
somebody first asks, in one query, and no more. Anywhere else the environment answers, and nothing is asked of the database.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, override

from publishing.content_version import remembered
from publishing.languages import LANGUAGES
from publishing.models import SiteSettings, SocialAccount

_LABELS = ("name", "line", "contact")
_FACTS = ("email", "phone", "digits")
#: What is a fact of the row alone, without a place in the environment.
_DEFAULTS = {
    name: SiteSettings._meta.get_field(name).default for name in ("months_without_update", "data_licence")
}
_COLUMNS = [f"{name}_{language}" for name in _LABELS for language in LANGUAGES] + [*_FACTS, *_DEFAULTS]
_OF_ACCOUNTS = ["accounts__network", "accounts__address", *(f"accounts__label_{code}" for code in LANGUAGES)]


@dataclass(frozen=True)
class Account:
    """An account elsewhere: its words in the language of the page, its https address, the code of its network."""

    label: str
    address: str
    network: str


@dataclass(frozen=True)
class Site:
    """The settings in one language: texts, '' for what nobody has said; ``digits`` is "latn" or "arab"."""

    name: str
    line: str
    digits: str
    contact: str = ""
    email: str = ""
    phone: str = ""
    accounts: tuple = ()
    months_without_update: int = _DEFAULTS["months_without_update"]
    data_licence: str = _DEFAULTS["data_licence"]

    @property
    def phone_address(self):
        """The phone as a link has it: "+90 212 555" in, "+90212555" out."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def can_be_reached(self):
        """Whether there is anything to say about how to reach the forum."""
        return bool(self.contact or self.email or self.phone or self.accounts)


class _Memo:
    """The rows once they are read, and the Site of each language that was asked for."""

    def __init__(self):
        self.rows = None
        self.sites = {}

    def site(self, language):
        if language not in self.sites:
            self.sites[language] = remembered(f"the site in {language}", lambda: self._made(language))
        return self.sites[language]

    def _made(self, language):
        if self.rows is None:
            self.rows = remembered("the settings of the site", _read)
        return _site(self.rows, language)


_memo = ContextVar("the_settings_that_were_read", default=None)


@contextmanager
def reading_site():
    """Within this block ``site_settings()`` asks the database, once."""
    token = _memo.set(_Memo())
    try:
        yield
    finally:
        _memo.reset(token)


def site_settings():
    """The Site in the active language."""
    language = get_language()
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    memo = _memo.get()
    return memo.site(language) if memo else _site([], language)


def _read():
    """One row for each account, or one without an account; none where nobody has set anything."""
    rows = SiteSettings.objects.order_by("accounts__order", "accounts__pk")
    return list(rows.values(*_COLUMNS, *_OF_ACCOUNTS))


def _site(rows, language):
    row = rows[0] if rows else {}
    words = {name: row.get(f"{name}_{language}") or "" for name in _LABELS}
    facts = {name: row.get(name) or "" for name in _FACTS}
    said = {
        "name": settings.SITE_NAME[language],
        "line": settings.SITE_LINE[language],
        "digits": settings.MULTAQA_DIGITS,
    }
    with override(language):
        accounts = tuple(_account(row, language) for row in rows if row["accounts__address"])
    defaults = {name: row.get(name) or default for name, default in _DEFAULTS.items()}
    return Site(
        **defaults,
        **{name: value or said.get(name, "") for name, value in (words | facts).items()},
        accounts=accounts,
    )


def _account(row, language):
    network = SocialAccount.Network(row["accounts__network"])
    label = row[f"accounts__label_{language}"] or str(network.label)
    return Account(label, row["accounts__address"], network.value)
