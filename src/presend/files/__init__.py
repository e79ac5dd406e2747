"""Files that are uploaded: opened, recognised and measured."""
