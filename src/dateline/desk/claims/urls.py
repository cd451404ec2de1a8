"""Addresses of claims."""

from django.urls import path

from . import counting, making, superseding, using, views

urlpatterns = [
    path("reports/<uuid:pk>/claims/", views.show, name="claims"),
    path("reports/<uuid:pk>/claims/make/", making.make, name="make_claim"),
    path("claims/<uuid:pk>/accept/", views.accept, name="accept_claim"),
    path("claims/<uuid:pk>/reject/", views.reject, name="reject_claim"),
    path("claims/<uuid:pk>/withdraw/", views.withdraw, name="withdraw_claim"),
    path("claims/<uuid:pk>/restore/", views.restore, name="restore_claim"),
    path("claims/<uuid:pk>/set-aside/", counting.set_aside, name="set_aside_claim"),
    path("claims/<uuid:pk>/put-back/", counting.put_back, name="put_back_claim"),
    path("claims/<uuid:pk>/hold/", counting.hold, name="hold_claim"),
    path("claims/<uuid:pk>/release/", counting.release, name="release_claim"),
    path("claims/<uuid:pk>/supersede/", superseding.supersede, name="supersede_claim"),
    path("claims/<uuid:pk>/use/", using.use, name="use_claim"),
    path("claims/<uuid:pk>/mend/", making.mend, name="mend_claim"),
]
