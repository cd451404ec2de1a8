"""Where what belongs to a column's situation stands, from the site's root."""

from dateline.ledger.models import Column


def map_file(column: Column) -> str:
    """Return the map's data."""
    return f"{column.slug}/map.geojson"


def every_incident(column: Column) -> str:
    """Return the page that lists every incident: a file, since folders there are live blogs."""
    return f"{column.slug}/situation.html"
