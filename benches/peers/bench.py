"""Runs jiedui and its peers on the same cases, prints a table and writes docs/peers.md.

Called by scripts/bench-peers; see there for the options.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib

import curves

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# Past its cap a program has this long to report, then it is stopped.
GRACE = 1.25
# A machine with more load than this has other work.
BUSY = 0.5

parser = argparse.ArgumentParser()
parser.add_argument("--cap", type=float, default=600)
parser.add_argument("--cap-others", type=float)
parser.add_argument("--size", type=int, default=20_000)
parser.add_argument("--only", default="")
parser.add_argument("--no-page", action="store_true")
parser.add_argument("--binary", required=True)
parser.add_argument("--cases", default="")
parser.add_argument("--lemon", default="")
parser.add_argument("--transport", required=True)
parser.add_argument("--assignment", required=True)
options = parser.parse_args()
# Those that take the whole program but are not what the targets name.
CAP_OTHERS = min(options.cap, options.cap_others or options.cap)


def run(words, cap):
    """One program: its last line as JSON, the time of the whole, the memory of the largest process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        child = subprocess.Popen(words, stdout=out, stderr=err, start_new_session=True)
        status, usage = None, None
        while status is None:
            found, ended, resources = os.wait4(child.pid, os.WNOHANG)
            if found:
                status, usage = ended, resources
            elif time.monotonic() - began > GRACE * cap + 60:
                os.killpg(child.pid, signal.SIGKILL)
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = -9
                whole = time.monotonic() - began
                return {"ended": "stopped", "whole_s": whole, "peak_mb": usage.ru_maxrss / 1024}
            else:
                time.sleep(0.005)
        child.returncode = os.waitstatus_to_exitcode(status)
        whole = time.monotonic() - began
        out.seek(0)
        err.seek(0)
        text = out.read().decode(errors="replace").strip()
        complaint = err.read().decode(errors="replace").strip()
    result = {"whole_s": whole, "peak_mb": usage.ru_maxrss / 1024}
    try:
        result.update({"text": text, **json.loads(text[text.index("{") :])})
    except ValueError:
        result["text"] = text
        if child.returncode:
            result["ended"] = f"failed ({child.returncode})"
            print(complaint[-400:], file=sys.stderr)
    result["peak_mb"] = max(result["peak_mb"], usage.ru_maxrss / 1024)
    return result


def python(name, *arguments, cap=None):
    return [sys.executable, os.path.join(HERE, name), f"{cap or options.cap:g}", *map(str, arguments)]


def jiedui(folder, case):
    out = os.path.join(folder, "run")
    shutil.rmtree(out, ignore_errors=True)
    words = [options.binary, "assign", *case, "--out", out, "--lang", "en", "--quiet"]
    result = run([*words, "--time-limit", f"{options.cap:g}", "--format", "json"], options.cap)
    if "tiers" not in result:
        return result
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    stages = {row["stage"]: row["seconds"] for row in manifest["stages"]}
    result["milestones"] = manifest.get("milestones", [])
    result["solve_s"] = stages["graph"] + stages["program"] + stages["solve"]
    result["tiers"] = [
        {"value": tier["in_plan"], "bound": tier["bound"], "scale": tier["scale"]} for tier in result["tiers"]
    ]
    result["ended"] = result["termination"]
    return result


def say(what):
    print(f"bench-peers: {what}", file=sys.stderr, flush=True)


def tolerances(policy):
    """What later priorities may give up of each; priorities of one measure only, as ours have it."""
    with open(policy, "rb") as file:
        objectives = tomllib.load(file)["objectives"]
    by_priority = {}
    for objective in objectives:
        by_priority[objective["priority"]] = objective.get("tolerance", 0.0)
    return ",".join(f"{by_priority[priority]:g}" for priority in sorted(by_priority))


def whole_program(folder, title, case, policy, picture):
    """A case with pairs: ours against solvers on the whole program."""
    rows = []
    say(f"{title}: jiedui")
    rows.append(("jiedui", jiedui(folder, case)))
    lp = os.path.join(folder, "lp")
    shutil.rmtree(lp, ignore_errors=True)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        subprocess.run([options.binary, "check", *case, "--lp", lp, "--quiet"], check=True, stdout=nowhere, stderr=nowhere)
    program = os.path.join(folder, "program.npz")
    files = sorted(os.path.join(lp, name) for name in os.listdir(lp))
    subprocess.run([sys.executable, os.path.join(HERE, "lp_to_arrays.py"), program, *files], check=True)
    kept = tolerances(policy)
    peers = [
        ("HiGHS (highspy)", python("highs_tiers.py", kept, program)),
        ("CBC (PuLP)", python("pulp_cbc.py", kept, program, cap=CAP_OTHERS)),
        ("CP-SAT (OR-Tools)", python("ortools_linear.py", "SAT", kept, program, cap=CAP_OTHERS)),
        ("GLOP (OR-Tools), relaxation of priority 1", python("ortools_linear.py", "GLOP", kept, program, cap=CAP_OTHERS)),
    ]
    for name, words in peers:
        say(f"{title}: {name}")
        cap = options.cap if name.startswith("HiGHS") else CAP_OTHERS
        rows.append((name, run(words, cap)))
    return title, rows, picture


def assignment(folder, case):
    title = "OR-Library assignment, n = 400"
    say(f"{title}: jiedui")
    rows = [
        ("jiedui, its matching of one track", run([options.assignment, case], options.cap)),
        ("jiedui, the whole case", jiedui(folder, [case])),
    ]
    for name, library in [("SciPy linear_sum_assignment", "scipy"), ("OR-Tools linear sum assignment", "ortools")]:
        say(f"{title}: {name}")
        rows.append((name, run(python("assignment.py", library, case), options.cap)))
    return title, rows, None


def transport(folder):
    size = options.size
    title = f"Transportation {size} × {size}, {40 * size} arcs"
    say(f"{title}: writing")
    path = os.path.join(folder, "network.txt")
    subprocess.run(python("transport.py", "write", size, path), check=True)
    rows = []
    say(f"{title}: jiedui")
    rows.append(("jiedui network simplex", run([options.transport, path], options.cap)))
    if options.lemon:
        say(f"{title}: LEMON")
        found = run([options.lemon, path], options.cap)
        words = found.get("text", "").split()
        if words[:1] == ["cost"]:
            value = -float(words[1])
            found.update(solve_s=float(words[3]), tiers=[{"value": value, "bound": value}], ended="optimal")
        rows.append(("LEMON network simplex", found))
    else:
        rows.append(("LEMON network simplex", {"ended": "not installed"}))
    for name, library in [("OR-Tools min-cost flow", "ortools"), ("HiGHS linear program (highspy)", "highs")]:
        say(f"{title}: {name}")
        rows.append((name, run(python("transport.py", library, path), options.cap)))
    return title, rows, None


def gap(tier, scale):
    value, bound = tier["value"], tier["bound"]
    if value is None or bound is None:
        return "—"
    absolute = max(bound - value, 0.0)
    if scale == "share":
        return f"{100 * absolute:.2f} points"
    return f"{100 * absolute / max(abs(value), 1e-9):.2g} %"


def number(value, digits=7):
    if value is None:
        return "—"
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return f"{value:.{digits}g}"


def seconds(duration):
    return f"{duration:.2f}" if duration >= 0.1 else f"{duration:.2g}"


def scales_of(rows):
    return [tier.get("scale", "relative") for tier in rows[0][1].get("tiers", [])]


def table(rows):
    ours, scales = rows[0][1], scales_of(rows)
    lines = [
        "| program | solving, s | ratio to jiedui | whole, s | memory, MB | priority: value, bound, gap | ended |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, row in rows:
        solving, base = row.get("solve_s"), ours.get("solve_s")
        ratio = f"{solving / base:.2f}" if solving is not None and base else "—"
        found = []
        for place, tier in enumerate(row.get("tiers", [])):
            scale = scales[place] if place < len(scales) else "relative"
            value, bound = number(tier["value"]), number(tier["bound"])
            found.append(f"{place + 1}: {value}, {bound}, {gap(tier, scale)}")
        cells = [
            name,
            "—" if solving is None else seconds(solving),
            ratio,
            f"{row['whole_s']:.2f}" if "whole_s" in row else "—",
            f"{row['peak_mb']:.0f}" if "peak_mb" in row else "—",
            "<br>".join(found) or "—",
            str(row.get("ended", "—")).replace("_", " "),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def machine():
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = names[0] if names else model
    except OSError:
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GB, {model}, {platform.system()}"


def versions():
    from importlib import metadata

    names = ["highspy", "PuLP", "ortools", "scipy"]
    return ", ".join(f"{name} {metadata.version(name)}" for name in names)


def pictures(sections, folder):
    """The course of each program against time, where the case has a picture; names of those drawn."""
    drawn = set()
    for _, rows, picture in sections:
        if picture and curves.draw(os.path.join(folder, picture), rows, scales_of(rows)):
            drawn.add(picture)
    return drawn


def page(sections, load, drawn):
    today = datetime.date.today().isoformat()
    lines = [
        "# jiedui and its peers",
        "",
        "Written by `scripts/bench-peers`; do not edit. What one would otherwise write for these problems, on the same cases, one after the other in one run.",
        "",
        f"Date: {today}. Machine: {machine()}. Load before the run: {load:.1f}. Cap: {options.cap:g} s a program ({CAP_OTHERS:g} s for CBC, CP-SAT and GLOP). Versions: {versions()}.",
        "",
        "- *solving* is stating the model and solving it, for jiedui the candidate graph, the early check, the program and the search; *whole* is the process from start to end, for jiedui with reading, independent check and explanations written to the run folder.",
        "- Solvers on the whole program get the LP files of `jiedui check --lp` as arrays and solve one priority after the other, keeping what the earlier ones reached less their tolerance; the cap holds for all priorities together. Values are oriented so that more is better. GLOP bounds priority 1 only and has no plan.",
        "- HiGHS runs as it comes; looking for symmetry it was seen to call bounds proven that plans exceed ([measured](measurements.md#symmetry)), so its bounds are its own word.",
        "- CP-SAT knows whole numbers only: amounts and shares count there in steps of 1e-5, which also blurs its values.",
        "- Gaps of shares are in percentage points, others relative. A dash: nothing was found in time.",
        "- The pictures show bound and plan of each priority against time, as jiedui's manifest and the callbacks of HiGHS tell them; where the lines of a colour meet, that program is done.",
        "- Linear assignment as such takes thousandths of a second: of the matching alone, SciPy and OR-Tools the median of fifteen is told. The whole case has candidate graph, program, proof, check and reports of 160,000 candidates besides.",
        "- All programs use the threads that they take by themselves. Times are of the clock on the wall, save solving by LEMON, which is processor time.",
    ]
    for title, rows, picture in sections:
        lines += ["", f"## {title}", "", *table(rows)]
        if picture in drawn:
            lines += ["", f"![Bound and plan against time](pictures/{picture})"]
    return "\n".join(lines) + "\n"


def settled_load():
    """The load once that of building has worn off, or after three minutes."""
    for _ in range(36):
        if os.getloadavg()[0] <= BUSY:
            break
        time.sleep(5)
    return os.getloadavg()[0]


def main():
    load = settled_load()
    if load > BUSY:
        say(f"the machine is busy (load {load:.1f}): the times below are worth little")
    wanted = [name for name in options.only.split(",") if name]
    is_wanted = lambda name: not wanted or name in wanted
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        if is_wanted("sichuan"):
            policy = os.path.join(ROOT, "config", "sichuan.toml")
            sections.append(whole_program(folder, "Sichuan case, 39 × 316, all priorities", [], policy, "peers-sichuan.svg"))
        if options.cases:
            midl = os.path.join(options.cases, "midl")
            if is_wanted("midl"):
                policy = os.path.join(midl, "policy.toml")
                sections.append(whole_program(folder, "MIDL reviewers, 118 × 177", [midl], policy, "peers-midl.svg"))
            if is_wanted("assign400"):
                sections.append(assignment(folder, os.path.join(options.cases, "assign400")))
        if is_wanted("transport"):
            sections.append(transport(folder))
    book = os.path.join(ROOT, "docs")
    is_for_book = not (options.no_page or wanted)
    drawn = pictures(sections, os.path.join(book, "pictures")) if is_for_book else set()
    text = page(sections, load, drawn)
    print(text, end="")
    if not is_for_book:
        say("docs/peers.md is left as it is")
        return
    with open(os.path.join(book, "peers.md"), "w", encoding="utf-8") as file:
        file.write(text)


main()
