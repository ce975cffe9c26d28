"""How thorough the tests are: ``pytest --hypothesis-profile=long`` looks a hundred times longer."""

from hypothesis import settings

settings.register_profile("long", max_examples=20_000, deadline=None)
