"""`dateline group`: claims outside any desk, put together into happenings."""
