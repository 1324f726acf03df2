# cli

## Help

help-about = Paired assistance: assigns helpers to underdeveloped counties, checks every rule, and says why
help-examples =
    Examples:
      jiedui assign                  the yearly assignment of the shipped Sichuan case, into runs/
      jiedui assign CASE             with your own data
      jiedui check CASE              check the data only
      jiedui explain RUN --recipient 石渠县
      jiedui verify RUN              the independent check
help-heading-usage = {"Usage: "}
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-line = { $heading }:

help-assign = The yearly assignment: read, check, solve, verify, explain; writes a run folder and prints a summary
help-assign-long =
    Exit codes: 0 done; 1 input rejected, nothing written; 2 usage; 3 no plan exists, the conflict report is written; 4 stopped by a limit or an interrupt, the best plan so far is written; 70 a defect of the program.
    Ctrl-C once stops the search and keeps the best plan so far; twice ends the program at once.
help-check = Every problem and warning in the data, and whether enough candidates exist, without solving
help-explain = Why: a recipient, a helper, a pair, or why a pair was not formed
help-compare = compare two runs: what changed in the inputs, how pairs moved, what became of the results
help-compare-long =
    Reads dossier.json of both run folders and nothing else; years, what-ifs and cases may differ.
    Examples:
      jiedui compare runs/2024 runs/2025
      jiedui compare runs/base runs/what-if --format md > comparison.md
help-compare-before = the run folder before
help-compare-after = the run folder after
help-compare-format = form of the output: human (default), json or md
help-evaluate = judge a plan that people made or that is in force: rules broken, distance from the best, the changes that gain most
help-evaluate-long =
    The plan is a CSV file with the columns helper and recipient (codes or names), and track, sector, amount if wanted; pairs without amounts get the best amounts, and the output says so.
    Examples:
      jiedui evaluate --plan in-force.csv
      jiedui evaluate CASE --plan draft.csv --against runs/2025
help-evaluate-plan = the plan to judge (CSV)
help-evaluate-against = set it against this run instead of solving
help-evaluate-no-solve = do not seek the best plan: only rules, measures and single changes
help-evaluate-format = form of the output: human (default) or json
help-frontier = the frontier between two measures: what the one costs in the other, with a plan behind every point
help-frontier-long =
    Examples:
      jiedui frontier --between coverage,changes     coverage against pairs of last year that end
      jiedui frontier CASE --between fit,distance --points 6

    Measures:
      coverage_floor, coverage, equity, fit, fit_floor, distance, flow_distance,
      continuity, hardship, effort_balance, pairs, and changes, the number of
      last year's pairs that end.
help-frontier-between = two measures with a comma between them, named below
help-frontier-points = at most so many points, default 11; a staircase that has no more is solved step by step
help-frontier-out = write to this new folder; without it frontier-MEASURE-MEASURE
help-frontier-time-limit = time limit of the whole frontier, in seconds
help-verify = The independent check of a run folder, from its files alone
help-report = Documents for people
help-generate = A made-up case folder of any size, for trials and measurements; it stands for no real county or institution
help-generate-long =
    In the proportions of the shipped Sichuan case: geography by regions, tracks, sectors, pairs of last year, hardship classes, budgets; supply is about half of need. The same size and seed give the same files, byte for byte.
    Example: jiedui generate --recipients 160 --helpers 2000 --seed 1
help-template = write the workbook to fill in (.xlsx): empty, made from a case, or for the year after a run
help-template-long =
    Examples:
      jiedui template                                an empty workbook, written to jiedui-case.xlsx
      jiedui template --xlsx 2025.xlsx --from CASE
      jiedui template --xlsx 2026.xlsx --next RUN-2025     the year after a run
      jiedui check 2025.xlsx                         check it once it is filled in
help-schema = print the JSON Schema of dossier.json (default), certificate.json, conflict.json, the prices of decisions and limits, the cost of a pair, other plans or the backbone
help-completions = A completion script for a shell
help-man = The manual page
help-explain-code = What an error code means

help-option-help = Show help
help-option-version = Show the version
help-option-lang = Language: zh (the default) or en; without it LANG decides
help-option-quiet = No progress, no warnings
help-option-verbose = All warnings, and the time of each stage
help-option-color = Colour: auto (the default), always or never
help-option-message-format = Form of errors and warnings: human (the default) or json (one a line)
help-option-case = The case: a folder or an .xlsx workbook; without it, the shipped Sichuan case
help-option-lp = Also write the whole program, one LP file per priority, into this new folder, for other solvers
help-option-policy = Policy file; without it policy.toml in the case's folder, else the shipped Sichuan policy
help-option-overlays = Overlay; may be given several times, merged in order
help-option-out = Run folder; without it runs/CASE-TIME. An existing folder is never overwritten
help-option-threads = Threads, 0 = all; the plan does not depend on it
help-option-method = decomposition (the default) or monolithic (the whole at once, for small cases)
help-option-effort = Amount of work, 1 by default; more work, smaller gap
help-option-from = Start from an earlier run: faster, and pairs stay unless others are better by more than the gap
help-option-start = Begin the last priority at the plan in this file (as plan.csv, or a table of your own), with --from; where earlier priorities come out the same, the last one is no worse than it
help-option-time-limit = Limit in seconds; a plan that it stops cannot be reproduced for certain
help-option-seed = Seed of random choices
help-option-format = Form of the summary: human (the default) or json
help-option-run = Run folder
help-option-recipient = Code or name of a recipient
help-option-helper = Code or name of a helper
help-option-pair = A pair, written HELPER:RECIPIENT
help-option-why-not = Why a pair was not formed, written HELPER:RECIPIENT
help-option-exact = with --why-not or --pair: solve again and tell what the pair, or doing without it, would cost and whom; with --limits: what one step more in numbers of pairs and distances would bring
help-option-counterfactual = with --why-not: the smallest change of one datum (budget, supply, need, distance, fit) that forms the pair, told only if it was applied and solved again
help-option-limits = what more of the budgets, supplies and needs that are used up would bring; with --helper or --recipient those of one party, with --exact also limits on numbers of pairs and distances
help-option-alternatives = at most K plans that are nearly as good and differ most from this one
help-option-within = with --alternatives: how much every priority may lose; with --backbone: how far a plan may fall short of this one in the last priority (there 0 where it is left out); from 0 to 1, 0.01 being one percentage point of a share, one per cent of anything else
help-option-decisions = what each human decision costs: left out, solved again, compared
help-option-save = also keeps the answer of --decisions or --exact in the run folder, for the documents of report
help-option-plan-out = With --exact of --why-not or --pair: write the plan found to this new file, for assign --start and evaluate --plan
help-explain-format = form of --conflict, --decisions, --exact, --limits, --alternatives and --backbone: human (default) or json
help-option-fairness = fairness: spread across counties, prefectures and tracks, and why the least covered cannot get more
help-option-costs = list pairs by cost: which would be missed most, which could be had for least
help-option-backbone = which pairs all good enough plans have, which none, and where there is a choice
help-option-conflict = for a run without a plan: which rules are in conflict, and the ways out
help-option-stability = with how stable pairs are: the folder of a what-if of this run whose set has random runs
help-option-schema = dossier (default), certificate, conflict, decisions (prices of decisions), why-not (cost of a pair), limits (what more of a limit would bring), alternatives (other plans) or backbone
help-option-depth = How much: line, page (the default) or full
help-option-to = Forms, separated by commas: md, html (page with look-ups and a map), xlsx (workbook), docx (draft assignment, and a draft yearly plan for each pair), geojson (for GIS), csv (tables)
help-option-runs = Run folder; for html there may be several, the first being the base that the others are compared with
help-option-boundaries = Draw boundaries of your own on the map of html: a GeoJSON file
help-option-encoding = Encoding of csv: utf-8 (the default, with a byte order mark) or gb18030
help-report-out = With md alone, write to this file; without it, to standard output. With other forms, write to this folder; without it, to reports in the run folder
help-generate-recipients = How many recipients, 1 to 100000
help-generate-helpers = How many helpers, 8 to 100000, spread over the tracks as in the shipped case (with --divisible at least 1)
help-generate-seed = Seed; the same seed gives the same case
help-generate-divisible = Firms and villages instead: one divisible track, nothing to pair, help is spread
help-generate-out = Case folder; without it, named after the case, in the current folder. An existing folder is never overwritten
help-template-xlsx = write to this file; without it jiedui-case.xlsx. An existing file is never overwritten
help-template-from = convert this case (a folder or an .xlsx workbook)
help-template-next = the year after this run: the year moves on by one, pairs of the plan become those of last year, decisions are not carried over, all else stays to be brought up to date
help-template-policy = policy whose tracks, sectors and indicators are meant; without it policy.toml in the case's folder, else the shipped policy
help-option-shell = bash, zsh, fish, powershell or elvish
help-option-code = An error code, such as E0301

## A command line that is not understood

usage-options = [OPTIONS]
usage-command = <COMMAND>
usage-unknown-argument = error: there is no option `{ $argument }`
usage-surplus-argument = error: `{ $argument }` is one argument too many
usage-unknown-command = error: there is no command `{ $value }`
usage-missing-command = error: no command is given
usage-missing-argument = error: { $argument } is missing
usage-missing-value = error: { $argument } lacks a value
usage-invalid-value = error: { $argument } cannot be `{ $value }`
usage-conflict = error: { $argument } cannot go with { $other }
usage-other = error: the command line is not understood
usage-allowed = allowed: { $allowed }
usage-nearest = did you mean: { $nearest }
usage-see-help = See --help.

## Progress

progress-graph = Judging possible pairs
progress-program = Stating rules and objectives
progress-solve = Solving
progress-verify = Independent check
progress-explain = Collecting reasons
progress-conflict = seeking the rules in conflict and the ways out
progress-tier = Solving priority { $tier } of { $count }: { $name }; at most { $bound }, best so far { $plan }

## Saying what was found

cli-named = { $name } ({ $code })
cli-percent = { $n } %
cli-score = a score of { $n }
cli-two-gaps = { $points } percentage points (shares) or { $rest } (other priorities)
cli-warnings = { $count } warnings about the data; `jiedui check` shows them.
cli-stage-time = { $stage }: { $seconds } s
cli-tier = priority { $priority }
cli-tiers = the list of priorities
cli-tier-gap = the gap of priority { $priority }
cli-tier-tolerance = the tolerance of priority { $priority }
cli-tier-objectives = the list of measures of priority { $priority }
cli-objective = { $measure } ({ $more ->
    [yes] more is better
   *[no] less is better
 }, weight { $weight }, tolerance { $tolerance }, { $all ->
    [yes] all tracks
   *[no] tracks { $tracks }
 }{ $age ->
    [yes] , by age
   *[no] {""}
 })
cli-decisions-no-plan = This run has no plan, so no decision has a price; see --conflict for the rules in conflict.
cli-exact-alone = error: --exact goes with --why-not or --pair, which name HELPER:RECIPIENT, or with --limits.
cli-exact-no-plan = This run has no plan, so no pair has a cost; see --conflict for the rules in conflict.
cli-interrupt-heard = Stopping: what is found so far is kept. Ctrl-C once more ends at once and keeps nothing.
cli-output-lost = error: the output is not complete, and what was written of it is of no use. Check disk space and permissions.
cli-plan-written = The plan found is in { $file }.
cli-plan-none = No plan was found that could be written; there is no file.
cli-plan-taken = { $file } exists already and is not overwritten; choose another name with --plan-out, or move it away first
cli-save-alone = error: --save goes with --decisions or --exact.
cli-answer-saved = Kept: { $file }. Documents made by jiedui report will tell it.
cli-report-no-plan = error: this run folder has no plan, so there is no map and no table to export; md, docx, xlsx and html tell why.
cli-explain-json = error: --format json is for --conflict, --decisions, --exact, --limits, --alternatives and --backbone; everything else stands in dossier.json.
cli-no-conflict = This run has a plan; there is no conflict to explain.
cli-conflict-written = No plan exists. The causes are written to { $folder }.
cli-check-figures = The data can be used: { $recipients ->
    [one] { $recipients } recipient
   *[other] { $recipients } recipients
}; { $helpers } helpers ({ $tracks }); { $candidates } possible pairs, { $excluded } excluded by rules.
cli-check-reasons = Reasons of exclusion (a pair may have several): { $reasons }.
cli-track-count = { $name } { $count }
cli-reason-count = { $name } { $count }
cli-reason-forbidden = forbidden by decision
cli-reason-beyond-distance = beyond the distance limit
cli-reason-distance-unknown = distance unknown
cli-reason-no-common-sector = no common sector
cli-reason-hardship-gap = hardship classes too far apart
cli-reason-same-place = helper sits in the recipient
cli-reason-minimum-support-unreachable = minimum support out of reach
cli-reason-effort-floor-unreachable = required effort out of reach
cli-reason-recipient-quota-zero = recipient takes no helper of the track
cli-reason-helper-quota-zero = helper takes no recipient
cli-reason-load-too-large = beyond the helper's load limit
cli-verify-passed = Check passed: { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}; { $rows } rows of { $rules } rules recomputed, none broken; { $measures } measures and all priorities agree with the dossier; the files are unchanged.
cli-verify-certified = Priority { $priority } ({ $name }): certified. No plan that keeps the earlier priorities does better than { $bound }.
cli-verify-word = Priority { $priority } ({ $name }): not certified. That no plan does better than { $bound } is the solver's word.
cli-verify-word-and-certified = Priority { $priority } ({ $name }): that no plan does better than { $bound } is the solver's word, not certified; certified is that none does better than { $certified }.
cli-verify-no-certificate = This run has no certificate: its bounds were not checked.
cli-verify-failed = Check failed.
cli-verify-no-plan = This run folder records that no plan exists; there is no plan to check. The files are unchanged.
cli-violation = {"  "}{ $rule }: { $who }; the plan has { $found }, allowed is { $bound ->
    [least] at least { $allowed }
    [most] at most { $allowed }
   *[other] { $allowed }
}
cli-violations-more = {"  "}and { $count } more
cli-unknown-recipient = error: no recipient has the code or name `{ $value }`. Near: { $nearest }
cli-unknown-recipient-none-near = error: no recipient has the code or name `{ $value }`, nor one near to it
cli-recipient-is-helper = error: `{ $value }` is a helper, not a recipient
cli-unknown-helper = error: no helper has the code or name `{ $value }`. Near: { $nearest }
cli-unknown-helper-none-near = error: no helper has the code or name `{ $value }`, nor one near to it
cli-helper-is-recipient = error: `{ $value }` is a recipient, not a helper
cli-ambiguous-name = error: several are called `{ $value }`; use a code: { $codes }
cli-pair-shape = error: `{ $value }` is no pair; write HELPER:RECIPIENT
cli-unknown-code = error: there is no code { $value }. Did you mean { $nearest }
cli-report-one-run = error: several run folders are given; only html compares runs
cli-folder-taken = error: `{ $folder }` exists already. Choose another name, or move the old folder away.
cli-check-lp-written = The program is written to { $folder }.
cli-generated = The case is written to { $folder }: { $recipients ->
    [one] { $recipients } recipient
   *[other] { $recipients } recipients
}, { $helpers } helpers, all made up. Next: jiedui assign { $folder }
cli-generate-size = error: { $option } cannot be { $found }; it is between { $least } and { $most }.

## Rules that the independent check goes through

rule-unknown-id = codes exist in the case
rule-duplicate = a pair, and a sector in it, occurs once
rule-granularity = smallest step of amounts
rule-negative-help = help is not negative
rule-empty-help = entries of divisible tracks carry help
rule-common-sector = helper and recipient share a sector
rule-same-place = nobody helps itself
rule-forbidden-pair = forbidden pairs
rule-distance-limit = distance limit
rule-hardship-limit = limit on hardship classes climbed
rule-need-balance = help within need
rule-sector-supply = help within supply
rule-budget = help within budget
rule-activation = help of a pair within what both sides have and need
rule-minimum-support = minimum support of a pair
rule-recipient-quota = number of a recipient's helpers
rule-helper-quota = number of a helper's recipients
rule-helper-load = load of a helper
rule-effort-floor = share of the budget to be deployed
rule-continuity = continuity of last year's pairs
rule-decision = human decisions
rule-claim = stated measures are the plan's

cli-template-file = jiedui-case.xlsx
cli-template-written = an empty workbook was written to { $file }; once filled in, check it with jiedui check
cli-template-policy = a workbook brings no policy along: check and solve it with --policy { $policy }, else the built-in one of Sichuan holds
cli-template-converted = the case was written to the workbook { $file }
cli-template-next = the workbook { $file } for { $year } goes on from the result of { $last }: pairs carried over as those of last year: { $pairs } (correct them where others came to be); decisions are not carried over. Bring the name of the case, revenues and budgets, needs and supplies up to date; the policy (that of the run is { $policy }) must have funding rates for { $year }, too.
cli-template-next-source = plan of { $last }
cli-template-taken = { $file } exists already and is not overwritten; choose another name with --xlsx, or move it away first
