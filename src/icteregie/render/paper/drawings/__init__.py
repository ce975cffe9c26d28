"""The drawings of a paper as SVG that needs nothing else: no style, no script, no address."""
