"""The site's settings in the demo: how to reach it, and what leads on the home page."""

from demo.content.site import ACCOUNTS, FEATURED, SITE
from publishing.models import FeaturedDocument, SiteSettings, SocialAccount


def make_site(forum):
    """The one row of settings, its accounts elsewhere, and the featured documents of ``forum``."""
    SiteSettings.objects.create(**SITE)
    for order, (network, address, arabic, english) in enumerate(ACCOUNTS, start=1):
        SocialAccount.objects.create(
            network=network, address=address, label_ar=arabic, label_en=english, order=order
        )
    for order, key in enumerate(FEATURED, start=1):
        FeaturedDocument.objects.create(document_id=forum.documents[key].pk, order=order)
