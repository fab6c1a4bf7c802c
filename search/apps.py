from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from publishing.periods import BEGINNERS
        from search import about, desk_words, folding, index, index_tables, lookups

        connection_created.connect(folding.put_onto_connection)
        pre_migrate.connect(desk_words.remove_triggers, sender=self)
        post_migrate.connect(folding.make_function, sender=self)
        post_migrate.connect(desk_words.install_triggers, sender=self)
        lookups.register()
        pre_migrate.connect(about.remove_triggers, sender=self)
        post_migrate.connect(about.install_triggers, sender=self)
        pre_migrate.connect(index_tables.remove_triggers, sender=self)
        post_migrate.connect(index_tables.install_triggers, sender=self)
        if index.add not in BEGINNERS:
            BEGINNERS.append(index.add)
