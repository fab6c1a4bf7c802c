"""The site's addresses: a contract with readers and with everybody who links here."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.static import serve

from forum_site import embeds, feeds, manifest, pages, sitemaps, specimens, update_feeds
from forum_site.cards.pages import card, site_card
from forum_site.paper.pages import pdf
from publishing.shared_page import shared
from resolutions import data_page
from resolutions.citation import citation_file

handler400 = "forum_site.errors.bad_request"
handler403 = "forum_site.errors.permission_denied"
handler404 = "forum_site.errors.page_not_found"

urlpatterns = [
    path("", pages.front_door, name="front_door"),
    path("d/<int:pk>/", pages.short_address, name="short_address"),
    path("d/<int:pk>/<str:language>.pdf", pdf, name="pdf"),
    path("d/<int:pk>/<str:language>/programme.pdf", pdf, {"part": "programme"}, name="programme_pdf"),
    path("d/<int:pk>/<str:language>/card.png", card, name="card"),
    path("d/<int:pk>/<str:language>/cite.<str:form>", citation_file, name="citation"),
    path("embed/<int:pk>/<str:language>/", embeds.embed, name="embed"),
    path("oembed/", embeds.oembed, name="oembed"),
    path("shared/<str:token>/", shared, name="shared"),
    path("open-data/resolutions.schema.json", data_page.resolutions_schema, name="resolutions_schema"),
    path("open-data/everything.schema.json", data_page.everything_schema, name="everything_schema"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("favicon.ico", manifest.favicon, name="favicon"),
    path("healthz", pages.healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.urls")),
]
urlpatterns += i18n_patterns(
    path("", pages.home, name="home"),
    path("card.png", site_card, name="site_card"),
    path("site.webmanifest", manifest.web_manifest, name="web_manifest"),
    path("_components/", specimens.components, name="components"),
    # Before the articles: /news/feed/ is no article.
    path("news/feed/", feeds.news_feed, name="news_feed"),
    path("decisions/feed/", feeds.decision_feed, name="decision_feed"),
    path("recommendations/feed/", feeds.recommendation_feed, name="recommendation_feed"),
    path("decisions/<str:slug>/feed/", update_feeds.decision_updates_feed, name="decision_updates_feed"),
    path(
        "recommendations/<str:slug>/feed/",
        update_feeds.recommendation_updates_feed,
        name="recommendation_updates_feed",
    ),
    path("follow-up/feed/", update_feeds.follow_up_feed, name="follow_up_feed"),
    path("events/<str:slug>/follow-up/feed/", update_feeds.event_follow_up_feed, name="event_follow_up_feed"),
    path("topics/<str:slug>/feed/", feeds.topic_feed, name="topic_feed"),
    path("", include("articles.urls")),
    path("", include("events.urls")),
    path("", include("resolutions.urls")),
    path("", include("search.urls")),
    path("people/<str:slug>/", pages.person, name="person"),
    path("topics/", pages.topic_list, name="topic_list"),
    path("topics/<str:slug>/", pages.topic, name="topic"),
)
if settings.SERVES_MEDIA:
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))
