"""The address of what the public sees."""

from django.urls import path

from . import views

urlpatterns = [path("columns/<slug:slug>/public/", views.public, name="public")]
