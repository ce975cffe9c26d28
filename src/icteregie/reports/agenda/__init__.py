"""The agenda of one year: chosen, ordered and added up into a view that is ready to print."""
