"""Words per second of Spark on two cores, without the start of its session, beside `calque stream --jobs 2`.

CALQUE names the command, WORDS how many words there are (5,000,000). Both read the same articles from NDJSON, and write what they find
to a file. Beside the time on the clock, which other work on the machine lengthens, stands what two cores could do by the processor time that
both took with all their processes.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PACKAGE / "examples" / "spark"), str(PACKAGE / "Tests" / "spark")]
os.environ["PYSPARK_PYTHON"] = sys.executable

import calque_spark  # noqa: E402
import grammar  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

CALQUE = os.environ["CALQUE"]
WORDS = int(os.environ.get("WORDS", 5_000_000))


def processor_time():
    """Seconds of this process, of those that it started, and of those that they started."""
    parents, times = {}, {}
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It has ended meanwhile.
        parents[int(path.parent.name)] = int(fields[1])
        times[int(path.parent.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    own = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in own} - own:
        own |= more
    return sum(times[process] for process in own)


def main():
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "articles.jsonl")
        words = articles = 0
        with open(source, "w", encoding="utf-8") as file:
            while words < WORDS:
                text = grammar.article(articles)
                file.write(json.dumps({"id": articles, "text": text}, ensure_ascii=False) + "\n")
                words += len(text.split())
                articles += 1
        target = os.path.join(folder, "checked")

        def stream():
            with open(source) as file, open(target + ".jsonl", "w") as output:
                subprocess.run([CALQUE, "stream", "--jobs", "2"], stdin=file, stdout=output, check=True)

        def spark():
            shutil.rmtree(target, ignore_errors=True)
            calque_spark.check(session.read.schema("id long, text string").json(source).repartition(8), calque=CALQUE).write.parquet(target)

        def speed(body):
            began, work = time.perf_counter(), processor_time()
            body()
            return words / (time.perf_counter() - began), 2 * words / (processor_time() - work)

        # Before the session starts, whose processes come and go by themselves.
        stream_speed, stream_work = speed(stream)
        session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        session.sparkContext.addPyFile(calque_spark.__file__)
        spark_speed, spark_work = speed(spark)
        found = session.read.parquet(target).selectExpr("sum(size(findings))").first()[0]
        with open(target + ".jsonl", encoding="utf-8") as file:
            alike = sum(len(json.loads(line)["diagnostics"]) for line in file) == found
        session.stop()
    print(f"{articles:,} articles, {words:,} words, {found:,} findings, {'as many' if alike else 'NOT as many'} with both")
    for name, clock, work in (("calque stream --jobs 2", stream_speed, stream_work), ("Spark, local[2]", spark_speed, spark_work)):
        print(f"{name}: {clock:,.0f} words/s; by processor time {work:,.0f}; a million articles of 500 words: {5e8 / clock / 3600:.1f} "
              f"hours, by processor time {5e8 / work / 3600:.1f}")
    print(f"Spark has {spark_speed / stream_speed:.2f} of the words per second of one process, by processor time "
          f"{spark_work / stream_work:.2f} (wanted: at least 0.6)")
    if not alike:
        sys.exit(1)


main()
