from events.models.event import Event
from events.models.session import Participation, Session
from events.models.venue import Room, Venue

__all__ = ["Event", "Participation", "Room", "Session", "Venue"]
