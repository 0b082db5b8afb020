"""Document -> the names in it: where they stand, and what the words around them say they are.

A name is found by its form (capitals, repetition); a trained pipeline, where there is one, adds its vote on the kind.

    "implanté à Alixan, près de la gare" -> Name("Alixan", locative)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crossfoot import worknouns
from crossfoot.codes import code, codes_in, road
from crossfoot.model import Document, Value
from crossfoot.nouns import is_proper, proper
from crossfoot.vocabulary import Vocabulary
from crossfoot.words import Word, fold, split

LINKS = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "l'",
        "of",
        "the",
        "&",
        "-",
        "‑",
        "del",
        "della",
        "di",
        "da",
        "von",
        "der",
    }
)
BODY_LINKS = frozenset({"para", "pour", "for", "fuer", "per"})
"""Small words in the name of a body: "Instituto Mexicano para la Competitividad"."""
_NUMBER_GLUED = re.compile(r"^([a-z]+)[-‑]?(\d{1,3})$")
LAND = frozenset({"pays", "country", "land", "landes", "pais", "paese"})
LONGEST = 6


class Name(Value):
    """One mention of a name."""

    key: str
    text: str
    start: int
    end: int
    sentence: int
    locative: bool
    """A preposition of place stands before it."""
    built: bool
    """A noun for something built stands before it: "la centrale de", "projet"."""
    bracketed: bool
    """The name says where something is: "Flamanville (Manche)", "Flamanville, Manche, ", "entre Lyon et Turin"."""
    company: bool
    """A noun for a company stands before it, or a verb of saying and doing behind it."""
    titled: bool = False
    """It is somebody's: "Defence Minister Anna Morel", "the mayor, Anna Morel,", "Anna Morel, ministre"."""
    work: str = ""
    """The kind of built thing that the noun beside or in it says it is: "tunnel"."""
    core: str = ""
    """Its folded words without that noun."""
    whole: bool = False
    """Whether that noun is part of it: "the Rovelle Canal"."""


def find(
    document: Document,
    vocabulary: Vocabulary,
    elsewhere: frozenset[str] = frozenset(),
    models: frozenset[str] = frozenset(),
) -> tuple[Name, ...]:
    """The names of a document, in its order; `elsewhere`: folded words that are names in other documents, `models` that
    most of them name."""
    lowered, known, codes = _lowered(document), proper(document, vocabulary), codes_in(document, vocabulary) | models
    known = known if known is None else known | elsewhere
    found: list[Name] = []
    listed = vocabulary.list_words
    for index, sentence in enumerate(document.sentences):
        if document.blocks[sentence.block].kind in ("furniture", "header"):
            continue
        words = split(document.text[sentence.start : sentence.end], sentence.start)
        for name in _names(words, index, vocabulary, lowered, known, codes, document.text):
            before = found[-1] if found and found[-1].sentence == index else None
            ends = before and before.bracketed and _ends(document.text[before.end : name.start], listed)
            found.append(name.model_copy(update={"bracketed": True}) if ends else name)
    return tuple(found)


def common(told: Sequence[tuple[Sequence[Name], bool]]) -> frozenset[str]:
    """The long single words that are names in two documents, one of them in a language whose nouns have no capitals.

    Each document comes with whether its nouns have. A German text calls "die Elbphilharmonie" what is a name elsewhere,
    and nothing in it tells that from a noun.
    """
    spread = Counter(key for names, _ in told for key in {n.key for n in names})
    sure = {n.key for names, capitals in told if not capitals for n in names}
    return frozenset(
        k for k, times in spread.items() if times > 1 and len(k) >= LONG_WORD and k.isalpha() and k in sure
    )


LONG_WORD = 6
"""Letters of a word that is hardly a name here and a noun there by chance."""


def _ends(between: str, listed: frozenset[str]) -> bool:
    """Whether a name is the other end of "entre Compiègne (Oise) et Aubencheul"."""
    words = [w.key for w in split(between)]
    return len(words) <= MOST_BETWEEN_ENDS and bool(set(words) & listed)


MOST_BETWEEN_ENDS = 6


def _lowered(document: Document) -> Counter[str]:
    """How often a word is printed in small letters."""
    text = list(document.text)
    for masked in document.masked:
        text[masked.start : masked.end] = " " * (masked.end - masked.start)
    return Counter(w.key for w in split("".join(text)) if w.text[0].islower())


def _names(
    words: Sequence[Word],
    sentence: int,
    vocabulary: Vocabulary,
    lowered: Counter[str],
    known: frozenset[str] | None,
    codes: frozenset[str],
    text: str,
) -> Iterator[Name]:
    """Runs of capitalised words, small link words allowed inside."""
    n = 0
    while n < len(words):
        part = vocabulary.compass.at(words, n)
        if part and part[1] < len(words) and (_is_capital(words[part[1]]) or words[part[1]].key in LAND):
            yield _name(words, n, part[1] + 1, sentence, vocabulary, text)
            n = part[1] + 1
            continue
        marked = 2 * (road(words, n) in codes)
        marked = marked or 3 * (code(words, n) in codes or _is_initialled(words, n, vocabulary))
        if marked:
            name = _name(words, n, n + marked, sentence, vocabulary, text)
            model = code(words, n)
            yield name.model_copy(update={"key": fold(model), "text": model}) if model else name
            n += marked
            continue
        if not _starts_name(words, n, vocabulary, lowered) or not is_proper(words[n], known):
            n += 1
            continue
        last = n + 1
        ahead = last
        links = LINKS | BODY_LINKS if vocabulary.bodies.at(words, n) else LINKS
        while ahead < len(words) and ahead - n < LONGEST:
            word = words[ahead]
            gap = text[words[ahead - 1].end : word.start]
            if "\n" in gap or len(gap) > 1:
                break
            if _is_owner(words, n, ahead, vocabulary):
                break
            if (_is_capital(word) and not vocabulary.symbols.at(words, ahead) and is_proper(word, known)) or (
                word.digits
                and len(word.text) <= 2
                and len(gap) <= 1
                and last == ahead
                and not _is_unit(words, ahead + 1, vocabulary)
            ):
                last = ahead = ahead + 1
            elif word.key in links and (word.text not in "-‑" or not gap):
                ahead += 1
            else:
                break
        while last > n + 1 and words[last - 1].key in links:
            last -= 1
        if not all(w.key in vocabulary.site_words or w.key in LINKS for w in words[n:last]):
            yield _name(words, n, last, sentence, vocabulary, text)
        n = last


def _is_initialled(words: Sequence[Word], n: int, vocabulary: Vocabulary) -> bool:
    """Whether a name starts here that has a stop behind its first letter: "E.ON"."""
    parts = words[n : n + 3]
    if len(parts) < 3 or parts[1].text != "." or not all(_is_capital(w) for w in (parts[0], parts[2])):
        return False
    glued = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    return glued and len(parts[0].text) == 1 < len(parts[2].text) and parts[2].key not in vocabulary.months


def _is_owner(words: Sequence[Word], first: int, ahead: int, vocabulary: Vocabulary) -> bool:
    """Whether a country only says where a company is from: "EDF of France"."""
    return words[ahead - 1].key in LINKS and words[first].text.isupper() and words[ahead].key in vocabulary.countries


def _name(words: Sequence[Word], first: int, last: int, sentence: int, vocabulary: Vocabulary, text: str) -> Name:
    start, end = words[first].start, words[last - 1].end
    head = first
    while head > max(0, first - 2) and words[head - 1].key in LINKS:
        head -= 1
    company = vocabulary.company.before(words, first, 4) is not None or vocabulary.acts.at(words, last) is not None
    company = company or vocabulary.bodies.at(words, first) is not None
    company = company or any(vocabulary.said_before.before(words, n, 4) for n in range(head, first + 1))
    bracketed = (
        first > 1
        and _is_capital(words[first - 2])
        and last < len(words)
        and (
            (words[first - 1].text == "(" and words[last].text == ")")
            or (words[first - 1].text == "," and words[last].text in ",(")
        )
    )
    printed = text[start:end].strip("'’")
    key = _NUMBER_GLUED.sub(r"\1 \2", fold(printed))
    part = vocabulary.compass.at(words, first)
    if part and part[1] == last - 1 and (words[part[1]].key in vocabulary.countries or words[part[1]].key in LAND):
        key = words[first].key  # "the South of France" and "the south of the country" are "the South"
    built = worknouns.work(words, first, last, vocabulary)
    return Name(
        key=key,
        text=printed,
        start=start,
        end=end,
        sentence=sentence,
        locative=any(vocabulary.locatives.before(words, n, 4) for n in range(head, first + 1)),
        built=_is_built(words, head, first, last, vocabulary) or _is_explained(words, last, vocabulary),
        company=company,
        titled=_is_titled(words[first:last], vocabulary) or _holds_office(words, first, last, vocabulary),
        work=built.kind if built else "",
        core=built.core if built else "",
        whole=bool(built and built.whole),
        bracketed=bracketed or (head > 0 and words[head - 1].key in vocabulary.between_words),
    )


def _holds_office(words: Sequence[Word], first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether the noun of an office stands beside a name of two words or three, or opens it as part of a word."""
    own = [w for w in words[first:last] if w.text.isalpha() and w.key not in LINKS]
    if own and own[0].key.endswith(vocabulary.office_endings):
        own = own[1:]
        return len(own) > 1
    if len(own) not in (2, 3) or not all(_is_capital(w) for w in own):
        return False
    before = first - 1 if first and words[first - 1].text == "," else first
    if vocabulary.people.before(words, before):
        return True
    behind = last + 1 if last < len(words) and words[last].text == "," else len(words)
    behind += behind < len(words) and words[behind].key in vocabulary.stop
    return vocabulary.people.at(words, behind) is not None


def _is_titled(words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether two words of a name at least stand behind the noun of an office in it."""
    ends = [behind for _, _, behind in vocabulary.people.find(words)]
    return bool(ends) and len([w for w in words[max(ends) :] if w.text.isalpha() and w.key not in LINKS]) > 1


def _is_explained(words: Sequence[Word], last: int, vocabulary: Vocabulary) -> bool:
    """Whether an apposition says that the name is something built or planned: "Stargate, le programme américain"."""
    if last + 2 >= len(words) or words[last].text != "," or words[last + 1].key not in vocabulary.stop:
        return False
    if vocabulary.locatives.at(words, last + 1) or vocabulary.company.at(words, last + 2):
        return False  # "Veltra, a unit of Osmar"; "in Rovelle, at the plant" tells where twice
    plan = vocabulary.plan.at(words, last + 2)
    return vocabulary.site.at(words, last + 2) is not None or bool(plan and plan[0])


def _is_built(words: Sequence[Word], head: int, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun for something built stands before or behind a name: "the Hinkley Point C nuclear plant"."""
    if any(vocabulary.site.before(words, n, 4) for n in range(head, first + 1)):
        return True
    noun = vocabulary.site.at(words, first)
    if noun and noun[1] < last and not vocabulary.language.structure.name_first:
        return True  # "el Tren Costero", "le Canal du Nord"
    return vocabulary.language.structure.name_first and any(
        vocabulary.site.at(words, n) and all(w.text.isalpha() and w.text[0].islower() for w in words[last : n + 1])
        and not any(w.key in vocabulary.stop for w in words[last:n])
        for n in range(last, min(last + 2, len(words)))
    )  # fmt: skip


def _is_capital(word: Word) -> bool:
    """Whether a word is printed as names are."""
    return word.text[0].isupper() and word.text[0].isalpha()


def _is_unit(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> bool:
    return bool(
        vocabulary.units.at(words, index)
        or vocabulary.symbols.at(words, index)
        or (index < len(words) and words[index].key in vocabulary.scales)
    )


def _is_possessive(words: Sequence[Word], n: int) -> bool:
    """Whether an apostrophe stands before the English "s": "EDF's"."""
    return n + 1 < len(words) and words[n + 1].key == "s" and words[n + 1].start == words[n].end


def _is_elided(words: Sequence[Word], n: int) -> bool:
    """Whether a word that lost its last vowel opens a name: "Sant'Andrea"; small words that do are in the tables."""
    behind = words[n + 1] if n + 1 < len(words) else None
    glued = behind and behind.start == words[n].end and _is_capital(behind)
    return bool(glued and len(words[n].text) > LONGEST_ARTICLE)


LONGEST_ARTICLE = 3
"""Letters of an article that loses its vowel, the apostrophe counted: "un'"."""


def _starts_name(words: Sequence[Word], n: int, vocabulary: Vocabulary, lowered: Counter[str]) -> bool:
    """Whether a name may start here: a capital that is not just that of a sentence's first word."""
    word = words[n]
    if word.text in vocabulary.language.scale_symbols or (n and words[n - 1].digits and words[n - 1].end == word.start):
        return False
    if (
        not _is_capital(word)
        or word.key in vocabulary.never
        or word.key in vocabulary.stop
        or (word.text.endswith(("'", "’")) and not _is_possessive(words, n) and not _is_elided(words, n))
        or len(word.text) < 2
    ):
        return False
    if vocabulary.symbols.at(words, n) or word.key in vocabulary.months or word.key in vocabulary.numbers:
        return False
    gas = vocabulary.weighed_things.at(words, n)
    if gas and words[gas[1] - 1].text[-1].isdigit():
        return False  # "CO2"
    opens = n == 0 or words[n - 1].text in '.!?:«"“”»>▶-–•(['
    follows = words[n + 1] if n + 1 < len(words) else None
    goes_on = bool(follows and follows.text[0].isupper() and follows.start - word.end == 1)
    if lowered[word.key] > 1 and not word.text.isupper() and not goes_on:
        return False
    if not opens:
        return True
    if lowered[word.key]:
        return False
    if word.text.isupper() and len(word.text) > 1:
        return True
    return goes_on or not vocabulary.is_common(word.key)
