"""The layout of a graph in layers, from left to right, in whole pixels: the same graph, the same places."""
