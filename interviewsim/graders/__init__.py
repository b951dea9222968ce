"""Who judges: the offline grader by rules; later a model on a short lead."""
