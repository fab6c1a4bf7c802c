from publishing.admin import documents, releases, site, topics  # noqa: F401  (they register)
