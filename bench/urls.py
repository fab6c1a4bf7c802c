"""The site's addresses, and a constant page of 20 kB behind the same middleware: what Django itself costs.

It lies outside of the addresses whose pages are kept, so that it is made anew each time, without a query.
"""

from django.http import HttpResponse
from django.urls import path

from forum_site.urls import *  # noqa: F403
from forum_site.urls import urlpatterns as site_addresses

CONSTANT_PAGE = "<!doctype html><title>.</title><p>" + "ملتقى " * 1810


def bare_view(request):
    return HttpResponse(CONSTANT_PAGE)


urlpatterns = [path("bare-view/", bare_view), *site_addresses]
