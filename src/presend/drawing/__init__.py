"""Values and faults for property tests."""
