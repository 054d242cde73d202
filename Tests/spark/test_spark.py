"""What Spark makes of a table of articles, beside one process of `calque stream`."""
import json
import os
import pathlib
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PACKAGE / "examples" / "spark"), str(PACKAGE / "Tests" / "spark")]
SCRIPT = PACKAGE / "examples" / "spark" / "calque_spark.py"
HOSTILE = ("", " \n", "\U0001f600 The the \u202e end\u0000.", "He said \"it\" \\ 'is' the the end.\r\n\r\nIt will will stop.", "a" * 10_000)

sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")

import calque_spark  # noqa: E402
import grammar  # noqa: E402

TEXTS = [grammar.article(number, words=100) for number in range(200)] + list(HOSTILE)


@pytest.fixture(scope="module")
def session():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    session.sparkContext.addPyFile(str(SCRIPT))
    yield session
    session.stop()


@pytest.fixture(scope="module")
def lines():
    return [json.dumps({"id": number, "text": text, "source": "wire"}) for number, text in enumerate(TEXTS)]


@pytest.fixture(scope="module")
def expected(lines):
    """The answers of one process, by id."""
    run = subprocess.run(
        [os.environ["CALQUE"], "stream"], input="\n".join(lines), stdout=subprocess.PIPE, encoding="utf-8", check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}
    assert sum(len(answer["diagnostics"]) for answer in answers.values()) > 50
    return answers


def compare(rows, expected):
    assert len(rows) == len(expected)
    for row in rows:
        answer = expected[row["id"]]
        assert row["text"] == TEXTS[row["id"]] and row["source"] == "wire"
        assert [finding.asDict(recursive=True) for finding in row["findings"]] == answer["diagnostics"]
        assert row["score"] == answer["score"]
        assert row["error"] is None


def test_findings_and_scores_are_those_of_one_process(session, lines, expected):
    articles = session.createDataFrame(
        [tuple(json.loads(line).values()) for line in lines], "id long, text string, source string")
    compare(calque_spark.check(articles.repartition(5), calque=os.environ["CALQUE"]).collect(), expected)


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_the_script_reads_a_file_and_writes_parquet(kind, session, lines, expected, tmp_path):
    path = tmp_path / f"articles.{kind}"
    (tmp_path / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if kind == "parquet":
        session.read.json(str(tmp_path / "articles.jsonl")).write.parquet(str(path))
    run = subprocess.run(
        [sys.executable, SCRIPT, "--calque", os.environ["CALQUE"], path, tmp_path / "checked"], capture_output=True, text=True,
        env=dict(os.environ, PYSPARK_SUBMIT_ARGS="--master local[2] --conf spark.ui.enabled=false pyspark-shell"))
    assert run.returncode == 0, run.stderr[-3000:]
    compare(session.read.parquet(str(tmp_path / "checked")).collect(), expected)


def test_what_cannot_be_checked_is_told_in_its_row(session):
    articles = session.createDataFrame([(1, "a" * 100), (2, "The the end."), (3, None)], "id long, text string")
    rows = calque_spark.check(articles.coalesce(1), calque=os.environ["CALQUE"], options=["--max-size", "50"]).collect()
    by_id = {row["id"]: row for row in rows}
    assert by_id[1]["findings"] is None and by_id[1]["error"].startswith("The text has 100 bytes, and 50 bytes are allowed.")
    assert [finding["rule"] for finding in by_id[2]["findings"]] == ["repeated-word"] and by_id[2]["error"] is None
    assert by_id[3]["findings"] == [] and by_id[3]["score"] is None


def test_a_command_that_fails_fails_the_job(session):
    articles = session.createDataFrame([(1, "The the end.")], "id long, text string")
    with pytest.raises(Exception, match="calque stream ended with 2"):
        calque_spark.check(articles, calque=os.environ["CALQUE"], options=["--only", "nothing"]).collect()
