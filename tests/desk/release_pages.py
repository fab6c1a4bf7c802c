"""What the tests of releases at the desk share: the addresses, what is sent, and what a page says."""

import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from publishing import releases
from publishing.models import PublicText, Release
from tests import factories
from tests.factories import chief
from tests.personas import signed_in

LIST, ADD = "/admin/publishing/release/", "/admin/publishing/release/add/"


def desk_of(user, language="en"):
    user.interface_language = language
    user.save()
    browser = signed_in(user)
    browser.language = language
    return browser


def form_of(release):
    return reverse("admin:publishing_release_change", args=[release.pk])


def check_of(release):
    return reverse("admin:publishing_release_check", args=[release.pk])


def make_release(*texts, name="ختام اليوم الثاني"):
    release = Release.objects.create(name=name, created_by=chief())
    for document, language in texts:
        releases.add_text(release, document, language, chief())
    return release


def both(document):
    return (document, "ar"), (document, "en")


def more(*rows, prefix="items"):
    """What is sent for the rows with more texts: (document, language) pairs; the language may be "both"."""
    sent = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, (document, language) in enumerate(rows):
        sent |= {
            f"{prefix}-{number}-document": str(getattr(document, "pk", document)),
            f"{prefix}-{number}-language": language,
        }
    return sent


def texts_of(release):
    return set(release.items.values_list("document_id", "language_code"))


def public():
    return set(PublicText.objects.values_list("title", "language_code"))


def rows_of(answer):
    """{(title, language): ([what refuses], [what is worth a look])} of the check."""
    return {
        (row["title"], row["item"].language_code): (row["refuses"], row["warns"])
        for row in answer.context["rows"]
    }


def words(answer):
    """What a page says, without markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def button(desk, release, name, **sent):
    """Open the check, press a button; the page that follows."""
    opened = desk.get(check_of(release))
    seen = re.search(r'name="seen" value="([^"]*)"', opened.content.decode())
    return desk.post(check_of(release), {"seen": seen[1] if seen else "", name: "1"} | sent, follow=True)


def let_out(release, act):
    by = factories.second_chief()
    if act == "release_now":
        releases.release_now(release, by)
    else:
        releases.schedule_release(release, by, timezone.now() + timedelta(days=1))
