"""Open uploaded files, and detect their format and size."""
