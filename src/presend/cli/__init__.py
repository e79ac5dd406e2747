"""The command line: options to results, results to a report and an exit code. Each file holds one group of commands."""
