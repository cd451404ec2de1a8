"""Addresses of columns."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="index"),
    path("columns/<slug:slug>/", views.show, name="column"),
    path("media/new-column/", views.new, name="new_column"),
    path("media/columns/<slug:slug>/", views.edit, name="edit_column"),
]
