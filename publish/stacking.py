"""What may be had together under one notice: shared ceilings, the same figure paid for once, 就高不就低."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from schemas.formula import Cap
from schemas.formula_words import money_text

_EXCLUDES = re.compile(
    r"就高不就低|就高不重复|从高不重复|按就高|择高|不(?:得|可|再|予)?重复(?:享受|申报|申请|奖励|补助|支持|兑现|计)|"
    r"只(?:能)?(?:享受|申报|选择)一[项次]"
)
"""…的，按照就高不就低原则执行; 不重复享受; 只能享受一项."""
_OF_OTHERS = re.compile(r"其他|其它|另有|各级|上级|省级?、市|国家、省|市级以上|以往")
"""符合我市其他奖补政策的，不重复享受: about what other notices pay."""
_EACH_BODY = re.compile(r"同一(?:家)?(?:企业|单位|主体|申报|法人|个人|机构)")
_EACH_MATTER = re.compile(r"同一(?:项目|事项|内容|产品)|同类|同一年度同|相同")

Sections = list[tuple[str, str | None, int, int]]
"""(id, parent, start, end) of a notice's sections."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What decides how much of a promise's sum counts beside the others, whoever applies."""

    signature: str
    shared: tuple[Cap, ...]
    years: float
    start: int
    section: str | None
    stacks: bool
    recipient: str | None
    label: str


@dataclass(slots=True)
class Counted:
    """A promise's sum for one applicant, the figures that it is paid by, and notes on why less of it counts."""

    of: Beside
    yuan: float
    figures: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def drop(self, why: str) -> None:
        """Nothing of it counts, for that reason."""
        if self.yuan:
            self.yuan = 0.0
            self.notes += (why,)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A sentence that lets only one of several promises count; `around` are the sections it stands in, the inner first.

    `of_others` is true where it is about what other notices pay.
    """

    rule: str
    of_others: bool
    around: tuple[tuple[int, int], ...]


def exclusions(text: str, sections: Sections) -> list[Exclusion]:
    """The sentences of a notice that exclude, in order."""
    out = []
    for match in _EXCLUDES.finditer(text):
        at = match.start()
        begin = max(text.rfind(mark, 0, at) + 1 for mark in "。；\n")
        stop = min([found for mark in "。；\n" if (found := text.find(mark, at)) >= 0] or [len(text)])
        rule = text[begin:stop].strip()
        around = sorted((end - start, start, end) for _, _, start, end in sections if start <= at < end)
        out.append(Exclusion(rule, bool(_OF_OTHERS.search(rule)), tuple((start, end) for _, start, end in around)))
    return out


def add_up(rows: list[Counted], excluding: list[Exclusion]) -> list[Counted]:
    """The rows with what of each counts in the total, by the notice's sentences that exclude and its ceilings."""
    _say_once(rows)
    _pay_a_figure_once(rows)
    for exclusion in excluding:
        if not exclusion.of_others:
            _apply(rows, exclusion)
    _share_ceilings(rows)
    return rows


def _say_once(rows: list[Counted]) -> None:
    """The same promise stated again (in the body and in a table) counts once."""
    seen: set[tuple[str | None, str]] = set()
    for row in rows:
        of = row.of
        key = (of.recipient, of.signature if row.figures else f"{of.signature}{of.label}")
        if key in seen:
            row.drop("同一规定重复出现，只计一次")
        seen.add(key)


def _pay_a_figure_once(rows: list[Counted]) -> None:
    """Of promises that pay by the same figure, the highest counts, with what is paid on top of it (再给予).

    The rows of one sentence belong together (前两年100%、后三年50%).
    """
    groups: dict[str, list[Counted]] = defaultdict(list)
    for row in rows:
        if row.figures:
            groups[row.figures[0]].append(row)
    for figure, group in groups.items():
        base: int | None = None
        based: list[tuple[Counted, int | None]] = []
        sums: dict[int, float] = defaultdict(float)
        for row in group:
            if not row.of.stacks:
                base = row.of.start
                sums[base] += row.yuan
            based.append((row, base))
        if not sums:
            continue
        best = max(sums, key=lambda start: sums[start])
        winner = next(row.of.label for row in group if row.of.start == best)
        for row, under in based:
            if under is not None and under != best:
                row.drop(f"与“{winner[:30]}”同按{figure}计，只计较高一项")
            elif under is not None and row.of.stacks and not sums[best]:
                row.drop(f"以“{winner[:30]}”为前提")


def _apply(rows: list[Counted], exclusion: Exclusion) -> None:
    """Applies a sentence that excludes to the promises it reaches."""
    rule, reached = exclusion.rule, _reached(rows, exclusion)
    groups: dict[str | None, list[Counted]] = defaultdict(list)
    for row in reached:
        together = _EACH_BODY.search(rule) and not _EACH_MATTER.search(rule)
        groups[None if together else row.of.section].append(row)
    for group in groups.values():
        sums: dict[int, float] = defaultdict(float)
        for row in group:
            sums[row.of.start] += row.yuan
        best = max(sums, key=lambda start: sums[start])
        for row in group:
            if row.of.start != best and not row.of.stacks:
                row.drop(f"“{rule[:60]}”，只计较高一项")


def _reached(rows: list[Counted], exclusion: Exclusion) -> list[Counted]:
    """The promises of the smallest section round the sentence that holds one; without such a section, all."""
    for start, end in exclusion.around:
        inside = [row for row in rows if start <= row.of.start < end]
        if inside:
            return inside
    return rows


def _share_ceilings(rows: list[Counted]) -> None:
    """Promises under one ceiling sentence get no more than it together."""
    under: dict[str, list[tuple[Counted, Cap]]] = defaultdict(list)
    for row in rows:
        for cap in row.of.shared:
            under[cap.shared or ""].append((row, cap))
    for held in under.values():
        years = max(row.of.years for row, _ in held)
        left = max(cap.yuan * (max(years, 1.0) if "年" in cap.per else 1.0) for _, cap in held)
        for row, cap in held:
            if row.yuan > left:
                row.notes += (f"与同一封顶 {money_text(cap.yuan)} 下的其他项合计，只计 {money_text(left)}",)
                row.yuan = left
            left -= row.yuan
