"""The serving process: streams, site and desk behind one port, the worker beside it."""

import gc
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn
from django.conf import settings

from dateline import desk

from .bodies import BodyLimits
from .dispatch import application, desk_pool
from .following import Following
from .hub import Hub
from .protocol import PatientHttpProtocol
from .supervise import WorkerProcess
from .wire import ASGIApp
from .wsgi import application as django_application

STATIC = Path(desk.__file__).parent / "static"
POOL_THREADS = 4
SWITCH = 0.0005
"""Seconds that a thread computes before another has its turn; Python's own are 0.005."""
MEDIA_UPLOADS = "/desk/media/"
"""Under this a body may have 20 MB; elsewhere 2.5."""


def build(hub: Hub) -> ASGIApp:
    """Return the whole server as one ASGI app."""
    following, worker = Following(hub.publish), WorkerProcess()

    async def start() -> None:
        # Few and rare collections of what lives long anyway: p99 of the stream 240 → 80 ms.
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        # A verb asks SQLite some fifty times, and after each waits for a thread that computes.
        sys.setswitchinterval(SWITCH)
        await following.start()
        await worker.start()

    async def stop() -> None:
        await worker.stop()
        await following.stop()

    return application(
        site_root=Path(settings.DATELINE_SITE),
        static_root=STATIC,
        desk=desk_pool(django_application, POOL_THREADS),
        hub=hub,
        on_startup=start,
        on_shutdown=stop,
        bodies=BodyLimits(media_prefixes=(MEDIA_UPLOADS,)),
    )


def serve(host: str, port: int, hub: Hub | None = None) -> None:
    """Serve until stopped."""
    config = uvicorn.Config(
        build(hub or Hub()),
        host=host,
        port=port,
        http=PatientHttpProtocol,
        ws="none",
        loop="uvloop",
        lifespan="on",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        backlog=4096,
        date_header=True,
        server_header=False,
    )
    with suppress(KeyboardInterrupt):  # Ctrl-C has done its work when it comes back to us
        uvicorn.Server(config).run()
