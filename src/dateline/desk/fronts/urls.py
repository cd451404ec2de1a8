"""Addresses of fronts."""

from django.urls import path

from . import views

urlpatterns = [
    path("columns/<slug:slug>/fronts/", views.fronts, name="fronts"),
    path("columns/<slug:slug>/fronts/new/", views.new, name="new_front"),
    path("fronts/<uuid:pk>/", views.front, name="front"),
    path("fronts/<uuid:pk>/retire/", views.retire, name="retire_front"),
    path("fronts/<uuid:pk>/back/", views.back, name="bring_back_front"),
    path("fronts/<uuid:pk>/move/", views.move, name="move_front"),
]
