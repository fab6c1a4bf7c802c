"""A form of the desk as a browser sees it: what stands in it, and what is sent when somebody types and presses a button."""

from html.parser import HTMLParser

from django.contrib.messages import get_messages
from django.urls import reverse

from publishing.models import Document, PublicText
from publishing.states import state_of
from tests.factories import make_event

#: The kinds of document, by the names of their models: "events.event" is in the admin at events_event.
KINDS = {
    "event": "events_event",
    "session": "events_session",
    "decision": "resolutions_decision",
    "recommendation": "resolutions_recommendation",
    "article": "articles_article",
    "page": "articles_page",
}


def list_address(model):
    """ "articles_article" in; the address of its list out."""
    return reverse(f"admin:{model}_changelist")


def add_address(model, language="ar"):
    return f"{reverse(f'admin:{model}_add')}?language={language}"


def form_address(document, language="ar", act="change"):
    """The address of the form of ``document`` (or of another ``act``: delete, history, status) in a tab."""
    meta = document._meta
    path = reverse(f"admin:{meta.app_label}_{meta.model_name}_{act}", args=[document.pk])
    return f"{path}?language={language}"


class Element(dict):
    """An input, select or textarea: its attributes, with its ``tag``, ``text`` and chosen ``values``."""

    def __init__(self, tag, attributes):
        super().__init__(attributes)
        self.tag, self.text, self.values = tag, "", []

    @property
    def sent(self):
        """What the browser sends for it: a list, empty where it sends nothing."""
        if "disabled" in self:
            return []
        if self.tag == "select":
            return self.values
        if self.tag == "textarea":
            return [self.text.removeprefix("\n")]
        if self.get("type") in ("checkbox", "radio"):
            return [self.get("value", "on")] if "checked" in self else []
        return [] if self.get("type") in ("submit", "file", "button") else [self.get("value") or ""]


class FormReader(HTMLParser):
    """Collects the named elements of the one form whose id is ``form_id``."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.is_inside, self.is_text, self.elements = form_id, False, False, []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.is_inside = attributes.get("id") == self.form_id
        if not self.is_inside:
            return
        if tag in ("input", "select", "textarea"):
            self.elements.append(Element(tag, attributes))
            self.is_text = tag == "textarea"
        elif tag == "option":
            self._option(attributes)

    def _option(self, attributes):
        select = self.elements[-1]
        if "selected" in attributes:
            select.values.append(attributes.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False
        if tag == "textarea":
            self.is_text = False

    def handle_data(self, data):
        if self.is_inside and self.is_text:
            self.elements[-1].text += data


def elements(answer, form_id):
    """The elements of the form by name (several where several have one name)."""
    reader = FormReader(form_id)
    reader.feed(answer.content.decode())
    found = {}
    for element in reader.elements:
        if element.get("name") and "__prefix__" not in element["name"]:
            found.setdefault(element["name"], []).append(element)
    return found


def form_id(answer):
    """The id of the form of an admin page ("article_form")."""
    return f"{answer.context['opts'].model_name}_form"


def typed_in(answer):
    """{name: what stands in it} of the form of an admin page, as it would be sent."""
    sent = {
        name: [value for element in found for value in element.sent]
        for name, found in elements(answer, form_id(answer)).items()
    }
    return {name: values[0] if len(values) == 1 else values for name, values in sent.items() if values}


def buttons_of(answer):
    """The names of the buttons under the form."""
    return {
        name for name, found in elements(answer, form_id(answer)).items() if found[0].get("type") == "submit"
    }


def press(client, address, button, **typed):
    """Open the form at ``address``, type, press ``button`` ("_publish"); the answer out.

    A field is named as in the form, its value a string or a list.
    """
    opened = client.get(address)
    assert opened.status_code == 200, opened
    return client.post(address, typed_in(opened) | typed | {button: "1"})


def at_clock(name, moment):
    """The two inputs of a date and time field: {"live_from_0": …, "live_from_1": …} on the clocks of ``moment``'s zone."""
    return {f"{name}_0": f"{moment:%Y-%m-%d}", f"{name}_1": f"{moment:%H:%M:%S}"}


def messages_of(answer):
    """What the person is told on the page that follows."""
    return [str(message) for message in get_messages(answer.wsgi_request)]


WORDS = {"title": "تقرير عن الملتقى", "summary": "موجز.", "body": "<p>متن التقرير.</p>"}


def facts_of(kind):
    """What must be typed besides the words for a new document of ``kind``."""
    if kind == "event":
        return {"code": "MQF-2030", "time_zone": "Europe/Istanbul"}
    if kind in ("session", "decision", "recommendation"):
        return {"event": str(make_event().pk)}
    return {}


def words_now(document, language):
    """The words of the working copy, read anew."""
    copy = Document.objects.get(pk=document.pk).working_copy(language)
    return copy and {name: getattr(copy, name) for name in ("title", "summary", "body")}


def state(document, language):
    return state_of(Document.objects.get(pk=document.pk), language).state


def is_public(document, language):
    return PublicText.objects.filter(document_id=document.pk, language_code=language).exists()
