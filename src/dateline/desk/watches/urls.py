"""Addresses of watches."""

from django.urls import path

from . import views

urlpatterns = [
    path("watches/", views.watches, name="watches"),
    path("watches/<uuid:pk>/again/", views.again, name="watch_again"),
    path("watches/<uuid:pk>/rest/", views.rest, name="rest_watch"),
]
