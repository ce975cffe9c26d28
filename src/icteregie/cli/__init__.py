"""The command line: one file a command. Only here are a clock, an environment and a screen."""
