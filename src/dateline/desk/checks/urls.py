"""Addresses of checks."""

from django.urls import path

from . import views

urlpatterns = [
    path("reports/<uuid:pk>/checks/", views.checks, name="checks"),
    path("checks/<uuid:pk>/withdraw/", views.withdraw, name="withdraw_check"),
]
