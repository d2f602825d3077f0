"""The rules, one a module. `argmap.lint.registry` lists them."""
