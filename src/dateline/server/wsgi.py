"""Django as a WSGI callable, for the desk's thread pool."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.server.settings")
application = get_wsgi_application()
