"""The annotation layer: a spaCy pipeline whose tokens are characters, so that token and offset are one.

Each component fills a span group of the document (`doc.spans["figures"]` …) and keeps the found values, one a span in
the same order, in `doc._.found["figures"]`: by kind, since 三台 may be read as a figure and as a county. The components
are registered under `zhengce_…` and can be used in any spaCy pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import registry
from spacy.vocab import Vocab

from extract.annotate.reading import Reading
from extract.outline.model import Outline

COMPONENTS = ("zhengce_figures", "zhengce_periods", "zhengce_places", "zhengce_units")

if not Doc.has_extension("found"):
    Doc.set_extension("found", default={})
    Doc.set_extension("outline", default=None)
    Doc.set_extension("words", default=None)


class CharacterTokenizer:
    """A token a character: `doc[i]` is `text[i]`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.orths = _Orths(vocab)

    def __call__(self, text: str) -> Doc:
        words: Any = list(map(self.orths.__getitem__, text))  # numbers do as well, though the stubs say strings
        return Doc(self.vocab, words=words, spaces=[False] * len(text))


class _Orths(dict[str, int]):
    """Character → its number in the vocabulary: spaCy would hash each anew, a third of the time of a document."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab

    def __missing__(self, char: str) -> int:
        self[char] = orth = self.vocab[char].orth
        return orth


@registry.tokenizers("zhengce.Characters.v1")
def create_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """spaCy's way to name the tokenizer in a config."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


def text_of(doc: Doc) -> str:
    """The document's text, kept since spaCy joins it anew from its tokens at each asking."""
    if doc._.words is None:
        doc._.words = doc.text
    return doc._.words


def set_spans(doc: Doc, group: str, values: Iterable[Any]) -> Doc:
    """Puts the values (each with start and end) into the document as a span group, and keeps them beside it."""
    found = list(values)
    label = doc.vocab.strings.add(group)
    doc.spans[group] = SpanGroup(doc, name=group, spans=[Span(doc, v.start, v.end, label=label) for v in found])
    doc._.found[group] = found
    return doc


@cache
def pipeline() -> Language:
    """The one pipeline of this process."""
    from extract.annotate import figures, periods, places, units  # noqa: F401  registers the components

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "zhengce.Characters.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def annotate(text: str, outline: Outline) -> Reading:
    """Text and outline → a reading with figures, periods, places and units found in it."""
    nlp = pipeline()
    doc = nlp.tokenizer(text)
    doc._.outline, doc._.words = outline, text
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Reading(doc, outline)
