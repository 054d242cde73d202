"""Chooses the free text that the teacher labels, and counts word vectors on the large text.

    text.py choose --data DIR --program CALQUE-DEV --out TOKENS [--words N]
    text.py vectors --data DIR --program CALQUE-DEV --out VECTORS.npz

Sentences that stand in a development or test set are left out.
"""

import argparse
import glob
import json
import lzma
import os
import random
import re
import subprocess
import sys
import tempfile

import numpy as np

import conllu
import data

SEED = 20
# Thousands of words from each source: mixed, so that the student meets all kinds of sentences.
SHARES = {
    "masc": 420, "wikinews": 160, "flores": 330, "apertium": 60, "authored": 60,
    "us_senate_releases": 260, "wh_releases": 200, "kremlin_en": 180, "pm_modern_speech": 120, "pm_modern_release": 60,
    "digitalgov_news": 80, "18f_blog": 80, "ungdc_1993_2024": 80, "wh_actions": 20, "wp_current_events": 10,
}


def paragraphs(folder, name):
    """The paragraphs of a source."""
    if name == "wikinews":
        for line in open(os.path.join(folder, "news", "wikinews.jsonl"), encoding="utf-8"):
            yield from json.loads(line)["text"].split("\n")
    elif name == "flores":
        for line in lzma.open(os.path.join(folder, "mt-train", "flores.jsonl.xz"), "rt", encoding="utf-8"):
            yield from json.loads(line)["text"].split("\n")
    elif name == "apertium":
        for file in sorted(glob.glob(os.path.join(folder, "mt-train", "*eng*.jsonl"))):
            for line in open(file, encoding="utf-8"):
                yield from json.loads(line)["text"].split("\n")
    elif name == "authored":
        for file in sorted(glob.glob(os.path.join(folder, "authored", "*.txt"))):
            for line in open(file, encoding="utf-8"):
                yield re.sub(r"\[\[(.*?)\|.*?\|.*?\]\]", r"\1", line.strip())
                yield re.sub(r"\[\[.*?\|.*?\|(.*?)\]\]", r"\1", line.strip())
    else:
        for line in lzma.open(os.path.join(folder, "text", name + ".txt.xz"), "rt", encoding="utf-8"):
            yield line.strip()


def tokens(program, lines, work, name):
    """Sentences of lines, as the program cuts them."""
    path = os.path.join(work, name + ".txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(re.sub(r"\s+", " ", line) for line in lines if line.strip()))
    output = subprocess.run([program, "sentences", path], check=True, stdout=subprocess.PIPE).stdout
    return [line.split("\t") for line in output.decode("utf-8").split("\n") if line]


def masc(folder):
    """Sentences of MASC with the tokens as they stand there."""
    for line in open(os.path.join(folder, "text", "masc-written.txt"), encoding="utf-8"):
        if line.startswith("#"):
            continue
        words = [t.rsplit("_", 1)[0] for t in line.split()]
        words = [{"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}.get(w, w) for w in words]
        yield [w for w in words if w]


def choose(arguments):
    chance = random.Random(SEED)
    held = set()
    for path in glob.glob(os.path.join(arguments.data, "treebank", "*-dev.conllu")) + glob.glob(os.path.join(arguments.data, "treebank", "*-test.conllu")):
        held |= {" ".join(s.words).lower() for s in conllu.read(path) if len(s) >= 5}
    chosen = []
    with tempfile.TemporaryDirectory() as work:
        for name, share in SHARES.items():
            if name == "masc":
                sentences = list(masc(arguments.data))
            else:
                lines = list(paragraphs(arguments.data, name))
                chance.shuffle(lines)
                budget, part = share * 1200, []
                for line in lines:
                    part.append(line)
                    budget -= line.count(" ") + 1
                    if budget < 0:
                        break
                sentences = tokens(arguments.program, part, work, name)
            chance.shuffle(sentences)
            budget = share * 1000
            for s in sentences:
                if not 2 <= len(s) <= 100 or len(s) > 4 and " ".join(s).lower() in held:
                    continue
                chosen.append(s)
                budget -= len(s)
                if budget < 0:
                    break
            print(f"{name}: {share * 1000 - budget} words", file=sys.stderr)
    chance.shuffle(chosen)
    with open(arguments.out, "w", encoding="utf-8") as file:
        for s in chosen:
            file.write("\t".join(s) + "\n")


def folded(word):
    word = word.lower().replace("’", "'")
    return re.sub(r"\d", "0", word) if word[0].isdigit() else word


def vectors(arguments):
    """Positive pointwise mutual information with the words up to two places away, reduced by a singular value decomposition."""
    import scipy.sparse
    from sklearn.utils.extmath import randomized_svd

    size, contexts, least = 40000, 2500, 12
    vocabulary = {}
    with tempfile.TemporaryDirectory() as work:
        everything = []
        for name in SHARES:
            if name in ("apertium", "flores", "authored"):
                continue
            if name == "masc":
                sentences = list(masc(arguments.data))
            else:
                lines = list(paragraphs(arguments.data, name))
                if name == "ungdc_1993_2024":
                    lines = lines[::4]
                sentences = tokens(arguments.program, lines, work, name)
            ids = []
            for s in sentences:
                ids += [vocabulary.setdefault(folded(w), len(vocabulary)) for w in s]
                ids += [-1, -1]
            everything.append(np.array(ids, np.int32))
            print(f"{name}: {len(ids):,}", file=sys.stderr)
        ids = np.concatenate(everything)
        counts = np.bincount(ids[ids >= 0], minlength=len(vocabulary))
        order = np.argsort(-counts, kind="stable")[:size]
        order = order[counts[order] >= least]
        rank = np.full(len(vocabulary) + 1, -1, np.int64)
        rank[order] = np.arange(len(order))
        ids = rank[ids]
        matrices = []
        for shift in (-2, -1, 1, 2):
            if shift > 0:
                a, b = ids[:-shift], ids[shift:]
            else:
                a, b = ids[-shift:], ids[:shift]
            keep = (a >= 0) & (b >= 0) & (b < contexts)
            m = scipy.sparse.coo_matrix((np.ones(keep.sum(), np.float32), (a[keep], b[keep])), shape=(len(order), contexts)).tocsr()
            matrices.append(m)
        m = scipy.sparse.hstack(matrices).tocsr()
        total, row, column = m.sum(), np.asarray(m.sum(1)).ravel(), np.asarray(m.sum(0)).ravel()
        smooth = column ** 0.75
        smooth *= total / smooth.sum()
        m = m.tocoo()
        value = np.log(np.maximum(m.data * total / (row[m.row] * smooth[m.col]), 1e-9))
        keep = value > 0
        m = scipy.sparse.coo_matrix((value[keep].astype(np.float32), (m.row[keep], m.col[keep])), shape=m.shape).tocsr()
        u, s, _ = randomized_svd(m, arguments.width, n_iter=3, random_state=SEED)
        result = u * np.sqrt(s)
        result /= result.std()
        words = np.array(list(vocabulary))[order].tolist()
        features = data.features(arguments.program, [[w] for w in words], work, "vocabulary")
        np.savez(arguments.out, words=np.array(words), hashes=features[:, 0], counts=counts[order], vectors=result.astype(np.float32))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["choose", "vectors"])
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--width", type=int, default=64)
    arguments = parser.parse_args()
    (choose if arguments.what == "choose" else vectors)(arguments)


main()
