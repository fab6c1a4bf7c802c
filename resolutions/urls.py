from django.urls import path

from resolutions import data_page, lists, open_data, set_up_pages, views

urlpatterns = [
    path("follow-up/", lists.follow_up, name="follow_up"),
    path("events/<str:slug>/follow-up/", lists.event_follow_up, name="event_follow_up"),
    path("decisions/", lists.decision_list, name="decision_list"),
    path("decisions.json", open_data.decisions_json, name="decisions_json"),
    path("decisions.csv", open_data.decisions_csv, name="decisions_csv"),
    path("decisions/<str:slug>/", views.decision, name="decision"),
    path("decisions/<str:slug>/committee/", set_up_pages.decision_committee, name="decision_committee"),
    path("decisions/<str:slug>/project/", set_up_pages.decision_project, name="decision_project"),
    path("decisions/<str:slug>/academy/", set_up_pages.decision_academy, name="decision_academy"),
    path("recommendations/", lists.recommendation_list, name="recommendation_list"),
    path("recommendations.json", open_data.recommendations_json, name="recommendations_json"),
    path("recommendations.csv", open_data.recommendations_csv, name="recommendations_csv"),
    path("recommendations/<str:slug>/", views.recommendation, name="recommendation"),
    path("follow-up.json", open_data.follow_up_json, name="follow_up_json"),
    path("follow-up.csv", open_data.follow_up_csv, name="follow_up_csv"),
    path("follow-up/everything.json", open_data.everything_json, name="everything_json"),
    path("follow-up/everything.csv", open_data.everything_csv, name="everything_csv"),
    path("events/<str:slug>/follow-up.json", open_data.event_follow_up_json, name="event_follow_up_json"),
    path("events/<str:slug>/follow-up.csv", open_data.event_follow_up_csv, name="event_follow_up_csv"),
    path("open-data/", data_page.open_data, name="open_data"),
]
