"""Language models behind OpenAI-compatible servers: the one room that knows the vendor's client."""
