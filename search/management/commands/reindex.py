"""`manage.py reindex`: make the search index from the texts, while the site serves."""

import sys

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from publishing.version_triggers import raise_version
from search import desk_words, index, rebuilding


class Command(BaseCommand):
    help = "Makes the search index anew from the texts; searches go on meanwhile, and so do publications."

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing", action="store_true", help="Only add the texts that are not in the index."
        )

    def handle(self, *args, **options):
        only_missing = options["missing"]
        total = rebuilding.texts(only_missing).count()
        with tqdm(total=total, file=sys.stderr, unit=_("texts"), disable=options["verbosity"] == 0) as bar:
            done = 0
            for number in rebuilding.rebuild(only_missing):
                done += number
                bar.update(number)
        index.remove_what_is_over()
        desk_words.rebuild()
        rebuilding.tidy(connection)
        raise_version(connection)
        said = ngettext("%(count)s text is in the index.", "%(count)s texts are in the index.", done)
        self.stdout.write(said % {"count": done})
