import pytest

from tests.personas import signed_in


@pytest.fixture
def desk(publisher):
    """The desk of a publisher, in English, so that messages can be compared with what is written here."""
    publisher.interface_language = "en"
    publisher.save()
    return signed_in(publisher)
