"""What pages of reports, claims and incidents share: cards, findings, places."""
