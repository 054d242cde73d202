"""Reads CoNLL-U: the words of the basic trees, without multiword ranges and empty nodes."""


class Sentence:
    """A sentence as parallel lists; heads count from 1, 0 is the root."""

    __slots__ = ("words", "lemmas", "upos", "xpos", "feats", "heads", "relations")

    def __init__(self):
        self.words, self.lemmas, self.upos, self.xpos = [], [], [], []
        self.feats, self.heads, self.relations = [], [], []

    def __len__(self):
        return len(self.words)


def read(path):
    """The sentences of a CoNLL-U file."""
    sentences, sentence = [], Sentence()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if len(sentence):
                    sentences.append(sentence)
                    sentence = Sentence()
                continue
            if line.startswith("#"):
                continue
            column = line.split("\t")
            if "-" in column[0] or "." in column[0]:
                continue
            sentence.words.append(column[1])
            sentence.lemmas.append(column[2])
            sentence.upos.append(column[3])
            sentence.xpos.append(column[4])
            sentence.feats.append(column[5])
            sentence.heads.append(int(column[6]))
            sentence.relations.append(column[7])
    if len(sentence):
        sentences.append(sentence)
    return sentences
