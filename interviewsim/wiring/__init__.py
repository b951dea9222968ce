"""Composition roots: where ports meet the things that fill them."""
