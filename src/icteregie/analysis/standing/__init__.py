"""Where an initiative stands: the only place that asks what its status, agenda and route mean."""
