"""Addresses of a column's summary."""

from django.urls import path

from . import views

urlpatterns = [
    path("columns/<slug:slug>/summary/", views.summary, name="summary"),
    path("columns/<slug:slug>/summary/draft/", views.draft, name="draft_summary"),
    path("columns/<slug:slug>/summary/save/", views.save, name="save_summary"),
    path("columns/<slug:slug>/summary/undo/", views.undo, name="undo_summary"),
    path("columns/<slug:slug>/summary/publish/", views.publish, name="publish_summary"),
    path("columns/<slug:slug>/summary/withdraw/", views.withdraw, name="withdraw_summary"),
]
