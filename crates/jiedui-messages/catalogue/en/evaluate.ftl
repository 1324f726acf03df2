# evaluate

E0930 =
    the run `{ $value }` cannot be compared with: { $reason ->
        [data] its data or its policy are not those of this case
        [priorities] it pursues other aims or weights than the policy of this case
       *[case] its year, helpers or recipients are not those of this case
    }
E0930-help = name a run of the same case and policy, or leave out --against and let the best plan be sought.
E0930-long = A plan is set against the priorities of a run. Year, parties, data, policy and priorities have to be the same on both sides, or the figures mean different things.

eva-title = Plan { $plan }: { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}, case "{ $case }"
eva-amounts-people = Amounts: those of the plan.
eva-amounts-all-rules = Amounts: the plan has none; these are ours, the best for its pairs under all rules.
eva-amounts-without-pairs = Amounts: the plan has none; these are ours. Its pairs alone break rules on pairs (below), so numbers of pairs, distances, continuity and decisions were set aside when help was allocated.
eva-amounts-without-effort = Amounts: the plan has none; these are ours. None were found with which all these pairs reach the minimum support and the effort floor, so neither was asked for in the whole plan, nor the rules on pairs. What is told below to fall short does so with these amounts; with others it may be other pairs, or fewer.
eva-reach = Worked out to be out of reach whatever is given:
eva-reach-none = Looked at one by one, no pair, helper or recipient was found to be out of reach on its own whatever is given.
eva-reach-pair = {"  "}{ $helper }, { $recipient }: minimum support { $least }, at most { $most } can be given
eva-reach-helper = {"  "}{ $helper }: minimum support of its { $n } pairs { $least } together, at most { $most } can be given
eva-reach-effort = {"  "}{ $helper }: { $share }% of its budget must be given, { $least }; these pairs can take { $most } at most
eva-reach-recipient = {"  "}{ $recipient }: minimum support of its { $n } pairs { $least } together, its needs are { $most } in all
eva-tracks-without = The plan has no pair at all in these tracks, which demand pairs: { $tracks }. All figures are the lower for it.
eva-rules-hold = Rules: { $rules } families, { $rows } rows checked, none broken.
eva-rules-broken = Rules: { $rows } rows checked, { $count } broken.
eva-rule = {"  "}{ $rule }: { $count }
eva-rule-in-track = { $rule } ({ $track })
eva-violation = {"    "}{ $who }: the plan has { $found }, allowed is { $bound ->
    [least] at least { $allowed }
    [most] at most { $allowed }
   *[other] { $allowed }
}
eva-violation-cells = { $sentence } (by { $cells })
eva-violation-policy = { $sentence } (the limit is that of the policy)
eva-violation-policy-cells = { $sentence } (the limit is that of the policy; data: { $cells })
eva-cell = { $file }, row { $from }
eva-cells = { $file }, rows { $from }–{ $to }
eva-more = {"    "}and { $n } more; --format json lists all
eva-tiers = Priorities:
eva-tier = {"  "}{ $priority }. { $name }: { $value }
eva-tier-best = {"  "}{ $priority }. { $name }: { $value }; the best plan found so far { $best } ({ $proof ->
    [word] bound by the solver's word
   *[proven] proven bound
} { $bound }), difference { $less }
eva-tier-beyond = {"  "}{ $priority }. { $name }: { $value }, beyond the bound { $bound } of plans that obey the rules: { $why ->
    [kept] no rule is broken, so earlier priorities must have been given up
    [broken] it comes of broken rules
   *[either] rules are broken, or earlier priorities given up
}; the best plan found so far { $best }
eva-not-solved = {"  "}Not set against the best plan (--no-solve).
eva-none-found = {"  "}No plan was found to set it against.
eva-no-best = No plan of this case obeys all rules, so there is no best plan to compare with.
eva-measures = Measures: { $list }
eva-best-amounts = Same pairs, best amounts: { $gain }
eva-changes = Single changes that gain most ({ $thought } thought of; the { $tried } best by a guess each applied, given amounts and checked; each on its own, not to be added up):
eva-change = {"  "}{ $n }. { $change }: { $gain }
eva-no-change = No single change was found to gain anything ({ $thought } thought of, the { $tried } best by a guess tried; others, or several at once, may still do).
eva-gain-rules = rows broken { $before } → { $after }
eva-gain-tier = priority { $priority } { $change }
