"""Reports of results: text, JSON, GitHub annotations, SARIF and JUnit."""

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from presend.old_paths import forwarded  # for paths of presend 0.1 alone

        return forwarded(__name__, name, "text")
