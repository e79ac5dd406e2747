"""Fast paths: verdicts and models without a walk."""
