from contextlib import contextmanager

import pytest

from publishing.models import Act, DocumentTranslation, Revision
from publishing.workflow import WorkflowError

EVERYTHING = (DocumentTranslation, Revision, Act)


def everything_written():
    """Every row that an editorial act may write, as values."""
    return [list(model.objects.order_by("pk").values()) for model in EVERYTHING]


@pytest.fixture
def refused():
    """``with refused("Words.", "field"):`` the act raises WorkflowError with these very words, and writes nothing."""

    @contextmanager
    def check(message, field=""):
        before = everything_written()
        with pytest.raises(WorkflowError) as caught:
            yield
        assert (str(caught.value), caught.value.field) == (message, field)
        assert everything_written() == before

    return check
