"""What a phone shares with the desk: a page, or words of it, becomes an update's beginning."""
