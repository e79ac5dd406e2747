"""The walk beside a payload, and what it needs: which branch of a union is meant, how a form is written."""
