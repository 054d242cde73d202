"""Writes a trained student as the program reads it: export.py MODEL.pt MODEL.bin --data DIR --program CALQUE-DEV

Rows become 8 bits with a factor each, matrices 16 bits with a scale for each of their rows; activations are rounded to 13 bits,
by scales that are measured on the development sets, and so are the temperatures (Guo et al. 2017) that make
the probabilities true. The layout is that of SyntaxModel.swift.
"""

import argparse
import os
import struct
import tempfile

import numpy as np
import torch
import torch.nn.functional as F

import conllu
import data
import student

LIMIT = 8191


def load(path):
    saved = torch.load(path, weights_only=False)
    width, dilations, arc, label = saved["shape"]
    state = saved["state"]
    vectors = state.get("vectors")
    model = student.Student(len(state["rows.weight"]), len(saved["tags"]), len(saved["relations"]), vectors, width, dilations, arc, label)
    model.load_state_dict(state)
    model.eval()
    vocabulary = student.Vocabulary.__new__(student.Vocabulary)
    vocabulary.tables = saved["tables"]
    vocabulary.rows = len(state["rows.weight"])
    return model, vocabulary, saved


def measure(model, vocabulary, saved, arguments):
    """The greatest activations on the development sets, and what the temperatures are fitted to."""
    greatest = {}

    def see(name, tensor):
        greatest[name] = max(greatest.get(name, 0.0), float(tensor.abs().max()))

    tags, arcs_seen = [], []
    relations = {r: k for k, r in enumerate(saved["relations"])}
    tag_id = {tuple(t): k for k, t in enumerate(saved["tags"])}
    with tempfile.TemporaryDirectory() as work, torch.no_grad():
        for name in ("ewt-dev", "gum-free-dev"):
            sentences = [s for s in conllu.read(os.path.join(arguments.data, "treebank", name + ".conllu")) if len(s) <= student.MAX_WORDS]
            corpus = data.gold(sentences, data.features(arguments.program, [s.words for s in sentences], work, name), tag_id, relations)
            corpus.rows = vocabulary.map(corpus.features)
            for _, batch in student.batches([(corpus, range(len(sentences)))], 2000, None):
                rows, mask, place = student.collect(corpus, batch)
                words = rows.shape[1]
                buckets = student.BUCKET_TABLE[:words, : words + 1].unsqueeze(0)
                flat = rows.reshape(-1, rows.shape[-1])
                hidden = model.rows(flat) + model.bias
                if model.vectors is not None:
                    hidden = hidden + model.project(model.vectors[flat[:, 0].clamp(max=len(model.vectors) - 1)])
                keep = mask.unsqueeze(-1).float()
                hidden = F.relu(hidden).view(rows.shape[0], words, -1) * keep
                for k, (layer, step) in enumerate(zip(model.layers, model.dilations)):
                    see(f"layer{k}", hidden)
                    near = torch.cat([F.pad(hidden, (0, 0, step, 0))[:, :words], hidden, F.pad(hidden, (0, 0, 0, step))[:, step:]], -1)
                    hidden = (hidden + F.relu(layer(near))) * keep
                see("outputs", hidden)
                head, dep = F.relu(model.arc_head(hidden)), F.relu(model.arc_dep(hidden))
                see("head", head)
                see("head", model.root)
                see("dependent", dep)
                see("bilinear", model.arc(dep))
                _, tag, arcs = model(rows, mask, buckets)
                heads = torch.from_numpy(np.where(mask.numpy(), corpus.head[place, 0], 0))
                source = torch.cat([model.label_root.expand(len(batch), 1, -1), model.label_head(hidden)], 1)
                picked = source.gather(1, heads.unsqueeze(-1).expand(-1, -1, source.shape[-1]))
                where = buckets.expand(len(batch), -1, -1).gather(2, heads.unsqueeze(-1)).squeeze(-1)
                see("label", F.relu(model.label_dep(hidden) + picked + model.label_distance(where)))
                gold = torch.from_numpy(corpus.tag[place, 0])[mask]
                known = gold >= 0
                tags.append((tag[mask][known], gold[known]))
                for b in range(len(batch)):
                    n = int(mask[b].sum())
                    arcs_seen.append((arcs[b, :n, : n + 1], heads[b, :n]))
    best = []
    for pairs in (tags, arcs_seen):
        losses = {}
        for inverse in np.arange(0.5, 1.51, 0.05):
            losses[inverse] = sum(float(F.cross_entropy(s * inverse, g, reduction="sum")) for s, g in pairs)
        best.append(min(losses, key=losses.get))
    return greatest, best


def morphology(folder):
    """Lemmas and features of the forms that the training parts of the treebanks have at least twice with a tag."""
    counts = {}
    for name in ("ewt-train", "gum-free-train"):
        for s in conllu.read(os.path.join(folder, "treebank", name + ".conllu")):
            for word, lemma, upos, xpos, feats in zip(s.words, s.lemmas, s.upos, s.xpos, s.feats):
                if "\t" in word or upos == "PROPN" and word.lower().rstrip("s") == lemma.lower().rstrip("s"):
                    continue
                if upos in ("NUM", "SYM", "X") and any(c.isdigit() for c in word):
                    continue
                key = (word.lower().replace("’", "'"), xpos)
                value = (lemma, feats.replace("|Typo=Yes", "").replace("Typo=Yes|", ""))
                entry = counts.setdefault(key, {})
                entry[value] = entry.get(value, 0) + 1
    lines = []
    for (form, tag), values in counts.items():
        if sum(values.values()) < 2:
            continue
        lemma, feats = max(values, key=lambda v: (values[v], v))
        lines.append(f"{form}\t{tag}\t{lemma}\t{feats}".encode())
    return b"\n".join(sorted(lines)) + b"\n"


def packed(matrix):
    """In blocks of sixteen rows, first the first two numbers of each row, then the next two ...: see kernels.c."""
    rows, width = matrix.shape
    padded = np.zeros(((rows + 15) // 16 * 16, width), matrix.dtype)
    padded[:rows] = matrix
    return padded.reshape(-1, 16, width // 2, 2).transpose(0, 2, 1, 3).ravel()


def write(model, vocabulary, saved, greatest, temperatures, arguments):
    state = {k: v.detach().numpy().astype(np.float64) for k, v in model.state_dict().items()}
    width, dilations, arc, label = saved["shape"]
    rows = state["rows.weight"].copy()
    if model.vectors is not None:
        rows[: len(state["vectors"])] += state["vectors"] @ state["project.weight"].T
    rows[0] = 0
    size = np.maximum(np.abs(rows).max(1) / 127, 1e-9)
    unit = size.max() / 4095
    factors = np.maximum(1, np.ceil(size / unit)).astype(np.uint16)
    quantized = np.round(rows / (factors * unit)[:, None]).clip(-127, 127).astype(np.int8)

    slots = 1 << 16
    while slots < 1.5 * len(rows):
        slots *= 2
    table = np.zeros(slots, np.uint32)
    for values, first in vocabulary.tables:
        for k, value in enumerate(values):
            at = int(value) & (slots - 1)
            while table[at]:
                at = (at + 1) & (slots - 1)
            table[at] = (int(value) >> 17 << 17) | (first + k)

    weights, numbers = [], []

    def matrix(w, b, scale):
        """Appends a matrix whose inputs were multiplied by `scale`."""
        step = np.maximum(np.abs(w).max(1) / 2047, np.abs(w).sum(1) * LIMIT / (2**31 - 1) * 1.02)
        step = np.maximum(step, 1e-12)
        weights.append(packed(np.round(w / step[:, None]).astype(np.int16)))
        numbers.append(step / scale)
        numbers.append(b)

    def scale(name, limit=LIMIT):
        value = limit / (greatest[name] * 1.25)
        numbers.append([value])
        return value

    numbers.append([unit])
    numbers.append(state["bias"])
    for k in range(len(dilations)):
        factor = scale(f"layer{k}")
        matrix(state[f"layers.{k}.weight"], state[f"layers.{k}.bias"], factor)
    factor = scale("outputs")
    matrix(
        np.concatenate([state[n + ".weight"] for n in ("tag", "arc_head", "arc_dep", "label_head", "label_dep")]),
        np.concatenate([state["tag.bias"], state["arc_head.bias"], state["arc_dep.bias"], np.zeros(label), state["label_dep.bias"]]), factor)
    dependent = scale("dependent")
    head = scale("head")
    matrix(state["arc.weight"], state["arc.bias"], dependent)
    matrix(state["distance.weight"], state["distance.bias"], dependent)
    scale("bilinear", min(LIMIT, (2**31 - 1) // (LIMIT * arc)))
    factor = scale("label")
    matrix(state["label.weight"], state["label.bias"], factor)
    weights.append(np.round(state["root"] * head).clip(-LIMIT, LIMIT).astype(np.int16))
    numbers.append(state["label_root"])
    numbers.append(state["label_distance.weight"].ravel())
    numbers.append([temperatures[0], temperatures[1], 1.0])

    names = "\n".join([f"{u} {x}" for u, x in saved["tags"]] + list(saved["relations"])) + "\n"
    shape = [width, arc, label, data.TEMPLATES, len(rows), len(saved["tags"]), len(saved["relations"]), len(dilations), *dilations]
    sections = [
        np.array(shape, "<u4").tobytes(), table.astype("<u4").tobytes(), factors.astype("<u2").tobytes(), quantized.tobytes(),
        b"".join(w.astype("<i2").tobytes() for w in weights), b"".join(np.asarray(n, "<f4").tobytes() for n in numbers), names.encode(), morphology(arguments.data)]
    place = (16 + 8 * len(sections) + 63) // 64 * 64
    header, body = [], b""
    for section in sections:
        header += [place + len(body), len(section)]
        body += section + bytes(-len(section) % 64)
    total = place + len(body)
    head = struct.pack("<4sIII", b"CSYN", 2, total, 0) + struct.pack(f"<{len(header)}I", *header)
    path = arguments.out
    with open(path, "wb") as file:
        file.write(head + bytes(place - len(head)) + body)
    print(f"{path}: {total:,} bytes, {len(rows):,} rows, temperatures {[round(float(t), 2) for t in temperatures]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True)
    arguments = parser.parse_args()
    model, vocabulary, saved = load(arguments.model)
    greatest, temperatures = measure(model, vocabulary, saved, arguments)
    write(model, vocabulary, saved, greatest, temperatures, arguments)


main()
