"""Frozen values and pure functions: no file, clock, network, random number or model."""
