"""What upstream says elsewhere than in its spec."""
