"""Draw valid and invalid values for property tests."""
