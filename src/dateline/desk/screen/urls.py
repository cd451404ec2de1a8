"""Addresses of the one screen: the wire, a report and the composer side by side."""

from django.urls import path

from . import place_map, views

urlpatterns = [
    path("blogs/<uuid:pk>/wire/", views.screen, name="screen"),
    path("blogs/<uuid:pk>/wire/rows/", views.rows, name="screen_rows"),
    path("blogs/<uuid:pk>/wire/<uuid:report>/", views.report, name="screen_report"),
    path("claims/<uuid:pk>/place.svg", place_map.place_map, name="place_map"),
]
