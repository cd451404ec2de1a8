"""Addresses of follow-ups."""

from django.urls import path

from . import views

urlpatterns = [
    path("updates/<uuid:pk>/follow-ups/", views.follow_ups, name="follow_ups"),
    path("follow-ups/<uuid:pk>/take-back/", views.take_back, name="unlink"),
]
