"""Addresses of redaction: none of them ever holds the words."""

from django.urls import path

from . import views

urlpatterns = [
    path("updates/<uuid:pk>/redact/", views.whole_update, name="redact_update"),
    path("redaction/pictures/", views.pictures, name="pictures"),
    path("redaction/pictures/<uuid:pk>/", views.picture, name="redact_picture"),
    path("redaction/words/", views.words, name="redact_words"),
    path("redaction/words/take/", views.take_words, name="take_words"),
    path("redaction/<int:first>-<int:last>/", views.redacted, name="redacted"),
]
