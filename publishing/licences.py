"""The licences under which others may use the data: by SPDX identifier, the name and where to read it."""

from dataclasses import dataclass

from publishing.models import SiteSettings

_ADDRESSES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


@dataclass(frozen=True)
class Licence:
    """``identifier``: of SPDX; ``name``: as people call it; ``address``: of its text, which is there in many languages."""

    identifier: str
    name: str
    address: str

    @property
    def asks_for_attribution(self):
        return self.identifier != "CC0-1.0"


def licence(identifier):
    """An SPDX identifier of SiteSettings.DataLicence in; the Licence out. Raises KeyError for any other."""
    name = str(SiteSettings.DataLicence(identifier).label) if identifier in _ADDRESSES else ""
    return Licence(identifier, name, _ADDRESSES[identifier])
