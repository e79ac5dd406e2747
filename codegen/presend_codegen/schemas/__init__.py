"""Work on schemas by name: what they refer to, their normal form, and whether two can share a value."""
