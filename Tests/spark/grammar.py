"""News of a town that does not exist, from a small grammar, with faults of a machine in some sentences."""
import random

WHO = ("the mayor", "the council", "a spokesman for the port", "the regional court", "Anna Brandt", "the minister of transport",
       "the owner of the mill", "the head of the fire service", "a group of teachers", "the bridge company")
DID = ("opened", "criticised", "postponed", "approved", "examined", "rejected", "praised", "signed", "published", "repaired")
WHAT = ("the new bridge", "a plan for the old harbour", "the budget for next year", "a contract with three builders",
        "the report on the flood", "a law on rents", "the timetable of the ferries", "the road to the airport")
WHEN = ("on Monday", "last week", "in early March", "after a long debate", "on the eve of the election", "without a vote",
        "in the presence of journalists", "despite the rain")
WHY = ("because the money had run out", "since nobody had objected", "although the work is not finished",
       "as the law demands", "while the trial goes on", "so that the schools can open in time")
SAID = ("said", "told reporters", "wrote in a letter", "admitted")
FAULTS = (
    lambda s: s.replace(" the ", " the the ", 1), lambda s: s[:-1] + " в порту.", lambda s: s[:-1] + " for $ 140.",
    lambda s: s[:-1] + " at 8: 00.", lambda s: s[:-1] + " .")


def capital(text):
    return text[0].upper() + text[1:]


def sentence(r):
    kind = r.randrange(3)
    who, what, when = r.choice(WHO), r.choice(WHAT), r.choice(WHEN)
    if kind == 0:
        text = f"{who} {r.choice(DID)} {what} {when}."
    elif kind == 1:
        text = f"{when}, {who} {r.choice(DID)} {what} {r.choice(WHY)}."
    else:
        text = f"“{capital(r.choice(WHO))} {r.choice(DID)} {what},” {who} {r.choice(SAID)} {when}."
    text = capital(text)
    return r.choice(FAULTS)(text) if r.random() < 0.05 else text


def article(number, words=500):
    """An article of about so many words, the same for the same number."""
    r = random.Random(number)
    paragraphs, count = [], 0
    while count < words:
        paragraph = " ".join(sentence(r) for _ in range(r.randrange(2, 5)))
        count += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs) + "\n"
