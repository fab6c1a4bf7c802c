"""The states of the record of a decision, for the components page. A state: a language in, the context of a template out."""

from datetime import date, timedelta

from forum_site import component_samples as sample
from publishing.languages import direction, other
from publishing.models import Kind
from resolutions.as_of import AsOfForm
from resolutions.models import Status
from resolutions.time_line import Entry, TimeLine

DAY = date(2025, 3, 1)


def update(language, status=Status.IN_PROGRESS, **more):
    """A StatusUpdate as time_line makes it readable."""
    given = {
        "pk": 7,
        "to_status": status.value,
        "noted_on": DAY,
        "shown_note": sample.say(language, "نُشرت قائمة الأعضاء.", "The list of members was published."),
        "shown_language": language,
    }
    return sample.Sample(**(given | more))


def told(status=Status.IN_PROGRESS, url="", has_text=False, **more):
    """The line of an update."""

    def state(language):
        text = sample.text(language, Kind.ARTICLE, 2) if has_text else None
        row = update(language, status, evidence_url=url, **more)
        return {"entry": Entry("update", DAY, status.value, str(status.label), row, text=text)}

    return state


def in_other_language(language):
    note = sample.say(other(language), "نُشرت القائمة.", "The list was published.")
    row = update(language, shown_note=note, shown_language=other(language), note_is_missing=True)
    return {"entry": Entry("update", DAY, "in_progress", str(Status.IN_PROGRESS.label), row)}


def replaced_line(language):
    text = sample.text(language, Kind.DECISION, 1)
    row = update(language, Status.SUPERSEDED, replacement_text=text)
    return {"entry": Entry("update", DAY, "superseded", str(Status.SUPERSEDED.label), row)}


def step(what, mark, day=DAY, **more):
    """The line of a milestone."""

    def state(language):
        title = sample.say(language, "تسمية الأعضاء", "Members are named")
        return {"entry": Entry(what, day, mark, title, **more)}

    return state


def news(language):
    return {"entry": Entry("article", DAY, "file", text=sample.text(language, Kind.ARTICLE, 1))}


def page(language):
    """The context of a decision's page."""
    text = sample.text(language, Kind.DECISION)
    return {
        "text": text,
        "resolution": text.facts,
        "responsible": text.facts.responsible,
        "event_text": sample.text(language, Kind.EVENT),
        "session_text": sample.text(language, Kind.SESSION),
        "topics": [
            sample.Sample(name=sample.say(language, *name), get_absolute_url="#")
            for name in (("القدس", "Jerusalem"), ("التعليم", "Learning"))
        ],
        "replaces": [sample.text(language, Kind.DECISION, 1)],
        "related": [
            (sample.say(language, "ينفّذ", "Carries out"), sample.text(language, Kind.RECOMMENDATION, 2))
        ],
    }


def untold(language):
    return {**page(language), "time_line": TimeLine([], Status.ADOPTED), "milestones": []}


def followed(language):
    states = [
        step("planned", "planned", date(2030, 6, 30)),
        told(Status.IMPLEMENTED, url="https://example.org/report"),
        step("done", "done"),
        told(has_text=True, pk=6),
    ]
    entries = [state(language)["entry"] for state in states]
    line = TimeLine(entries, Status.IMPLEMENTED, DAY, DAY, [entries[1].update, entries[3].update])
    return {**page(language), "time_line": line, "milestones": [1, 2, 3], "reached": 2}


def replaced(language):
    line = TimeLine([], Status.SUPERSEDED, DAY, DAY)
    return {**page(language), "time_line": line, "replaced_by": sample.text(language, Kind.DECISION, 1)}


def cited(language):
    texts = [sample.text(code, Kind.DECISION) for code in (language, other(language))]
    given = [
        sample.Sample(
            text=text,
            language=code,
            language_name=sample.say(language, *names),
            direction=direction(code),
            sentence=f"{text.title}. https://example.org/d/1/?as_of=2024-12-23",
        )
        for text, code, names in zip(
            texts,
            (language, other(language)),
            (("العربية", "Arabic"), ("الإنجليزية", "English")),
            strict=True,
        )
    ]
    return {"citations": given, "text": texts[0]}


def changes(language):
    """The public changes of a text: the first, a minor one and another."""
    days = [sample.PUBLISHED + timedelta(days=number) for number in (9, 4, 0)]
    kinds = ({"is_minor": False}, {"is_minor": True}, {"is_first": True})
    rows = [sample.Sample(live_from=day, is_kept=True, **kind) for day, kind in zip(days, kinds, strict=True)]
    return {"text": sample.text(language), "changes": rows}


def record(language):
    return {**changes(language), **page(language), "as_of_form": AsOfForm()}


def with_days(language):
    return {**record(language), "has_days": True}


def record_of_no_day(language):
    return {**record(language), "as_of_form": AsOfForm({"as_of": "soon"})}
