"""Rubrics and company packs: the only package that reads the `rubrics/` folder."""
