"""Reports in the hands of the tools that consume them: validators and a browser.

Each test is skipped, with a message, where its tool cannot be had. Chromium is the system's
(Debian: chromium); CHROMIUM names another one. CALQUE names the binary, else the newest build is taken.
"""
import os
import pathlib
import shutil
import subprocess

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = PACKAGE / "reports" / "sample"
# What the sample of each format is called, behind "report.".
SUFFIXES = {
    "html": "html", "json": "json", "markdown": "md", "sarif": "sarif", "junit": "junit.xml", "github": "github.txt",
    "gitlab": "gitlab.json", "rdjson": "rdjson", "checkstyle": "checkstyle.xml", "tap": "tap",
}

NASTY = (
    "The </script><img src=x onerror=alert(1)> of the the \" ' ]]> <!-- &amp; \u202e\u2066 end.\r\n\r\n"
    "\tIt it was a event \U0001f600 e\u0301 \u6f22\u5b57 \u05e9\u05dc\u05d5\u05dd {{articles}} to to go.\r\n\r\n"
    + "A very-long-word-" + "x" * 300 + " and and the rest."
)


def binary():
    """The command, or None where it is not built."""
    if os.environ.get("CALQUE"):
        return os.environ["CALQUE"]
    built = [path for kind in ("release", "debug") if (path := PACKAGE / ".build" / kind / "calque").exists()]
    return max(built, key=lambda path: path.stat().st_mtime, default=None)


def report(kind, *paths, **options):
    """What `calque check` writes over the files."""
    command = binary()
    if command is None:
        pytest.skip("calque is not built: run `swift build` first")
    run = subprocess.run([command, "check", "--format", kind, *paths], stdout=subprocess.PIPE, timeout=300, **options)
    assert run.returncode in (0, 1), f"calque ended with {run.returncode}"
    return run.stdout


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder of articles: the sample, one full of what could break a page, and a clean one."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copy(SAMPLE / "article.txt", folder / "article.txt")
    (folder / "nasty <b>\"'&.txt").write_text(NASTY, encoding="utf-8", newline="")
    (folder / "clean.txt").write_text("The mill reopened on Monday.\n")
    return folder


@pytest.fixture(scope="session", params=["sample", "many"])
def written(request, folder):
    """A function that gives the path of a report in a format: the sample's, or one of many articles."""

    def make(kind):
        if request.param == "sample":
            return SAMPLE / f"report.{SUFFIXES[kind]}"
        path = folder / "reports" / f"report.{SUFFIXES[kind]}"
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            names = sorted(path.name for path in folder.glob("*.txt"))
            path.write_bytes(report(kind, *names, cwd=folder))
        return path

    return make


@pytest.fixture(scope="session")
def proofs(folder, tmp_path_factory):
    """A folder of HTML over the articles."""
    path = tmp_path_factory.mktemp("reports") / "proofs"
    report(f"html:{path}", *sorted(folder.glob("*.txt")))
    return path


@pytest.fixture(scope="session")
def browser():
    """Chromium, without a window."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium, or set CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
