"""The settings of the site: what an editor said, else the environment; read once, and only where somebody asks."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from publishing import dates
from publishing.mail import News, letter
from publishing.models import SiteSettings, SocialAccount
from publishing.site import Account, Site, reading_site, site_settings
from tests.factories import chief, make_article

pytestmark = pytest.mark.django_db

FROM_THE_ENVIRONMENT = {
    "ar": Site("الملتقى المقدسي", "قرارات الملتقى وتوصياته، وما آلت إليه", "latn"),
    "en": Site("Maqdisi Forum", "What the forum decided and recommended, and what became of it", "latn"),
}


def set_up(**said):
    return SiteSettings.objects.create(**said)


def elsewhere(address, **said):
    return SocialAccount.objects.create(**({"network": "x", "address": address} | said))


def seen(language):
    with reading_site(), override(language):
        return site_settings()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_a_row_and_without_a_request_the_environment_answers(language, django_assert_num_queries):
    assert seen(language) == FROM_THE_ENVIRONMENT[language]
    set_up(name_ar="اسم آخر", name_en="Another name")
    with override(language), django_assert_num_queries(0):
        assert site_settings() == FROM_THE_ENVIRONMENT[language]


def test_what_is_said_and_what_is_left_empty():
    set_up(
        name_ar="ملتقى المدينة", line_en="Another line", contact_ar="الأمانة\nإسطنبول", email="desk@example.org",
        phone="+90 212 000 00 00", digits="arab",
    )  # fmt: skip
    elsewhere("https://b.example.org/", order=2, label_ar="القناة", label_en="The channel", network="other")
    elsewhere("https://a.example.org/", order=1, network="youtube")
    arabic, english = seen("ar"), seen("en")
    assert arabic == Site(
        "ملتقى المدينة", FROM_THE_ENVIRONMENT["ar"].line, "arab", "الأمانة\nإسطنبول", "desk@example.org",
        "+90 212 000 00 00",
        (Account("يوتيوب", "https://a.example.org/", "youtube"), Account("القناة", "https://b.example.org/", "other")),
    )  # fmt: skip
    # No language stands in for another.
    assert (english.name, english.line, english.contact) == ("Maqdisi Forum", "Another line", "")
    assert [account.label for account in english.accounts] == ["YouTube", "The channel"]
    assert (arabic.phone_address, arabic.can_be_reached) == ("+902120000000", True)
    assert not FROM_THE_ENVIRONMENT["ar"].can_be_reached


@pytest.mark.parametrize("accounts", [1, 3])
def test_one_query_whatever_is_asked_and_none_where_nothing_is(accounts, django_assert_num_queries):
    set_up(name_ar="الاسم")
    for number in range(accounts):
        elsewhere(f"https://{number}.example.org/")
    with django_assert_num_queries(0), reading_site():
        pass
    with django_assert_num_queries(1), reading_site():
        for language in ("ar", "en", "ar"):
            with override(language):
                assert (site_settings().name != "الاسم") == (language == "en")
                assert len(site_settings().accounts) == accounts
    with django_assert_num_queries(2), reading_site():
        site_settings()
        with reading_site():
            site_settings()
        site_settings()


def test_threads_do_not_share_what_was_read():
    with reading_site():
        site_settings()
        with ThreadPoolExecutor(1) as pool:
            # Not within reading_site() there: the environment's, and no connection of its own.
            assert pool.submit(lambda: site_settings().name).result() == "الملتقى المقدسي"


def test_digits_and_mails_follow_the_settings():
    set_up(digits="arab", name_ar="ملتقى المدينة", name_en="City forum")
    with override("ar"):
        assert dates.digits("2024") == "2024"
        with reading_site():
            assert dates.digits("2024") == "٢٠٢٤"
    with override("en"), reading_site():
        assert dates.digits("2024") == "2024"
    person = chief()
    for language, name in (("ar", "ملتقى المدينة"), ("en", "City forum")):
        person.interface_language = language
        with reading_site():
            mail = letter(person, News("published", make_article(), "ar", person))
        assert name in mail.body
        assert name in mail.alternatives[0][0]


def test_there_is_one_row():
    set_up()
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.create(pk=2)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "http://example.org/", "data:text/html,x", "//example.org/", "example.org",
     "https://", "https://a b.c/"],
)  # fmt: skip
def test_only_whole_https_addresses(address):
    with pytest.raises(ValidationError) as refused:
        SocialAccount(site=set_up(), network="x", address=address).full_clean()
    assert set(refused.value.message_dict) == {"address"}
