from publishing.admin import documents, releases, topics  # noqa: F401  (they register)
