"""What the commands are given: files, form fields and options, to payloads and their results."""
