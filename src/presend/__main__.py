"""`python -m presend` is `presend`."""

from presend.cli import main

if __name__ == "__main__":
    main()
