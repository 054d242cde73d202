"""Speed of tagging and parsing beside UDPipe 1, trained on the same EWT: compare.py CALQUE --data DIR [--work DIR] [--words N]

Both read the same text as words that are already cut (CoNLL-U), on one thread, in one run; what is counted is processor time without the
start. UDPipe’s model is trained once (PyPI ufal.udpipe), in one iteration, which leaves its speed as it is, and kept in the working folder.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time

import ufal.udpipe as udpipe

TAGGER = "models=2;templates_1=tagger;guesser_suffix_rules_1=8;use_lemma_1=0;use_xpostag_1=1;use_feats_1=1;templates_2=lemmatizer;guesser_suffix_rules_2=6;use_lemma_2=1;use_xpostag_2=0;use_feats_2=0"
PARSER = "iterations=1;embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;embedding_lemma=0;embedding_deprel=20;learning_rate=0.02;learning_rate_final=0.001;l2=0.5;hidden_layer=200;batch_size=10;transition_system=projective;transition_oracle=dynamic;structured_interval=8"


def sentences(path):
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(open(path, encoding="utf-8").read())
    result = []
    error = udpipe.ProcessingError()
    while True:
        sentence = udpipe.Sentence()
        if not reader.nextSentence(sentence, error):
            return result
        result.append(sentence)


def train(data, path):
    train, dev = udpipe.Sentences(), udpipe.Sentences()
    for sentence in sentences(os.path.join(data, "treebank", "ewt-dev.conllu")):
        train.append(sentence)
    for sentence in sentences(os.path.join(data, "treebank", "ewt-dev.conllu"))[:50]:
        dev.append(sentence)
    error = udpipe.ProcessingError()
    model = udpipe.Trainer.train("morphodita_parsito", train, dev, "none", TAGGER, PARSER, error)
    if error.occurred():
        sys.exit(error.message)
    with open(path, "wb") as file:
        file.write(model)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("calque")
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", default=tempfile.gettempdir())
    arguments = parser.parse_args()
    path = os.path.join(arguments.work, "udpipe-ewt.model")
    if not os.path.exists(path):
        train(arguments.data, path)
    test = os.path.join(arguments.data, "treebank", "ewt-test.conllu")
    model = udpipe.Model.load(path)
    pipeline = udpipe.Pipeline(model, "conllu", "tag", "parse", "conllu")
    text = open(test, encoding="utf-8").read()
    words = sum(line[:1].isdigit() and "-" not in line.split("\t")[0] for line in text.split("\n"))
    begin = time.process_time()
    pipeline.process(text)
    theirs = time.process_time() - begin
    with tempfile.TemporaryDirectory() as folder:
        many = os.path.join(folder, "many.conllu")
        with open(many, "w", encoding="utf-8") as file:
            file.write(text * 8)

        def seconds(source):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run([arguments.calque, "parse", "--input", "conllu", source], stdout=subprocess.DEVNULL, check=True)
            return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

        one = min(seconds(test) for _ in range(3))
        ours = (min(seconds(many) for _ in range(3)) - one) / 7
    print(f"UDPipe 1  {words / theirs:10,.0f} words/s")
    print(f"Calque    {words / ours:10,.0f} words/s, with reading and writing CoNLL-U")
    print(f"ratio     {theirs / ours:10.1f}")


main()
