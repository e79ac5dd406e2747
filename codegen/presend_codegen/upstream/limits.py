"""Find sentences of a spec that sound like a limit. A person has to read each new one: a rule may follow from it.

A false alarm costs a glance, and a missed sentence costs a limit; but nobody reads a list of everything. In OpenAI's
whole document of 2026-05-31 the table matches 533 of 4,520 different sentences.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from presend_codegen.source.record import sentence_digest
from presend_codegen.upstream.sentences import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend.rule import Rule

NUMBER = r"(?<![\w.-])[-+]?\d[\d,]*(?:\.\d+)?"
END = r"[-+]?\d[\d.,]*(?![\w-])"  # so it is neither a date nor the name of a model
UNITS = (
    "characters? chars? letters? digits? bytes? [kMG]i?B pixels? px tokens? words? seconds? minutes? hours? days?"
    " items? entries elements? pairs? keys? files? images? messages? tools? functions?"
)
SOUNDS = {  # kind of limit → the words for it
    "what has to be": r"must|should be|(has|have|needs?) to be|mandatory|required?|requires|needed (when|if)",
    "what may be": r"allowed|permitted|(un)?supported|(in)?compatible|only|accepts? (only|up|at|[`\d])",
    "what may not be": r"cannot|can't|can not|may not|not valid|never (send|set)|forbidden|prohibited|disallowed",
    "what is refused": r"(is|are|be|being|considered) (invalid|rejected|refused|illegal|ignored (if|when|unless))",
    "what shuts another out": r"mutually exclusive|(not|never|don't)\b.{0,60}\bboth|instead of both",
    "one of several": r"(pick|choose|select|specify|provide|send|use|exactly|just) (exactly )?one( of)?",
    "most and least": r"at (the )?(most|least)|up to|max(imum)?|min(imum)?|limit(ed|s)?|capped|exceed\w*|\w+er bound",
    "more or less than": r"(less|more|fewer|greater|longer|shorter|larger|smaller|higher|lower) than",
    "from here to there": rf"between|ranges? (is|from|between)|ranging|{NUMBER} ?([-\u2013]|to|through) ?{END}",
    "how many": rf"{NUMBER}[ -]?({'|'.join(UNITS.split())})",
    "not nothing": r"non-?empty|(not|never|cannot) (be )?(empty|blank)",
    "in steps": r"multiples? of|divisible by|power of (two|2)",
}
LIMIT = re.compile("|".join(rf"(?<!\w)(?:{sound})(?!\w)" for sound in SOUNDS.values()), re.IGNORECASE)
ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z`*\[])|\n\s*\n|\n\s*[-*] ")


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that sounds like a limit, its place, and the rules that rest on the text around it."""

    pointer: str
    text: str
    rules: tuple[str, ...]


def sentences(text: str) -> list[str]:
    """Split a text into sentences; runs of white space become one space.

    >>> sentences("Keys have a length. Values, e.g. text, too.")
    ['Keys have a length.', 'Values, e.g. text, too.']
    """
    return [sentence for part in ENDS.split(text) if (sentence := " ".join(part.split()))]


def is_limit(sentence: str) -> bool:
    """Say whether a sentence sounds like a limit.

    >>> is_limit("Accepts 1-10."), is_limit("The text of the message.")
    (True, False)
    """
    return LIMIT.search(sentence) is not None


def limits(texts: Mapping[str, str], known: frozenset[str], rules: Iterable[Rule]) -> Iterator[Sentence]:
    """Yield the sentences that sound like limits in new texts: their digests are not `known`."""
    resting: dict[str, list[str]] = {}
    for rule in rules:
        for source in rule.sources:
            resting.setdefault(place_of(source), []).append(rule.id)
    for pointer, text in texts.items():
        if sentence_digest(text) not in known:
            near = tuple(resting.get(place_of(pointer), ()))
            yield from (Sentence(pointer, sentence, near) for sentence in sentences(text) if is_limit(sentence))
