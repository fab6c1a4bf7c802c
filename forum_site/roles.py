"""The roles of the desk and the permissions of each: groups that the migrations of this app make.

A permission is "app.codename"; "app.*_model" stands for add, change, delete and view of a model.
"""

from django.contrib.auth.management import create_permissions

READ_ALL = [
    "publishing.view_topic", "publishing.view_document", "publishing.view_release", "media_library.view_image",
    "media_library.view_attachment", "people.view_person", "people.view_organisation", "events.view_event",
    "events.view_session", "events.view_venue", "events.view_room", "events.view_participation",
    "resolutions.view_resolution", "resolutions.view_decision", "resolutions.view_recommendation",
    "resolutions.view_milestone", "resolutions.view_statusupdate", "resolutions.view_committee",
    "resolutions.view_committeemember", "resolutions.view_sponsorshipproject", "resolutions.view_projectpartner",
    "resolutions.view_academy", "resolutions.view_course", "resolutions.view_projectquestion",
    "resolutions.view_projectfigure", "resolutions.view_relation", "articles.view_article", "articles.view_page",
]  # fmt: skip

DOCUMENTS = ["events.event", "events.session", "resolutions.decision", "resolutions.recommendation", "articles.article",
             "articles.page"]  # fmt: skip
LABELS = [
    "publishing.topic", "people.person", "people.organisation", "events.venue", "events.room", "events.participation",
    "resolutions.milestone", "resolutions.committee", "resolutions.committeemember", "resolutions.sponsorshipproject",
    "resolutions.projectpartner", "resolutions.academy", "resolutions.course", "resolutions.projectquestion",
    "resolutions.projectfigure", "resolutions.relation", "media_library.image", "media_library.attachment",
]  # fmt: skip


def _each(acts, models):
    """Permissions of the admin: [("add", ...)] × ["app.model"] → ["app.add_model"]."""
    return ["{0}.{2}_{1}".format(*model.split("."), act) for model in models for act in acts]


AUTHOR = [
    *READ_ALL,
    *_each(["add", "change", "delete"], ["articles.article"]),
    *_each(["add", "change"], ["media_library.image", "media_library.attachment"]),
    "publishing.write_own_words",
]
TRANSLATOR = [*READ_ALL, *_each(["change"], DOCUMENTS), "publishing.translate_words"]
#: Preparing releases, and reading who did what.
DESK = [*_each(["add", "change", "delete", "view"], ["publishing.release"]), "publishing.view_act"]
EDITOR = [
    *READ_ALL,
    *DESK,
    *_each(["add", "change", "delete"], [*DOCUMENTS, *LABELS]),
    "publishing.write_any_words",
    "publishing.review_words",
    "resolutions.record_status_update",
]
#: What the site is called, how to reach it, and what leads on the home page.
SITE = _each(["change", "view"], ["publishing.sitesettings"])
#: What the forum itself decides: that something was adopted, and that another takes its place.
RECORD = ["resolutions.adopt_resolution", "resolutions.supersede_resolution"]
PUBLISHER = [*EDITOR, *SITE, *RECORD, "publishing.publish_words"]
ADMINISTRATOR = [
    *PUBLISHER,
    *_each(["add", "change", "delete", "view"], ["accounts.user"]),
    "auth.view_group",
]

#: Group name → permissions.
ROLES = {
    "author": AUTHOR,
    "translator": TRANSLATOR,
    "editor": EDITOR,
    "publisher": PUBLISHER,
    "administrator": ADMINISTRATOR,
}


def grant(apps, schema_editor):
    """For a migration: make the groups, with those of their permissions that this state of the apps has."""
    alias = schema_editor.connection.alias
    for label in sorted(
        {permission.split(".")[0] for permissions in ROLES.values() for permission in permissions}
    ):
        config = apps.get_app_config(label)
        # Permissions are made after all migrations; the groups need them now.
        config.models_module = True
        create_permissions(config, apps=apps, using=alias, verbosity=0)
        config.models_module = None
    permission_model, group_model = apps.get_model("auth", "Permission"), apps.get_model("auth", "Group")
    by_name = {
        f"{row.content_type.app_label}.{row.codename}": row
        for row in permission_model.objects.select_related("content_type")
    }
    for name, permissions in ROLES.items():
        group, _is_new = group_model.objects.get_or_create(name=name)
        group.permissions.add(*(by_name[permission] for permission in permissions if permission in by_name))
