"""Phrases that speak -> whom they stand for in their document.

A surname is the person whose full name was given ("Morel" after "Anna Morel"), an office its holder, "the company" the
company last spoken of, "la Cour" the body named in full elsewhere, a pronoun whoever spoke or acted last. What cannot
be settled is nobody: a wrong speaker is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crossfoot.cast import Cast
from crossfoot.lines import Line, Sayer
from crossfoot.names import Name
from crossfoot.sayers import is_object, phrases
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import fold

BACK = 3
"""Sentences within which a pronoun or "the company" still points to what was named."""


LONGEST_ACRONYM = 5
"""Letters of a word in capitals that may be an acronym; a longer one is a word of a headline."""


class Mention(NamedTuple):
    """Somebody who spoke or acted in a sentence."""

    text: str
    sentence: int
    person: bool


class Known(NamedTuple):
    """Who is who in a document."""

    full: Mapping[str, str]
    """A folded surname -> the full name first given; None of two people of one surname."""
    bodies: Mapping[str, str]
    """The first word of a body, folded -> its longest form."""
    holders: Mapping[str, str]
    """An office, folded -> the one person who is said to hold it."""
    actors: tuple[Mention, ...]
    """Who each sentence starts with."""
    company: str
    """The company that the document is about."""
    cast: Cast


def known(lines: Sequence[Line], names: Sequence[Name], cast: Cast, company: str) -> Known:
    """Who is who, from all sentences of a document."""
    texts: dict[str, Counter[str]] = {}
    for name in names:
        texts.setdefault(name.key, Counter())[name.text] += 1
    printed = {key: count.most_common(1)[0][0] for key, count in texts.items()}
    found = [(n, phrases(line, line.vocabulary)) for n, line in enumerate(lines)]
    every = [p for _, said in found for p in said]
    main = printed.get(company, "")
    acting = [
        [p for p in said if not is_object(text, p, text.vocabulary)]
        for text, (_, said) in zip(lines, found, strict=True)
    ]
    actors = tuple(a for n, said in enumerate(acting) for a in _actor(n, said, main, cast))
    full = _full_names([(p.text, p.key) for p in every if p.kind == "name"], cast)
    holders = _holders([said for _, said in found], full)
    return Known(full, _bodies(every), holders, actors, main, cast)


def _actor(sentence: int, said: Sequence[Sayer], company: str, cast: Cast) -> Iterator[Mention]:
    """Who a sentence starts with."""
    for sayer in said[:2]:
        if sayer.kind == "company" and company:
            yield Mention(company, sentence, False)
            return
        if sayer.kind == "body" or (sayer.kind == "name" and not sayer.outlet and is_actor(sayer, cast, known=True)):
            person = sayer.kind == "name" and (bool(sayer.office) or is_person(sayer.text, sayer.key, cast))
            yield Mention(sayer.text, sentence, person)
            return


def stands_for(
    sayer: Sayer, sentence: int, last: Mention | None, who: Known, vocabulary: Vocabulary, before: Sequence[Sayer] = ()
) -> Mention | None:
    """Whom a phrase means, or nobody; `before` are the phrases in front of it in its sentence."""
    text: str | None = None
    if sayer.kind == "name":
        text = full_name(sayer.text, who)
        if not sayer.outlet and not is_actor(sayer, who.cast) and not sayer.office:
            return None
    elif sayer.kind == "body":
        longest = who.bodies.get(fold(sayer.text).split()[0], "")
        text = longest if fold(longest).startswith(fold(sayer.text)) else sayer.text
    elif sayer.kind == "source":
        text = sayer.text
    elif sayer.kind == "role" and sayer.office in vocabulary.spokesmen_words and fold(sayer.text) == sayer.office:
        recent = last and not last.person and sentence - last.sentence <= BACK
        text = last.text if last and recent else _company(sentence, last, who)
    elif sayer.kind == "role":
        text = who.holders.get(sayer.office) or _holder(sayer, sentence, last, who)
    elif sayer.kind == "company":
        text = _company(sentence, last, who)
    else:
        text = _pronoun(sayer, sentence, last, who, vocabulary, before)
    person = sayer.office or (sayer.kind == "name" and is_person(text or "", sayer.key, who.cast))
    return Mention(text, sentence, bool(person)) if text else None


def full_name(text: str, who: Known) -> str:
    """The full name of a surname; another name as it is."""
    return who.full.get(fold(text)) or text


def is_actor(sayer: Sayer, cast: Cast, *, known: bool = False) -> bool:
    """Whether a name may be that of somebody who speaks: no place, nothing built, and no chance capital if `known`."""
    kind, text = cast.kinds.get(sayer.key), sayer.text
    if kind == "place":
        return False
    *head, tail = fold(text).split() or [""]
    if known and not head and kind in (None, "other") and not text.isupper() and cast.counts.get(sayer.key, 0) < 2:
        return False
    if text[-1:].isdigit() or (head and len(tail) == 1):
        return False
    return not (text.isupper() and len(text) > LONGEST_ACRONYM and kind != "organisation" and not head)


def is_person(text: str, key: str, cast: Cast) -> bool:
    """Whether a name looks like a person's: two words at least, and known for nothing else."""
    kind = cast.kinds.get(key)
    return kind == "person" or (kind in (None, "other") and len(text.split()) > 1 and not text.isupper())


def _full_names(named: Sequence[tuple[str, str]], cast: Cast) -> dict[str, str]:
    """Surnames of people whose full name is given; a surname of two people is nobody's."""
    found: dict[str, str] = {}
    for text, key in named:
        *first, last = text.split() or [""]
        if not first or not is_person(text, key, cast) or len(last) < 2:
            continue
        for short in {fold(last), fold(" ".join(text.split()[-2:]))} - {fold(text)}:
            other = found.setdefault(short, text)
            if other != text and not other.endswith(text) and not text.endswith(other):
                found[short] = ""
    return found


def _bodies(every: Sequence[Sayer]) -> dict[str, str]:
    """Bodies by their first word, each with the longest of the forms that go on from one another."""
    found: dict[str, str] = {}
    for sayer in every:
        if sayer.kind == "body" and not sayer.text.isupper():
            key = fold(sayer.text).split()[0]
            if len(sayer.text) > len(found.get(key, "")):
                found[key] = sayer.text
    return found


def _holders(sentences: Sequence[Sequence[Sayer]], full: Mapping[str, str]) -> dict[str, str]:
    """Offices with the one person who is named with them: "le maire, Anna Morel", "Anna Morel, maire de"."""
    named: dict[str, set[str]] = {}
    for said in sentences:
        for n, sayer in enumerate(said):
            if sayer.kind == "name" and sayer.office:
                named.setdefault(sayer.office, set()).add(full.get(fold(sayer.text)) or sayer.text)
            before = said[n - 1] if n else None
            if sayer.kind == "role" and before and before.kind == "name" and 1 <= sayer.first - before.last <= 2:
                named.setdefault(sayer.office, set()).add(full.get(fold(before.text)) or before.text)
    return {office: texts.pop() for office, texts in named.items() if len(texts) == 1}


def _holder(sayer: Sayer, sentence: int, last: Mention | None, who: Known) -> str:
    """The person last spoken of, where an office stands alone ("the minister"); else the office as printed."""
    if fold(sayer.text) != sayer.office:
        return sayer.text
    near = [a for a in who.actors if sentence - BACK <= a.sentence < sentence and a.person]
    if last and last.person and sentence - last.sentence <= BACK:
        near.append(last)
    return max(near, key=lambda a: a.sentence, default=Mention(sayer.text, 0, True)).text


def _company(sentence: int, last: Mention | None, who: Known) -> str | None:
    """The company that spoke or acted last, else the one that the document is about."""
    recent = [a.text for a in who.actors if sentence - BACK <= a.sentence < sentence and not a.person]
    if last and not last.person and sentence - last.sentence <= BACK:
        recent.append(last.text)
    return recent[-1] if recent and who.company not in recent else who.company or None


def _pronoun(
    sayer: Sayer, sentence: int, last: Mention | None, who: Known, vocabulary: Vocabulary, before: Sequence[Sayer]
) -> str | None:
    """Whoever spoke or acted last, a person where the pronoun is a person's."""
    personal = fold(sayer.text) in vocabulary.personal
    people = [p for p in before if p.kind == "name" and (p.office or is_person(p.text, p.key, who.cast))]
    if personal and people:
        return full_name(people[-1].text, who)
    recent = last is not None and sentence - last.sentence <= BACK and (last.person or not personal)
    if last and recent and not sayer.text:
        return last.text  # a verb without a subject has that of the verb of saying before
    near = [last] if last and recent else []
    near += [a for a in who.actors if sentence - 2 <= a.sentence < sentence and (a.person or not personal)]
    return max(near, key=lambda a: a.sentence, default=Mention("", 0, False)).text or None
