"""Addresses of incidents."""

from django.urls import path

from . import acts, saying, views

urlpatterns = [
    path("columns/<slug:slug>/incidents/", views.incidents, name="incidents"),
    path("incidents/<uuid:pk>/", views.incident, name="incident"),
    path("incidents/<uuid:pk>/name/", acts.name, name="name_incident"),
    path("incidents/<uuid:pk>/part-of/", acts.part_of, name="part_of_incident"),
    path("incidents/<uuid:pk>/merge/", acts.merge, name="merge_incident"),
    path("incidents/<uuid:pk>/part/", acts.part, name="part_incident"),
    path("incidents/<uuid:pk>/split/", acts.split, name="split_incident"),
    path("incidents/<uuid:pk>/apart/", acts.apart, name="mark_apart"),
    path("incidents/<uuid:pk>/not-apart/", acts.unapart, name="unmark_apart"),
    path("incidents/<uuid:pk>/place/", acts.place, name="incident_place"),
    path("incidents/<uuid:pk>/answer/", saying.answer, name="answer_claim"),
    path("incidents/<uuid:pk>/relation/", saying.relation, name="incident_relation"),
    path("incidents/<uuid:pk>/sentence/", saying.sentence, name="sign_sentence"),
    path("incidents/<uuid:pk>/sentence/withdraw/", saying.withdraw, name="withdraw_sentence"),
]
