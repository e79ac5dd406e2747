"""`presend diff`: what has changed between two documents, with a witness for each change."""
