"""`presend diff`: find what has changed between two specs, with a witness for each change."""
