"""Addresses of reports."""

from django.urls import path

from . import files, views

urlpatterns = [
    path("reports/<uuid:pk>/", views.show, name="report"),
    path("reports/<uuid:pk>/again/", views.again, name="capture_again"),
    path("reports/<uuid:pk>/flags/", views.flags, name="flag_report"),
    path("reports/<uuid:pk>/source/", views.source, name="report_source"),
    path("reports/<uuid:pk>/redact/", views.redact, name="redact_report"),
    path("reports/<uuid:pk>/picture", files.picture, name="report_picture"),
    path("captures/<uuid:pk>/warc", files.warc, name="warc"),
    path("derivations/<uuid:pk>/", views.derivation, name="derivation"),
]
