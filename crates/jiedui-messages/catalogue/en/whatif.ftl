# whatif

## The command

help-whatif = Try scenarios: change the base case as a set says, solve each, compare in one table, say which pairs moved
help-whatif-long =
    Each scenario writes its own run folder (runs/NAME), beside table.csv, table.json and table.md. A set with any mistake is refused before anything runs.
    Ctrl-C stops; the same command goes on with the scenarios that are not finished. Results do not depend on --jobs, interruption or shards.
    Examples:
      jiedui whatif scenarios.toml --base runs/base
      jiedui whatif scenarios.toml --base runs/base --shard 1/4 --out part1
      jiedui whatif merge part1 part2 part3 part4 --out all
help-whatif-merge = Join shards; the same as the unsharded run
help-whatif-set = The scenario set (a TOML file)
help-whatif-base = The base: a run folder with a plan
help-whatif-jobs = How many scenarios at once; 0 (default) is the number of cores
help-whatif-shard = Only shard i of n, written 1/4
help-whatif-out = Folder to write; without it runs/whatif-SET. A folder of the same what-if is gone on with
help-merge-shards = The folders of the shards
help-merge-out = Folder to write; without it runs/whatif-SET. Never over an existing folder

whatif-progress = { $done }/{ $count } finished, about { $left } left
whatif-progress-start = { $done }/{ $count } finished
whatif-seconds = { $s } s
whatif-minutes = { $m } min { $s } s
whatif-hours = { $h } h { $m } min
whatif-resumed = { $done } scenarios are finished already; going on with the other { $left }.
whatif-stopped = Stopped: { $done } of { $count } scenarios are finished and kept in { $folder }. The same command goes on from here.
whatif-warnings = The scenarios give { $count } further warnings; -v shows them.
whatif-defect = Scenario { $scenario } has no result because of a defect of this program: { $detail }
whatif-written = Results: { $folder } (table.md, table.csv, table.json; each scenario's run in runs)
whatif-shard-written = Shard { $index }/{ $count } is finished: { $folder }. When all are, join them with jiedui whatif merge.

## The table

wi-title = What-ifs: { $set }
wi-base = Base: { $case } ({ $year }), { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}. New, ended, more and less are against the base; percentages change by points.
wi-outcomes = { $all } scenarios: { $parts }.
wi-count-solved = { $n } with a plan
wi-count-infeasible = { $n } without any possible plan
wi-count-no-plan = { $n } without a plan within the time limit
wi-count-failed = { $n } failed by a defect of this program
wi-head-scenario = Scenario
wi-head-outcome = Outcome
wi-head-new = New
wi-head-ended = Ended
wi-head-moved = Moved
wi-moved-both = +{ $new } -{ $ended }
wi-row-base = Base
wi-status-solved = proven
wi-status-word = best, by the solver
wi-status-effort = not all proven
wi-status-time-limit = stopped by time
wi-status-interrupted = interrupted
wi-status-infeasible = no possible plan
wi-status-no-plan = no plan found
wi-status-failed = defect
wi-setting = { $what } = { $value }
wi-named = { $name }: { $about }
wi-value-change = { $value } ({ $change })
wi-named-short = { $name } ({ $about })
wi-value-change-short = { $value }({ $change })
wi-note-word = Of plans that are "best, by the solver", the distance from the best is for at least one priority the solver's word, without a proof that can be checked; see their run folders.
wi-note-time-limit = Plans that were "stopped by time" were not searched to the end, and another run may find others. Their run folders state how far they may be from the best; changes smaller than that, and swaps between equally good pairs, may come from the search and not from the scenario.
wi-note-interrupted = Plans that were "interrupted" were not searched to the end, and another run may find others. Their run folders state how far they may be from the best; changes smaller than that, and swaps between equally good pairs, may come from the search and not from the scenario.
wi-note-random = { $n ->
    [one] One random run was
   *[other] { $n } random runs were
} not solved as closely as asked for and may be short of the best: swaps between equally good pairs may come from the search and not from the figures.
wi-unproven = Plans that are "not all proven" may be short of the best by the gap that their run folder states. Changes smaller than that gap, and swaps between equally good pairs, may come from the search and not from the scenario.
wi-section-moved = Pairs that moved
wi-moved-none = No scenario changes the pairs of the base.
wi-moved-lead = In the { $scenarios } scenarios with a plan, { $moved } pairs of the base end at least once and { $kept } always stay. Most often first:
wi-moved-more = { $list } and { $n } more
wi-moved-item = { $pair }: { $n } × ({ $scenarios })
wi-pair = { $helper } → { $recipient }
wi-no-pairs = none
wi-section-each = What each scenario changes
wi-each-item = { $scenario }. Ended: { $ended }. New: { $new }.
wi-more = { $n } more in table.md

wi-section-stability = Stability: { $group }
wi-stability-lead = { $cells } figures vary at random; { $runs } runs have a plan{ $without ->
    [none] {""}
   *[other] {" "}({ $without } have none)
 }. Of the { $pairs } pairs of the base, { $always } stay in every run and { $never } in none. The shares are estimates from so many runs, with 95 % confidence intervals.
wi-head-pair = Pair
wi-head-survives = Stays
wi-head-interval = Interval
wi-head-cell = Figure that goes most with its loss
wi-range = { $low }–{ $high }
wi-cells-lead = These figures go most with the number of pairs lost; check them first. An estimate from { $runs } runs; going together is not causing.
wi-cells-none = In { $runs } runs no figure goes with losses more than chance explains; more runs are needed to tell.
wi-cell = { $table } [{ $row }] { $column }
wi-cell-larger = { $cell }: lost rather when larger (correlation { $correlation }; mean { $lost } when lost, { $kept } otherwise)
wi-cell-smaller = { $cell }: lost rather when smaller (correlation { $correlation }; mean { $lost } when lost, { $kept } otherwise)
