from django.urls import path

from events import ical, views

urlpatterns = [
    path("events/", views.event_list, name="event_list"),
    path("events/<str:slug>/", views.event, name="event"),
    path("events/<str:slug>/programme/", views.event_programme, name="programme"),
    path("events/<str:slug>/programme.ics", ical.programme_calendar, name="programme_calendar"),
    path("sessions/<str:slug>/", views.session, name="session"),
    path("sessions/<str:slug>/session.ics", ical.session_calendar, name="session_calendar"),
]
