"""Load the demo forum, or say that it is there: what `make run` calls each time."""

import os
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from demo import loader
from demo.accounts import ROLES, settle_password
from forum_site.terminal import terminal_language

PASSWORD_FILE = "demo_password"  # noqa: S105


class Command(BaseCommand):
    help = (
        "Loads the demo forum into an empty database and makes the demo accounts. A second call changes nothing. "
        "DEMO_PASSWORD sets the accounts' password."
    )

    def handle(self, *args, **options):
        # The forum is loaded in the site's language; what is said about it, in the terminal's.
        language = terminal_language()
        try:
            loader.refuse_elsewhere()
            if loader.is_loaded():
                with override(language):
                    self.stdout.write(_("The demo forum is loaded already; what was edited is kept."))
            else:
                self._load(language)
        except loader.Refusal as refusal:
            with override(language):
                raise CommandError(str(refusal)) from refusal
        password = settle_password(os.environ.get("DEMO_PASSWORD", ""), settings.VAR_DIR / PASSWORD_FILE)
        with override(language):
            self._print_ways_in(password)

    def _load(self, language):
        def say(what):
            with override(language):
                self.stdout.write(f"  - {what}")

        begin = time.monotonic()
        with override(language):
            self.stdout.write(_("Loading the demo forum, which takes some seconds:"))
        loader.load(say)
        seconds = round(time.monotonic() - begin)
        with override(language):
            self.stdout.write(_("Loaded in %(seconds)s s.") % {"seconds": seconds})

    def _print_ways_in(self, password):
        address = settings.SITE_ADDRESS or "http://127.0.0.1:8000"
        self.stdout.write("")
        for path, name in (
            ("/ar/", _("The site in Arabic")),
            ("/en/", _("The site in English")),
            ("/admin/", _("The desk")),
        ):
            self.stdout.write(f"  {address + path:<32} {name}")
        self.stdout.write("")
        self.stdout.write(_("Accounts:"))
        for role in ROLES:
            self.stdout.write(f"  {role.username:<32} {role.can}")
        self.stdout.write("")
        if password:
            self.stdout.write(_("Password of them all: %(password)s") % {"password": password})
        else:
            self.stdout.write(
                _("Their password is the one of the first loading; DEMO_PASSWORD=… sets another.")
            )
