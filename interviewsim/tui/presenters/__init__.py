"""Pure functions from the domain's values to what a screen shows; they know no Textual."""
