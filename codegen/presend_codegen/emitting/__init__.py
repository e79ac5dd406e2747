"""Write the files of a pack: models, modules, tables, and the page of rules."""
