"""A document, as its author wrote it: fetched, loaded, overlaid, and recorded."""
