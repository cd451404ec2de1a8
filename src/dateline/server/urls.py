"""Everything that Django answers lies under /desk/."""

from django.urls import include, path

urlpatterns = [
    path("desk/accounts/", include("dateline.desk.people.accounts")),
    path("desk/", include("dateline.desk.urls")),
]

handler400 = "dateline.desk.errors.bad_request"
handler403 = "dateline.desk.errors.forbidden"
handler404 = "dateline.desk.errors.not_found"
handler500 = "dateline.desk.errors.server_error"
