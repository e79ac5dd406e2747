"""JSON Schemas in payloads: where they are, what the API requires of them, and how to fix them."""
