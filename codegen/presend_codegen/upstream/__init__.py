"""`presend sync`: show what has changed upstream, and update the built-in specs."""
