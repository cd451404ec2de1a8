"""Addresses of people."""

from django.urls import path

from . import views
from .sign_in import sign_in

urlpatterns = [
    path("sign-in/<uuid:pk>/<str:token>/", sign_in, name="sign_in"),
    path("profile/", views.profile, name="profile"),
    path("people/", views.people, name="people"),
    path("people/<uuid:pk>/", views.person, name="person"),
    path("people/<uuid:pk>/link/", views.new_link, name="new_link"),
    path("people/<uuid:pk>/active/", views.active, name="active"),
    path("people/<uuid:pk>/roles/", views.give, name="give_role"),
    path("roles/<uuid:pk>/take/", views.take, name="take_role"),
    path("columns/<slug:slug>/people/", views.column_people, name="column_people"),
]
