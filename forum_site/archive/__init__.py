"""The whole public site as files: what is left when the server is switched off (`manage.py export_site`).

reading.py asks the site for its pages as a reader without an account would, crawling.py decides for which, names.py where
each lies, rewriting.py makes its links lead from file to file, writing.py puts everything into a folder, or nothing.
"""
