"""JSON Schemas that payloads carry: what is asked of them, where they come from, how to mend them."""
