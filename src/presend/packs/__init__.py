"""A pack, how one is found, what it holds, and the routes to its operations."""
