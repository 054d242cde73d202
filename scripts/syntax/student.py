"""The student: tagger and parser, small and fast, that the program has built in.

    student.py train --data DIR --program CALQUE-DEV --silver FILE.npz ... --out MODEL.pt

A token is the sum of the rows of its features. Residual convolutions over three tokens, at growing distances
(Bai et al. 2018; Strubell et al. 2017), bring in what stands around it. From there, a tagger, and a parser that scores
each pair of dependent and head (Dozat and Manning 2017), with a bias by distance. Nothing is decided from left to right,
so that every tag and arc has a probability. Learns from treebanks and from what the teacher says of free text,
its doubts included (Hinton et al. 2015).
"""

import argparse
import os
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import conllu
import data

SEED = 20
# How many rows each template may have, the most frequent features.
ROWS = [52000, 12000, 900, 6000, 12000, 900, 6000, 500, 900, 900, 300, 500]
BUCKETS = 32
MAX_WORDS = 128


def bucket(distance):
    """Of the distance from a dependent to its head: exact up to 8, then by powers of the root of two; its sign; the root apart."""
    magnitude = np.abs(distance)
    far = np.minimum(8 + np.floor(np.log2(np.maximum(magnitude, 1) / 8) * 2 + 1e-9), 14)
    value = np.where(magnitude <= 8, magnitude, far).astype(np.int64)
    return np.where(distance < 0, value, value + 15)


class Vocabulary:
    """From hashes of features to rows; row 0 is none."""

    def __init__(self, corpora, least):
        self.tables = []
        first = 1
        for template in range(data.TEMPLATES):
            column = np.concatenate([c.features[:, template] for c in corpora])
            values, counts = np.unique(column, return_counts=True)
            keep = (counts >= (least if template in (0, 1, 4) else 2)) & (values != 0)
            values, counts = values[keep], counts[keep]
            order = np.lexsort((values, -counts))[: ROWS[template]]
            values = np.sort(values[order])
            self.tables.append((values, first))
            first += len(values)
        self.rows = first

    def map(self, features):
        out = np.zeros(features.shape, np.int64)
        for template, (values, first) in enumerate(self.tables):
            at = np.searchsorted(values, features[:, template]).clip(max=len(values) - 1)
            hit = values[at] == features[:, template]
            out[:, template] = np.where(hit, at + first, 0)
        return out


class Student(nn.Module):
    def __init__(self, rows, tags, relations, vectors=None, width=128, dilations=(1, 1, 2, 2, 4), arc=96, label=128, dropout=0.1):
        super().__init__()
        self.width, self.dilations = width, dilations
        self.rows = nn.EmbeddingBag(rows, width, mode="sum", sparse=True, padding_idx=0)
        nn.init.normal_(self.rows.weight, std=0.1)
        with torch.no_grad():
            self.rows.weight[0] = 0
        self.bias = nn.Parameter(torch.zeros(width))
        if vectors is not None:
            self.register_buffer("vectors", vectors)
            self.project = nn.Linear(vectors.shape[1], width, bias=False)
        else:
            self.vectors = None
        self.layers = nn.ModuleList([nn.Linear(3 * width, width) for _ in dilations])
        self.tag = nn.Linear(width, tags)
        self.arc_head, self.arc_dep = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc = nn.Linear(arc, arc)
        self.distance = nn.Linear(arc, BUCKETS)
        self.root = nn.Parameter(torch.zeros(arc))
        self.label_head, self.label_dep = nn.Linear(width, label, bias=False), nn.Linear(width, label)
        self.label_distance = nn.Embedding(BUCKETS, label)
        self.label_root = nn.Parameter(torch.zeros(label))
        self.label = nn.Linear(label, relations)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.root, std=0.3)
        nn.init.normal_(self.label_root, std=0.1)
        nn.init.normal_(self.label_distance.weight, std=0.05)

    def encode(self, rows, mask):
        """rows: (batch, words, templates); mask: (batch, words)."""
        batch, words, templates = rows.shape
        flat = rows.reshape(-1, templates)
        hidden = self.rows(flat) + self.bias
        if self.vectors is not None:
            hidden = hidden + self.project(self.vectors[flat[:, 0].clamp(max=len(self.vectors) - 1)])
        keep = mask.unsqueeze(-1).float()
        hidden = self.drop(F.relu(hidden)).view(batch, words, -1) * keep
        for layer, step in zip(self.layers, self.dilations):
            near = torch.cat([F.pad(hidden, (0, 0, step, 0))[:, :words], hidden, F.pad(hidden, (0, 0, 0, step))[:, step:]], -1)
            hidden = (hidden + self.drop(F.relu(layer(near)))) * keep
        return hidden

    def forward(self, rows, mask, buckets):
        hidden = self.encode(rows, mask)
        tags = self.tag(hidden)
        batch, words, _ = hidden.shape
        head = F.relu(self.arc_head(hidden))
        head = torch.cat([self.root.expand(batch, 1, -1), head], 1)
        dep = F.relu(self.arc_dep(hidden))
        arcs = self.arc(dep) @ head.transpose(1, 2)
        bias = self.distance(dep)
        arcs = arcs + bias.gather(2, buckets.expand(batch, -1, -1))
        allowed = torch.cat([mask.new_ones(batch, 1), mask], 1)
        arcs = arcs.masked_fill(~allowed[:, None, :], -1e9)
        diagonal = torch.arange(words)
        arcs[:, diagonal, diagonal + 1] = -1e9
        return hidden, tags, arcs

    def relations(self, hidden, heads, buckets):
        """Scores of relations of each word with a given head (0: root)."""
        batch, words, _ = hidden.shape
        source = torch.cat([self.label_root.expand(batch, 1, -1), self.label_head(hidden)], 1)
        picked = source.gather(1, heads.unsqueeze(-1).expand(-1, -1, source.shape[-1]))
        where = buckets.expand(batch, -1, -1).gather(2, heads.unsqueeze(-1)).squeeze(-1)
        return self.label(self.drop(F.relu(self.label_dep(hidden) + picked + self.label_distance(where))))


BUCKET_TABLE = torch.from_numpy(
    np.concatenate([np.full((MAX_WORDS, 1), 31), bucket(np.arange(MAX_WORDS)[None, :] - np.arange(MAX_WORDS)[:, None])], 1))


def batches(corpora, words, chance):
    """Batches of (corpus, sentences) of like length, shuffled."""
    result = []
    for which, (corpus, chosen) in enumerate(corpora):
        order = sorted(chosen, key=lambda i: (int(corpus.lengths[i]), chance.random() if chance else 0))
        batch = []
        for i in order:
            if batch and corpus.lengths[i] * (len(batch) + 1) > words:
                result.append((which, batch))
                batch = []
            batch.append(i)
        if batch:
            result.append((which, batch))
    if chance:
        chance.shuffle(result)
    return result


def collect(corpus, indices):
    words = int(max(corpus.lengths[i] for i in indices))
    place = np.zeros((len(indices), words), np.int64)
    mask = np.zeros((len(indices), words), bool)
    for row, i in enumerate(indices):
        n = corpus.lengths[i]
        place[row, :n] = np.arange(corpus.offsets[i], corpus.offsets[i] + n)
        mask[row, :n] = True
    rows = corpus.rows[place]
    rows[~mask] = 0
    return torch.from_numpy(rows), torch.from_numpy(mask), place


def soft_loss(logits, index, weight):
    """Cross entropy with a distribution over a few classes; weights in units of 1/255."""
    log = F.log_softmax(logits, -1)
    w = weight.float() / 255
    return -(log.gather(-1, index.clamp(min=0)) * w).sum() / w.sum().clamp(min=1)


def step_loss(model, corpus, indices):
    rows, mask, place = collect(corpus, indices)
    words = rows.shape[1]
    buckets = BUCKET_TABLE[:words, : words + 1].unsqueeze(0)
    if model.training:
        # A word now and then is not known.
        unknown = torch.rand(rows.shape[:2]) < 0.04
        rows[..., :2][unknown] = 0
    hidden, tags, arcs = model(rows, mask, buckets)
    keep = torch.from_numpy(place[mask.numpy()])
    take = lambda array: torch.from_numpy(array[keep.numpy()])
    heads = np.where(mask.numpy(), corpus.head[place, 0], 0)
    labels = model.relations(hidden, torch.from_numpy(heads), buckets)
    return (
        1.5 * soft_loss(tags[mask], take(corpus.tag), take(corpus.tag_p))
        + soft_loss(arcs[mask], take(corpus.head), take(corpus.head_p))
        + soft_loss(labels[mask], take(corpus.relation), take(corpus.relation_p)))


def evaluate(model, corpus, sentences, tags, relations, name):
    """Each word's best head by itself, no tree enforced: a lower bound of what the program reaches."""
    model.eval()
    seen = u = x = uas = las = 0
    with torch.no_grad():
        for _, batch in batches([(corpus, [i for i in range(len(sentences)) if len(sentences[i]) <= MAX_WORDS])], 3000, None):
            rows, mask, _ = collect(corpus, batch)
            words = rows.shape[1]
            buckets = BUCKET_TABLE[:words, : words + 1].unsqueeze(0)
            hidden, tag, arcs = model(rows, mask, buckets)
            heads = arcs.argmax(-1)
            label = model.relations(hidden, heads, buckets).argmax(-1).numpy()
            tag, heads = tag.argmax(-1).numpy(), heads.numpy()
            for row, i in enumerate(batch):
                s = sentences[i]
                for k in range(len(s)):
                    seen += 1
                    pair = tags[tag[row, k]]
                    u += pair[0] == s.upos[k]
                    x += pair[1] == s.xpos[k]
                    if heads[row, k] == s.heads[k]:
                        uas += 1
                        las += relations[label[row, k]] == s.relations[k]
    print(f"{name}: UPOS {100*u/seen:.2f} XPOS {100*x/seen:.2f} UAS {100*uas/seen:.2f} LAS {100*las/seen:.2f}", flush=True)
    return las / seen


def train(arguments):
    torch.manual_seed(SEED)
    torch.set_num_threads(arguments.threads)
    chance = random.Random(SEED)
    folder = arguments.work
    treebank = lambda name: os.path.join(arguments.data, "treebank", name + ".conllu")
    names = [n for n in ("ewt-train", "gum-free-train") if not arguments.ewt_only or n.startswith("ewt")]
    train_sentences = data.read_all([treebank(n) for n in names])
    tags = data.tag_pairs(train_sentences)
    relations = sorted({r for s in train_sentences for r in s.relations})
    tag_id, relation_id = {t: k for k, t in enumerate(tags)}, {r: k for k, r in enumerate(relations)}
    rows = data.features(arguments.program, [s.words for s in train_sentences], folder, "train")
    corpora = [data.gold(train_sentences, rows, tag_id, relation_id)]
    for path in arguments.silver:
        corpora.append(data.silver(path, arguments.program, folder, tag_id, relation_id, MAX_WORDS))
    vectors = None
    if arguments.vectors:
        saved = np.load(arguments.vectors)
    vocabulary = Vocabulary(corpora + ([Counted(saved)] if arguments.vectors else []), arguments.least)
    for corpus in corpora:
        corpus.rows = vocabulary.map(corpus.features)
    if arguments.vectors:
        values, first = vocabulary.tables[0]
        table = np.zeros((first + len(values), saved["vectors"].shape[1]), np.float32)
        order = np.argsort(saved["hashes"])
        at = np.searchsorted(saved["hashes"][order], values).clip(max=len(order) - 1)
        hit = saved["hashes"][order][at] == values
        table[first:][hit] = saved["vectors"][order][at][hit]
        vectors = torch.from_numpy(table)
    developments = []
    for name in ("ewt-dev", "gum-free-dev") + (("ewt-test", "gum-free-test") if arguments.report else ()):
        sentences = conllu.read(treebank(name))
        corpus = data.gold(sentences, data.features(arguments.program, [s.words for s in sentences], folder, name), tag_id, relation_id)
        corpus.rows = vocabulary.map(corpus.features)
        developments.append((name, corpus, sentences))
    dilations = tuple(int(d) for d in arguments.dilations.split(","))
    model = Student(vocabulary.rows, len(tags), len(relations), vectors, arguments.width, dilations, arguments.arc, arguments.label, arguments.dropout)
    print(f"{vocabulary.rows} rows, {len(tags)} tag pairs, {len(relations)} relations, {sum(len(c.features) for c in corpora)} words", flush=True)
    sparse = torch.optim.SparseAdam([model.rows.weight], lr=arguments.rate * 1.5, betas=(0.9, 0.99))
    dense = torch.optim.Adam([p for n, p in model.named_parameters() if n != "rows.weight"], lr=arguments.rate, betas=(0.9, 0.98))

    def plan(epoch):
        """Treebanks in every epoch; of the silver text a part, so that all is seen `--passes` times."""
        chosen = []
        for k, corpus in enumerate(corpora):
            usable = [i for i in range(len(corpus.lengths)) if corpus.lengths[i] <= MAX_WORDS]
            if k:
                share = arguments.passes / arguments.epochs
                whole, part = int(share), share - int(share)
                usable = usable * whole + chance.sample(usable, int(part * len(usable)))
                if epoch >= arguments.epochs - arguments.gold_last:
                    usable = []
            chosen.append((corpus, usable))
        return batches(chosen, arguments.batch, chance)

    first = plan(0)
    steps, step, begin, best = len(first) * arguments.epochs, 0, time.time(), 0
    for epoch in range(arguments.epochs):
        todo = first if epoch == 0 else plan(epoch)
        model.train()
        total = 0.0
        for done, (which, indices) in enumerate(todo):
            now = min(1, step / steps)
            scale = min(1, (step + 1) / 100) * max(0.02, 1 - now)
            for group in sparse.param_groups:
                group["lr"] = arguments.rate * 1.5 * scale
            for group in dense.param_groups:
                group["lr"] = arguments.rate * scale
            loss = step_loss(model, corpora[which], indices)
            sparse.zero_grad(set_to_none=True)
            dense.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for n, p in model.named_parameters() if n != "rows.weight"], 2.0)
            sparse.step()
            dense.step()
            step += 1
            total += loss.item()
            if done % 20 == 19:
                left = (time.time() - begin) / step * (steps - step)
                print(f"\repoch {epoch+1}/{arguments.epochs} {100*done//len(todo)} % loss {total/(done+1):.3f}, {left/60:.1f} min left ", file=sys.stderr, end="", flush=True)
        print(file=sys.stderr)
        for name, corpus, sentences in developments:
            evaluate(model, corpus, sentences, tags, relations, name)
        torch.save({"state": model.state_dict(), "tags": tags, "relations": relations, "tables": vocabulary.tables,
                    "shape": (arguments.width, dilations, arguments.arc, arguments.label)}, arguments.out)


class Counted:
    """Words of the large text, so that the vocabulary has them too."""

    def __init__(self, saved):
        self.features = np.zeros((int(saved["counts"].sum() // 40), data.TEMPLATES), np.uint32)
        repeated = np.repeat(saved["hashes"].astype(np.uint32), saved["counts"] // 40)
        self.features = np.zeros((len(repeated), data.TEMPLATES), np.uint32)
        self.features[:, 0] = repeated


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--silver", nargs="*", default=[])
    parser.add_argument("--vectors")
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--passes", type=float, default=3.5)
    parser.add_argument("--gold-last", type=int, default=0)
    parser.add_argument("--batch", type=int, default=600)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--arc", type=int, default=96)
    parser.add_argument("--label", type=int, default=128)
    parser.add_argument("--dilations", default="1,1,2,2,4,4")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--ewt-only", action="store_true")
    parser.add_argument("--report", action="store_true")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
