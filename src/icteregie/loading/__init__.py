"""From files on disk to a portfolio, with everything that is wrong with them."""
