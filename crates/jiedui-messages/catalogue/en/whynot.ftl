# explain --exact: what a pair would cost and whom

wn-title = { $asked ->
    [formed] On { $helper } helping { $recipient }
   *[other] On { $helper } no longer helping { $recipient }
}
wn-question = { $asked ->
    [formed] Question: if { $helper } helped { $recipient }, what would it cost, and who would have to move?
   *[other] Question: if { $helper } no longer helped { $recipient }, what would it cost, and who would have to move?
}
wn-as-asked = { $asked ->
    [formed] { $helper } helps { $recipient } in this plan already: nothing has to move, nothing is lost.
   *[other] { $helper } does not help { $recipient } in this plan: nothing has to move, nothing is lost.
}
wn-divisible = The track of { $helper } spreads its help without forming pairs, so a pair with { $recipient } cannot be demanded.
wn-impossible = { $asked ->
    [formed] With these data, rules and decisions no plan can have { $helper } help { $recipient } (proven).
   *[other] With these data, rules and decisions no plan can do without { $helper } helping { $recipient } (proven).
}
wn-line-impossible = { $asked ->
    [formed] With these data, rules and decisions no plan can have { $helper } help { $recipient } (proven). { $why }
   *[other] With these data, rules and decisions no plan can do without { $helper } helping { $recipient } (proven). { $why }
}
wn-why-demanded = Why: { $held }.
wn-do-impossible = { $asked ->
    [formed] What would make it possible: add a decision `lock` to decisions.csv (in a workbook, the sheet of decisions), run jiedui assign, and see with jiedui explain RUN --conflict which rules are in conflict and what ways out there are.
   *[other] What would make it possible: add a decision `forbid` to decisions.csv (in a workbook, the sheet of decisions), run jiedui assign, and see with jiedui explain RUN --conflict which rules are in conflict and what ways out there are.
}
wn-do-impossible-draft = What would make it possible: finding out which rules stand against it and what ways out there are; which to give up is for those who made them to decide.
wn-not-found = { $asked ->
    [formed] No plan with { $helper } helping { $recipient } was found within the effort allowed; that does not mean there is none, and the cost is not known.
   *[other] No plan without { $helper } helping { $recipient } was found within the effort allowed; that does not mean there is none, and the cost is not known.
}
wn-do-not-found = Run again with more effort (--effort of jiedui assign), then ask again.
wn-do-not-found-draft = Run again with more effort, then ask again.
wn-do-interrupted = The computation was interrupted; please run it again.
wn-do-time-limit = The computation was stopped by the time limit, and another run need not give the same answer: run again with more time (--time-limit of jiedui assign), then ask again.
wn-do-time-limit-draft = The computation was stopped by the time limit, and another run need not give the same answer: run again with more time, then ask again.
wn-locked = { $helper } helps { $recipient } by decision. { $decision }
wn-do-locked = A decision demands this pair, and has to be withdrawn before the pair can be left out. What the decision costs is shown by jiedui explain RUN --decisions.
wn-do-locked-draft = A decision demands this pair, and has to be withdrawn before the pair can be left out. What the decision costs can be worked out on request.
wn-excluded = Answer: rules exclude this pair, for all of these reasons:
wn-line-excluded = Rules exclude { $helper } helping { $recipient }: { $reasons }.
wn-do-excluded = To make it possible, every one of these reasons has to go:
wn-do-excluded-then = That only allows the pair; it does not say that it would be chosen. Whether it would, and at what cost, is known once the data are changed and the case is run again.

wn-remedy-forbidden = those who decided withdraw the decision
wn-remedy-beyond-distance = raise the track's distance limit to { $value } at least, or correct the distance if it is wrong
wn-remedy-distance-unknown = give the distance, or the coordinates of both places
wn-remedy-no-common-sector = the helper offers something in a sector that the recipient needs, or the recipient states such a need
wn-remedy-hardship-gap = raise the track's limit on hardship class to { $value } at least, or correct the class if it is wrong
wn-remedy-same-place = nothing: the helper sits in the recipient
wn-remedy-minimum-support = give the helper money or supply enough for the pair to carry { $required }, or lower the track's minimum support of a pair to { $value } at most
wn-remedy-effort-floor = allow the helper one more pair, lower the least effort, or find more need at the recipient
wn-remedy-recipient-quota-zero = raise the recipient's quota in this track
wn-remedy-helper-quota-zero = raise the helper's quota
wn-remedy-load-too-large = raise the helper's limit on work to { $value } at least, or reduce the work of this pair

wn-allowed = { $asked ->
    [formed] Answer: the rules allow this pair; the plan does not choose it. The case was solved again on the condition that { $helper } helps { $recipient }, with everything else as it was, and compared with this plan.
   *[other] Answer: the rules allow doing without this pair. The case was solved again on the condition that { $helper } does not help { $recipient }, with everything else as it was, and compared with this plan.
}
wn-cost-title = 1. What it costs
wn-cost-nothing = Nothing: a plan was found that keeps every more urgent priority within what the policy allows and is as good as this one in the last.
wn-nothing-better = { $nothing } The plan found is even better by { $gain } in priority { $priority }, { $tier }: the run did not find it; the difference is within the gap that the run proved and need not come from this pair.
wn-cost-exact = The cost is in priority { $priority }, { $tier }: from { $run } to { $with }, a loss of { $size }. This is exact: no arrangement loses less.{ $priority ->
    [1] {""}
   *[other] {" "}More urgent priorities stay within what the policy allows.
}
wn-cost-between = The cost is in priority { $priority }, { $tier }: from { $run } to { $with }, a loss of { $most }. This is an interval, not an exact figure: the loss is proven to be at least { $least }, and at most { $most }.{ $priority ->
    [1] {""}
   *[other] {" "}More urgent priorities stay within what the policy allows.
}
wn-cost-at-most = The cost is in priority { $priority }, { $tier }: the plan found goes from { $run } to { $with }, a loss of { $most }. This is an upper limit, not an exact figure: it is not proven that anything has to be lost.{ $priority ->
    [1] {""}
   *[other] {" "}More urgent priorities stay within what the policy allows.
}
wn-cost-later = { " " }Even where all earlier priorities can be kept, priority { $priority }, { $tier }, loses at least { $least } (proven).
wn-cost-unsettled = Not settled: it is not proven that anything has to be lost. In priority { $priority }, { $tier }, the plan found goes from { $run } to { $with }, a loss of { $most }; no plan was found that keeps this priority, and another may lose far less.{ $priority ->
    [1] {""}
   *[other] {" "}More urgent priorities stay within what the policy allows.
}
wn-cost-better = Nothing as far as is known. The plan found is even better than this one: priority { $priority }, { $tier }, goes from { $run } to { $with }, a gain of { $size }. The run missed this better plan; the pair need not be what brings it. Running again with more effort (--effort) is advised.
wn-cost-better-draft = Nothing as far as is known. The plan found is even better than this one: priority { $priority }, { $tier }, goes from { $run } to { $with }, a gain of { $size }. The run missed this better plan; the pair need not be what brings it. Running again with more effort is advised.
wn-take-better = To take the better plan, save the five lines below as better.toml and run: jiedui assign RUN/input --from RUN --with better.toml. That solves again with this decision and writes a new run folder; compare its priorities with those above before it is used. This run stays as it is.
wn-take-reason = take the better plan that was found
wn-line-nothing = { $asked ->
    [formed] { $helper } helping { $recipient } would cost nothing: every more urgent priority can stay within what the policy allows, and the last as good as in this plan.
   *[other] { $helper } no longer helping { $recipient } would cost nothing: every more urgent priority can stay within what the policy allows, and the last as good as in this plan.
}
wn-line-exact = { $asked ->
    [formed] With { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: a loss of { $size } (exact).
   *[other] Without { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: a loss of { $size } (exact).
}
wn-line-between = { $asked ->
    [formed] With { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: at most { $most } is lost, and at least { $least } as proven.
   *[other] Without { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: at most { $most } is lost, and at least { $least } as proven.
}
wn-line-at-most = { $asked ->
    [formed] With { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: at most { $most } is lost, and it is not proven that anything has to be.
   *[other] Without { $helper } helping { $recipient }, priority { $priority }, { $tier }, goes from { $run } to { $with }: at most { $most } is lost, and it is not proven that anything has to be.
}
wn-line-unsettled = { $asked ->
    [formed] With { $helper } helping { $recipient } the cost is not settled: it is not proven that anything has to be lost; in the plan found, priority { $priority }, { $tier }, goes from { $run } to { $with }, a loss of { $most }, and another plan may lose far less.
   *[other] Without { $helper } helping { $recipient } the cost is not settled: it is not proven that anything has to be lost; in the plan found, priority { $priority }, { $tier }, goes from { $run } to { $with }, a loss of { $most }, and another plan may lose far less.
}
wn-line-better = { $asked ->
    [formed] { $helper } helping { $recipient } costs nothing as far as is known; the plan found is even better (priority { $priority }, { $tier }, from { $run } to { $with }), and the run missed it.
   *[other] { $helper } no longer helping { $recipient } costs nothing as far as is known; the plan found is even better (priority { $priority }, { $tier }, from { $run } to { $with }), and the run missed it.
}
wn-head-priority = priority
wn-head-objective = objective
wn-head-run = this plan
wn-head-asked = as asked
wn-head-change = difference
wn-same = the same
wn-within = within the tolerance

wn-score-parts = What changes of the { $tier } in the plan found: { $list }.
wn-moves-title = 2. Who would have to move
wn-chain-moves = { $asked ->
    [formed] If { $helper } goes from { $from } to { $recipient }, these move with it in the plan found: { $moves }.
   *[other] If { $helper } goes from { $recipient } to { $to }, these move with it in the plan found: { $moves }.
}
wn-chain-moves-alone = { $asked ->
    [formed] If { $helper } goes from { $from } to { $recipient }, no other pair moves directly with it.
   *[other] If { $helper } goes from { $recipient } to { $to }, no other pair moves directly with it.
}
wn-chain-comes = If { $helper } comes to help { $recipient }, these move with it in the plan found: { $moves }.
wn-chain-comes-alone = If { $helper } comes to help { $recipient } as well, no other pair moves directly with it.
wn-chain-leaves = If { $helper } no longer helps { $recipient }, these move with it in the plan found: { $moves }.
wn-chain-leaves-alone = If { $helper } no longer helps { $recipient }, no other pair moves directly with it.
wn-move = { $helper } goes from { $from } to { $to }
wn-move-in = { $helper } comes to help { $to }
wn-move-out = { $helper } no longer helps { $from }
wn-move-separator = {", "}
wn-others-none = All other pairs stay.
wn-others = The plan found has { $n } further changes that are not connected with this and need not come from the pair: solving again may choose otherwise elsewhere. The figures above include them:
wn-others-counted = The plan found has { $n } further changes that are not connected with this and need not come from the pair: solving again may choose otherwise elsewhere. The figures above include them; --depth full lists them.
wn-other-chain = { $moves }
wn-more = { $n } more, all listed with --depth full

wn-coverage-title = 3. What it means for the recipients
wn-coverage-undefined = No recipient has a need, so there is no coverage to compare.
wn-coverage-none = The coverage of every recipient stays the same.
wn-falls = Coverage visibly falls at { $n }, the largest fall first:
wn-rises = Coverage visibly rises at { $n }, the largest rise first:
wn-coverage-small = { $n ->
    [one] { $n } more changes
   *[other] { $n } more change
} by less than 0.1 points.
wn-coverage = { $name }: { $before } → { $after }

wn-do-title = 4. How to have it so
wn-do-priced = { $asked ->
    [formed] No rule stands in the way; whether it is worth its cost is for people to decide. If so, add a decision `lock` with its reason to decisions.csv (in a workbook, the sheet of decisions) and run jiedui assign again. That seeks anew: its priorities may end below those shown, and its result is what counts. To begin at the plan above, ask with --plan-out PLAN.csv, which keeps it, and then run jiedui assign CASE --from RUN --start PLAN.csv.
   *[other] No rule stands in the way; whether it is worth its cost is for people to decide. If so, add a decision `forbid` with its reason to decisions.csv (in a workbook, the sheet of decisions) and run jiedui assign again. That seeks anew: its priorities may end below those shown, and its result is what counts. To begin at the plan above, ask with --plan-out PLAN.csv, which keeps it, and then run jiedui assign CASE --from RUN --start PLAN.csv.
}
wn-basis = Basis: solved again from the data that the run keeps; the plan as asked was checked against every rule, though another with fewer moves may exist. Priorities are compared in their order: only the first that gets worse counts as the cost. Differences in later ones are not the cost of the pair; they may come merely from the smaller effort of solving again. All costs are against the final values of this plan, and a more urgent priority loses only where it falls below what the policy's tolerance allows; where the run folder does not say what each pair would cost (see --costs), they are against what each priority reached when it was solved.
wn-basis-draft = Basis: solved again from the data that the run keeps; the plan as asked was checked against every rule, though another with fewer moves may exist. Priorities are compared in their order: only the first that gets worse counts as the cost. Differences in later ones are not the cost of the pair; they may come merely from the smaller effort of solving again. All costs are against the final values of this plan, and a more urgent priority loses only where it falls below what the policy's tolerance allows; where the run folder does not say what each pair would cost, they are against what each priority reached when it was solved.
wn-interrupted = The computation was cut short; with more time the cost may turn out smaller.
wn-time-limit = The computation was stopped by the time limit: with more time the cost may turn out smaller, and another run need not give the same answer.
wn-hint-exact = What it would cost to form this pair, and who would have to move, is computed with --exact.

wn-cf-lead = The smallest changes of one datum, all else as it is, that form this pair, the smallest in relation first. Each was applied and the case solved again and checked; 95% of it does not form the pair:
wn-cf-none = No change of one datum, all else as it is, was found that forms this pair. { $n } data were tried, each alone: budgets, supplies and needs up to twice their value, the distance down to less than 1 km, the fit up to 1.
wn-cf-others = For another { $n } data no such change was found within what was tried (budgets, supplies and needs up to twice their value, the distance down to less than 1 km, the fit up to 1); --depth full lists them.
wn-cf-unclear = With { $n } of these the pair is formed at some changes and not at larger ones, or the computation did not end; as the plans are not proven best, no smallest change can be told.
wn-cf-unchanged = Solved again from this plan with no datum changed, the plan has this pair: as far as is known the two plans are equally good, and no datum has to change.
wn-cf-budget = budget of { $helper } raised from { $from } to { $to } ({ $change })
wn-cf-supply = supply of { $helper } in { $sector } raised from { $from } to { $to } ({ $change })
wn-cf-need = need of { $recipient } in { $sector } raised from { $from } to { $to } ({ $change })
wn-cf-distance = distance of the two lowered from { $from } to { $to } ({ $change })
wn-cf-fit = fit of the two raised from { $from } to { $to } ({ $change })
wn-cf-unsettled = { $tried }: not settled
wn-cf-unsteady = { $tried }: formed at some changes and not at larger ones, so no smallest change can be told
wn-cf-line = The smallest change of one datum that forms the pair: { $smallest }; solved again and checked.
