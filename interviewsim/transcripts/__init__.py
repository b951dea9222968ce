"""Sessions on disk: one journal each, written by one hand and never repaired by a reader."""
