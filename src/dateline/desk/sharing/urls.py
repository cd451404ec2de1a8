"""Addresses of sharing."""

from django.urls import path

from . import manifest, views

urlpatterns = [
    path("share/", views.share, name="share"),
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
    *(path(name, manifest.icon, {"name": name}, name=name) for name in manifest.SIZES),
]
