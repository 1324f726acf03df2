# report
# Reports: terminal summary and Markdown

rep-list-separator = {", "}
rep-unknown = unknown
rep-undefined = undefined
rep-and-more = { $list } and { $n } more

## Units
rep-unit-km = { $n } km
rep-unit-wan = { $n } 万元
rep-unit-person = { $n ->
    [one] { $n } person
   *[other] { $n } persons
}
rep-unit-steps = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
rep-unit-step-persons = { $n ->
    [one] { $n } person-step
   *[other] { $n } person-steps
}
rep-unit-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
rep-unit-pairs = { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}
rep-unit-wan-km = { $n } 万元·km
rep-unit-load = load: { $n }
rep-unit-points = { $n } points

## Measures
rep-measure-coverage-floor = lowest coverage of need
rep-measure-coverage = mean coverage of need
rep-measure-equity = equity
rep-measure-fit = total fit
rep-measure-fit-floor = least sum of fits at a county
rep-measure-distance = total distance
rep-measure-flow-distance = help × distance
rep-measure-continuity = kept from last year
rep-measure-hardship = people sent to harder places × class steps
rep-measure-effort-balance = highest effort
rep-measure-pairs = all pairs
rep-measure-by-age = { $measure }, by years
rep-measure-unknown-distances = { $value } ({ $n } of unknown distance, counted as 0)
rep-measure-in-tracks = { $measure } ({ $tracks })
rep-measure-in-some-tracks = { $measure } (in { $n ->
    [one] one track
   *[other] { $n } tracks
})
rep-more-is-better = more is better
rep-less-is-better = less is better

## Priorities and their proof
rep-tier-weighted = combined score ({ $measures })
rep-tier-proven = proven { $distance }
rep-tier-word = { $distance } (the solver's word)
rep-tier-distance-none = best
rep-tier-measures-nothing = the data have nothing of the kind: this priority decides nothing
rep-tier-distance-points = within { $points } points of the best
rep-tier-distance-percent = within { $percent }% of the best
rep-tier-distance-score = within a score of { $score } of the best
rep-tier-given-up = gave up { $amount } to later priorities{ $allowed ->
    [no] { "" } (beyond what is allowed only by what rounding amounts takes)
   *[yes] { "" } (as allowed)
}
rep-score-made-of = Score { $score } = { $sum }.
rep-score-part = { $measure } { $value } × { $weight }
rep-score-first = { $part }
rep-score-first-less = −{ $part }
rep-score-more = { $sum } + { $part }
rep-score-less = { $sum } − { $part }
rep-score-open = The { $score } below its bound would be, all in one measure, { $list }.
rep-score-open-part = { $size } of { $measure }
rep-score-change = { $measure } from { $before } to { $after }
rep-list-or = {" "}or{" "}
rep-tier-proven-conceded = proven { $distance } ({ $amount } given up)
rep-tier-word-conceded = { $distance } (solver's; { $amount } given up)
rep-tier-given-up-points = gave up { $points } percentage points to later priorities{ $allowed ->
    [no] { "" } (beyond what is allowed only by what rounding amounts takes)
   *[yes] { "" } (as allowed)
}

## Summary
rep-summary-title = { $policy }, plan for { $year }: { $case }
rep-summary-served = Result: every quota is met in every track. Recipients: { $recipients }; pairs: { $pairs }.
rep-summary-served-shared = Result: all tracks share out help by amount and form no pairs. Recipients: { $recipients }.
rep-summary-served-short = Note: some quotas are not met. Recipients: { $recipients }; pairs: { $pairs }.
rep-summary-verified = Check: passed. Rule families recomputed from the raw data: { $rules }.
rep-termination-optimal = Solving: every priority is within the precision asked for; reproducible.
rep-termination-effort-spent = Solving: the fixed amount of work is spent; the plan is reproducible.
rep-termination-time-limit = Solving: stopped by the time limit; another run may differ.
rep-termination-interrupted = Solving: interrupted; another run may differ.
rep-no-needs = Amounts: the data have no needs, so the plan decides on pairs alone and on no amounts; fits worked out from supply and need are therefore all 0.
rep-shortlist = Candidates: { $listed } of { $candidates } entered the search; bounds hold for all.
rep-summary-tiers = Priorities in order ("best" means while keeping the earlier ones):
rep-summary-tier = { $priority } { $name }: { $value }, { $proof }
rep-summary-measures = Other measures:
rep-summary-measure = { $name } { $value }
rep-summary-other-tracks = other tracks: { $n }
rep-summary-worst = Lowest coverage: { $list }
rep-summary-worst-one = { $name } { $coverage }
rep-summary-files = Files: { $folder }
rep-summary-next-explain = Why, for a county: jiedui explain { $folder } --recipient { $recipient }
rep-summary-next-report = Full report: jiedui report { $folder } --to md
rep-summary-folder-word = RUN
rep-data-warning = Data: of the plan's value, { $published } rests on published figures only; { $estimated } uses estimates, { $illustrative } uses illustrative figures, { $unstated } does not say.

## Report
rep-title = { $policy }: report on the plan for { $year }
rep-case-line = Case: { $title } ({ $name }); program version: { $version }
rep-section-result = 1. Result
rep-section-tiers = 2. Priorities and their proof
rep-section-measures = 3. Measures
rep-section-tracks = 4. Tracks
rep-section-recipients = 5. All recipients
rep-section-each = 6. Each recipient
rep-section-helpers = 7. What the helpers give
rep-section-ended = 8. Pairs of last year that end
rep-section-excluded = 9. Excluded combinations
rep-section-data = 10. Quality of the data
rep-section-method = 11. Method, and what is proven
rep-each-lead = The ranks and figures below stand side by side only. Whether the whole would be better or worse with another combination is known only after solving again; nothing is claimed here.
rep-tiers-lead = Priorities are served in order: the first as well as possible, then the second without taking more from the first than is allowed, and so on. "Within … of the best" means: no plan that keeps the earlier priorities can be better in this one by more than that. Where “proven” stands, this is proven and does not depend on the luck of the search; where “the solver's word” stands, the solver alone says so.
rep-helpers-idle = Helpers without a pair: { $n } ({ $list }).
rep-ended-none = No pair of last year ends.
rep-ended-excluded = may not go on under the present rules: { $reasons }
rep-ended-not-chosen = could go on, but the plan does not choose it
rep-ended-priced = could go on, but the plan does not choose it; going on: { $cost }
rep-forbidden-pair = { $helper } and { $recipient }: { $reason }
rep-excluded-lead = Combinations excluded by rules: { $excluded }. Combinations neither excluded nor chosen: { $candidates }. A combination can have several reasons; the table counts each.
rep-data-weakest = How it is counted: all help rests on figures for need, supply and money, and is counted under the weakest of them.
rep-method-decomposition = Method: the tracks are taken apart, each is matched on its own, and they are coordinated through the recipients' needs; the coordination also yields a limit that no plan can exceed. Once the pairs are fixed, it is worked out who gives how much of what.
rep-method-monolithic = Method: all tracks and all rules are solved together; this also yields a limit that no plan can exceed.
rep-method-other = Method: see the manifest of the run.
rep-proven-rules = Proven: the plan obeys every rule. The check shares no code with the search and recomputes everything from the raw data in exact arithmetic.
rep-proven-bounds = Proven: how far each priority can be from its best; see “Priorities and their proof”.
rep-proven-bounds-word = How far each priority can be from its best: see “Priorities and their proof”. What is called the solver's word rests on the solver alone, without a proof that can be checked; the rest is proven.
rep-proven-contributions = Proven: the contributions of the pairs to each additive measure add up exactly to the plan's.
rep-proven-contributions-not = Note: for some additive measure the contributions do not add up to the plan's; please tell the maintainers of the program.
rep-not-proven-data = Not proven: that the data are right. “Quality of the data” says how much is estimated or illustrative.
rep-alternatives-priced = Worked out: within which limits a pair that was not chosen would cost something if it had to be formed, under "Why not"; "at least" is proven, "at most" is the loss of a plan that was found. What was not worked out is known only after solving again.
rep-not-proven-alternatives = Not proven: whether the whole would be better or worse with another combination. The report shows figures side by side and does not judge; to know, solve again.
rep-reproducible = Reproducible: the same data and settings give the same plan.
rep-not-reproducible = Not fully reproducible: the search was stopped by the time limit or by hand; another run may differ.

## Heads of tables
rep-head-track = track
rep-head-pairs = pairs
rep-head-kept = kept
rep-head-new = new
rep-head-ended = ended
rep-head-helpers = helpers
rep-head-value = value (万元)
rep-document-meant = Clauses are those of { $document }.
rep-head-clause = clause
rep-head-priority = priority
rep-head-objective = objective
rep-head-reached = reached
rep-head-proof = proof
rep-head-given-up = given up
rep-head-measure = measure
rep-head-value-of = value
rep-head-sense = sense
rep-head-attained = attained at
rep-head-code = code
rep-head-recipient = recipient
rep-head-prefecture = prefecture
rep-head-class = hardship class
rep-head-need = need (万元)
rep-head-given = given (万元)
rep-head-coverage = coverage
rep-head-helper = helper
rep-head-budget = budget (万元)
rep-head-effort = effort
rep-head-since = since
rep-head-why = why
rep-head-combinations = combinations
rep-head-table = table
rep-head-input = input
rep-head-digest = digest

## Basis of data, and tables
rep-basis-published = published
rep-basis-estimated = estimated
rep-basis-illustrative = illustrative
rep-basis-unstated = not stated
rep-table-places = places
rep-table-helpers = helpers
rep-table-needs = needs
rep-table-supply = supply
rep-table-pairs = pairs
rep-table-roads = roads
rep-table-history = history
rep-table-other = other

# What a candidate would cost, or doing without a pair of the plan
rep-loss-impossible = no plan has this pair (proven)
rep-loss-indispensable = no plan can do without this pair (proven)
rep-loss-demanded = demanded by a decision or a minimum tenure
rep-loss-demanded-locked = demanded by a decision
rep-loss-demanded-tenure = demanded by the minimum tenure
rep-loss-none = costs nothing: one plan with it keeps the earlier priorities as the policy demands and loses nothing in the last
rep-loss-better = costs nothing: a plan of that kind is better by { $most } in { $tier } and keeps the earlier priorities as the policy demands; the run did not find it
rep-loss-exact = { $tier } loses { $most } (exact)
rep-loss-between = { $tier } loses at least { $least }, at most { $most }
rep-loss-at-most = { $tier } loses at most { $most } (an upper limit; that anything must be lost is not proven)
rep-loss-unsettled = cost not settled (that anything must be lost is not proven; the one plan worked out loses { $most } in { $tier }; it can be worked out on request)
rep-loss-apart = { $tier } loses at most { $most }; proven: { $other } loses at least { $least }, or an earlier priority loses
rep-loss-at-least = { $tier } loses at least { $least }, or an earlier priority loses (no such plan was worked out)
rep-loss-unknown = not worked out
rep-move = { $helper } goes from { $from } to { $to }
rep-move-in = { $helper } helps { $to } as well
rep-move-out = { $helper } no longer helps { $from }
