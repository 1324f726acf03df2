# explain --limits, --alternatives: what more of a limit would bring; other plans as good

lim-title = What more of a limit would bring
lim-title-of = { $who }: what more of a limit would bring
lim-lead = With the pairs held, and the numbers of persons sent (but for the one more where a line says so), one limit is widened and the money shared out anew, priority by priority; the figures are the difference to the limit as it is. Each limit is widened alone; effects do not add up. Only the first priority that changes counts.
lim-budget = Budget of { $helper }, { $limit }, all spent: { $worth }
lim-supply = { $sector } of { $helper }, { $limit }, all given: { $worth }
lim-need = Need of { $recipient } in { $sector }, { $limit }, all met: { $worth }
lim-worth-even = each { $unit } more brings { $gain } of { $tier } (priority { $priority }); this holds up to { $to }, where it comes to { $total }
lim-worth-even-both-ways = each { $unit } more brings { $gain } of { $tier } (priority { $priority }); this holds up to { $to }, where it comes to { $total }; and down to { $from }, each { $unit } less takes as much
lim-worth-step-better = { $step } more brings { $change } of { $tier } (priority { $priority })
lim-worth-step-worse = { $step } more takes { $change } of { $tier } (priority { $priority })
lim-worth-nothing = up to { $tried } more, no priority gets better
lim-worth-breaks = with { $tried } more the pairs of this plan cannot stand
lim-others-nothing = Another { $n } limits are used up, but widening one of them alone brings nothing (with the pairs held).
lim-more = Another { $n }: --depth full lists them all.
lim-none = No budget, supply or need is used up.
lim-none-gains = Budgets, supplies and needs are used up, but widening one of them alone brings nothing (with the pairs held).
lim-rules-title = What one step more in numbers and distances would bring
lim-rules-lead = Each is widened alone and the whole case solved again, with pairs free to change; compared with this plan.
lim-rules-none = No limit on numbers of pairs or on distance is used up.
lim-rules-hint = What one step more in the numbers of pairs or the distance would bring is computed with --exact.
lim-rule-recipient-max = Most pairs of { $recipient } in "{ $track }", from { $from } to { $to }: { $worth }
lim-rule-helper-max = Most pairs of { $helper }, from { $from } to { $to }: { $worth }
lim-rule-track-recipient-max = Most pairs of every county in "{ $track }", from { $from } to { $to }: { $worth }
lim-rule-track-helper-max = Most pairs of every helper in "{ $track }", from { $from } to { $to }: { $worth }
lim-rule-max-distance = Distance limit of "{ $track }", from { $from } to { $to } (which lets the nearest pair in): { $worth }
lim-rule-max-changes = Pairs of last year that may end in "{ $track }", from { $from } to { $to }: { $worth }
lim-rule-gains = { $tier } (priority { $priority }) goes from { $with } to { $without }, { $achieved } better; { $pairs ->
    [one] { $pairs } pair changes
   *[other] { $pairs } pairs change
} with it
lim-rule-gains-between = in the plan found, { $tier } (priority { $priority }) goes from { $with } to { $without }, { $achieved } better (of which the wider limit is proven to bring at least { $least } and at most { $most }); { $pairs } pairs change with it
lim-rule-better = the plan found needs no wider limit and is better than this one: { $tier } (priority { $priority }) goes from { $with } to { $without }, at least { $gain } better. The run missed this better plan, which the wider limit did not bring; running again with more effort (--effort) is advised. Compared with the better plan, the wider limit is proven to bring at most { $most }
lim-rule-nothing = no priority can be any better (proven)
lim-rule-nothing-found = no better plan was found; { $tier } (priority { $priority }) is proven to gain at most { $most }
lim-rule-unknown = no plan was found within the effort allowed, so the effect is not known
lim-interrupted = The computation was cut short before all limits were priced.

alt-title = Plans nearly as good that differ most
alt-lead = No priority is worse than in this plan by more than { $within } (percentage points for shares, in proportion for all others), and as few pairs as was found are the same as in this plan and in those listed before. Each plan was checked against every rule; plans that differ more may exist.
alt-line = Plan { $number }: { $differs } of the { $pairs } pairs of this plan are different
alt-heading = Plan { $number }: { $differs } of the { $pairs } pairs of this plan are different
alt-earlier = Pairs of the plans listed before that it does not have, in their order: { $list }.
alt-most = Proven: within the tolerance, no plan lacks more than { $most } pairs of this one.
alt-head-priority = Tier
alt-head-objective = Priority
alt-head-run = This plan
alt-head-plan = That plan
alt-head-change = Change
alt-same = the same
alt-moves = How pairs move (groups that do not touch one another: { $n }):
alt-coverage = Where coverage changes most:
alt-none = No plan within the tolerance was found that lacks a pair of this one.
alt-end-no-other = Proven: within the tolerance every plan has all pairs of this one (it may have more, and other amounts).
alt-end-none-found = No further such plan was found within the effort allowed; that does not mean that there is none.
alt-no-pairs = Plans are compared by their pairs. All tracks of this policy share out help by amount and form no pairs, so there is nothing to compare; other ways to share out amounts are not sought.
alt-end-interrupted = The computation was cut short.
