"""`manage.py empty_bin`: for a timer of the machine, where nobody moves anything to the bin for a long time."""

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from publishing import bin


class Command(BaseCommand):
    help = f"Deletes for good what has been in the bin for {bin.BIN_DAYS} days."

    def handle(self, *args, **options):
        count = bin.empty()
        said = ngettext(
            "%(count)s document was deleted for good.", "%(count)s documents were deleted for good.", count
        )
        self.stdout.write(said % {"count": count})
