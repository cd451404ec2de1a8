"""Address of the check of a text's sourcing."""

from django.urls import path

from . import views

urlpatterns = [path("blogs/<uuid:pk>/warnings/", views.check, name="warnings")]
