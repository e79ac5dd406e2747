"""Check requests on their way out: the gate, bodies, and the transports of httpx and httpx2."""
