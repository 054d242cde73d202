"""The reports for build servers and reviewers before the tools and schemas of their consumers.

The command's own JSON tells what each must hold.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree

import pytest

from conftest import PACKAGE

SCHEMAS = PACKAGE / "Tests" / "consumers" / "schemas"


def sarif_schema():
    """OASIS's schema is not copied into the project."""
    path = pathlib.Path(os.environ.get("CALQUE_SARIF_SCHEMA", PACKAGE.parent / "shared" / "schemas" / "sarif-2.1.0.json"))
    if not path.exists():
        pytest.skip("the schema of SARIF is not here: set CALQUE_SARIF_SCHEMA to its path")
    return path


def is_valid(schema, path):
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, path], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    return True


@pytest.fixture
def expected(written):
    """(path, line, column, rule) of each finding, and the paths of all articles."""
    report = json.loads(written("json").read_text(encoding="utf-8"))
    findings = [
        (article["path"], finding["line"], finding["column"], finding["rule"])
        for article in report["articles"] for finding in article["findings"]
    ]
    assert findings
    return findings, [article["path"] for article in report["articles"]]


def test_sarif_is_valid(written):
    assert is_valid(sarif_schema(), written("sarif"))


def test_sarif_tools_read_all_findings(written, expected):
    loader = pytest.importorskip("sarif.loader", reason="sarif-tools are not installed")
    log = loader.load_sarif_file(str(written("sarif")))
    records = log.get_records()
    assert len(records) == len(expected[0])
    levels = collections.Counter(record["Severity"] for record in records)
    severities = collections.Counter(
        finding["severity"] for article in json.loads(written("json").read_text(encoding="utf-8"))["articles"]
        for finding in article["findings"])
    assert (levels["note"], levels["warning"], levels["error"]) == (
        severities["minor"], severities["major"], severities["critical"])
    found = [(urllib.parse.unquote(record["Location"]), record["Line"], record["Code"]) for record in records]
    assert sorted(found) == sorted((path, line, rule) for path, line, _, rule in expected[0])


def test_junit_is_valid(written):
    xmlschema = pytest.importorskip("xmlschema", reason="xmlschema is not installed")
    xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd")).validate(str(written("junit")))


def test_junitparser_reads_all_findings(written, expected):
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    cases = [case for suite in junitparser.JUnitXml.fromfile(str(written("junit"))) for case in suite]
    failed = [(case.classname, case.name) for case in cases if case.result]
    assert all(isinstance(result, junitparser.Failure) for case in cases for result in case.result)
    assert failed == [(path, f"{line}:{column} {rule}") for path, line, column, rule in expected[0]]
    clean = set(expected[1]) - {path for path, *_ in expected[0]}
    assert {case.classname for case in cases if not case.result} == clean


def test_code_quality_is_valid(written, expected):
    assert is_valid(SCHEMAS / "gitlab-codequality.json", written("gitlab"))
    issues = json.loads(written("gitlab").read_text(encoding="utf-8"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(expected[0])


def test_rdjson_is_valid_and_its_columns_cut_the_bytes(written, expected, folder):
    assert is_valid(SCHEMAS / "rdjson.json", written("rdjson"))
    diagnostics = json.loads(written("rdjson").read_text(encoding="utf-8"))["diagnostics"]
    report = json.loads(written("json").read_text(encoding="utf-8"))
    texts = [finding["text"] for article in report["articles"] for finding in article["findings"]]
    assert len(diagnostics) == len(texts)
    for diagnostic, text in zip(diagnostics, texts):
        location = diagnostic["location"]
        start, end = location["range"]["start"], location["range"]["end"]
        lines = (folder / location["path"]).read_bytes().splitlines(keepends=True)
        if start["line"] == end["line"]:
            cut = lines[start["line"] - 1][start["column"] - 1:end["column"] - 1]
            assert cut.decode("utf-8") == text


def test_checkstyle_reads_all_findings(written, expected):
    root = xml.etree.ElementTree.parse(written("checkstyle")).getroot()
    found = [
        (file.get("name"), int(error.get("line")), int(error.get("column")), error.get("source").split(".")[-1])
        for file in root.iter("file") for error in file.iter("error")
    ]
    assert found == expected[0]
    assert [file.get("name") for file in root.iter("file")] == expected[1]


def test_tap_py_reads_all_findings(written, expected):
    parser = pytest.importorskip("tap.parser", reason="tap.py is not installed")
    pytest.importorskip("yaml", reason="PyYAML is not installed")
    pytest.importorskip("more_itertools", reason="more-itertools is not installed")
    lines = list(parser.Parser().parse_file(str(written("tap"))))
    assert not [line for line in lines if line.category == "unknown"]
    tests = [line for line in lines if line.category == "test"]
    plan = [line for line in lines if line.category == "plan"]
    assert [line.expected_tests for line in plan] == [len(tests)]
    found = [
        (block["at"]["file"], block["at"]["line"], block["at"]["column"], block["rule"])
        for block in (test.yaml_block for test in tests if not test.ok)
    ]
    assert found == expected[0]
    assert not any(test.skip or test.todo for test in tests)


def test_markdown_shows_all_findings_and_no_markup_of_the_text(written, expected):
    markdown = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    text = written("markdown").read_text(encoding="utf-8")
    html = markdown.MarkdownIt("commonmark").enable("table").render(text)
    rows = html.count("<tr>") - html.count("<thead>")
    articles = len({path for path, *_ in expected[0]})
    assert rows == articles + len(expected[0])
    for word in ("<script", "<img", "onerror=alert(1)>"):
        assert word not in html
    for _, line, column, rule in expected[0]:
        assert f"<td>{line}:{column}</td>" in html and f"<code>{rule}</code>" in html


def test_github_has_an_annotation_for_each_finding_or_says_that_it_has_not(written, expected):
    lines = written("github").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("::")]
    kinds = collections.Counter(line[2:].split(" ")[0] for line in commands)
    assert set(kinds) <= {"error", "warning", "notice"} and max(kinds.values()) <= 10
    said = [line for line in commands if line.startswith("::notice title=Calque::")]
    missing = int(said[0].split("::")[2].split(" ")[0].replace(",", "")) if said else 0
    assert len(commands) - len(said) + missing == len(expected[0])
