"""Address of the beat."""

from django.urls import path

from . import views

urlpatterns = [
    path("blogs/<uuid:pk>/here/", views.here, name="here"),
]
