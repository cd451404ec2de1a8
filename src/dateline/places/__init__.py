"""Places: build a gazetteer, find a name in it, resolve the names of a text together."""
