"""Check many payloads: files of JSON lines in several processes, and the readers of `presend.ray`."""

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        from presend.old_paths import forwarded  # for paths of presend 0.1 alone

        return forwarded(__name__, name, "lines", "ranges", "parts")
