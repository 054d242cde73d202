"""Training data of the student: features as the program computes them, labels of treebanks and of the teacher."""

import os
import subprocess

import numpy as np

import conllu

TEMPLATES = 12


def features(program, sentences, folder, name):
    """The features of sentences (lists of words), by `calque-dev features`; one row of TEMPLATES numbers a word."""
    words = os.path.join(folder, name + ".words")
    output = os.path.join(folder, name + ".features")
    with open(words, "w", encoding="utf-8") as file:
        for sentence in sentences:
            file.write("\t".join(sentence) + "\n")
    subprocess.run([program, "features", words, output], check=True)
    result = np.fromfile(output, dtype="<u4").reshape(-1, TEMPLATES)
    count = sum(map(len, sentences))
    if len(result) != count:
        raise SystemExit(f"{name}: {count} words, but features of {len(result)}")
    return result


class Corpus:
    """Sentences as flat arrays: features, and soft labels with probabilities in units of 1/255."""

    def __init__(self, features, offsets, tag, tag_p, head, head_p, relation, relation_p):
        self.features, self.offsets = features, offsets
        self.tag, self.tag_p = tag, tag_p
        self.head, self.head_p = head, head_p
        self.relation, self.relation_p = relation, relation_p
        self.lengths = np.diff(offsets)


def gold(sentences, rows, tags, relations):
    """A treebank; an unknown tag pair or relation is -1."""
    offsets = np.concatenate([[0], np.cumsum([len(s) for s in sentences])])
    tag = np.array([tags.get(p, -1) for s in sentences for p in zip(s.upos, s.xpos)], np.int64)[:, None]
    head = np.array([h for s in sentences for h in s.heads], np.int64)[:, None]
    relation = np.array([relations.get(r, -1) for s in sentences for r in s.relations], np.int64)[:, None]
    one = np.full((len(rows), 1), 255, np.int64)
    return Corpus(rows, offsets, tag, one * (tag >= 0), head, one, relation, one * (relation >= 0))


def silver(path, program, folder, tags, relations, limit):
    """What the teacher has labelled, sentences up to `limit` words."""
    saved = np.load(path)
    lines = str(saved["words"]).split("\n")
    sentences = [line.split("\t") for line in lines]
    offsets = saved["offsets"]
    tag_map = np.array([tags.get(tuple(t.split(" ")), -1) for t in saved["tags"].tolist()], np.int64)
    relation_map = np.array([relations.get(r, -1) for r in saved["relations"].tolist()], np.int64)
    tag, relation = tag_map[saved["tag"]], relation_map[saved["relation"]]
    rows = features(program, sentences, folder, os.path.basename(path))
    # A head without probability may lie outside its sentence.
    head = np.where(saved["head_p"] > 0, saved["head"], 0).astype(np.int64)
    corpus = Corpus(
        rows, offsets, tag, saved["tag_p"].astype(np.int64) * (tag >= 0), head,
        saved["head_p"].astype(np.int64), relation, saved["relation_p"].astype(np.int64) * (relation >= 0))
    corpus.confidence = saved["head_p"][:, 0]
    return corpus


def tag_pairs(sentences, least=2):
    counts = {}
    for s in sentences:
        for pair in zip(s.upos, s.xpos):
            counts[pair] = counts.get(pair, 0) + 1
    return sorted(pair for pair, n in counts.items() if n >= least)


def read_all(paths):
    return [s for path in paths for s in conllu.read(path)]
