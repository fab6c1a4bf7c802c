"""What must never show: one document in every state that the public may not read, to stand beside what it may."""

from tests import factories

SECRET = {"ar": "سرّي للغاية", "en": "Top secret"}


def make_hidden(make, **facts):
    """By ``make`` (one of the factories' makers): a draft, a scheduled, an expired and a withdrawn document in both
    languages, and a newer draft over a live text, which is returned."""
    make(**SECRET, **facts)
    for hide in (factories.scheduled, factories.expired, factories.withdrawn):
        document = make(**SECRET, **facts)
        for language in SECRET:
            hide(document, language)
    live = make(ar="علني", en="Public", live=True, **facts)
    for language, secret in SECRET.items():
        factories.write(live, language, title=secret, summary=secret, body=f"<p>{secret}</p>")
    return live
