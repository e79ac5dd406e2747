"""The steps that make effective schemas of a canonical document, one a file."""
