"""How initiatives wait for one another: edges, order, schedule, circles."""
