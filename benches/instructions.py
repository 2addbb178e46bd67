#!/usr/bin/env python3
"""Counts the instructions of builds of one generated site, which hardly depend on the machine and not on its load.

    python3 benches/instructions.py [--contents 500] [--arengo PATH] [--genera PATH] [--work DIR]

Needs valgrind, and the theme's files in the cache folder (the first build puts them there). One thread; links and anchors are
checked in every line. Standard library only.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

WAYS = {
    "all checks and audits, minified": [],
    "without audits, minified": ["--no-audit"],
    "without audits and minifying": ["--no-audit", "--no-minify"],
}


def count(build, output, env):
    """Millions of instructions of one build into a folder that is not there."""
    shutil.rmtree(output, ignore_errors=True)
    valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    run = subprocess.run([*valgrind, *build], env=env, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(run.stderr[-2000:])
    return int(found[1]) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contents", type=int, default=500)
    parser.add_argument("--arengo", default="target/release/arengo")
    parser.add_argument("--genera", default="target/release/examples/genera")
    parser.add_argument("--work", default="target/instructions")
    given = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not on the PATH")
    work = Path(given.work).resolve()
    site, output = work / f"site-{given.contents}", work / "out"
    if not site.exists():
        subprocess.run([given.genera, site, str(given.contents)], check=True)
    env = {**os.environ, "ARENGO_CACHE": str(work / "cache")}
    build = [given.arengo, "build", "-q", "--no-search", "--date", "2026-11-26", "--jobs", "1"]
    build += ["--site", site, "--output", output]
    shutil.rmtree(output, ignore_errors=True)
    subprocess.run(build, env=env, check=True)
    pages = sum(1 for _ in output.rglob("*.html"))
    print(f"{given.contents} contents, {pages} pages\n\n| | million instructions | thousand a page |\n|---|---|---|")
    for way, options in WAYS.items():
        millions = count([*build, *options], output, env)
        print(f"| {way} | {millions:,.0f} | {millions * 1000 / pages:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
