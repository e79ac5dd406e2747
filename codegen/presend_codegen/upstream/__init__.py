"""`presend sync`: what has changed upstream, and how it is taken over."""
