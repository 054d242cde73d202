"""Scores from raw text and from given words by the script of the CoNLL 2018 shared task, and what the UD validator says: scores.py CALQUE --data DIR

Raw text is that of "# text", a space between sentences, a blank line where a paragraph or document begins. The treebanks do not
tell where lines ended; since sentences without a mark at their end (headings, items, greetings, signatures) are lines of their own in such documents,
the scores are given with a line end behind each of these, too. Needs PyPI udtools.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS")


def raw(path, has_lines):
    """The text of a treebank."""
    text, begins = "", True
    for line in open(path, encoding="utf-8"):
        if line.startswith(("# newpar", "# newdoc")):
            begins = True
        elif line.startswith("# text = "):
            text += ("\n\n" if begins else " ") * bool(text) + line[len("# text = "):].rstrip("\n")
            begins = has_lines and not re.search(r"""[.!?…:]['"”’)\]]*$""", text)
    return text + "\n"


def tool(name):
    return os.path.join(os.path.dirname(sys.executable), name)


def scores(gold, output):
    table = subprocess.run([tool("udeval"), "-v", "--no-enhanced", gold, output], check=True, stdout=subprocess.PIPE, text=True).stdout
    rows = [[cell.strip() for cell in line.split("|")] for line in table.split("\n") if "|" in line]
    return {row[0]: float(row[3]) for row in rows[1:] if row[0] in METRICS}


def parse(calque, output, *arguments):
    with open(output, "wb") as file:
        subprocess.run([calque, "parse", *arguments], check=True, stdout=file)


def valid(path):
    result = subprocess.run([tool("udvalidate"), "--lang", "en", "--level", "2", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.stdout.strip().split("\n")[-1]


def show(title, row):
    print(f"{title:36}" + "".join(f"{row[metric]:10.2f}" for metric in METRICS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("calque")
    parser.add_argument("--data", required=True)
    parser.add_argument("--text", action="append", default=[], help="an article whose trees the validator is to see, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text, output = os.path.join(folder, "raw.txt"), os.path.join(folder, "out.conllu")
        print(f"{'':36}" + "".join(f"{name:>10}" for name in METRICS))
        for name in ("ewt-test", "gum-free-test"):
            gold = os.path.join(arguments.data, "treebank", name + ".conllu")
            parse(arguments.calque, output, "--input", "conllu", gold)
            given = scores(gold, output)
            show(name + ", given words", given)
            for title, has_lines in (("raw text", False), ("raw text with lines", True)):
                with open(text, "w", encoding="utf-8") as file:
                    file.write(raw(gold, has_lines))
                parse(arguments.calque, output, text)
                found = scores(gold, output)
                show(f"{name}, {title}", found)
                show("  lost", {metric: given[metric] - found[metric] for metric in found})
                print(f"  UD validator, English, levels 1 and 2: {valid(output)}")
        for path in arguments.text:
            parse(arguments.calque, output, path)
            print(f"{os.path.basename(path)}, UD validator, English, levels 1 and 2: {valid(output)}")


main()
