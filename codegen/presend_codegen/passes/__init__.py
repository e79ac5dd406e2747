"""Steps from a spec to a pack, each in a file of its own."""
