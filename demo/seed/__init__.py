"""A forum of as many documents as asked for, to measure and try the program with; its words mean nothing."""
