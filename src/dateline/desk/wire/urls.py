"""Addresses of the wire. Large bodies are let in below `media/` only: see the server's limits."""

from django.urls import path

from . import seeing, views

urlpatterns = [
    path("wire/", views.wire, name="wire"),
    path("wire/seen/", seeing.see_all, name="see_all"),
    path("wire/<uuid:pk>/unseen/", seeing.unsee, name="unsee"),
    path("wire/text/", views.text, name="bring_text"),
    path("media/reports/", views.file, name="bring_file"),
]
