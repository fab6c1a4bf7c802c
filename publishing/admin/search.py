"""The search boxes of the desk's lists, and of the choice of a document in other forms.

What is typed is looked for in any spelling (انصار finds أنصار): the lookup ``folded`` belongs to every text field, and each
working copy has its folded ``desk_words`` beside it (both: search/).
"""

from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal

from publishing.models import DocumentTranslation

TITLES = ["translations__desk_words__title__folded"]
WORDS = [*TITLES, "translations__desk_words__text__folded"]
_COPIES = "translations__"


class DocumentSearch:
    """For an admin of documents: each word that was typed is in a working copy, or in a field of the document.

    ``search_fields`` names both, with their lookups; a field of the document is a column of its own or of what it belongs
    to. Django would ask of every document anew whether one of its copies fits; this asks once which do.
    """

    def get_search_results(self, request, queryset, search_term):
        fields = self.get_search_fields(request)
        for word in words_of(search_term):
            queryset = queryset.filter(documents_with(word, fields))
        return queryset, False


def words_of(typed):
    """What was typed in; its words out, in order; what stands in quotes is one."""
    for word in smart_split(typed):
        is_quoted = word[0] in "\"'" and len(word) > 1 and word[0] == word[-1]
        yield unescape_string_literal(word) if is_quoted else word


def documents_with(word, fields):
    """The condition (Q) on documents that one of ``fields``, each a path with its lookup, fits the word."""
    in_copies, found = Q(), Q()
    for name in fields:
        if name.startswith(_COPIES):
            in_copies |= Q(**{name.removeprefix(_COPIES): word})
        else:
            found |= Q(**{name: word})
    return found | Q(pk__in=DocumentTranslation.objects.filter(in_copies).values("master_id"))
