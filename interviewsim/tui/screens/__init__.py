"""One screen a file: what stands where, and which door an action goes through."""
