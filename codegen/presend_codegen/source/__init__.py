"""Get a document ready for the next steps: fetch it, load it, apply overlays, and record where it came from."""
