"""Calque inside Apache Spark: a table of articles gets a column of findings and a column of scores.

    spark-submit calque_spark.py articles.parquet checked.parquet
    spark-submit calque_spark.py --options="--only names" articles.jsonl checked.parquet

The input is Parquet, or NDJSON where its name ends in .json, .jsonl or .ndjson (compressed ones as well), with a column of text. Every row
comes back with what it had and, of the answer of `calque stream`, `findings`, `score` and `error`. The command must be on every machine that works: name it by --calque,
or ship it with `spark-submit --files calque` and say --calque ./calque; what `make install` makes needs no library there. From other programs: `from calque_spark import check`, and
`session.sparkContext.addPyFile("calque_spark.py")`.
"""
import argparse
import json
import re
import shlex
import subprocess
import threading

import pyarrow as pa
from pyspark.sql import SparkSession

# Offsets count Unicode code points of the text.
COLUMNS = {
    "findings": "array<struct<rule: string, category: string, severity: string, start: int, end: int, message: string, "
                "suggestions: array<struct<start: int, end: int, replacement: string>>, confidence: double>>",
    "score": "double",
    "error": "string",
}
FINDINGS = pa.list_(pa.struct([
    ("rule", pa.string()), ("category", pa.string()), ("severity", pa.string()), ("start", pa.int32()), ("end", pa.int32()),
    ("message", pa.string()),
    ("suggestions", pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), ("replacement", pa.string())]))),
    ("confidence", pa.float64())]))


def check(articles, text="text", calque="calque", options=()):
    """The articles with `findings`, `score` (points per 1,000 words) and `error`; `text` is the column that is read.

    Each partition is the work of one `calque stream`. Have more partitions than processors, so that none is left waiting.
    """
    kept = articles.drop(*COLUMNS)
    names = kept.columns
    schema = kept.limit(0).selectExpr("*", *(f"cast(null as {kind}) as {name}" for name, kind in COLUMNS.items())).schema
    return articles.mapInArrow(lambda batches: stream(batches, names, text, [calque, "stream", *options]), schema)


def stream(batches, names, text, command):
    """Batches of rows with what one process answers to them."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        for batch in batches:
            # Who writes all before reading would wait for a process that waits for its reader.
            writer = threading.Thread(target=write, args=(process.stdin, batch.column(text).to_pylist()), daemon=True)
            writer.start()
            answers = [read(process) for _ in range(batch.num_rows)]
            writer.join()
            columns = [batch.column(name) for name in names]
            columns.append(pa.array([answer.get("diagnostics") for answer in answers], FINDINGS))
            columns.append(pa.array([answer.get("score") for answer in answers], pa.float64()))
            columns.append(pa.array([answer.get("error") for answer in answers], pa.string()))
            yield pa.RecordBatch.from_arrays(columns, [*names, *COLUMNS])
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError(f"calque stream ended with {process.returncode}")
    finally:
        process.kill()
        process.wait()


def write(pipe, texts):
    """A line for each text; one that is missing is empty."""
    try:
        for number, text in enumerate(texts):
            pipe.write(json.dumps({"id": number, "text": text or ""}, ensure_ascii=False) + "\n")
        pipe.flush()
    except BrokenPipeError:
        pass  # Reading tells that the process has ended.


def read(process):
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"calque stream ended with {process.wait()} before all was answered")
    return json.loads(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output", help="Parquet")
    parser.add_argument("--text", default="text", help="the column of the text")
    parser.add_argument("--calque", default="calque", help="the command, on every machine that works")
    parser.add_argument("--options", default="", help="further options of calque stream")
    arguments = parser.parse_args()
    session = SparkSession.builder.appName("calque").getOrCreate()
    is_json = re.search(r"\.(json|jsonl|ndjson)(\.\w+)?$", arguments.input)
    articles = (session.read.json if is_json else session.read.parquet)(arguments.input)
    least = 4 * session.sparkContext.defaultParallelism
    if articles.rdd.getNumPartitions() < least:
        articles = articles.repartition(least)
    check(articles, arguments.text, arguments.calque, shlex.split(arguments.options)).write.parquet(arguments.output)


if __name__ == "__main__":
    main()
