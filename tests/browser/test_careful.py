"""Nothing that was typed is lost, in a browser: two people on one text, a tab that was closed, a session that has ended."""

import re

import pytest
from playwright.sync_api import expect

from publishing.models import Document, OpenForm
from tests import factories
from tests.browser import desk
from tests.personas import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>افتُتح الملتقى صباح السبت.</p><p>ويختتم أعماله غدًا.</p>"
THEIR_BODY = "<p>افتُتح الملتقى صباح السبت.</p><p>ويختتم أعماله مساء غد.</p>"
WIDTHS = (1280, 390)
BAR = ".recovery"


@pytest.fixture
def article():
    return factories.make_article(ar={"title": "خبر الملتقى", "body": BODY}, en=False)


@pytest.fixture
def in_english(publisher, editor):
    for person in (publisher, editor):
        person.interface_language = "en"
        person.save()


@pytest.fixture
def other_page(page):
    """A page in the browser of somebody else."""
    context = page.context.browser.new_context(locale="ar", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def form(live_server, article, language="ar"):
    return f"{live_server.url}/admin/articles/article/{article.pk}/change/?language={language}"


def open_form(page, address):
    page.goto(address)
    ready(page)


def ready(page):
    """The editor is there, and with it what watches over the form."""
    page.wait_for_selector(".prose-menubar__button[aria-label]")
    page.wait_for_timeout(100)


def type_at_the_end(page, words):
    surface = desk.surface(page)
    surface.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def wait_for_copy(page, words):
    page.wait_for_function(
        "words => Object.entries(localStorage).some(([name, copy]) => name.startsWith('multaqa.copy.')"
        " && copy.includes(words))",
        arg=words,
    )


def copies(page):
    return page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('multaqa.copy.'))")


def words(article, language="ar"):
    copy = Document.objects.get(pk=article.pk).working_copy(language)
    return copy.title, copy.body


def is_wider_than_the_screen(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


# ---- Two people on one text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.usefixtures("in_english")
def test_the_second_of_two_sees_the_first_puts_both_together_and_saves(
    page, other_page, live_server, publisher, editor, article, width
):
    page.set_viewport_size({"width": width, "height": 844})
    desk.sign_in(other_page, live_server.url, "editor")
    open_form(other_page, form(live_server, article))
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    expect(page.locator(".others p").first).to_contain_text("editor has had this text open since")

    other_page.locator("#id_summary").fill("موجز المحرر.")
    desk.surface(other_page).locator("p").last.click()
    other_page.keyboard.press("End")
    other_page.keyboard.insert_text(" وتُعلن القرارات.")
    desk.press(other_page, "_continue")

    page.fill("#id_title", "خبر الملتقى الأول")
    desk.press(page, "_continue")
    meeting = page.locator(".meeting")
    expect(meeting).to_be_focused()
    expect(meeting.locator("h2")).to_contain_text("editor saved this text while you had it open")
    expect(meeting.locator("ins").filter(has_text="وتُعلن القرارات")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("خبر الملتقى الأول")
    assert not is_wider_than_the_screen(page)
    with page.expect_navigation():
        meeting.get_by_role("button", name="Put the two together").click()
    ready(page)
    expect(page.locator("#id_title")).to_have_value("خبر الملتقى الأول")
    expect(page.locator("#id_summary")).to_have_value("موجز المحرر.")
    expect(desk.surface(page)).to_contain_text("وتُعلن القرارات.")
    assert not is_wider_than_the_screen(page)
    desk.press(page, "_continue")
    expect(page.locator(".meeting")).to_have_count(0)
    title, body = words(article)
    assert title == "خبر الملتقى الأول"
    assert "ويختتم أعماله غدًا. وتُعلن القرارات." in body
    ready(page)
    assert copies(page) == []


@pytest.mark.usefixtures("in_english")
def test_a_conflict_is_settled_by_keyboard_alone(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    factories.write(article, "ar", body=THEIR_BODY)
    page.fill("#id_title", "عنواني")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".meeting")).to_be_focused()
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "_merge":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    ready(page)
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert words(article) == ("عنواني", THEIR_BODY)


def test_a_form_that_is_left_is_no_longer_open(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    since = OpenForm.objects.get().opened_at
    page.reload()
    ready(page)
    # The page before said that it is closed; this one says that it is open.
    with page.expect_response(re.compile("/admin/open/")) as said:
        pass
    assert said.value.status == 204
    row = OpenForm.objects.get()
    assert row.opened_at == since
    page.goto(f"{live_server.url}/admin/")
    for _try in range(20):
        row.refresh_from_db()
        if factories.timezone.now() - row.seen_at >= factories.timedelta(minutes=3):
            return
        page.wait_for_timeout(100)
    raise AssertionError("It is still open.")


# ---- What is not saved


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_a_closed_tab_is_recovered(page, live_server, publisher, article, interface):
    publisher.interface_language = interface
    publisher.save()
    desk.sign_in(page, live_server.url, "publisher")
    tab = page.context.new_page()
    open_form(tab, form(live_server, article))
    expect(tab.locator(BAR)).to_have_count(0)
    tab.fill("#id_title", "عنوان لم يُحفظ")
    type_at_the_end(tab, " وكلمات لم تُحفظ")
    tab.select_option("#id_article_kind", "letter")
    wait_for_copy(tab, "وكلمات لم تُحفظ")
    wait_for_copy(tab, "letter")
    tab.close()

    tab = page.context.new_page()
    open_form(tab, form(live_server, article))
    expect(tab.locator("#id_title")).to_have_value("خبر الملتقى")
    expect(tab.locator(BAR)).to_have_count(1)
    assert tab.locator(f"{BAR} p").count() == 2
    tab.locator(f"{BAR} button").first.click()
    expect(tab.locator(BAR)).to_have_count(0)
    expect(tab.locator("#id_title")).to_have_value("عنوان لم يُحفظ")
    expect(desk.surface(tab)).to_contain_text("ويختتم أعماله غدًا. وكلمات لم تُحفظ")
    expect(tab.locator("#id_article_kind")).to_have_value("letter")
    desk.press(tab, "_continue")
    assert words(article) == ("عنوان لم يُحفظ", BODY.replace("غدًا.", "غدًا. وكلمات لم تُحفظ"))
    article.refresh_from_db()
    assert article.article_kind == "letter"
    ready(tab)
    assert copies(tab) == []
    open_form(tab, form(live_server, article))
    expect(tab.locator(BAR)).to_have_count(0)


@pytest.mark.usefixtures("in_english")
def test_text_is_not_brought_back_over_a_newer_one(page, live_server, publisher, editor, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    page.fill("#id_title", "عنوان لم يُحفظ")
    wait_for_copy(page, "عنوان لم يُحفظ")
    factories.write(article, "ar", by=editor, title="عنوان أحدث")
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_contain_text("A newer text was saved since.")
    page.locator(BAR).get_by_role("button", name="Bring it back").click()
    desk.press(page, "_continue")
    expect(page.locator(".meeting h2")).to_contain_text("editor saved this text")
    assert words(article)[0] == "عنوان أحدث"
    # What is on the screen is not saved either: it outlives another closed tab.
    ready(page)
    wait_for_copy(page, "عنوان لم يُحفظ")
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_contain_text("that was not saved.")


@pytest.mark.usefixtures("in_english")
def test_what_was_not_saved_is_discarded_if_so_wished(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    page.fill("#id_title", "عنوان لم يُحفظ")
    wait_for_copy(page, "عنوان لم يُحفظ")
    open_form(page, form(live_server, article))
    # Whoever types on without deciding loses neither.
    page.fill("#id_summary", "موجز آخر لم يُحفظ")
    wait_for_copy(page, "موجز آخر لم يُحفظ")
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_have_count(2)
    for _time in range(2):
        page.locator(BAR).first.get_by_role("button", name="Discard it").click()
    expect(page.locator(BAR)).to_have_count(0)
    assert copies(page) == []
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_have_count(0)


@pytest.mark.usefixtures("in_english")
def test_a_new_document_is_recovered(page, live_server, publisher):
    address = f"{live_server.url}/admin/articles/article/add/?language=en"
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, address)
    page.fill("#id_title", "A report")
    desk.surface(page).click()
    page.keyboard.insert_text("Of the first day.")
    wait_for_copy(page, "first day")
    open_form(page, address)
    page.locator(BAR).get_by_role("button", name="Bring it back").click()
    expect(page.locator("#id_title")).to_have_value("A report")
    desk.press(page, "_save")
    assert words(Document.objects.get(), "en") == ("A report", "<p>Of the first day.</p>")
    assert copies(page) == []
    open_form(page, address)
    expect(page.locator(BAR)).to_have_count(0)


@pytest.mark.usefixtures("in_english")
def test_somebody_else_at_the_same_browser_is_offered_nothing(page, live_server, publisher, editor, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    page.fill("#id_title", "سر لم يُحفظ")
    wait_for_copy(page, "سر لم يُحفظ")
    page.context.clear_cookies()
    page.goto("about:blank")
    desk.sign_in_at_the_door(page, live_server.url, "editor")
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_have_count(0)
    assert "سر لم يُحفظ" not in page.content()
    page.context.clear_cookies()
    page.goto("about:blank")
    desk.sign_in_at_the_door(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    expect(page.locator(BAR)).to_have_count(1)


def leave(page, act):
    """Whether the browser asks before it leaves; it is then told to stay."""
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    act()
    page.wait_for_timeout(500)
    page.remove_listener("dialog", stay)
    return asked


def test_leaving_unsaved_text_is_asked_about(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    address = page.url
    tab = page.locator('.language-tabs a[lang="en"]')
    page.fill("#id_title", "عنوان لم يُحفظ")
    assert leave(page, lambda: tab.click(no_wait_after=True)) == ["beforeunload"]
    assert page.url == address
    # Taken back, there is nothing to lose.
    page.fill("#id_title", "خبر الملتقى")
    assert leave(page, tab.click) == []
    assert page.url.endswith("?language=en")
    # Saving is not leaving.
    open_form(page, address)
    type_at_the_end(page, " وكلمات")
    assert leave(page, lambda: desk.press(page, "_continue")) == []
    assert "وكلمات" in words(article)[1]


@pytest.mark.parametrize("key", ["Control+s", "Meta+s", "Control+س"])
def test_the_working_copy_is_saved_by_the_keyboard(page, live_server, publisher, article, key):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    type_at_the_end(page, " حُفظت بالمفتاح")
    modifier, letter = key.split("+")
    with page.expect_navigation():
        page.evaluate(
            "([control, meta, key]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, code: 'KeyS',"
            " ctrlKey: control, metaKey: meta, bubbles: true, cancelable: true}))",
            [modifier == "Control", modifier == "Meta", letter],
        )
    assert page.url == form(live_server, article)
    assert "حُفظت بالمفتاح" in words(article)[1]


# ---- A session that has ended


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.usefixtures("in_english")
def test_a_session_that_has_ended_leads_back_to_the_filled_form(page, live_server, publisher, article, width):
    page.set_viewport_size({"width": width, "height": 844})
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    page.fill("#id_title", "عنوان لم يُحفظ")
    type_at_the_end(page, " وكلمات لم تُحفظ")
    page.context.clear_cookies(name="sessionid")
    desk.press(page, "_continue")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    assert len(desk.told(page)) == 1
    page.fill('input[name="login"]', "publisher")
    page.fill('input[name="password"]', PASSWORD)
    with page.expect_navigation(url=re.compile("/change/")):
        page.press('input[name="password"]', "Enter")
    ready(page)
    assert page.url == form(live_server, article)
    expect(page.locator("#id_title")).to_have_value("عنوان لم يُحفظ")
    expect(desk.surface(page)).to_contain_text("وكلمات لم تُحفظ")
    assert any("It is not saved yet: please save it." in said for said in desk.told(page))
    assert words(article)[0] == "خبر الملتقى"
    # It is not lost if this tab is closed either.
    wait_for_copy(page, "وكلمات لم تُحفظ")
    desk.press(page, "_continue")
    assert words(article)[0] == "عنوان لم يُحفظ"
    ready(page)
    assert copies(page) == []


@pytest.mark.usefixtures("in_english")
def test_signing_in_anew_in_another_tab_loses_nothing(page, live_server, publisher, article):
    desk.sign_in(page, live_server.url, "publisher")
    open_form(page, form(live_server, article))
    page.fill("#id_title", "عنوان لم يُحفظ")
    page.context.clear_cookies()
    other = page.context.new_page()
    desk.sign_in_at_the_door(other, live_server.url, "publisher")
    desk.press(page, "_continue")
    ready(page)
    assert page.url == form(live_server, article)
    expect(page.locator("#id_title")).to_have_value("عنوان لم يُحفظ")
    desk.press(page, "_continue")
    assert words(article)[0] == "عنوان لم يُحفظ"
