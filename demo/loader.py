"""Loading the demo forum: once, whole or not at all."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from demo import things
from demo.accounts import make_accounts
from demo.desk_work import make_desk_work
from demo.forum import Forum, make_documents
from demo.models import Loading
from demo.outcome import make_outcomes
from demo.site import make_site
from demo.stories import tell_stories
from publishing.mail import quiet
from publishing.models import Document


class Refusal(Exception):
    """The demo may not be loaded here; the text says why."""


def refuse_elsewhere():
    """Raise Refusal in production, and where somebody else's texts or accounts are."""
    if settings.MULTAQA_MODE == "production":
        raise Refusal(_("This is a production site: the demo forum is not loaded into it."))
    if is_loaded():
        return
    if Document.objects.exists() or User.objects.exists():
        raise Refusal(
            _(
                "This database holds texts or accounts that the demo did not make, so the demo forum is not loaded "
                "into it. Name an empty database in DATABASE_URL."
            )
        )


def is_loaded():
    """Whether this database holds the demo forum already."""
    return Loading.objects.exists()


def load(say):
    """Load the demo into an empty database. ``say`` is called with what is being done, in words.

    Raises Refusal. Nothing is left of a loading that breaks off, but for pictures in the media folder.
    """
    refuse_elsewhere()
    with quiet(), transaction.atomic():
        # The first write: on PostgreSQL and SQLite alike a second loader waits here or fails.
        Loading.objects.create(pk=1)
        users = make_accounts()
        say(_("Drawing the pictures"))
        pictures, people = things.make_pictures(users["editor"]), things.make_people(users["editor"])
        say(_("Preparing the programme, the decisions and the recommendations"))
        forum = Forum(
            users=users, pictures=pictures, people=people, topics=things.make_topics(),
            files=things.make_files(users["editor"]), organisations=things.make_organisations(),
            rooms=things.make_rooms(),
        )  # fmt: skip
        make_documents(forum)
        say(_("Writing and publishing the texts"))
        tell_stories(forum)
        say(_("Recording what became of the decisions"))
        make_outcomes(forum)
        say(_("Filling the desk with work"))
        make_desk_work(forum)
        make_site(forum)
    return forum
