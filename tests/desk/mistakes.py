"""What the tests of mistakes share: a form that is filled wrongly, and what the desk says, in its person's language."""

from django.utils.translation import gettext, override

from tests.desk.forms import add_address, press, typed_in

ADD = "articles_article"
WORDS = {"title": "خبر من الملتقى", "summary": "موجز.", "body": "<p>متن.</p>", "note": "ملاحظة"}


def say(desk, message, **values):
    """What the desk says for ``message`` in the language of its person."""
    with override(desk.language):
        said = gettext(message)
    return said % values if values else said


def errors_of(answer):
    """{field: [messages]} of a form that came back."""
    assert answer.status_code == 200
    return {name: list(errors) for name, errors in answer.context["adminform"].form.errors.items()}


def press_add(desk, button="_continue", language="ar", model=ADD, **typed):
    return press(desk, add_address(model, language), button, **WORDS | typed)


def assert_typed_is_there(answer, **typed):
    shown = typed_in(answer)
    assert {name: shown.get(name) for name in typed} == typed
