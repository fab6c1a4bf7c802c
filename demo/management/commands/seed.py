"""Add a forum of as many sample documents as asked for, to measure and try the program with."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override
from tqdm import tqdm

from demo.loader import Refusal
from demo.seed import seeding
from forum_site.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Adds about N sample documents with their texts in both languages, to try the program with and to measure it. "
        "Not in production."
    )

    def add_arguments(self, parser):
        parser.add_argument("size", metavar="N", type=int, help="how many documents")
        parser.add_argument("--seed", type=int, default=1, help="another number gives other texts")
        parser.add_argument(
            "--no-index", action="store_true", help="leave the search index to manage.py reindex"
        )

    def handle(self, *args, **options):
        if options["size"] < 1:
            raise CommandError("N is 1 or more.")
        # Without a terminal nobody watches it.
        bar = tqdm(total=options["size"], unit=" documents", disable=None if options["verbosity"] else True)
        try:
            with bar:
                seeding.seed(options["size"], options["seed"], bar.update)
        except Refusal as refusal:
            with override(terminal_language()):
                raise CommandError(str(refusal)) from refusal
        if not options["no_index"]:
            call_command("reindex", verbosity=options["verbosity"])
