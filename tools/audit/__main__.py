"""Runs the checks and prints the table; exits with 1 when one of them failed.

make audit                              (everything; several minutes)
make audit ARGS="--only axe,html,weights"
make audit ARGS="--at http://127.0.0.1:8000 --only axe --pages /en/news/"
"""

import argparse
import sys
import time
from contextlib import nullcontext

from tools.audit import packages
from tools.audit.axe import axe
from tools.audit.html_checker import html
from tools.audit.lighthouse import lighthouse
from tools.audit.pages import find_pages, main_pages
from tools.audit.report import Row, table
from tools.audit.site import audited_site
from tools.audit.weights import shift, weights

CHECKS = {"axe": axe, "html": html, "weights": weights, "shift": shift, "lighthouse": lighthouse}


def main():
    options = asked_for()
    packages.install(with_lighthouse="lighthouse" in options.only)
    with nullcontext(options.at) if options.at else audited_site(say) as root:
        say("finding the pages")
        pages = [page for page in find_pages(root) if options.pages in page.address]
        main = main_pages(pages)
        rows = [broken(pages)]
        for name in options.only:
            say(name)
            rows += CHECKS[name](root, pages, main)
    print(table(rows))
    sys.exit(any(row.problems for row in rows))


def asked_for():
    parser = argparse.ArgumentParser(
        prog="make audit", description="What other people's tools say of every page."
    )
    parser.add_argument("--only", type=checks, default=list(CHECKS), help=f"some of {','.join(CHECKS)}")
    parser.add_argument("--at", help="the root of a site that runs already, instead of a demo of its own")
    parser.add_argument("--pages", default="", help="only pages whose address has this in it")
    return parser.parse_args()


def checks(names):
    wanted = names.split(",")
    if not set(wanted) <= set(CHECKS):
        raise argparse.ArgumentTypeError(f"choose from {','.join(CHECKS)}")
    return wanted


def broken(pages):
    """Pages that answer with a mistake of the program, but for the one that does so on purpose."""
    failed = [page.shown for page in pages if page.status >= 500 and "/mishap/" not in page.address]
    return Row("pages that answer", str(len(pages)), f"{len(failed)} failed", "0", failed)


begun = time.monotonic()


def say(what):
    print(f"{time.monotonic() - begun:4.0f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
