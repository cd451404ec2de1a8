"""The two servers' figures side by side, and the aims they are held against."""

import statistics
from typing import Any

from benchmarks.table import machine, print_table

Figures = dict[str, Any]


def report(plan: Figures, dateline: Figures, nchan: Figures) -> None:
    """Print everything."""
    print(machine())
    print(
        f"{plan['readers']:,} readers; {plan['frames']} frames, one each {plan['interval']} s, "
        f"median of {len(dateline['runs'])} runs; nginx worker_processes {plan['workers']}."
    )
    for name, figures in (("Dateline", dateline), ("nchan", nchan)):
        print(f"{name}: {load_line(figures)} Memory: {figures['memory_taken']}.")
    print()
    print_table(["", "Dateline", "nchan", "Dateline / nchan"], rows(dateline, nchan))
    print()
    print_table(["aim", "at", "measured", "met"], aims(dateline, nchan))


def load_line(figures: Figures) -> str:
    """Say how busy the machine was, and how much of that others were."""
    averages = f"{figures['load'][0]:.2f} before, {figures['load_after'][0]:.2f} after"
    others = figures["others_cores"]
    warning = ": too much to rely on these figures" if others > 0.2 else ""
    return f"load {averages}; others took {others:.2f} cores meanwhile{warning}."


def rows(dateline: Figures, nchan: Figures) -> list[list[str]]:
    """Return the table's rows."""
    latency = (dateline["latency"], nchan["latency"])
    both = (dateline, nchan)
    return [
        row("publish to read, p50, ms", *latency, key="p50_ms"),
        row("publish to read, p99, ms", *latency, key="p99_ms"),
        row("publish to read, max, ms", *latency, key="max_ms"),
        row("frames replaced by a newer one", *latency, key="skipped", form=",.0f", ratio=False),
        row("frames never read", *latency, key="missed", form=",.0f", ratio=False),
        row("readers cut off", *latency, key="lost", form=",.0f", ratio=False),
        row("the client's own CPU, cores", *latency, key="client_cpu", form=".2f", ratio=False),
        row("server's CPU a frame, ms", *both, key="cpu_ms_a_frame"),
        row("memory a reader, KiB", *both, key="reader_kib"),
        row("memory a reader before the first frame, KiB", *both, key="reader_kib_idle"),
        row("memory with no readers, MiB", *both, key="alone_mib"),
        row("p99 while pages are asked for, ms", *rates(both, "once"), key="p99_ms"),
        *page_rows("60 kB page", "page", dateline, nchan),
        *page_rows("head.json", "head", dateline, nchan),
    ]


def page_rows(what: str, key: str, dateline: Figures, nchan: Figures) -> list[list[str]]:
    """Return requests a second without readers, and what is left of them."""
    found = [row(f"{what}, no readers, requests/s", *rates((dateline, nchan), "alone"), key=key)]
    for kind, words in (("once", "a frame each second"), ("often", "at the frames' rate above")):
        left = [{key: kept(figures, kind, key) * 100} for figures in (dateline, nchan)]
        found.append(row(f"{what} kept, {words}, %", *left, key=key, ratio=False))
    return found


def rates(both: tuple[Figures, Figures], kind: str) -> list[Figures]:
    """Return both servers' figures with pages: medians over the rounds."""
    return [
        {key: statistics.median(each[kind][key] for each in figures["pages"]) for key in keys}
        for figures in both
        for keys in [figures["pages"][0][kind]]
    ]


def kept(figures: Figures, kind: str, key: str) -> float:
    """Return the share of requests a second that is left with readers: the rounds' median."""
    return statistics.median(each[kind][key] / each["alone"][key] for each in figures["pages"])


def row(
    name: str, left: Figures, right: Figures, *, key: str, form: str = ",.1f", ratio: bool = True
) -> list[str]:
    """Return one row."""
    a, b = left[key], right[key]
    return [name, f"{a:{form}}", f"{b:{form}}", f"{a / b:.2f}" if ratio and b else ""]


def aims(dateline: Figures, nchan: Figures) -> list[list[str]]:
    """Return what was aimed at and what came of it."""
    p99 = dateline["latency"]["p99_ms"] / nchan["latency"]["p99_ms"]
    kib = dateline["reader_kib"]
    page, head = kept(dateline, "once", "page"), kept(dateline, "once", "head")
    return [
        ["p99, Dateline / nchan", "≤ 1.5", f"{p99:.2f}", said(p99 <= 1.5)],
        ["memory a reader, KiB", "≤ 14", f"{kib:.1f}", said(kib <= 14)],
        ["page requests kept", "≥ 80 %", f"{page:.0%}", said(page >= 0.8)],
        ["head.json requests kept", "≥ 80 %", f"{head:.0%}", said(head >= 0.8)],
    ]


def said(met: bool) -> str:
    """Say whether it was met."""
    return "yes" if met else "no"
