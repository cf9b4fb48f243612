"""The basic attendance query of QUERY.md in Polars, streaming. usage: attendance_polars.py FOLDER FROM TO OUT"""

import sys
from datetime import date

import polars as pl

folder, out = sys.argv[1], sys.argv[4]
first, last = date.fromisoformat(sys.argv[2]), date.fromisoformat(sys.argv[3])


def collect(frame):
    return frame.collect(engine="streaming").lazy()


def units(start, every, name, length):
    starts = pl.select(starts=pl.date_range(start, last, every, eager=True)).lazy()
    return starts.with_columns(ends=length, name=pl.col("starts").dt.strftime(name))


text = {name: pl.String for name in ["cadre", "time", "lat", "lng", "accuracy_m", "source"]}
hour = pl.col("time").str.slice(11, 2)
seen = collect(
    pl.scan_csv(f"{folder}/checkins.csv", schema=text)
    .select("cadre", day=pl.col("time").str.slice(0, 10).str.to_date("%Y-%m-%d"), late=hour >= "20", early=hour < "06")
    .group_by("cadre", "day").agg(pl.col("late").any(), pl.col("early").any()))
present = collect(
    pl.concat([
        seen.select("cadre", "day", there=pl.lit(True), night="late"),
        seen.filter("early").select("cadre", day=pl.col("day").dt.offset_by("-1d"), there=pl.lit(False), night=pl.lit(True)),
    ]).group_by("cadre", "day").agg(pl.col("there").any(), pl.col("night").any()))

postings = collect(
    pl.scan_csv(f"{folder}/postings.csv", schema_overrides={"village": pl.String, "from": pl.Date, "to": pl.Date})
    .select("cadre", "team", county=pl.col("village").str.slice(0, 6), starts="from", ends=pl.col("to").fill_null(date(9999, 12, 31))))
posted = collect(present.join(postings, on="cadre").filter(pl.col("day").is_between("starts", "ends")))

thursday = pl.col("starts").dt.offset_by("3d")
weeks = units(pl.select(pl.lit(first).dt.truncate("1w")).item(), "1w", "%G-W%V", pl.col("starts").dt.offset_by("6d"))
weeks = weeks.filter(thursday.is_between(first, last))
months = units(first.replace(day=1), "1mo", "%Y-%m", pl.col("starts").dt.month_end())


def touched(calendar):
    """Units that a posting touches, with or without a check-in in them."""
    both = postings.select("cadre", "starts", "ends").join(calendar, how="cross", suffix="_unit")
    both = both.filter((pl.col("starts") <= pl.col("ends_unit")) & (pl.col("ends") >= pl.col("starts_unit")))
    days = (pl.min_horizontal("ends", "ends_unit") - pl.max_horizontal("starts", "starts_unit")).dt.total_days() + 1
    return both.group_by("cadre", "name").agg(posted=days.sum())


def counts(name):
    return posted.group_by("cadre", name=pl.col("day").dt.strftime(name)).agg(
        days=pl.col("there").sum().cast(pl.Int64), nights=pl.col("night").sum().cast(pl.Int64))


zero = pl.col("days", "nights").fill_null(0)
(collect(touched(weeks).join(counts("%G-W%V"), on=["cadre", "name"], how="left").with_columns(zero)
    .select("cadre", "days", "nights", week="name").select("cadre", "week", "days", "nights").sort("cadre", "week"))
    .collect().write_csv(f"{out}/weeks.csv"))
(collect(touched(months).join(counts("%Y-%m"), on=["cadre", "name"], how="left").with_columns(zero)
    .select("cadre", "days", "posted", month="name", ok=(3 * pl.col("days") >= 2 * pl.col("posted")).cast(pl.Int8))
    .select("cadre", "month", "days", "posted", "ok").sort("cadre", "month"))
    .collect().write_csv(f"{out}/months.csv"))

days = (pl.min_horizontal("ends", pl.lit(last)) - pl.max_horizontal("starts", pl.lit(first))).dt.total_days() + 1
members = (postings.filter((pl.col("team") != "") & (pl.col("starts") <= last) & (pl.col("ends") >= first))
    .group_by("county", "team").agg(posted=days.sum()))
attended = posted.filter(pl.col("there") & pl.col("day").is_between(first, last)).group_by("county", "team").agg(days=pl.len())
n, place = pl.col("ranked"), pl.col("rank") + pl.col("tied") - 1
a = 3 * n // 10 + (n % 10).is_in([2, 3, 6, 9]).cast(pl.Int64)
c = n // 10 + (n % 10 >= 4).cast(pl.Int64)
(members.join(attended, on=["county", "team"], how="left")
    .with_columns(share=pl.col("days").fill_null(0).cast(pl.Float64) / pl.col("posted"))
    .with_columns(
        rank=pl.col("share").rank("min", descending=True).over("county").cast(pl.Int64),
        ranked=pl.len().over("county").cast(pl.Int64), tied=pl.len().over("county", "share").cast(pl.Int64))
    .with_columns(band=pl.when(place <= a).then(pl.lit("A")).when(place <= n - c).then(pl.lit("B")).otherwise(pl.lit("C")))
    .select("county", "team", "rank", "ranked", "band").sort("county", "rank", "team")
    .collect().write_csv(f"{out}/teams.csv"))
