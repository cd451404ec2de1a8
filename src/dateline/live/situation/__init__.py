"""What stands beside a live blog's updates: summary by front, running tolls, and the map."""
