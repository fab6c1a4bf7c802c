"""`manage.py compile_catalogues`: the .mo files that Django reads, from the .po files that translators write."""

from django.conf import settings
from django.core.management.base import BaseCommand

from forum_site import catalogues


class Command(BaseCommand):
    help = "Compiles the translation files in locale/ that changed (no GNU gettext needed)."
    requires_system_checks = []

    def handle(self, *args, **options):
        for path in catalogues.compile_stale(settings.BASE_DIR):
            self.stdout.write(f"compiled {path.relative_to(settings.BASE_DIR)}")
