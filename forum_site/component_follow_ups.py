"""The states of what tells how far the decisions are, for the components page (forum_site/components.py)."""

from datetime import date
from urllib.parse import urlencode

from forum_site import component_samples as sample
from publishing.models import Kind
from resolutions.list_filter import Choice
from resolutions.models import Status
from resolutions.progress import progress


def chosen(**values):
    """The filter of a list, with ``values`` of its choices."""

    def state(language):
        options = {
            "kind": [(kind.value, kind.label) for kind in (Kind.DECISION, Kind.RECOMMENDATION)],
            "status": [(status.value, status.label) for status in Status],
            "body": [("1", sample.body(language).name), ("2", sample.body(language).name)],
        }
        choices = [Choice(name, pairs, values.get(name, "")) for name, pairs in options.items()]
        given = {"choices": choices, "is_filtered": bool(values), "query": urlencode(values), "months": 6}
        return {"filter": sample.Sample(**given), "found": 4}

    return state


def followed_up(language):
    """A page of an overview: one that is under way, one whose day has passed and of which nothing was said for long."""
    texts = [
        sample.text(
            language, Kind.DECISION, number, facts=sample.resolution(language, number, status),
            last_update_on=date(2025, 2, 1), is_overdue=is_late, is_quiet=is_late, has_late_milestone=is_late,
        )
        for number, (status, is_late) in enumerate([(Status.IN_PROGRESS, False), (Status.STALLED, True)])
    ]  # fmt: skip
    return {"page_obj": texts, **chosen()(language)}


def row(number, **more):
    """One row of such a page."""
    return lambda language: {
        **followed_up(language),
        "text": followed_up(language)["page_obj"][number],
        **more,
    }


def counted(*kinds):
    counts = {(kind, status): number for kind in kinds for number, status in enumerate(Status, start=1)}
    return lambda language: {"progress": progress(counts, language)}


def data_links(language):
    return {"as_data": {"json": "#", "csv": "#", "feed": "#"}, **chosen()(language)}


def chosen_data_links(language):
    return {"as_data": {"json": "#", "csv": "#", "feed": "#"}, **chosen(status="stalled")(language)}
