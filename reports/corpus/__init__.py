"""A wire's worth of articles: an index of events, a report an event, and the command that makes them."""
