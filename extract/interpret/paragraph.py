"""What the sentences of a paragraph say that those after them build on."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.addressed import spoken_of
from extract.interpret.drafts import Draft

_SPEAKS_OF_MONEY = re.compile(
    r"[补奖贴励助津免减返享领惠:：对]|给[予与]|予以|发放|提供|支持|扶持|引导|培育|供养|全额|抵扣|加计|下浮|重复|[就从]高"
)
"""|给予|扶持, |对|企业…, |不重复|: without such a word, or a figure, a sentence promises nothing and names nobody."""


def speaks_of_money(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence can promise something, or say to whom."""
    return bool(_SPEAKS_OF_MONEY.search(reading.folded, start, end) or reading.figures.within(start, end))


class Paragraph:
    """Recipient, terms, and promises still open to a ceiling, inside one paragraph; `above` is the one it goes on from.

    told     the sentence before promises, whatever the next says of how much
    in_list  it is an item under a promise (给予奖励，标准如下：)
    leads    a promise without a figure stood before its sums
    staged   the promise that is paid by stages
    context  the words that lead in
    last, sentence, drafts  the promises of the sentence before, of this one, of all
    """

    def __init__(self, reading: Reading, above: Paragraph | None = None) -> None:
        self.reading, self.above = reading, above
        self._known: str | None = None
        self._heard: list[tuple[int, int]] = []
        self.told = self.in_list = self.leads = False
        self.staged: Draft | None = None
        self.context: str = above.context if above else ""
        self.last: list[Draft] = []
        self.sentence: list[Draft] = []
        self.drafts: list[Draft] = []

    @property
    def recipient(self) -> str | None:
        """Whom it speaks of; worked out only when asked, since most paragraphs promise nothing."""
        unasked = [self]
        while (above := unasked[-1].above) is not None:
            unasked.append(above)
        for paragraph in reversed(unasked):
            paragraph._settle()
        return self._known

    @recipient.setter
    def recipient(self, name: str | None) -> None:
        self._known, self._heard, self.above = name, [], None

    def _settle(self) -> None:
        """Works out the name from that of the paragraph above, which is settled."""
        if self.above is not None:
            self._known, self.above = self.above._known, None
        for start, end in self._heard:
            self._known = spoken_of(self.reading, start, end, self._known)
        self._heard = []

    def hear(self, start: int, end: int) -> None:
        """Notes words start:end that may name a recipient."""
        self._heard.append((start, end))
