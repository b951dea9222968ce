"""The few inks that prepared text is written in; a sheet's own colors stay in the sheet."""

QUIET = "$foreground 65%"
"""For what is read second. Blended, so that it holds on light and dark grounds."""
KEY = "bold $text-accent"
GOOD = "$text-success"
ALERT = "$text-error"
WARN = "$text-warning"
ACCENT = "$text-accent"
