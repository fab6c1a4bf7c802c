from django.urls import path

from resolutions import open_data, views

urlpatterns = [
    path("decisions/", views.decision_list, name="decision_list"),
    path("decisions.json", open_data.decisions_json, name="decisions_json"),
    path("decisions.csv", open_data.decisions_csv, name="decisions_csv"),
    path("decisions/<str:slug>/", views.decision, name="decision"),
    path("recommendations/", views.recommendation_list, name="recommendation_list"),
    path("recommendations.json", open_data.recommendations_json, name="recommendations_json"),
    path("recommendations.csv", open_data.recommendations_csv, name="recommendations_csv"),
    path("recommendations/<str:slug>/", views.recommendation, name="recommendation"),
]
