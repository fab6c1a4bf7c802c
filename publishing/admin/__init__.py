from publishing.admin import documents, topics  # noqa: F401  (they register)
