"""Carry the rules of today's API over to other specs: find what a rule reads, its counterparts, and its sentences."""
