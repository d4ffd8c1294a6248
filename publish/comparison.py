"""Views in which what different places promise stands under one name, with the indexes that keep them quick.

What a place does not mention is no row, or null: never zero.
"""

from __future__ import annotations

from sqlite_utils import Database

_PLACE = "coalesce(d.area, d.title, d.id)"
_HIGHEST_STEP = "(select max(t.amount_yuan) from subsidy_tiers t where t.subsidy_id = s.id)"
# Monthly sums by twelve, but by fewer months where it ends sooner; a ceiling for all years by the years.
_A_YEAR = """case
    when s.frequency = 'monthly' or s.per like '%/月' then s.amount_yuan * 12 * min(1, coalesce(s.duration_years, 1))
    when s.cap_per like '%年%' then s.cap_yuan
    when s.frequency = 'yearly' then coalesce(s.amount_yuan, s.cap_yuan)
    when s.duration_years >= 1 then s.cap_yuan / s.duration_years end"""
# The years that a target has: of the period set for it, else from the notice's issue to its last day.
_YEARS = """(julianday(t.due_on) - julianday(coalesce((select min(l.start_on) from deadlines l
      where l.target_id = t.id and l.end_on = t.due_on), d.issued_on)) + 1) / 365.25"""
_OF_PARENT = """(select max(p.value) from targets p where p.adcode = j.parent_adcode and p.value > 0
      and p.indicator_code = t.indicator_code and p.unit is t.unit and p.change = t.change and p.due_on is t.due_on
      and p.each is null{})"""
_PARENT = f"coalesce({_OF_PARENT.format(' and p.document_id = t.document_id')}, {_OF_PARENT.format('')})"

VIEWS: dict[str, str] = {
    "subsidies_by_recipient": f"""
select s.theme, s.beneficiary_kind, s.grade, {_PLACE} as area, d.adcode, s.formula_text,
  coalesce(s.cap_yuan, s.amount_yuan, {_HIGHEST_STEP}) as highest_yuan, s.per, {_A_YEAR} as yuan_a_year, s.rate, s.base,
  s.beneficiary, s.activity, s.quote, s.start, s."end", s.document_id, 'subsidies:' || s.id as row
from subsidies s join documents d on d.id = s.document_id
order by s.theme, s.beneficiary_kind, s.grade, d.adcode, s.start""",
    "targets_by_indicator": f"""
select t.indicator_code, t.indicator, coalesce(t.area, {_PLACE}) as area, coalesce(t.adcode, d.adcode) as adcode,
  t.comparator, t.value, t.value_high, t.unit, t.change, t.each, t.due_on,
  case when t.each like '%年' then t.value
    when t.change = 'increase' and t.each is null and t.unit not in ('%', '百分点') and {_YEARS} >= 1
    then round(t.value / ({_YEARS}), 2) end as value_a_year,
  case when t.each is null then round(t.value / {_PARENT}, 4) end as share_of_parent,
  t.theme, t.quote, t.start, t."end", t.document_id, 'targets:' || t.id as row
from targets t join documents d on d.id = t.document_id
left join jurisdictions j on j.adcode = coalesce(t.adcode, d.adcode)
where t.indicator_code is not null
order by t.indicator_code, t.unit, coalesce(t.adcode, d.adcode), t.due_on""",
    "offices_by_function": f"""
select o.function, {_PLACE} as area, d.adcode, o.name as organisation,
  sum(r.role = 'lead') as leads, sum(r.role = 'support') as supports, sum(r.role = 'responsible') as responsible,
  r.document_id, r.organisation_id
from responsibilities r
join organisations o on o.id = r.organisation_id
join documents d on d.id = r.document_id
group by r.organisation_id, r.document_id
order by o.function is null, o.function, d.adcode""",
    "deadlines_by_month": f"""
select substr(l.end_on, 1, 7) as month, {_PLACE} as area, d.adcode, count(*) as deadlines,
  group_concat(distinct l.time_text) as time_text, l.document_id
from deadlines l join documents d on d.id = l.document_id
where l.end_on is not null
group by month, l.document_id
order by month, d.adcode""",
}
"""Name → SQL; titles stand in words.yaml, among those of the other views."""

_INDEXES: dict[str, list[tuple[str, ...]]] = {
    "subsidies": [("theme", "document_id")],
    "targets": [("theme", "document_id", "adcode", "area"), ("indicator_code", "adcode")],
    "deadlines": [("end_on", "document_id")],
    "responsibilities": [("organisation_id", "document_id", "role"), ("task_id", "organisation_id")],
    "quantities": [("document_id", "kind", "claimed_by")],
    "checks": [("level", "code")],
    "documents": [("issued_on",), ("adcode", "area")],
}


def create_indexes(db: Database) -> None:
    """Makes the indexes that the pages of the site ask for, where they are missing."""
    for table, wanted in _INDEXES.items():
        for names in wanted:
            db.table(table).create_index(names, f"for_site_{table}_{'_'.join(names)}", if_not_exists=True)
