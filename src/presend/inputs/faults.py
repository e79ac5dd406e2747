"""The error in a form field; it has a module of its own so that a check of a file need not load the reader of forms."""


class FieldFault(ValueError):  # the user's mistake, not an error of presend
    """Error in a form field, with advice on how to write it."""
