"""Take the rules of today's API along to other specs: what a rule reads, what is what, what stands."""
