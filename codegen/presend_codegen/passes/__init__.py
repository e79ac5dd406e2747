"""The named passes from a spec's schemas to a pack's, one a file."""
