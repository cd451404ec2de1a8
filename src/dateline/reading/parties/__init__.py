"""Parties: who acts in the events, by a lexicon and by what follows a country's adjective."""

from dateline.reading.parties.find import PartyMention, parties

__all__ = ["PartyMention", "parties"]
