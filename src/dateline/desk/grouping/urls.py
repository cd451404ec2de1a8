"""Addresses of grouping."""

from django.urls import path

from . import views

urlpatterns = [
    path("columns/<slug:slug>/to-group/", views.to_group, name="to_group"),
    path("claims/<uuid:pk>/incident/", views.group, name="group_claim"),
    path("claims/<uuid:pk>/incident/new/", views.new, name="new_incident"),
]
