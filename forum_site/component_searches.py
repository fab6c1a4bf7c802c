"""The states of what the page of a search shows, for the components page (forum_site/components.py)."""

from forum_site import component_samples as sample
from publishing.models import Kind
from search.choices import Group, Option
from search.query import Found, question
from search.snippets import snippets_of

#: A word of the made-up texts.
ASKED = {"ar": "القرارات", "en": "decisions"}


def hit(language):
    text = sample.text(language, Kind.ARTICLE)
    (snippet,) = snippets_of([text], question(f"{text.title.split()[-1]} {ASKED[language]}", language))
    return {"text": text, "snippet": snippet}


def choices(chosen=None):
    """The groups, with the option at ``chosen`` taken."""

    def state(language):
        kinds = [
            Option(kind.label, 12 - number * 3, "#", is_chosen=number == chosen)
            for number, kind in enumerate((Kind.ARTICLE, Kind.DECISION, Kind.SESSION))
        ]
        years = [Option(str(year), 3, "#") for year in (2025, 2024)]
        groups = [Group("kind", kinds), Group("year", years)]
        return {"groups": groups, "whole": "#" if chosen is not None else ""}

    return state


def said(total, other_total=0, is_capped=False):
    return lambda language: {
        "query": ASKED[language], "total": total, "other_total": other_total, "switch_url": "#",
        "found": Found(total=total, is_capped=is_capped), "other_language": "en" if language == "ar" else "ar",
    }  # fmt: skip


def nothing(language):
    return {"query": "x", "nearest": [ASKED[language]], "whole": "#"}
