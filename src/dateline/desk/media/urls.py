"""Addresses of pictures. Large bodies are let in below `media/` only: see the server's limits."""

from django.urls import path

from . import views

urlpatterns = [
    path("media/", views.upload, name="upload"),
    path("media/<uuid:pk>", views.show, name="media"),
]
