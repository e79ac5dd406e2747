"""Documents of any OpenAPI version to one form."""
