"""What documents name: the forum, its site, places, people, bodies and pictures, as dicts of schema.org."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from forum_site.cards.pages import card_of, card_of_site
from media_library.renditions import picture
from publishing import dates
from publishing.site import Site


@dataclass(frozen=True)
class Page:
    """The page that is told of: the site's root address, the page's path and language, the settings of the site."""

    root: str
    path: str
    language: str
    site: Site

    def at(self, path):
        """A path on this site as a whole address."""
        return f"{self.root}{iri_to_uri(path)}"

    @property
    def url(self):
        return self.at(self.path)


def known(**properties):
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], ())}


def node(kind, **properties):
    """A thing of the type ``kind`` with what is known of it. ``id`` is its identifier."""
    identifier = properties.pop("id", None)
    return {"@type": kind, **({"@id": identifier} if identifier else {}), **known(**properties)}


def organization(page):
    """The forum in short, as every page names its publisher."""
    return node("Organization", id=f"{page.root}/#organization", name=page.site.name, url=f"{page.root}/")


def whole_organization(page):
    """The forum with its mark, its accounts elsewhere and how to reach it."""
    site = page.site
    contact = node("ContactPoint", contactType="editorial desk", email=site.email, telephone=site.phone)
    return organization(page) | known(
        description=site.line,
        logo=image_at(page.at(static("img/icon-512.png")), 512, 512),
        sameAs=[account.address for account in site.accounts],
        contactPoint=contact if site.email or site.phone else None,
    )


def website(page):
    """The site in this language in short, as pages say what they are a part of."""
    home = page.at(reverse("home"))
    return node("WebSite", id=f"{home}#website", name=page.site.name, url=home)


def whole_website(page):
    """The site with its search."""
    search = f"{page.at(reverse('search'))}?q={{search_term_string}}"
    action = node("SearchAction", target=node("EntryPoint", urlTemplate=search))
    return website(page) | known(
        description=page.site.line,
        inLanguage=page.language,
        publisher=organization(page),
        image=card_image(page, card_of_site()),
        potentialAction=action | {"query-input": "required name=search_term_string"},
    )


def image_at(url, width, height, words=""):
    return node("ImageObject", url=url, width=width, height=height, caption=words)


def card_image(page, card):
    return image_at(page.at(card["url"]), card["width"], card["height"])


def images_of(page, text):
    """The picture of a text, if it has one, and its card."""
    shown = picture(text.document.picture, "wide")
    images = [image_at(page.at(shown["url"]), shown["width"], shown["height"], shown["alt"])] if shown else []
    return [*images, card_image(page, card_of(text))]


def person(page, found):
    """A Person in short: the name, the page, the line under the name."""
    address = page.at(found.get_absolute_url())
    return node("Person", id=f"{address}#person", name=str(found), url=address, jobTitle=found.role_line)


def body(found):
    """An Organisation that is not the forum itself."""
    return node("Organization", name=str(found), url=found.site)


def place(venue, room=None):
    """Where something is held: the room in its venue, or the venue."""
    address = node(
        "PostalAddress",
        streetAddress=venue.address,
        addressLocality=venue.city,
        addressCountry=venue.country,
    )
    if room is None:
        return node("Place", name=str(venue), address=address)
    # Readers of the data look for the address on the place itself.
    return node("Place", name=str(room), address=address, containedInPlace=node("Place", name=str(venue)))


def moment(value, zone=None):
    """A date, or a moment by the clocks of ``zone``, as ISO 8601 with its offset; None for None."""
    if value is None:
        return None
    return (
        dates.in_zone(value, zone).isoformat(timespec="seconds")
        if hasattr(value, "hour")
        else value.isoformat()
    )
