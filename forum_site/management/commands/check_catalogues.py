"""`manage.py check_catalogues`: fails, naming file and msgid, when a translation is missing or wrong."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from forum_site import catalogues


class Command(BaseCommand):
    help = (
        "Checks the translation files: nothing empty, fuzzy, obsolete or behind the sources, "
        "placeholders equal, all plural forms there."
    )
    requires_system_checks = []

    def handle(self, *args, **options):
        problems = catalogues.check(settings.BASE_DIR)
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"{len(problems)} problems in the catalogues.")
        self.stdout.write("The catalogues are complete.")
