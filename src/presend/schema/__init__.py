"""JSON Schema: nodes, the compiler that makes them, keywords, and regular expressions."""
