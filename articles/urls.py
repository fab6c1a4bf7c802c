from django.urls import path

from articles import views

urlpatterns = [
    path("news/", views.article_list, name="article_list"),
    path("news/<str:slug>/", views.article, name="article"),
    path("pages/<str:slug>/", views.page, name="page"),
]
