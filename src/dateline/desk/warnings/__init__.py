"""What the composer asks an editor about the sourcing of a text, while it is typed."""
