"""What a controller asks of an initiative: capital charges, return, cost of ownership, the year end."""
