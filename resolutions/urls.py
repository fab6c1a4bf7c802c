from django.urls import path

from resolutions import views

urlpatterns = [
    path("decisions/", views.decision_list, name="decision_list"),
    path("decisions/<str:slug>/", views.decision, name="decision"),
    path("recommendations/", views.recommendation_list, name="recommendation_list"),
    path("recommendations/<str:slug>/", views.recommendation, name="recommendation"),
]
