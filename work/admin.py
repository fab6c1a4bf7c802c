"""The desk has no page for the worker's rows: they say nothing to an editor, and no catalogue has Arabic for them."""

from django.contrib import admin
from django_tasks_db.models import DBTaskResult

admin.site.unregister(DBTaskResult)
