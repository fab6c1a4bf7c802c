"""The worker, run once within a test: it does what waits and ends."""

from unittest import mock

from django.core.management import call_command


def do_the_work():
    """Run `manage.py work --batch` on the test's own connection, which the worker would close as an old one."""
    with mock.patch("django_tasks_db.management.commands.db_worker.close_old_connections"):
        call_command("work", "--batch")
