"""What packs are made of, and how their operations are found."""
