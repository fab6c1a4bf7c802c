"""`make audit`: what other people's tools say of every public page of the demo forum, and whether it keeps the budgets."""
