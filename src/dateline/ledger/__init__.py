"""The ledger: the records and the only code that writes them."""
