"""`manage.py messages`: bring the catalogues in step with the sources."""

from django.conf import settings
from django.core.management.base import BaseCommand

from forum_site import catalogues


class Command(BaseCommand):
    help = (
        "Collects what is to be translated into locale/ (no GNU gettext needed). "
        "English fills itself; Arabic waits for you."
    )
    requires_system_checks = []

    def handle(self, *args, **options):
        changed = catalogues.update(settings.BASE_DIR)
        for path in changed:
            self.stdout.write(f"wrote {path.relative_to(settings.BASE_DIR)}")
        if not changed:
            self.stdout.write("The catalogues are in step with the sources.")
        for path in catalogues.catalogue_paths(settings.BASE_DIR):
            waiting = [entry for entry in catalogues.entries(path).values() if not entry.translated()]
            if waiting:
                self.stdout.write(f"{path.relative_to(settings.BASE_DIR)}: {len(waiting)} to translate")
