"""Exchanges as the fetcher hands them on, made for tests."""

from datetime import UTC, datetime

from dateline.archive.fetch.exchange import Exchange

AT = datetime(2015, 10, 21, 17, 58, 3, 250_000, tzinfo=UTC)
NOW = datetime(2015, 10, 21, 18, 0, tzinfo=UTC)
PAGE = b"<!doctype html><title>Sarmin</title><p>Twelve people were killed in the town."


def exchange(url="https://example.org/sarmin", body=PAGE, headers=(), **fields):
    """Return one exchange: a page that was asked for and came."""
    return Exchange(
        **{
            "url": url,
            "method": "GET",
            "request_headers": (("Host", "example.org"), ("User-Agent", "Mozilla/5.0")),
            "status": 200,
            "reason": "OK",
            "http_version": "HTTP/1.1",
            "headers": headers or (("Content-Type", "text/html; charset=utf-8"),),
            "body": body,
            "began_at": AT,
            "server": "93.184.216.34:443",
        }
        | fields
    )
