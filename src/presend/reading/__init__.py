"""How payloads are read, whatever they come as."""
