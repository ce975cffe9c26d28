"""What a paper says of itself on one line: whose it is, its state and its day."""

from icteregie.messages import formats
from icteregie.render.paper.paper import Paper


def about(paper: Paper, *first: str) -> str:
    """Write first words, the state and the day; a state that the title has already isn't said twice."""
    is_in_title = paper.state.casefold() in paper.title.casefold()
    words = (*first, "" if is_in_title else paper.state, formats.day(paper.day, paper.language))
    return " · ".join(word for word in words if word)
