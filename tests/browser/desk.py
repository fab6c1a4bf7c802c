"""How an editor works in a browser: signing in, filling the form, writing in the rich text editor."""

import re
from io import BytesIO

from django.conf import settings
from PIL import Image as Picture
from playwright.sync_api import expect

from accounts.models import User
from tests.personas import PASSWORD, signed_in


def sign_in(page, address, username):
    """Be ``username`` from here on, without a visit to the door of the desk or to its first page."""
    session = signed_in(User.objects.get(username=username)).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": address}])


def sign_in_at_the_door(page, address, username):
    """From the door of the desk, by name and password, to its first page."""
    page.goto(f"{address}/admin/")
    page.fill('input[name="login"]', username)
    page.fill('input[name="password"]', PASSWORD)
    page.press('input[name="password"]', "Enter")
    page.wait_for_url(f"{address}/admin/")


def surface(page):
    """Where the body is written."""
    return (
        page.locator("#id_body")
        .locator("xpath=ancestor::*[contains(@class,'field-body')]")
        .locator(".tiptap")
    )


def write_paragraphs(page, paragraphs):
    """Type at the end of the body; "## …" becomes a heading and "- …" a list as in any such editor."""
    keyboard = page.keyboard
    for paragraph in paragraphs:
        mark = re.match(r"(## |- )?", paragraph)[0]
        keyboard.type(mark)
        keyboard.insert_text(paragraph.removeprefix(mark))
        keyboard.press("Enter")


def leave_list(page):
    """An empty item ends the list."""
    page.keyboard.press("Enter")


def link(page, words, address):
    """Select ``words`` in the body and make them a link, by the button and its dialog."""
    surface(page).get_by_text(words).evaluate(
        """(element, words) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const place = walker.currentNode.data.indexOf(words);
                if (place < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, place, walker.currentNode, place + words.length);
                return;
            }
        }""",
        words,
    )
    page.locator(".prose-menubar__button").and_(
        page.locator('[data-name="link"], [title="إدراج رابط"], [title="Insert a link"]')
    ).first.click()
    dialog = page.locator("dialog.prose-editor-dialog[open], dialog[open]").last
    dialog.locator("input").first.fill(address)
    dialog.locator('button[type="submit"]').click()
    expect(surface(page).locator(f'a[href="{address}"]')).to_have_text(words)


def pattern(width=900, height=600):
    """The bytes of a picture: a calm gradient."""
    written = BytesIO()
    Picture.linear_gradient("L").resize((width, height)).save(written, "JPEG")
    return written.getvalue()


def upload_picture(page, alt_ar, alt_en):
    """By the "+" beside the picture: the window that opens, the file, what it shows in both languages."""
    with page.expect_popup() as opened:
        page.click("#add_id_picture")
    window = opened.value
    window.set_input_files(
        'input[name="file"]', {"name": "نقش.jpg", "mimeType": "image/jpeg", "buffer": pattern()}
    )
    window.fill('[name="alt_ar"]', alt_ar)
    window.fill('[name="alt_en"]', alt_en)
    with window.expect_event("close"):
        window.click('input[name="_save"]')
    expect(page.locator("#id_picture option:checked")).to_have_text(alt_ar)


def press(page, name):
    """Press a button under the form and wait for the page that follows."""
    with page.expect_navigation():
        page.click(f'input[name="{name}"]')


def told(page):
    """What the desk said."""
    return page.locator(".messagelist li").all_inner_texts()
