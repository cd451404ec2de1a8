"""What others published: fetched, kept as it came, read and compared. Every outward request."""
