# conflict
# Where no plan exists: rules in conflict, and the ways out

con-title = No plan exists: { $case }
con-lead = The rules, the numbers asked for and the decisions cannot all hold together, so there is no plan. Every statement below was checked.
con-line = No plan exists: { $sets } sets of rules in conflict were found; the way out with the best plan: { $changes }.
con-line-no-way = No plan exists: { $sets } sets of rules in conflict were found; no way out could be confirmed within the effort allowed.
con-and-more = { $list } and { $n } more

## Causes
con-causes-title = What stands in the way
con-cause-recipients-short = Track "{ $track }": only { $m ->
    [one] one helper
   *[other] { $m } helpers
} ({ $helpers }) can help { $n ->
    [one] this county
   *[other] these { $n } counties
} ({ $recipients }); together they must have { $demanded }, and at most { $available } can be formed.
con-cause-recipients-alone = Track "{ $track }": { $n ->
    [one] this county ({ $recipients }) has no helper at all to choose from; it must have { $demanded }.
   *[other] these { $n } counties ({ $recipients }) have no helper at all to choose from; they must have { $demanded }.
}
con-cause-helpers-short = Track "{ $track }": { $n ->
    [one] this helper
   *[other] these { $n } helpers
} ({ $helpers }) can help only { $m ->
    [one] one county
   *[other] { $m } counties
} ({ $recipients }); together they must have { $demanded }, and at most { $available } can be formed.
con-cause-helpers-alone = Track "{ $track }": { $n ->
    [one] this helper ({ $helpers }) has no county at all that it could help; it must have { $demanded }.
   *[other] these { $n } helpers ({ $helpers }) have no county at all that they could help; they must have { $demanded }.
}
con-cause-with-reasons = { $cause } What excludes them: { $reasons }.
con-reason-count = { $reason } ({ $pairs })
con-cause-effort-needs = Track "{ $track }" asks that { $share } of the budget be given: with pairs, { $helpers } must give at least { $required }{ $several ->
    [yes] {" "}in all
   *[no] {""}
}. { $n ->
    [one] The only county
   *[other] All { $n } counties
} within reach ({ $recipients }), in the sectors supplied ({ $sectors }), { $n ->
    [one] needs
   *[other] need
} only { $needed }.
con-cause-effort-no-needs = Track "{ $track }" asks that { $share } of the budget be given: with pairs, { $helpers } must give at least { $required }{ $several ->
    [yes] {" "}in all
   *[no] {""}
}. { $n ->
    [one] The only county
   *[other] None of the { $n } counties
} within reach ({ $recipients }) { $n ->
    [one] states no need
   *[other] states any need
} in the sectors supplied ({ $sectors }).
con-cause-effort-supply = Track "{ $track }" asks that { $share } of the budget be given: with pairs, { $helpers } must give at least { $required }{ $several ->
    [yes] {" "}in all
   *[no] {""}
}, but the supplies stated ({ $sectors }) come to only { $supplied }.
con-cause-effort-no-supply = Track "{ $track }" asks that { $share } of the budget be given: with pairs, { $helpers } must give at least { $required }{ $several ->
    [yes] {" "}in all
   *[no] {""}
}, but no supply is stated.
con-cause-effort-reach = Track "{ $track }" asks that { $share } of the budget be given: with pairs, { $helpers } must give at least { $required }{ $several ->
    [yes] {" "}in all
   *[no] {""}
}. Within reach { $n ->
    [one] is one county
   *[other] are { $n } counties
} ({ $recipients }); by the supplies and needs of each sector ({ $sectors }), and as many pairs as are allowed, at most { $reachable } can be given.
con-cause-over-maximum = Track "{ $track }": { $who } must have { $demanded }, but may have { $available }.
con-cause-locked-but-excluded = A decision demands that { $helper } helps { $recipient } ({ $cell }), but rules exclude the pair: { $reasons }.
con-cause-young-but-excluded = { $helper } and { $recipient } are a pair too young to end ({ $cell }), but rules exclude it: { $reasons }.
con-cause-solving = There are enough helpers to choose from; the rules on amounts of help, loads or changes cannot hold together. Solving proved it.

## Conflicts
con-sets-title = Rules in conflict
con-sets-lead = The rules of one set cannot hold together, whatever becomes of the others. Unless said otherwise, without any one of a set the rest of it can hold; each was checked.
con-set-title = Conflict { $number }: these { $n } cannot hold together
con-set-title-alone = Conflict { $number }: this one alone cannot hold
con-element-with-cells = { $element }. See { $cells }
con-set-unsettled = Whether a plan exists without the following could not be settled within the effort allowed, so they may not all be needed in this set: { $elements }
con-sets-more = There are { $n } more conflicts: see --depth full.
con-search-complete = These are all: every other conflict contains one of them.
con-search-bounded = The search is bounded (at most { $most } sets); there may be more conflicts.
con-search-stopped = The search ended early, by its time limit or an interruption; there may be more conflicts, and those listed may be larger than they need to be; there may be more ways out, and the plans listed may be unfinished, so that their order is no more than a hint.
con-proof-forced = Proof: a pair that must be formed is excluded by a rule.
con-proof-flow = Proof: the possible pairs, counted, are too few.
con-proof-solver = Proof: solving showed that no plan keeps these rules.

## Rules
con-element-lock = Decision: { $helper } must help { $recipient } (reason: { $reason })
con-element-forbid = Decision: { $helper } must not help { $recipient } (reason: { $reason })
con-element-tenure = Last year's pair: { $helper } and { $recipient } have been one for { $value }, less than the minimum of "{ $track }", and must stay one
con-element-recipient-min = Number asked for: { $recipient } has at least { $value } in "{ $track }"
con-element-recipient-max = Number asked for: { $recipient } has at most { $value } in "{ $track }"
con-element-track-recipient-min = Track rule: in "{ $track }" every county has at least { $value } (unless it has a number of its own)
con-element-track-recipient-max = Track rule: in "{ $track }" every county has at most { $value } (unless it has a number of its own)
con-element-helper-min = The helper's own number: { $helper } has at least { $value }
con-element-helper-max = The helper's own limit: { $helper } has at most { $value }
con-element-track-helper-min = Track rule: in "{ $track }" every helper has at least { $value } (unless it has a number of its own)
con-element-track-helper-max = Track rule: in "{ $track }" every helper has at most { $value } (unless it has a limit of its own)
con-element-helper-load = The helper's own limit: the load of { $helper } is at most { $value }
con-element-budget = Budget: { $helper } has { $value }
con-element-revenue = Budget: { $helper } has { $value }, computed from revenue
con-element-max-changes = Track rule: in "{ $track }" at most { $value } of last year's may end
con-element-minimum-support = Track rule: in "{ $track }" a pair carries at least { $value }
con-element-effort-floor = Track rule: in "{ $track }" a helper with a pair spends at least { $value } of its budget
con-element-max-distance = Track rule: in "{ $track }" the distance is at most { $value }
con-element-max-hardship-gap = Track rule: in "{ $track }" the hardship class rises by at most { $value }

con-cell = { $file } row { $row }, column { $column }
con-cell-overlay = { $file } line { $row } ({ $column })
con-cell-key = { $file } line { $row } ({ $section }.{ $column })
con-cell-key-alone = the policy ({ $section }.{ $column })
con-cell-nowhere = { $column } (in no file)

## Ways out
con-repairs-title = Ways out
con-repairs-lead = Each of these was applied to the data and solved again, and its plan passed the independent check. The best plan comes first: compared by the first priority, then the second, and so on.
con-repairs-least = Figures are changed by as little as will do: with one step less no plan was found. A step is 0.01 of money or load, 0.1 points of a share, and 1 of all else, as kilometres, pairs or years.
con-repairs-none = No way out could be confirmed within the effort allowed.
con-repairs-unconfirmed = { $n } more looked possible, but no plan was found within the effort allowed, so they are not listed.
con-repair = Way { $number }: { $changes }
con-change-leave-out = withdraw { $name }
con-change-set = { $name }: from { $from } to { $to }
con-name-lock = the decision that { $helper } must help { $recipient }
con-name-forbid = the decision that { $helper } must not help { $recipient }
con-name-tenure = minimum years of "{ $track }" (frees { $helper } and { $recipient })
con-name-recipient-min = least number of { $recipient } in "{ $track }"
con-name-recipient-max = greatest number of { $recipient } in "{ $track }"
con-name-track-recipient-min = least number of every county in "{ $track }"
con-name-track-recipient-max = greatest number of every county in "{ $track }"
con-name-helper-min = least number of pairs of { $helper }
con-name-helper-max = greatest number of pairs of { $helper }
con-name-track-helper-min = least number of pairs of every helper in "{ $track }"
con-name-track-helper-max = greatest number of pairs of every helper in "{ $track }"
con-name-helper-load = load limit of { $helper }
con-name-budget = budget of { $helper }
con-name-max-changes = number of last year's pairs that may end in "{ $track }"
con-name-minimum-support = least help of a pair in "{ $track }"
con-name-effort-floor = least share of the budget to be spent in "{ $track }"
con-name-max-distance = distance limit of "{ $track }"
con-name-max-hardship-gap = limit on the rise in hardship class in "{ $track }"
con-head-way = Way
con-head-weighted = combined score
con-head-pairs = Pairs
con-head-kept = Kept
con-value-with-gap = { $value } ({ $gap })
con-gap-points = within { $n } points of the best
con-gap = within { $n } of the best

## Method
con-method-title = How it was found
con-method = Rules were switched off one group at a time, and each time it was decided whether the rest can hold: { $elements } rules, { $checks } decisions, { $unsettled } of them not settled within the effort allowed. The data themselves (needs, supplies, distances, seats) are taken as facts and were not switched off. The sizes of changes were found by trying.

## Prices of decisions
con-price-title = What the decisions cost
con-price-lead = Each was left out, with all others kept, and the case solved again. Priorities are compared in their order: the first, and where it stays the same the second, and so on; only the first one that improves counts as the price. Figures are those reached when each priority was solved; summary and report show them less what was then given up for later priorities.
con-price-lock = Must be a pair: { $helper } and { $recipient } ({ $file } row { $row }): { $price }
con-price-forbid = Must not be a pair: { $helper } and { $recipient } ({ $file } row { $row }): { $price }
con-price-together = All { $n } left out together: { $price }
con-price-settled = costs { $achieved } of { $tier }: without it, { $with } becomes { $without }
con-price-between = without it, { $tier } goes from { $with } to { $without }, a difference of { $achieved }; the price is proven to be at least { $least } and at most { $most }
con-price-later = { $tier } follows, from { $with } to { $without }
con-price-pairs = { $n ->
    [one] { $n } pair changes
   *[other] { $n } pairs change
} with it
con-price-nothing = costs nothing: without it no priority can be any better (proven)
con-price-excluded-anyway = costs nothing: without it the pair is not allowed either ({ $reasons })
con-price-nothing-found = no price was found; { $tier } is proven to gain at most { $most }
con-price-better = no price was found. The plan found obeys what was left out all the same and is better than this one: { $tier } goes from { $with } to { $without }, at least { $gain } better. The run missed this better plan, so the difference is no price; running again with more effort (--effort) is advised
con-price-better-draft = no price was found. The plan found obeys what was left out all the same and is better than this one: { $tier } goes from { $with } to { $without }, at least { $gain } better. The run missed this better plan, so the difference is no price; running again with more effort is advised
con-price-better-open = no price was found. The plan found obeys what was left out all the same and is better than this one: { $tier } goes from { $with } to { $without }, at least { $gain } better. The run missed this better plan, so the difference is no price; running again with more effort (--effort) is advised. Compared with the better plan, leaving this out is proven to gain at most { $most } of { $tier }
con-price-better-open-draft = no price was found. The plan found obeys what was left out all the same and is better than this one: { $tier } goes from { $with } to { $without }, at least { $gain } better. The run missed this better plan, so the difference is no price; running again with more effort is advised. Compared with the better plan, leaving this out is proven to gain at most { $most } of { $tier }
con-price-unknown = no plan without it was found within the effort allowed, so the price is not known
con-price-none-taken = This run has no decisions.
con-price-run-short = Some of these entries show that plans better than this one obey all decisions. The differences of the others are against this plan, too, and may come from its shortfall alone; do not take them for the price of the decision before running again with more effort (--effort).
con-price-run-short-draft = Some of these entries show that plans better than this one obey all decisions. The differences of the others are against this plan, too, and may come from its shortfall alone; do not take them for the price of the decision before running again with more effort.
con-price-not-additive = The prices of single decisions do not add up: several may compete for one helper, or make up for one another.
