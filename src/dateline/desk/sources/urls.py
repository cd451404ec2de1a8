"""Addresses of sources and parties: no name ever stands in one."""

from django.urls import path

from . import views

urlpatterns = [
    path("sources/", views.sources, name="sources"),
    path("sources/find/", views.find_source, name="find_source"),
    path("sources/<uuid:pk>/", views.source, name="source"),
    path("sources/<uuid:pk>/merge/", views.merge_source, name="merge_source"),
    path("sources/<uuid:pk>/part/", views.part_source, name="part_source"),
    path("parties/", views.parties, name="parties"),
    path("parties/find/", views.find_party, name="find_party"),
    path("parties/<uuid:pk>/", views.party, name="party"),
    path("parties/<uuid:pk>/merge/", views.merge_party, name="merge_party"),
    path("parties/<uuid:pk>/part/", views.part_party, name="part_party"),
]
