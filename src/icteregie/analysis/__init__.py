"""The definitions that everything else uses: one module each."""
