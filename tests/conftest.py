"""How thorough the tests are: ``pytest --hypothesis-profile=long`` looks a hundred times longer."""

from hypothesis import settings

settings.register_profile("long", max_examples=20_000, deadline=None)
# How long one example takes says more about the machine than about the code.
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")
