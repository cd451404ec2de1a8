"""Who meets what at which address of the desk: the world, the people and one row an address."""

from . import archive_rows, claim_rows, column_rows, front_rows, people_rows, site_rows

PARTS = (column_rows, front_rows, archive_rows, claim_rows, site_rows, people_rows)
ROWS = [row for part in PARTS for row in part.ROWS]
