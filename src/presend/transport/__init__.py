"""Requests on their way out: the gate, the bodies that pass it, and the transports of httpx and httpx2."""
