"""Git: when each initiative was opened and when it arrived, and its earlier versions."""
