"""Give the acts and revisions of before what 0003 has columns for: the name and kind of the document, the sense of a text."""

from django.db import migrations

from publishing.models.revision import TRANSLATED_WORDS, sense_of


def name_acts(apps, schema_editor):
    act_model = apps.get_model("publishing", "Act")
    titles = dict(
        apps.get_model("publishing", "Revision")
        .objects.filter(pk__in=act_model.objects.exclude(revision=None).values("revision_id"))
        .values_list("pk", "title")
    )
    kinds = dict(apps.get_model("publishing", "Document").objects.values_list("pk", "kind"))
    for act in act_model.objects.filter(kind="").iterator():
        act.kind, act.title = kinds[act.document_id], titles.get(act.revision_id, "")
        act.save(update_fields=["kind", "title"])


def tell_senses(apps, schema_editor):
    revision_model = apps.get_model("publishing", "Revision")
    for revision in revision_model.objects.filter(sense="").iterator(chunk_size=500):
        revision.sense = sense_of({name: getattr(revision, name) for name in TRANSLATED_WORDS})
        revision.save(update_fields=["sense"])


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_what_the_desk_works_with")]

    operations = [
        migrations.RunPython(name_acts, migrations.RunPython.noop),
        migrations.RunPython(tell_senses, migrations.RunPython.noop),
    ]
