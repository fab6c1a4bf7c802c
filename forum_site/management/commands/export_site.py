"""`manage.py export_site DIR`: the public site as a folder of files; the work is done in forum_site/archive."""

from datetime import date
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from forum_site.archive import papers
from forum_site.archive.making import SiteIsBroken, make
from forum_site.archive.writing import Refusal
from forum_site.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Writes the whole public site, both languages, as files that need no server: open DIR/index.html. "
        "Search is not part of it. Check a copy with: sha256sum --check SHA256SUMS."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="a new or empty folder")
        parser.add_argument(
            "--replace", action="store_true", help="replace an earlier archive in DIR, and nothing else"
        )
        parser.add_argument(
            "--without-pdf",
            action="store_true",
            help="leave the PDFs out (those that nobody has asked for yet take a second or two each)",
        )
        parser.add_argument(
            "--date",
            type=date.fromisoformat,
            default=None,
            help="the day that the pages name (2026-12-31); usually today",
        )

    def handle(self, *args, **options):
        with override(terminal_language()):
            if not settings.SITE_ADDRESS:
                self.stderr.write(
                    _(
                        "SITE_ADDRESS is not set: feeds, calendars and data name no address that others can reach."
                    )
                )
            self._report(self._made(**options), options["folder"])

    def _made(self, folder, date, replace, without_pdf, **_others):
        without = papers.ROUTES if without_pdf else ()
        try:
            return make(folder, date or timezone.localdate(), replace, without, self._say)
        except Refusal as refusal:
            raise CommandError(self._why(refusal, folder)) from refusal
        except SiteIsBroken as broken:
            self._list(broken.failed)
            raise CommandError(_("These public addresses do not answer, so nothing was written.")) from broken
        except OSError as error:
            raise CommandError(_("Nothing was written: %(error)s") % {"error": error}) from error

    def _say(self, count):
        """A line that counts up, on a terminal; in a log the last word is enough."""
        if self.stdout.isatty() and count % 10 == 0:
            self.stdout.write(_("%(count)s addresses read …") % {"count": count} + "\r", ending="")
            self.stdout.flush()

    def _report(self, made, folder):
        if made.missing:
            self.stderr.write(
                _("These links lead nowhere on the site either; the archive has their words alone:")
            )
            self._list(made.missing)
        if made.unmade:
            self.stderr.write(_("These PDFs could not be made and are not in the archive; the log says why:"))
            self._list(dict.fromkeys(made.unmade, "PDF"))
        said = ngettext("%(count)s page in %(folder)s.", "%(count)s pages in %(folder)s.", made.pages)
        self.stdout.write(said % {"count": made.pages, "folder": folder})

    def _list(self, found):
        for address, said in sorted(found.items(), key=lambda pair: pair[0]):
            self.stderr.write(f"  {unquote(address)} ({unquote(str(said))})")

    @staticmethod
    def _why(refusal, folder):
        reasons = {
            "file": _("%(folder)s is a file."),
            "not empty": _("%(folder)s is not empty. To replace an earlier archive there, say --replace."),
            "not an archive": _("%(folder)s holds something else than an archive of this program."),
            "mount point": _("%(folder)s is where a disk is mounted; name a folder inside it."),
            "other files": _(
                "%(folder)s holds files that are no part of the archive, or were changed since: %(paths)s"
            ),
        }
        paths = ", ".join(refusal.paths[:5])
        return reasons[refusal.reason] % {"folder": folder, "paths": paths}
