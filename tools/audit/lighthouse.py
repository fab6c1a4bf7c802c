"""Lighthouse on a phone: the home page, an article, a programme and a decision in both languages."""

import json
import os
import subprocess
import sys

from tools.audit.packages import LIGHTHOUSE
from tools.audit.report import Row
from tools.chromium import ARGUMENTS, MISSING, WHOLE, chromium_path

LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
KINDS = ("", "/news/*", "/events/*/programme", "/decisions/*")
#: Performance is a measurement on a machine that may be busy: a page that fails is measured anew.
TRIES = 3


def lighthouse(root, pages, main) -> list[Row]:
    """One row a page."""
    wanted = {f"{language}{kind}" for language in ("ar", "en") for kind in KINDS}
    return [_row(root, page) for page in main if page.kind in wanted]


def _row(root, page):
    best = {}
    for _try in range(TRIES):
        scores, wrong = _scores(root + page.address)
        best = {name: max(score, best.get(name, 0)) for name, score in scores.items()} or best
        problems = [
            f"{name} {best.get(name, 'unknown')}"
            for name, least in LEAST.items()
            if best.get(name, 0) < least
        ]
        if not problems:
            break
    figure = ", ".join(f"{name} {score}" for name, score in best.items())
    limit = ", ".join(str(least) for least in LEAST.values())
    return Row("Lighthouse", page.kind, figure, limit, problems and [*problems, *wrong])


def _scores(url) -> tuple[dict[str, int], list[str]]:
    """{category: points}, and what cost points; no points if Lighthouse itself failed, and what it said."""
    run = subprocess.run(
        [LIGHTHOUSE, url, "--output=json", "--quiet", "--max-wait-for-load=45000"]
        + [f"--only-categories={','.join(LEAST)}", f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}"],
        env={**os.environ, "CHROME_PATH": chromium_path(*WHOLE) or sys.exit(MISSING)},
        capture_output=True,
        text=True,
    )
    if run.returncode:
        return {}, run.stderr.strip().splitlines()[:5] or [f"exit status {run.returncode}"]
    found = json.loads(run.stdout)
    scores = {name: round(category["score"] * 100) for name, category in found["categories"].items()}
    costly = [
        found["audits"][reference["id"]]
        for category in found["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"] and (found["audits"][reference["id"]]["score"] or 0) < 0.9
        and found["audits"][reference["id"]]["scoreDisplayMode"] in ("binary", "numeric", "metricSavings")
    ]  # fmt: skip
    return scores, [f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}" for audit in costly]
