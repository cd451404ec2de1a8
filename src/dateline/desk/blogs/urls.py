"""Addresses of live blogs."""

from django.urls import path

from . import views

urlpatterns = [
    path("media/columns/<slug:slug>/start/", views.start, name="start_blog"),
    path("media/blogs/<uuid:pk>/", views.edit, name="edit_blog"),
    path("blogs/<uuid:pk>/close/", views.close, name="close_blog"),
    path("blogs/<uuid:pk>/reopen/", views.reopen, name="reopen_blog"),
]
