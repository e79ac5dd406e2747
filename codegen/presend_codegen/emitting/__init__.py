"""What a pack is written as: models, modules, tokens, and the rules page."""
