"""JSON Schemas that payloads carry: their requirements, their places, and how to mend them."""
