"""Addresses of updates."""

from django.urls import path

from . import acts, drafts, views

urlpatterns = [
    path("blogs/<uuid:pk>/", views.blog, name="blog"),
    path("blogs/<uuid:pk>/list/", views.updates_list, name="updates_list"),
    path("blogs/<uuid:pk>/updates/draft", drafts.keep, name="keep_draft"),
    path("blogs/<uuid:pk>/updates/preview", drafts.preview, name="preview"),
    path("drafts/<uuid:pk>/", views.draft, name="draft"),
    path("drafts/<uuid:pk>/drop/", drafts.drop, name="drop_draft"),
    path("drafts/<uuid:pk>/take-back/", drafts.take_back, name="take_back_draft"),
    path("updates/<uuid:pk>/", views.update, name="update"),
    path("updates/<uuid:pk>/publish/", acts.publish, name="publish"),
    path("updates/<uuid:pk>/submit/", acts.submit, name="submit"),
    path("updates/<uuid:pk>/return/", acts.hand_back, name="return"),
    path("updates/<uuid:pk>/unschedule/", acts.unschedule, name="unschedule"),
    path("updates/<uuid:pk>/withdraw/", acts.withdraw, name="withdraw"),
    path("updates/<uuid:pk>/restore/", acts.restore, name="restore"),
    path("updates/<uuid:pk>/discard/", acts.discard, name="discard"),
    path("updates/<uuid:pk>/put-back/", acts.put_back, name="put_back"),
    path("updates/<uuid:pk>/mark/", acts.mark, name="mark"),
    path("review/", acts.review, name="review"),
]
