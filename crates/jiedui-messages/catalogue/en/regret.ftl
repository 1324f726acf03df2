# What each pair would cost, and where there is a choice: from the run folder, without solving again

rg-demanded = This pair is demanded by a decision or by the minimum tenure; doing without it is not a question.
rg-demanded-locked = This pair is demanded by a decision; doing without it is not a question.
rg-demanded-tenure = This pair has not reached the minimum tenure and has to go on; doing without it is not a question.
rg-unknown = { $asked ->
    [formed] What it would cost if { $helper } helped { $recipient } is not known: no plan of that kind was worked out, and no loss is proven. Solving again with --exact tells.
   *[other] What it would cost if { $helper } no longer helped { $recipient } is not known: no plan of that kind was worked out, and no loss is proven. Solving again with --exact tells.
}
rg-nothing = { $asked ->
    [formed] { $helper } helping { $recipient } would cost nothing: a plan of that kind was worked out that keeps every priority within what the policy allows and is as good as this one in the last.
   *[other] { $helper } no longer helping { $recipient } would cost nothing: a plan of that kind was worked out that keeps every priority within what the policy allows and is as good as this one in the last.
}
rg-better = { $asked ->
    [formed] { $helper } helping { $recipient } would cost nothing; with this pair a better plan was found: better by { $most } in priority { $priority }, { $tier }, and within what the policy allows in the more urgent ones. The run did not find it. --exact solves again and need not find it; the answer has a command to take such a plan only where that command was tried and led there.
   *[other] { $helper } no longer helping { $recipient } would cost nothing; without this pair a better plan was found: better by { $most } in priority { $priority }, { $tier }, and within what the policy allows in the more urgent ones. The run did not find it. --exact solves again and need not find it; the answer has a command to take such a plan only where that command was tried and led there.
}
rg-exact = { $asked ->
    [formed] If { $helper } helped { $recipient }, the cost would be in priority { $priority }, { $tier }: a loss of { $most }. This is exact: no arrangement loses less.
   *[other] If { $helper } no longer helped { $recipient }, the cost would be in priority { $priority }, { $tier }: a loss of { $most }. This is exact: no arrangement loses less.
}
rg-between = { $asked ->
    [formed] If { $helper } helped { $recipient }, the cost would be in priority { $priority }, { $tier }: at least { $least } as proven, and { $most } in a plan that was worked out. This is an interval, not an exact figure.
   *[other] If { $helper } no longer helped { $recipient }, the cost would be in priority { $priority }, { $tier }: at least { $least } as proven, and { $most } in a plan that was worked out. This is an interval, not an exact figure.
}
rg-at-most = { $asked ->
    [formed] If { $helper } helped { $recipient }, at most { $most } would be lost in priority { $priority }, { $tier }{ $priority ->
            [1] .
           *[other] ; more urgent priorities stay within what the policy allows.
        } This is an upper limit, not an exact figure: it is not proven that anything has to be lost.
   *[other] If { $helper } no longer helped { $recipient }, at most { $most } would be lost in priority { $priority }, { $tier }{ $priority ->
            [1] .
           *[other] ; more urgent priorities stay within what the policy allows.
        } This is an upper limit, not an exact figure: it is not proven that anything has to be lost.
}
rg-unsettled = { $asked ->
    [formed] What it would cost if { $helper } helped { $recipient } is not settled: it is not proven that anything has to be lost; one plan, worked out by changing a few pairs, loses { $most } in priority { $priority }, { $tier }, and another may lose far less, or nothing. To know the cost, solve again with --exact.
   *[other] What it would cost if { $helper } no longer helped { $recipient } is not settled: it is not proven that anything has to be lost; one plan, worked out by changing a few pairs, loses { $most } in priority { $priority }, { $tier }, and another may lose far less, or nothing. To know the cost, solve again with --exact.
}
rg-at-most-or = { $asked ->
    [formed] If { $helper } helped { $recipient }, at most { $most } would be lost in priority { $priority }, { $tier }; and even if all more urgent priorities can be kept, at least { $least } is lost in priority { $otherpriority }, { $other }, as proven. This is an interval, not an exact figure.
   *[other] If { $helper } no longer helped { $recipient }, at most { $most } would be lost in priority { $priority }, { $tier }; and even if all more urgent priorities can be kept, at least { $least } is lost in priority { $otherpriority }, { $other }, as proven. This is an interval, not an exact figure.
}
rg-at-least = { $asked ->
    [formed] If { $helper } helped { $recipient }, at least { $least } would be lost in priority { $priority }, { $tier }, even if all more urgent priorities can be kept, as proven. Only the lower limit is known: no plan of that kind was worked out. Solving again with --exact tells more.
   *[other] If { $helper } no longer helped { $recipient }, at least { $least } would be lost in priority { $priority }, { $tier }, even if all more urgent priorities can be kept, as proven. Only the lower limit is known: no plan of that kind was worked out. Solving again with --exact tells more.
}
rg-moves-besides = Besides, { $moves }.
rg-basis = Losses are told against the final values of this plan; a more urgent priority loses only where it falls below what the policy's tolerance allows. "At least" holds for every plan of the kind asked for; "at most" comes from one plan that was worked out and checked against every rule, by changing a few pairs; the true cost may be far smaller. "Not settled": it is not proven that anything has to be lost, and that plan loses in a priority before the last; --exact finds the cost of a single pair.

rg-costs-title = Pairs by what they would cost
rg-costs-formed = Pairs of this plan, those that would be missed most first (by what is proven, then by what was worked out):
rg-costs-others = Pairs that this plan does not have, those to be had for least first (by the plans worked out):
rg-head-recipient = recipient
rg-head-least = loses at least (proven)
rg-head-most = loses at most (worked out)
rg-priority = Priority { $priority }: { $tier }.{" "}
rg-cell = priority { $priority }: { $size }
rg-cell-unsettled = not settled (≤ priority { $priority }: { $size })
rg-none = nothing
rg-none-proven = none proven
rg-not-known = not known
rg-fixed = cannot change
rg-no-pairs = All tracks of this policy share out help by amount and form no pairs, so no pair has a cost, and none is settled or open.
rg-no-regrets = This run folder does not say what each pair would cost: its plan does not decide on pairs, it was interrupted, it has more than 50,000 candidates, the plan was sought among some of them only, or an earlier version of the program made it. explain --exact answers for a single pair.

rg-backbone-title = Which pairs are settled, and where there is a choice
rg-backbone-line = In all plans that fall short of this one by at most { $within } in priority { $priority }, { $tier }: { $always } pairs are always there, { $never } never, { $sometimes } sometimes, { $open } undecided.
rg-backbone-lead = Looked at are all plans that keep the more urgent priorities as the policy demands and fall short of this plan by at most { $within } in priority { $priority }, { $tier }.
rg-backbone-always = Always there ({ $always ->
    [one] { $always } pair
   *[other] { $always } pairs
}, proven: every such plan has them):
rg-backbone-sometimes = Sometimes there ({ $sometimes ->
    [one] { $sometimes } pair
   *[other] { $sometimes } pairs
}, { $sometimesformed } of them in this plan; plans with and without them were worked out). Here there is a choice:
rg-backbone-never = Never there ({ $never ->
    [one] { $never } pair
   *[other] { $never } pairs
}, proven: no such plan has them; pairs that a single rule excludes are not counted).
rg-backbone-open = Undecided ({ $open ->
    [one] { $open } pair
   *[other] { $open } pairs
}, { $openformed } of them in this plan): nothing is proven, and no plan to the contrary was worked out. No claim is made.
rg-backbone-pair = { $helper } – { $recipient }
rg-backbone-pair-formed = { $helper } – { $recipient } (in this plan)
rg-backbone-basis = "Always" and "never" rest on proven lower limits alone; the further this plan may be from the best possible, the less can be settled. --within changes the shortfall allowed.
