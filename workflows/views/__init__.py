"""What people and programs look at: inline rows kept with every commit, and the shapes they are shown in."""
