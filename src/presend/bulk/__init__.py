"""Many payloads at once: JSON lines on several processes, and the readers of `presend.ray`."""
