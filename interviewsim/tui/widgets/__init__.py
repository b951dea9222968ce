"""What screens are built of; each keeps its own look and knows nothing of the engine."""
