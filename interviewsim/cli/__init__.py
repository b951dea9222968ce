"""The command line: parsing, dispatch and exit codes; each command in a small module of its own."""
