"""Rules about money: what an estimate lacks, and what doesn't pay back."""
