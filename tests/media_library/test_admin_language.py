"""The lang and dir of an input come from what stands in it."""

import pytest

from events.models import Event, Venue
from media_library.admin_language import language_attributes
from people.models import Organisation, Person


@pytest.mark.parametrize(
    ("model", "field", "attributes"),
    [
        (Person, "name_ar", {"lang": "ar", "dir": "rtl"}),
        (Person, "name_en", {"lang": "en", "dir": "ltr"}),
        (Person, "slug_ar", {"lang": "ar", "dir": "ltr"}),
        (Organisation, "site", {"dir": "ltr"}),
        (Organisation, "kind", {}),
        (Event, "code", {"dir": "ltr"}),
        (Event, "starts_on", {"dir": "ltr"}),
        (Event, "languages", {}),
        (Venue, "address_ar", {"lang": "ar", "dir": "rtl"}),
    ],
)
def test_the_attributes_of_an_input(model, field, attributes):
    assert language_attributes(model._meta.get_field(field)) == attributes
