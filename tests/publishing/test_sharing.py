"""Links to a draft: who may make one, until when it works, who revokes it, and what its token gives away."""

from datetime import timedelta

import pytest
from django.core import signing

from publishing.models import Act, Document, ShareLink
from publishing.sharing import find, may_share, revoke, share, token_of
from tests.factories import chief, make_article, make_page, second_chief
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def refused(refused):
    """The act writes no link either."""

    def check(message, field=""):
        return _Both(refused(message, field))

    return check


class _Both:
    def __init__(self, inner):
        self.inner = inner

    def __enter__(self):
        self.before = list(ShareLink.objects.values())
        return self.inner.__enter__()

    def __exit__(self, *error):
        answer = self.inner.__exit__(*error)
        assert list(ShareLink.objects.values()) == self.before
        return answer


def send(document, language="ar", by=None, name="Dr Nabil", days=7, **more):
    return share(document, language, by or chief(), name, days, **more)


def acts(document):
    return list(
        Act.objects.filter(document_id=document.pk, name__in=("share", "revoke_share"))
        .order_by("pk")
        .values_list("name", "language_code", "by__username", "note", "revision__number")
    )


# ---- Making one


def test_a_link_is_a_row_with_its_end_and_an_act(clock):
    article = make_article()
    link, token = send(article, "en", name="  Dr \n Nabil ", days=3, is_answer_asked=True)
    kept = ShareLink.objects.get()
    assert (kept.document_id, kept.language_code, kept.name) == (article.pk, "en", "Dr Nabil")
    assert (kept.is_answer_asked, kept.created_by, kept.revoked_at) == (True, chief(), None)
    assert kept.expires_at == clock.after(days=3)
    assert acts(article) == [("share", "en", "chief", "Dr Nabil", 1)]
    assert find(token) == link == kept


def test_it_asks_for_no_answer_unless_told():
    link, _token = send(make_article())
    assert link.is_answer_asked is False


@pytest.mark.parametrize("days", [1, 30])
def test_the_shortest_and_the_longest(clock, days):
    link, _token = send(make_article(), days=days)
    assert link.expires_at == clock.after(days=days)


@pytest.mark.parametrize("days", [-1, 0, 31, 10**9])
def test_no_other_number_of_days(refused, days):
    article = make_article()
    with refused("A link works for 1 to 30 days.", "days"):
        send(article, days=days)


@pytest.mark.parametrize("name", ["", "   ", "\u200f\u200e", "\x00", "\u202e"])
def test_a_link_is_for_somebody(refused, name):
    article = make_article()
    with refused("Say whom the link is for.", "name"):
        send(article, name=name)


def test_a_name_has_a_limit_and_no_tricks(refused):
    article = make_article()
    with refused("This is longer than 120 characters.", "name"):
        send(article, name="ن" * 121)
    assert send(article, name="ن" * 120)[0].name == "ن" * 120
    assert send(article, name="a\x00b\u202ec")[0].name == "abc"


def test_there_must_be_a_text(refused):
    article = make_article(en=False)
    with refused("There is no text in this language yet; write and save one first."):
        send(article, "en")


def test_nothing_in_the_bin_is_shared(refused, clock):
    article = make_article()
    Document.objects.filter(pk=article.pk).update(binned_at=clock.now)
    with refused("This document is in the bin; take it back first."):
        send(article)


#: The languages of an Arabic article, made by somebody else, that each role may show to somebody outside.
MAY_SHARE = {
    "author": set(),
    "translator": {"en"},
    "editor": {"ar", "en"},
    "publisher": {"ar", "en"},
    "administrator": {"ar", "en"},
}


@pytest.mark.parametrize("role", MAY_SHARE)
def test_who_may_make_and_revoke_one(role, refused):
    user = make_user(role, word_languages=["en"] if role == "translator" else [])
    article = make_article()
    assert {language for language in ("ar", "en") if may_share(user, article, language)} == MAY_SHARE[role]
    for language in ("ar", "en"):
        theirs = send(article, language)[0]
        if language in MAY_SHARE[role]:
            assert send(article, language, by=user)[0].created_by == user
            revoke(theirs, user)
        else:
            with refused("You may not show this text to anybody outside."):
                send(article, language, by=user)
            with refused("You may not show this text to anybody outside."):
                revoke(theirs, user)
        theirs.refresh_from_db()
        assert bool(theirs.revoked_at) == (language in MAY_SHARE[role])


def test_authors_share_what_is_theirs_and_who_has_left_nothing(author, refused):
    article = make_article(by=author)
    assert send(article, by=author)[0].created_by == author
    author.is_active = False
    with refused("You may not show this text to anybody outside."):
        send(article, by=author)


# ---- Finding it again


def test_a_link_ends_when_it_says(clock):
    link, token = send(make_article(), days=1)
    clock.goes_to(link.expires_at - timedelta(seconds=1))
    assert find(token) == link
    clock.goes_to(link.expires_at)
    assert find(token) is None


def test_a_revoked_link_is_gone_at_once_and_for_good(clock):
    article = make_article()
    link, token = send(article)
    other, other_token = send(article, name="Dr Salma")
    revoke(link, second_chief())
    assert (find(token), find(other_token)) == (None, other)
    assert ShareLink.objects.get(pk=link.pk).revoked_at == clock.now
    # Once more is no second act.
    clock.goes_on(hours=1)
    revoke(link, second_chief())
    assert ShareLink.objects.get(pk=link.pk).revoked_at == clock.before(hours=1)
    assert acts(article) == [
        ("share", "ar", "chief", "Dr Nabil", 1),
        ("share", "ar", "chief", "Dr Salma", 1),
        ("revoke_share", "ar", "second", "Dr Nabil", 1),
    ]


def test_a_link_rests_while_its_document_is_in_the_bin(clock):
    article = make_article()
    link, token = send(article)
    Document.objects.filter(pk=article.pk).update(binned_at=clock.now)
    assert find(token) is None
    Document.objects.filter(pk=article.pk).update(binned_at=None)
    assert find(token) == link


def test_a_token_is_of_one_link_alone():
    first, first_token = send(make_article())
    second, second_token = send(make_page())
    assert (find(first_token), find(second_token)) == (first, second)
    key, _dot, seal = first_token.partition(".")
    forged = [
        f"{second.pk}.{seal}",
        f"{key}.{seal[:-1]}",
        f"{key}.{seal}x",
        f"{key}.",
        key,
        f".{seal}",
        f" {first_token}",
        f"{first_token}\n",
        signing.Signer().sign(key),
        signing.Signer(salt="another", sep=".").sign(key),
        signing.dumps(first.pk, salt="publishing.sharing"),
        "",
        "٣.ختم",
        "\x00",
        "9" * 400,
    ]
    assert {find(token) for token in forged} == {None}


def test_a_token_holds_with_the_key_it_was_made_with(settings):
    link, token = send(make_article())
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another key: whoever has it cannot guess what the first one signed"
    assert find(token) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert find(token) == link
    assert token_of(link) != token
