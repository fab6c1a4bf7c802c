"""What a page says of itself to search engines: JSON-LD in the words of schema.org, made of what the page shows.

page_graph(context) of graph.py takes the context of a page's template; documents.py tells of documents, things.py of what
they name, breadcrumbs.py of the way to the page. Nothing is asked of the database that the page has not asked for itself.
"""
