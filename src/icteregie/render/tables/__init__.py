"""Tables, and what each format makes of them."""
