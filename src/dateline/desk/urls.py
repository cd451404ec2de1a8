"""The desk's addresses: each feature brings its own."""

from django.urls import include, path

app_name = "desk"
urlpatterns = [
    path("", include("dateline.desk.columns.urls")),
    path("", include("dateline.desk.blogs.urls")),
    path("", include("dateline.desk.updates.urls")),
    path("", include("dateline.desk.warnings.urls")),
    path("", include("dateline.desk.media.urls")),
    path("", include("dateline.desk.wire.urls")),
    path("", include("dateline.desk.reports.urls")),
    path("", include("dateline.desk.claims.urls")),
    path("", include("dateline.desk.screen.urls")),
    path("", include("dateline.desk.incidents.urls")),
    path("", include("dateline.desk.grouping.urls")),
    path("", include("dateline.desk.checks.urls")),
    path("", include("dateline.desk.fronts.urls")),
    path("", include("dateline.desk.summary.urls")),
    path("", include("dateline.desk.public.urls")),
    path("", include("dateline.desk.follow_ups.urls")),
    path("", include("dateline.desk.sources.urls")),
    path("", include("dateline.desk.watches.urls")),
    path("", include("dateline.desk.sharing.urls")),
    path("", include("dateline.desk.presence.urls")),
    path("", include("dateline.desk.people.urls")),
    path("", include("dateline.desk.redaction.urls")),
]
