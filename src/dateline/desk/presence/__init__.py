"""Who is at the desk, what they hold, and what changed since a page last asked."""
