"""Addresses of claims."""

from django.urls import path

from . import making, views

urlpatterns = [
    path("reports/<uuid:pk>/claims/", views.show, name="claims"),
    path("reports/<uuid:pk>/claims/make/", making.make, name="make_claim"),
    path("claims/<uuid:pk>/accept/", views.accept, name="accept_claim"),
    path("claims/<uuid:pk>/reject/", views.reject, name="reject_claim"),
    path("claims/<uuid:pk>/withdraw/", views.withdraw, name="withdraw_claim"),
    path("claims/<uuid:pk>/restore/", views.restore, name="restore_claim"),
    path("claims/<uuid:pk>/mend/", making.mend, name="mend_claim"),
]
