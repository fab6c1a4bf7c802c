"""The pages of the desk that cross kinds of documents: (route under /admin/, view, name of the route)."""

PAGES = []
