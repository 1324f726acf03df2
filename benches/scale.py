"""Cost against size: generated cases, one run each, as a table and a plot in text (scripts/bench-scale)."""

import argparse
import json
import math
import os
import pathlib
import resource
import subprocess
import tempfile
import time

SIZES = "20x160,40x316,80x1000,160x2000"
WIDTH = 40


def run(command, memory):
    """Runs a command; exit code, seconds by the clock and of the processor, peak memory in GB, standard output."""
    limit = int(memory * 1e9)
    began = time.monotonic()
    child = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = (time.monotonic() - began, usage.ru_utime + usage.ru_stime)
    return os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss * 1024 / 1e9, output


def candidates(binary, case, memory):
    """How many pairs the rules of a case allow."""
    _, _, _, output = run([binary, "check", case, "--lang", "en"], memory)
    words = output.replace(",", "").split()
    numbers = [int(words[place - 1]) for place, word in enumerate(words) if word == "possible"]
    return numbers[0] if numbers else None


def measure(arguments, folder, size):
    recipients, helpers = size.split("x")
    case, made = f"{folder}/case-{size}", f"{folder}/run-{size}"
    binary, memory = arguments.binary, arguments.memory
    order = ["--recipients", recipients, "--helpers", helpers, "--seed", str(arguments.seed)]
    run([binary, "generate", *order, "--out", case], memory)
    options = ["--effort", str(arguments.effort), "--time-limit", str(arguments.limit)]
    command = [binary, "assign", case, *options, "--out", made, "--format", "json"]
    code, seconds, peak, output = run(command, memory)
    row = {
        "size": f"{recipients} × {int(helpers):,}",
        "candidates": candidates(binary, case, memory),
        "elapsed": seconds[0],
        "seconds": seconds[1],
        "peak": peak,
        "outcome": f"no plan (exit code {code})",
        "gaps": [],
    }
    if pathlib.Path(made, "dossier.json").exists():
        summary = json.loads(output)
        code, *_ = run([binary, "verify", made], memory)
        row["outcome"] = summary["termination"] + (", verified" if code == 0 else ", REFUTED")
        row["gaps"] = [gap(tier) for tier in summary["tiers"]]
    return row


def gap(tier):
    """The gap of a priority at its tier and in the plan, as the dossier has them."""
    bound, reached, plan = (float(tier[key]) for key in ("bound", "reached", "in_plan"))
    if tier["scale"] == "share":
        return f"{100 * (bound - reached):.2f} / {100 * (bound - plan):.2f} points"
    return f"{100 * (bound - plan) / max(abs(plan), 1e-9):.0f} %"


def plot(rows):
    """Bars on a logarithmic scale."""
    for name, key, unit in (("processor time", "seconds", "s"), ("peak memory", "peak", "GB")):
        print(f"\n{name}, logarithmic")
        known = [row[key] for row in rows]
        low = math.log10(min(known)) - 0.2
        span = max(math.log10(max(known)) - low, 1e-9)
        for row in rows:
            bar = "#" * round(WIDTH * (math.log10(row[key]) - low) / span)
            print(f"{row['size']:>14} {bar} {row[key]:.3g} {unit}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--effort", type=float, default=1.0)
    parser.add_argument("--limit", type=float, default=600.0)
    parser.add_argument("--memory", type=float, default=8.0)
    arguments = parser.parse_args()
    rows = []
    print("| case | candidates | elapsed | processor time | peak memory | ended | gap of each priority: at its tier / in the plan |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes.split(","):
            row = measure(arguments, folder, size)
            rows.append(row)
            cells = [
                row["size"],
                f"{row['candidates']:,}" if row["candidates"] else "–",
                f"{row['elapsed']:.0f} s",
                f"{row['seconds']:.0f} s",
                f"{row['peak']:.2f} GB",
                row["outcome"],
                "; ".join(row["gaps"]) or "–",
            ]
            print(f"| {' | '.join(cells)} |", flush=True)
    plot(rows)


if __name__ == "__main__":
    main()
