"""Read the inputs of the commands, files and form fields, and turn them into results."""
