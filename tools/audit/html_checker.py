"""The Nu HTML checker on every page and on the style sheets."""

import json
import subprocess
import tempfile
from pathlib import Path

from tools.audit.packages import NU_CHECKER
from tools.audit.report import Row


def html(root, pages, main) -> list[Row]:
    """One row for the pages' HTML. The checker refuses addresses of this machine, so it is given files."""
    with tempfile.TemporaryDirectory(prefix="multaqa-html-") as folder:
        addresses = {}
        for number, page in enumerate(pages):
            path = Path(folder) / f"{number}.html"
            path.write_bytes(page.body)
            addresses[path.name] = page.shown
        messages = checked(["--skip-non-html", folder])
    problems = [f"{addresses[Path(said['url']).name]}: {told(said)}" for said in messages]
    return [Row("Nu HTML checker", str(len(pages)), f"{len(problems)} errors and warnings", "0", problems)]


def checked(arguments) -> list[dict]:
    run = subprocess.run(
        [
            "java",
            "-Xss4m",
            "-jar",
            NU_CHECKER,
            "--format",
            "json",
            "--stdout",
            "--exit-zero-always",
            *arguments,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)["messages"]


def told(said):
    kind = said.get("subType") or said["type"]
    return f"{kind}, line {said.get('lastLine')}: {said['message']} {said.get('extract', '').strip()[:160]!r}"
