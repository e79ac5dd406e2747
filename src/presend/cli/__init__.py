"""The command line: options to results, results to a report and an exit code. Each file holds one group of commands."""

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from presend.old_paths import forwarded  # for paths of presend 0.1 alone

        return forwarded(__name__, name, "program")
