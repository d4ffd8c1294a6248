"""Tables copied one cell a line without any mark: 人才类别 / 安家补贴（万元） / A类 / 100 / B类 / 50.

The names of the columns tell how many there are; what the cells look like, again and again in that order, tells that
these are rows. Lists of short lines (signatures, headings, forms to fill in) lack one or the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.clean.fit import TOTAL, WORK, Cell, Row
from extract.clean.lines import DATE_LINE, PART, Line

MOST_COLUMNS = 12
_MOST_LINES = 2000
_LONGEST_CELL = 300
_LONGEST_ODD = 12  # characters of 一事一议, 免租入住 in a column of sums
_MORE_LINES = 5  # paragraphs that a cell may have after its first

LIKE_NAME = re.compile(r"[^\s\d，。；：:;,、！？《》“”][^\s，。；：:;,！？《》“”]{0,15}$|20\d\d年?\S{0,8}$")
"""人才类别 · 安家补贴（万元） · 2025年目标值."""
_TITLE = re.compile(r"[附表图]|.*(?:[^目图报量代]表|清单|目录|一览|名单)$")  # 政策待遇一览表 stands above the names
UNIT_NOTE = re.compile(r"[（(][^（）()]{1,12}[）)]$")
"""安家补贴|（万元）|: a unit behind or under the name of a column."""
_UNIT_WORD = (
    r"[万亿千百]?(?:元|人次|人|户|家|个|件|项|所|张|辆|台|套|条|座|处|名|场|次|株|吨|亩|公顷|公里|千米|平方米|立方米|平方公里|千瓦时?"
    r"|床|头|只|羽|天|年|岁|分)(?:[/·].{1,4})?|[%％‰]|个?百分点"
)
_UNIT = re.compile(rf"(?:{_UNIT_WORD})$")  # 万元, 人, 元/亩
_IN_UNIT = re.compile(rf"[（(](?:单位[:：]?)?(?:{_UNIT_WORD})[）)]$|[^\d][万亿]元$")  # 生活津贴（元/月）
_YEAR = re.compile(r"20\d\d年?度?(?:底|目标值?|预期值?|任务数?|计划|规划值?|完成值?|实际|现状|基期|基数|基准)?$")
"""2025年 · 2025年目标值 · 2020年基期."""
_COUNTED = re.compile(
    r"(?:奖励|补贴|补助|资助|支持|奖补|配套)(?:标准|资金|额度|金额)|金额|额度|比例|上限|限额|奖金|津贴|(?:生活|租房|安家|购房|交通|一次性)(?:补贴|补助|奖励)"
    r"|目标值|任务数|计划数|数量|人数$|增速$|增幅$|增长率$"
)
"""博士|补贴标准 · 就业|人数: a column of sums or counts."""
_CHARGED = re.compile(
    r"(?:责任|牵头|配合|实施|主管|负责|承办|协办|协作|主责|协同|参与|参加|落实)(?:单位|部门|处室|科室|股室)?$"
)
"""牵头单位 · 责任部门: a column of bodies."""
_TIMED = re.compile(r"(?:时限|时间|期限|日期|时间节点|时间要求|进度安排)$")
"""完成|时限 · 办理|期限: a column of times."""
_MEASURED = re.compile(r"(?:计量)?单位$")
"""计量单位: a column of units."""
_USUAL = re.compile(
    r"(?:序号|编号|名称|项目|内容|单位|标准|备注|任务|来源|安排|指标|类别|类型|种类|级别|等级|层次|档次|等次|资金|目标值?|年度|对象|条件|方式"
    r"|范围|部门|主体|人群|事项|措施|要求|要点|学历|职称|奖项|名次|规模|面积|基期值?|现状值?|县区|区县|县（?市、?区）?|县市区|乡镇|地区|责任人|属性"
    r"|产值|收入|营收|销售额|投资额|税收|存栏量?|小计|合计|总计|财政|配套|补贴|补助|奖励|资助|领域|环节|品种|作物|成果|阶段|政策|时限|时间|期限|日期|进度|牵头|配合|说明|联系人|电话)$"
)
"""人才|类别 · 申报|条件: names that columns usually have."""
_FIRM = re.compile(
    r"^(?:序号|备注|单位|名称|(?:责任|牵头|配合|实施|主管|负责)(?:单位|部门)"
    r"|(?:奖励|补贴|补助|资助|支持|奖补|申报|办理|完成|重点|主要|工作|建设|企业|项目)?(?:标准|对象|条件|类别|名称|内容|金额|等级|级别|时限|方式|任务|单位))$"
)  # a name of a column and hardly ever a cell
_NUMBERS = re.compile(r"序号|编号|项次|次序|序$|年|规模|面积|数量")
"""序号 · 建设|规模: a first column that may hold figures."""
EMPTY_NAME = re.compile(r"备\s*注$|说明$")  # a last column that is often empty

_DASH = re.compile(r"(?:[—\-－–/]+|无)$")
"""—— · / · 无: nothing in the cell."""
_DATE = re.compile(
    r"\S{0,14}(?:\d年|\d月|\d日|年底|月底|[季年月周]度|季度末|上半年|下半年|[年月日底季]\S?前|\d月\S{0,2}旬|之前)(?:底|前|内|完成)?$"
    r"|\d+个?(?:工作日|自然日|月|小时|天|周)内?$|(?:长期|持续|全年|常态化|即时|立即|每[年季月周]|贯穿)[^。；，]{0,10}$|20\d\d(?:年|[./-]\d{1,2}(?:[./-]\d{1,2})?$)"
)
"""2025年12月底前 · 15个工作日内 · 长期|坚持."""
_SUM = re.compile(r".*\d\s*[万亿千百]*(?:元|[%％])")  # 每人天10元，年度最高100万元
_FIGURE = re.compile(
    r"(?:[约≥≤><＞＜=]+|最高|不超过|不低于|不少于|超过|达到?)?\s*\[?\d[\d.,，]*(?:\s*[-—–~～至]+\s*\d[\d.,]*)?\s*[万亿千百]*"
    rf"(?:{_UNIT_WORD})?\]?(?:[（(]含[）)])?(?:及?以[上下内]|左右)?$"
)
"""最高50万元 · ≥95% · 3-5个 · 100人以上."""
_BODIES = re.compile(
    rf"[^。；]*(?:[局委办厅府部署院司联社行等处科股校]|(?<![展大谈览赛机])会|中心|公司|单位|部门|机构|政府|乡镇|街道|县区|市区|开发区|高新区|集团|银行)(?:（[^（）]*）)?"
    rf"{WORK}$"
)
"""市科技局、市财政局 · 各区人民政府（管委会） · 市商务局牵头，市财政局配合."""
_WORDS = re.compile(r".{1,20}$")
_KINDS = (
    ("dash", _DASH), ("part", PART), ("unit", _UNIT), ("date", _DATE), ("figure", _FIGURE), ("sum", _SUM),
    ("bodies", _BODIES), ("words", _WORDS),
)  # tried in this order; the rest is text  # fmt: skip
_NOTE = re.compile(r"(?:注|备注|说明|附注|来源|资料来源)[:：]")
"""注：|以上标准均为最高限额: stands below a table."""
_ODD: dict[str, re.Pattern[str]] = {
    "figure": re.compile(
        r"[“\"]?(?:一事一议|一企一策|一案一议|面议|另议|免[^\d，。]{1,8}|全[额免]|不限|不设|无|按|参照|据实|实报实销|视|待定|不[予享])"
    ),
    "date": re.compile(r"按|适时|视|随时|不定期|.*(?:完成|落实|实施|推进|后)$"),
    "bodies": re.compile(r"[^\d。；]{2,12}$"),
}  # words in a column of sums (一事一议), of times (按需), of bodies

_STRONG = frozenset(("figure", "sum", "date", "bodies", "unit"))
_FURTHER = frozenset(("sum", "bodies", "text"))
_OPEN = ("。", "；", "：", "，", "、")  # 每架次2万元， / 年度累计最高50万元: lines of one cell are parted by these
_TAKES = {
    "figure": frozenset(("figure", "sum", "dash")),
    "sum": frozenset(("figure", "sum", "dash")),
    "date": frozenset(("date", "dash")),
    "bodies": frozenset(("bodies", "dash")),
    "unit": frozenset(("unit", "dash")),
    "part": frozenset(("part",)),
    "dash": frozenset(("dash", "words")),
    "words": frozenset(("words", "bodies", "unit", "text", "dash", "sum")),
    "text": frozenset(("words", "bodies", "unit", "text", "dash", "sum")),
}  # what may stand in a column of that kind


def stacked(lines: list[Line], first: int) -> tuple[int, list[Row]] | None:
    """(the line after it, the rows) of the table whose first column is named in line `first`, if one is."""
    if not LIKE_NAME.match(lines[first].words) or _TITLE.match(lines[first].words):
        return None
    held = [i for i in range(first, min(len(lines), first + 3 * MOST_COLUMNS)) if lines[i].words]
    names = names_among([lines[i].words for i in held[:MOST_COLUMNS]])
    if names < 2:
        return None
    held = _cells(lines, first)
    words = [lines[i].words for i in held]
    found: _Rows | None = None
    for count in range(2, names + 1):
        rows = rows_among(words, count)
        if rows and (found is None or rows.after > found.after):
            found = rows
    if found is None or not _ends(lines, held, found):
        return None
    taken: list[list[Cell]] = [[_cell(lines, held, cell) for cell in row] for row in found.rows]
    return held[found.after - 1] + 1, taken


def names_among(words: list[str]) -> int:
    """How many of the lines may be names of columns, the first ones being usual; else 0."""
    count = next((i for i, word in enumerate(words) if not LIKE_NAME.match(word)), len(words))
    usual = [_is_usual(word) for word in words[:count]]
    return count if sum(usual[:3]) >= 2 else 0


def _is_usual(name: str) -> bool:
    plain = UNIT_NOTE.sub("", name)
    return bool(_IN_UNIT.search(name) or _YEAR.match(name) or _USUAL.search(plain) or hint_of(name))


def hint_of(name: str) -> str | None:
    """The kind of cells that a column's name makes us await."""
    plain = UNIT_NOTE.sub("", name)
    if _CHARGED.search(plain):
        return "bodies"
    if _TIMED.search(plain):
        return "date"
    if _MEASURED.match(plain):
        return "unit"
    return "figure" if _IN_UNIT.search(name) or _YEAR.match(plain) or _COUNTED.search(plain) else None


def _cells(lines: list[Line], first: int) -> list[int]:
    """The lines from `first` on that may be cells."""
    out: list[int] = []
    for i in range(first, min(len(lines), first + _MOST_LINES)):
        words = lines[i].words
        if "\t" in words or len(words) > _LONGEST_CELL or _NOTE.match(words):
            break
        if words:
            out.append(i)
    return out


def kind_of(words: str) -> str:
    return next((name for name, pattern in _KINDS if pattern.match(words)), "text")


@dataclass(slots=True)
class _Rows:
    """Rows of cells (ranges of the lines), the names first, and the line after them."""

    rows: list[list[range]]
    after: int


def rows_among(words: list[str], count: int) -> _Rows | None:
    """The rows of a table of so many columns, if there are two full ones and more that look alike."""
    names = words[:count]
    if len(set(names)) < count or 2 * sum(map(_is_usual, names)) < count + 1 or not _is_usual(names[-1]):
        return None
    empty_last = count > 2 and bool(EMPTY_NAME.match(names[-1]))
    best: _Rows | None = None
    for width in (count, count - 1) if empty_last else (count,):
        kinds = _kinds(words, names[:width], count)
        rows = _Reader(words, kinds, count).rows() if kinds else None
        if rows and (best is None or rows.after > best.after):
            best = rows
    for row in best.rows if best else ():
        row += [range(0)] * (count - len(row))
    return best


def _kinds(words: list[str], names: list[str], begin: int) -> list[str] | None:
    """What the cells of each column look like, by its name and by the first rows; None where they fit no table."""
    width = len(names)
    rows = [words[at : at + width] for at in range(begin, min(len(words), begin + 4 * width), width)]
    rows = [row for row in rows if len(row) == width]
    if len(rows) < 2 or _goes_on(names, rows[0]):
        return None
    out = []
    for index, name in enumerate(names):
        found = [kind_of(row[index]) for row in rows[:2]]
        kind = hint_of(name) or (found[0] if found[0] == found[1] else _between(*found))
        out.append(kind or found[0])
    hints = [hint_of(name) for name in names]
    if hints[0] == "figure" and not _YEAR.match(names[0]):
        return None
    sized = out[0] in ("figure", "sum")  # 规模 | 补贴标准; else figures stand first only where they number or are years
    if sized and not all(hints[1:]) and not _NUMBERS.search(names[0]):
        return None
    weak = any(kind not in _STRONG for kind in out) or (sized and all(hints[1:]))
    return out if weak and any(kind in _STRONG for kind in out) else None


def _goes_on(names: list[str], row: list[str]) -> bool:
    """Whether what would be the first row still names columns; 研发投入强度（%） may be an indicator."""
    named = [bool(_FIRM.search(word)) and not word[0].isdigit() for word in row]
    units = [
        bool(_IN_UNIT.search(word)) and not word[0].isdigit() and "指标" not in name
        for name, word in zip(names, row, strict=False)
    ]
    return any(named) or any(units)


def _between(one: str, other: str) -> str | None:
    """The kind of a column whose first cells differ."""
    if {one, other} <= {"figure", "sum"}:
        return "sum"
    for strong, rest in ((one, other), (other, one)):
        if strong in _STRONG and rest == "dash":
            return strong
    both = {one, other}
    if both <= _TAKES["words"] and "sum" not in both:
        return "words"
    return "text" if both <= _TAKES["text"] else None


class _Reader:
    """Reads row after row, as long as the cells look as those of their columns do."""

    def __init__(self, words: list[str], kinds: list[str], count: int) -> None:
        self.words, self.kinds, self.count = words, kinds, count
        self.seen = [kind_of(word) for word in words]
        self.odd = 0

    def rows(self) -> _Rows | None:
        names = [range(i, i + 1) for i in range(self.count)]
        out, at, full = [names], self.count, 0
        while at < len(self.words):
            if self.words[at : at + self.count] == self.words[: self.count]:
                at += self.count  # the names again, on another page
                continue
            row = self._row(at, full >= 2)
            whole = row is not None
            more = 0 if row or not full else self._further(at)
            if more:
                out[-1][-1] = range(out[-1][-1].start, at + more)
                at += more
                continue
            row = row or (self._total(at) or self._lacking(at) if full else None)
            if row is None:
                break
            full += whole
            out.append(row)
            at = max(cell.stop for cell in row)
        strong = full * sum(kind in _STRONG for kind in self.kinds)
        enough = full >= 2 or (full == 1 and len(out) > 3)
        return _Rows(out, at) if enough and 3 * self.odd <= strong else None

    def _row(self, at: int, loose: bool, empty: int | None = None) -> list[range] | None:
        """The cells of a row that begins at line `at`; one that lacks the cell of a column has no odd ones."""
        row: list[range] = []
        odd = loose_odd = 0
        for index, kind in enumerate(self.kinds):
            if index == empty:
                row.append(range(0))
                continue
            if at >= len(self.words):
                return None
            fits = self.seen[at] in _TAKES[kind] or (index == 0 and self._is_numbered(at))
            if not fits and (empty is not None or not self._is_odd(at, index)):
                return None
            odd += not fits
            loose_odd += not fits and kind in ("date", "bodies")
            stop = self._end_of(at, index) if loose and kind in ("words", "text") else at + 1
            row.append(range(at, stop))
            at = stop
        if 2 * loose_odd > sum(kind in _STRONG for kind in self.kinds):
            return None
        self.odd += odd
        return row

    def _is_numbered(self, at: int) -> bool:
        """1.宣传推广 among other tasks."""
        return self.seen[at] == "part" and self.kinds[0] in ("words", "text") and self.words[at][0] in "（(123456789"

    def _end_of(self, at: int, index: int) -> int:
        """The line after a cell of several paragraphs: the next of a kind that only the next column takes."""
        after = self.kinds[index + 1] if index + 1 < len(self.kinds) else ""
        if after not in _STRONG:
            return at + 1
        for stop in range(at + 1, min(len(self.words), at + 2 + _MORE_LINES)):
            if self.seen[stop] in _TAKES[after]:
                return stop
            if not self.words[stop - 1].endswith(_OPEN) or _is_usual(self.words[stop]):
                break
        return at + 1

    def _is_odd(self, at: int, index: int) -> bool:
        """Words in a column of sums, times or bodies: short, and no kind of cell of their own."""
        kind, words = self.kinds[index], self.words[at]
        pattern = _ODD.get("figure" if kind == "sum" else kind)
        short = len(words) <= _LONGEST_ODD and self.seen[at] in ("words", "bodies")
        return pattern is not None and short and bool(pattern.match(words))

    def _further(self, at: int) -> int:
        """How many lines go on with the last cell of the row above: bodies or sums that a row begins behind."""
        kinds = _TAKES[self.kinds[-1]] & _FURTHER
        for stop in range(at + 1, min(len(self.words), at + 1 + _MORE_LINES)):
            if self.seen[stop - 1] not in kinds or not self.words[stop - 2].endswith(_OPEN):
                break
            odd = self.odd
            row = self._row(stop, False)
            if row and self.odd == odd:
                return stop - at
            self.odd = odd
        return 0

    def _total(self, at: int) -> list[range] | None:
        """合计 / 500: a sum for each column of them, else as far right as they can stand."""
        if not TOTAL.match(self.words[at]):
            return None
        stop = at + 1
        while stop < len(self.words) and self.seen[stop] in ("figure", "sum", "dash") and stop - at < len(self.kinds):
            stop += 1
        cells = [range(i, i + 1) for i in range(at + 1, stop)]
        sums = [index for index, kind in enumerate(self.kinds) if kind in ("figure", "sum")]
        width = len(self.kinds)
        places = sums if len(sums) == len(cells) else range(width - len(cells), width)
        row = dict(zip(places, cells, strict=True)) | {0: range(at, at + 1)}
        return [row.get(index, range(0)) for index in range(width)] if cells else None

    def _lacking(self, at: int) -> list[range] | None:
        """A row that lacks one cell: the first is merged with the one above, or another is empty.

        The cells have to be of just the kinds of their columns, as far as one way to lay them allows. Of two columns
        side by side of one kind the second is the empty one; of others there is no telling, and no row.
        """
        width = len(self.kinds)
        if width < 3:
            return None
        rows = {index: row for index in range(width) if (row := self._row(at, False, index))}
        alike = {index: self._alike(row) for index, row in rows.items()}
        found = [index for index in rows if alike[index] == max(alike.values())]
        if not found or (0 in found and self.kinds[0] not in _STRONG):
            return rows[0] if found else None
        same = all(self.kinds[index] == self.kinds[found[-1]] for index in range(found[0], found[-1]))
        return rows[found[-1]] if same else None

    def _alike(self, row: list[range]) -> int:
        """How many of the cells are of just the kind of their column; short words and long are one kind here."""
        wordy = ("words", "text")
        pairs = [(kind, self.seen[cell.start]) for kind, cell in zip(self.kinds, row, strict=True) if cell]
        return sum(seen == kind or (seen in wordy and kind in wordy) for kind, seen in pairs)


def _ends(lines: list[Line], held: list[int], found: _Rows) -> bool:
    """Whether what follows the rows is no cell that was left over."""
    if found.after >= len(held):
        return True
    last, following = held[found.after - 1], held[found.after]
    words = lines[following].words
    if PART.match(words) or DATE_LINE.match(words) or _TITLE.match(words) or TOTAL.match(words):
        return True
    if len(words) > 30 or words.endswith(("。", "：", ":", "；")):
        return True
    if found.after + 1 < len(held) and DATE_LINE.match(lines[held[found.after + 1]].words):
        return True
    apart = held[1] > held[0] + 1
    return following > last + 1 and not apart


def _cell(lines: list[Line], held: list[int], cell: range) -> Cell:
    return [(lines[held[i]].start, lines[held[i]].end) for i in cell]
