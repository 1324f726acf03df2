# explain
# Explanations of pairs, recipients and helpers

exp-reason-separator = {"; "}
exp-clause-number = ({ $clause })
exp-clause = clause { $clauses }
exp-clauses = clauses { $clauses }
exp-quota-between = { $min }–{ $max }
exp-quota-exactly = { $n }
exp-quota-at-least = at least { $min }
exp-quota-free = no limit
exp-rank-none = cannot be told
exp-rank = { $place } of { $of }
exp-place = { $rank }
exp-place-tied = { $rank } (shared by { $tied })
exp-decision = Reason: { $reason }; clause: { $clause }; decided by: { $author }; date: { $date }; see { $file } row { $row }

## A pair
exp-status-new = new
exp-status-new-locked = new (set by decision)
exp-status-kept = kept (since { $since })
exp-status-kept-locked = kept (since { $since }, set by decision)
exp-status-divisible = shared out by amount
exp-help-none = no amounts
exp-help-of = { $sector } { $amount }
exp-now-free = no pair in this plan
exp-now-helps = helps { $recipient } ({ $value })
exp-now-helps-bare = helps { $recipient }
exp-pair-line = { $helper } → { $recipient } ({ $track }): { $status }, { $value }, distance { $distance }, fit { $fit }
exp-pair-line-bare = { $helper } → { $recipient } ({ $track }): { $status }, distance { $distance }, fit { $fit }
exp-pair-line-stability = { $pair }, stays in { $shares } of the random runs
exp-pair-with-ranks = { $pair }. Among the helpers that may come: by fit { $fitrank }, by distance, nearest first, { $distancerank }{ $clauses }
exp-pair-with-limits = { $pair }. Among the helpers that may come: by fit { $fitrank }, by distance, nearest first, { $distancerank }{ $clauses }. At its limits: { $limits }
exp-pair-title = { $helper } helps { $recipient } ({ $track })
exp-pair-status = Status: { $status }
exp-pair-help = Help: { $help }; counted as { $value }
exp-pair-means = { $helper } has a budget of { $budget }: { $own } for { $recipient }, { $others } for its other recipients ({ $n }), { $left } left
exp-pair-means-alone = { $helper } has a budget of { $budget }: { $own } for { $recipient }, nothing for others, { $left } left
exp-pair-means-no-budget = { $helper } has no limit and gives { $given }: { $own } for { $recipient }, { $others } for its other recipients ({ $n })
exp-pair-distance = Distance: { $distance } ({ $origin })
exp-pair-fit = Fit: { $fit } ({ $origin })
exp-pair-and-clauses = ; basis: { $clauses }
exp-pair-clauses = Basis: { $clauses }
exp-pair-locked = Set by decision: { $decision }
exp-stability-kept = Stability ({ $group }): with { $cells } figures varying at random this pair stays in { $counted } of { $runs } runs, { $share } (95 % interval { $low }–{ $high })
exp-stability-cell = The figure that goes most with its loss: { $cell }. Going together is not causing; check this figure first
exp-stability-short = { $share } ({ $low }–{ $high })
exp-stability-formed = Stability ({ $group }): with { $cells } figures varying at random this pair is in the plan of { $counted } of { $runs } runs, { $share } (95 % interval { $low }–{ $high })
exp-distance-given = given in the data
exp-distance-roads = shortest way by road
exp-distance-great-circle = straight line × detour factor
exp-distance-unknown = the data do not tell
exp-fit-given = given in the data
exp-fit-supply-need = supply against need
exp-fit-industry = complementary industries
exp-fit-unknown = the data do not tell

## Criteria and contributions
exp-criterion-fit = fit
exp-criterion-distance = distance
exp-criterion-coverage-added = share of the need that it meets
exp-criterion-hardship-steps = steps of hardship class
exp-criterion-continuity = years as a pair
exp-criterion-capacity = most that it alone could carry
exp-contribution-additive = all pairs add up to the plan's
exp-contribution-binding = the measure is attained here; the pairs here add up to it
exp-contribution-without-pair = what the measure would lose if only this help were taken away; these do not add up
exp-contribution-other-recipient = the measure is attained at another recipient; this pair has no part in it
exp-contribution-other-helper = the measure is attained at another helper; this pair has no part in it
exp-contribution-undefined = the measure is undefined in this case

## Limits
exp-limits-lead = Limits that the plan has used up at this pair:
exp-limit-sector-supply = { $helper } gives all it has in { $sector }: { $used } of { $limit }
exp-limit-budget = { $helper } has no money left for even the smallest step: { $used } of { $limit }
exp-limit-need-met = the need of { $recipient } in { $sector } is met: { $used } of { $limit }
exp-limit-minimum-support = the pair carries the minimum: { $used }, at least { $limit }
exp-limit-effort-floor = { $helper } gives the minimum: { $used }, at least { $limit }
exp-limit-recipient-quota-max = { $recipient } has as many helpers in this track as it may: { $used }, limit { $limit }
exp-limit-recipient-quota-min = { $recipient } has no more helpers in this track than it must: { $used }, at least { $limit }; without this pair another must come
exp-limit-helper-quota-max = { $helper } has as many recipients as it may: { $used }, limit { $limit }
exp-limit-helper-quota-min = { $helper } has no more recipients than it must: { $used }, at least { $limit }; without this pair another must come
exp-limit-helper-load = the work of { $helper } is at its limit: { $used }, limit { $limit }
exp-limit-distance = the distance is close to the track's limit: { $used }, limit { $limit }
exp-limit-changes = as many of last year's pairs end in this track as may: { $used }, limit { $limit }; with the others as they are, this one may not end
exp-limit-tenure = the pair is young ({ $used }, minimum { $limit }) and must be kept
exp-limit-locked = set by decision. { $decision }

## Side by side
exp-alternatives-lead = Other helpers of the track that may come (by fit, then distance; the first few, and last year's helper always; none that no plan can have):
exp-alternatives-none = No other helper of this track may come.
exp-alternatives-none-listed = No other helper of this track was among the candidates that the plan was sought in.
exp-alternatives-ruled-out = No single rule excludes the other helpers of this track, but no plan can have any of them here as well or instead (proven), so none is listed.
exp-alternatives-all-here = All other helpers of this track that may come help here already.
exp-alternatives-all-here-listed = All other helpers of this track among the candidates that the plan was sought in help here already.
exp-alternative-this = { $helper } (this plan)
exp-alternative-chosen = this pair
exp-alternative-previous = { $helper } (last year's helper, since { $since })
exp-no-claim = These are figures side by side only. Whether the whole would be better or worse with another combination is known only after solving again; nothing is claimed here.
exp-basis = Data behind this value: published only { $published }, with estimates { $estimated }, with illustrative figures { $illustrative }, not stated { $unstated }.

## Where the data stand
exp-facts-lead = Where the data stand:
exp-fact-need = need
exp-fact-supply = supply
exp-fact-budget = budget
exp-fact-revenue = public budget revenue (the budget follows from it)
exp-fact-pair = facts about the pair
exp-fact-history = pair of last year
exp-fact-decision = decision
exp-fact-quota = quota
exp-fact-helper-limit = the helper's own limit
exp-fact-of-sector = { $kind } ({ $sector })
exp-fact-line = { $what }: { $file } row { $row }, { $basis }
exp-fact-line-source = { $what }: { $file } row { $row }, { $basis }, source: { $source }

## A recipient
exp-recipient-title = { $name } ({ $code })
exp-recipient-place = { $name } ({ $prefecture }, hardship class { $class })
exp-recipient-place-known = { $name } (hardship class { $class })
exp-recipient-lead = { $place }: coverage { $coverage }, pairs { $pairs }, given { $given }, need { $need }.
exp-recipient-lead-shared = { $place }: coverage { $coverage }, given { $given }, need { $need }.
exp-recipient-lead-no-needs = { $place }: no needs, pairs { $pairs }.
exp-recipient-lead-bare = { $place }: pairs { $pairs }.
exp-recipient-outside = Helpers that may come but are not chosen: { $candidates }; helpers that rules exclude: { $excluded }.
exp-recipient-outside-ruled-out = Helpers that may come but are not chosen: { $candidates }; helpers that no plan can have here (proven): { $ruledout }; helpers that rules exclude: { $excluded }.
exp-candidates-listed = Only those among which the plan was sought; the others may be paired as well, but nothing was worked out for them.
exp-candidates-title = Helpers that may come but are not chosen
exp-ruled-out-title = Helpers that no rule excludes by itself but that no plan can have here (proven)
exp-excluded-title = Helpers that rules exclude

## A helper
exp-helper-title = { $name } ({ $code })
exp-helper-lead = { $name } ({ $track }): budget { $budget }, gives { $given } ({ $share }), pairs { $pairs }.
exp-helper-lead-bare = { $name } ({ $track }): pairs { $pairs }.
exp-helper-lead-shared = { $name } ({ $track }): budget { $budget }, gives { $given } ({ $share }), shared out by amount among { $n ->
    [one] one recipient
   *[other] { $n } recipients
}.
exp-helper-lead-idle = { $name } ({ $track }): budget { $budget }, no pair in this plan.
exp-helper-lead-idle-bare = { $name } ({ $track }): no pair in this plan.
exp-helper-no-budget = without limit
exp-helper-quota = Pairs: { $pairs }, quota { $quota }; recipients that it may help: { $candidates }.
exp-helper-quota-ruled-out = Pairs: { $pairs }, quota { $quota }; recipients that no rule excludes by itself: { $candidates }, of which no plan can have { $ruledout } (proven).
exp-candidates-title-helper = Recipients that it may help but that are not chosen
exp-ruled-out-title-helper = Recipients that no rule excludes by itself but that no plan can have it help (proven)
exp-excluded-title-helper = Recipients that rules exclude

## A pair that is not formed
exp-unformed-title = { $helper } and { $recipient }: no pair in this plan
exp-unformed-excluded = Rules exclude a pair of { $helper } and { $recipient }, for all of these reasons:
exp-unformed-unknown = The dossier says nothing about { $helper } and { $recipient }.
exp-unformed-unlisted = No rule excludes { $helper } and { $recipient }, but the plan was sought among other candidates, so nothing is worked out for them. With --exact their cost is.
exp-unformed-line = Rules exclude { $helper } and { $recipient }: { $reasons }
exp-unformed-line-open = No rule excludes { $helper } and { $recipient }, but the plan does not choose them; what it would cost was not worked out.
exp-ruled-out = No plan can have the pair of { $helper } and { $recipient } (proven).
exp-ruled-out-line = No plan can have the pair of { $helper } and { $recipient } (proven). { $why }
exp-ruled-out-helper = Why: { $helper } may have at most { $max }, and the pairs that it has to have fill that: { $held }.
exp-ruled-out-recipient = Why: { $recipient } may have at most { $max } in the track { $track }, and the pairs that it has to have fill that: { $held }.
exp-ruled-out-do = What would make it possible: add a decision `lock` to decisions.csv (in a workbook, the sheet of decisions), run jiedui assign, and see with jiedui explain RUN --conflict which rules are in conflict and what ways out there are.
exp-ruled-out-withdraw = What would make it possible: whoever decided withdraws the lock that takes the room ({ $locks }), then run jiedui assign. That makes room only, the pair need not be chosen; where it has to be formed, add a lock for it after the withdrawal.
exp-ruled-out-withdraw-draft = What would make it possible: whoever decided withdraws the lock that takes the room ({ $locks }), then the case is solved again. That makes room only, the pair need not be chosen; where it has to be formed, add a lock for it after the withdrawal.
exp-ruled-out-withdraw-one = What would make it possible: whoever decided withdraws one of the locks that take the room ({ $locks }), then run jiedui assign. That makes room only, the pair need not be chosen; where it has to be formed, add a lock for it after the withdrawal.
exp-ruled-out-withdraw-one-draft = What would make it possible: whoever decided withdraws one of the locks that take the room ({ $locks }), then the case is solved again. That makes room only, the pair need not be chosen; where it has to be formed, add a lock for it after the withdrawal.
exp-ruled-out-lock = { $helper } and { $recipient }, { $file } row { $row }
exp-ruled-out-together = No rule excludes the pair by itself; several rules and the data together do.
exp-unformed-candidate = No rule excludes a pair of { $helper } and { $recipient }, but the plan does not choose it. As things stand:
exp-unformed-recipient-full = { $recipient } has { $pairs } in the track { $track } (quota { $quota }), as many as it may; with this pair another would have to go
exp-unformed-recipient-open = { $recipient } has { $pairs } in the track { $track } (quota { $quota }), not yet as many as it may
exp-unformed-helper-full = { $helper }: { $now }; as many pairs as it may have (quota { $quota }), so another would have to go
exp-unformed-helper-open = { $helper }: { $now }; not yet as many pairs as it may have (quota { $quota })
exp-unformed-helper-shared = { $helper }: { $now }; this track shares out help by amount and forms no pairs
exp-unformed-load = { $helper } carries a load of { $used } of { $max }; this pair takes { $own } more, which { $fits ->
    [yes] fits
   *[no] does not fit unless others go
}
exp-unformed-load-known = { $helper } carries a load of { $used } of { $max }; what each pair takes stands in the table of pairs, 1 where nothing does
exp-unformed-held-locked = { $helper } with { $recipient } is demanded by decision: { $decision }
exp-unformed-held-tenure = { $helper } with { $recipient } has not reached the minimum tenure and has to go on
exp-unformed-previous = a pair last year (since { $since })
exp-unformed-ranks = rank by fit: { $atrecipient } among the track's helpers that no rule excludes for the recipient, { $athelper } among the recipients that no rule excludes for the helper
exp-unformed-ranks-listed = rank by fit (equals share a rank): { $atrecipient } among the track's helpers that no rule excludes for the recipient, { $athelper } among the recipients that no rule excludes for the helper

## Reasons of exclusion
exp-excluded-name-forbidden = forbidden by decision
exp-excluded-name-beyond-distance = beyond the track's distance limit
exp-excluded-name-distance-unknown = distance unknown where the track has a limit
exp-excluded-name-no-common-sector = no sector with both supply and need
exp-excluded-name-hardship-gap = above the limit on hardship class
exp-excluded-name-same-place = the helper sits in the recipient
exp-excluded-name-minimum-support = below the minimum support of a pair
exp-excluded-name-effort-floor = below the least effort
exp-excluded-name-recipient-quota-zero = the recipient takes no helper of the track
exp-excluded-name-helper-quota-zero = the helper takes no recipient
exp-excluded-name-load-too-large = above the helper's limit on work
exp-excluded-forbidden = forbidden by decision. { $decision }
exp-excluded-beyond-distance = distance { $value }, beyond the track's limit of { $limit }
exp-excluded-distance-unknown = the distance is unknown and the track has a limit of { $limit }
exp-excluded-no-common-sector = what the helper supplies and what the recipient needs have no sector in common
exp-excluded-hardship-gap = the recipient's hardship class is higher than the helper's ({ $value }), above the track's limit ({ $limit })
exp-excluded-same-place = the helper sits in the recipient
exp-excluded-minimum-support = the pair could carry at most { $value }, below the track's minimum of { $limit }
exp-excluded-effort-floor = the helper may have one pair only and could give at most { $value } here, below its least effort of { $limit }
exp-excluded-recipient-quota-zero = the recipient's quota in this track is zero
exp-excluded-helper-quota-zero = the helper's quota is zero
exp-excluded-load-too-large = this pair alone is more work ({ $value }) than the helper's limit ({ $limit })

## Heads of tables
exp-head-party = who
exp-head-reasons = reasons
exp-head-km = km
exp-head-fit = fit
exp-head-capacity = could carry (万元)
exp-head-steps = steps
exp-head-now = now
exp-head-helped-by = helped in this track by
exp-helped-by-nobody = nobody
exp-head-helper = helper
exp-head-criterion = criterion
exp-head-value = value
exp-head-at-recipient = rank at recipient
exp-head-at-helper = rank at helper
exp-head-measure = measure
exp-head-contribution = this pair
exp-head-plan = plan
exp-head-reading = how to read it
exp-head-sector = sector
exp-head-need = need
exp-head-given = planned
exp-head-unmet = unmet
exp-head-met = met
exp-head-track = track
exp-head-pairs = pairs
exp-head-quota = quota
exp-head-candidates = helpers that no rule excludes
exp-head-supply = supply
exp-head-used = planned

## Fairness
exp-fair-title = Fairness
exp-fair-lead = The least covered is { $worst } ({ $least }), the best covered stands at { $greatest }, a ratio of { $ratio }; Gini coefficient { $gini }.
exp-fair-lead-nothing = The least covered is { $worst } ({ $least }), the best covered stands at { $greatest }; Gini coefficient { $gini }.
exp-fair-why-title = Why the least coverage cannot be higher
exp-fair-limit-title = How high the least coverage can be
exp-fair-not-pursued = No priority asks for the least coverage over all tracks: the plan does not pursue it, so it need not be as high as it could be. What follows is only what it cannot exceed.
exp-fair-why-nobody = While the pairs stay, no help can reach these { $n } counties ({ $among }), which need { $need } together. So however amounts are shared out, the least coverage among them is { $least }. Who cannot come, and why, is told by explain --recipient.
exp-fair-why = While the pairs stay, { $n ->
    [one] this county ({ $among }) needs { $need }, and at most { $reachable } can reach it
   *[other] these { $n } counties ({ $among }) need { $need } together, and at most { $reachable } can reach them
} (the sum of the limits below). So however amounts are shared out, the least coverage among them cannot exceed { $most }; this plan has { $least }.
exp-fair-why-elsewhere = While the pairs stay, { $n ->
    [one] this county ({ $among }) needs { $need }, and at most { $reachable } can reach it
   *[other] these { $n } counties ({ $among }) need { $need } together, and at most { $reachable } can reach them
} (the sum of the limits below). So however amounts are shared out, the least coverage of all cannot exceed { $most }; this plan has { $least }. Not among them is { $worst }, covered least: even if amounts shared out in another way gave it more, this limit on the least coverage would stand.
exp-fair-cut-budget = budget of { $helper }: { $value }
exp-fair-cut-supply = { $sector } that { $helper } can give: { $value }
exp-fair-cut-need = { $sector } that { $recipient } needs (no more can be met): { $value }
exp-fair-cut-more = { $n } more, together { $sum }
exp-fair-all-pairings = Other pairs are limited as well: no plan that keeps the rules has a least coverage above { $most }. This is proven.
exp-fair-all-pairings-stricter = A stricter limit holds for all pairs, these included: no plan that keeps the rules has a least coverage above { $most }. This is proven.
exp-fair-all-pairings-word = Other pairs are limited as well: no plan that keeps the rules has a least coverage above { $most }. This is the solver's word, without a proof that can be checked.
exp-fair-all-pairings-stricter-word = A stricter limit holds for all pairs, these included: no plan that keeps the rules has a least coverage above { $most }. This is the solver's word, without a proof that can be checked.
exp-fair-all-pairings-unknown = How far other pairs could lift the least coverage was not asked in this run (it is not the first priority).
exp-fair-spread-title = Spread across counties
exp-fair-zones-title = By prefecture
exp-fair-tracks-title = By track (share of each county's need)
exp-fair-coverage = coverage of need
exp-fair-per-head = help per head (yuan)
exp-fair-head-figure = Figure
exp-fair-head-least = Least
exp-fair-head-greatest = Greatest
exp-fair-head-mean = Mean
exp-fair-head-ratio = Ratio
exp-fair-head-gini = Gini
exp-fair-head-zone = Prefecture
exp-fair-head-counties = Counties
exp-fair-head-given = Help (万元)
exp-fair-head-whole = Overall
exp-fair-head-served = Served
exp-fair-reading = A Gini coefficient of 0 means all alike, one near 1 very unlike; in means and coefficients every county counts the same.
exp-fair-needless = Without need and therefore not counted: { $names }
exp-fair-uncounted = Without population and therefore not counted in help per head: { $n ->
    [one] one county
   *[other] { $n } counties
}
exp-fair-none = No county needs anything, or the run is from an older version, so there are no figures on fairness.

## A pair on one screen
exp-page-status = Status: { $status }; basis: { $clauses }
exp-page-help = Help: { $help }; counted as { $value }, { $share } of the need of { $recipient }
exp-page-coverage = All help to { $recipient } meets { $coverage } of its need (the lowest anywhere: { $floor })
exp-page-coverage-floor = All help to { $recipient } meets { $coverage } of its need, the lowest of all recipients
exp-page-fit = Fit { $fit } ({ $origin }): rank { $place } of the { $of } that no rule excludes
exp-page-distance = Distance { $distance } ({ $origin }): rank { $place }, nearest first
exp-page-distance-known = Distance { $distance } ({ $origin }): rank { $place }, nearest first, of the { $of } that no rule excludes and whose distance is known
exp-page-binding = The measure { $measure } is attained here
exp-page-without = Without this help and all else unchanged, { $measure } falls by { $value }
exp-page-basis = Data behind this value: { $parts }
exp-page-basis-published = published only { $share }
exp-page-basis-estimated = with estimates { $share }
exp-page-basis-illustrative = with illustrative figures { $share }
exp-page-basis-unstated = not stated { $share }
exp-page-others = Others that may come (cheapest known, best fit, last year's):
exp-page-others-plain = Others that may come (best fit, last year's):
exp-page-other = { $helper } ({ $why }): { $distance }, fit { $fit }, could carry { $capacity }; now { $now }. { $cost }
exp-page-other-bare = { $helper } ({ $why }): { $distance }, fit { $fit }; now { $now }. { $cost }
exp-page-other-plain = { $helper } ({ $why }): { $distance }, fit { $fit }, could carry { $capacity }; now { $now }
exp-page-other-plain-bare = { $helper } ({ $why }): { $distance }, fit { $fit }; now { $now }
exp-page-why-cheapest = cheapest known
exp-page-why-fit = best fit of the others
exp-page-why-next-fit = next by fit of the others
exp-page-why-fit-listed = best fit of the others listed
exp-page-why-next-fit-listed = next by fit of the others listed
exp-page-why-previous = last year's, since { $since }
exp-page-why-both = { $one }, { $other }
exp-page-now = helps { $recipients }
exp-page-now-free = has no pair
exp-page-limits = Used up, or nearly:
exp-page-budget = money of { $helper }: all of { $used }
exp-page-supply = supply of { $helper }: { $sectors }
exp-page-need = needs of { $recipient } that are met: { $sectors }
exp-page-recipient-quota = pairs of { $recipient } in this track: { $used }, exactly as prescribed
exp-page-helper-quota = pairs of { $helper }: { $used }, exactly as prescribed
exp-page-more-moves = and { $n ->
    [one] { $n } more change
   *[other] { $n } more changes
} (listed by --depth full)
exp-page-other-moves = { " " }The plan worked out has { $n ->
    [one] { $n } change
   *[other] { $n } changes
} not connected with it (listed by --depth full).
exp-page-reading = "At least" is proven; "at most" comes from one plan that changes a few pairs; the true cost may be far smaller (--exact solves again). "Not settled", or without "at least": no loss is proven.
exp-page-no-cost = What choosing another would cost is known after solving again: --why-not with --exact.
exp-cost-impossible = Choosing it: no such plan exists (proven)
exp-cost-indispensable = Giving it up: no such plan exists (proven)
exp-cost-demanded = Demanded by a decision or a minimum tenure
exp-cost-demanded-locked = Demanded by a decision
exp-cost-demanded-tenure = Demanded by the minimum tenure
exp-cost-none = Choosing it costs nothing
exp-cost-better = Choosing it costs nothing, and { $tier } is better by { $most }
exp-cost-exact = Choosing it: { $tier } loses { $most } (exact)
exp-cost-between = Choosing it: { $tier } loses at least { $least }, at most { $most }
exp-cost-at-most = Choosing it: { $tier } loses at most { $most }
exp-cost-unsettled = Choosing it: cost not settled (one plan worked out loses { $most } in { $tier })
exp-cost-apart = Choosing it: { $tier } loses at most { $most }, or else { $other } at least { $least }
exp-cost-at-least = Choosing it: { $tier } loses at least { $least }, or an earlier priority does
exp-cost-unknown = What choosing it costs was not worked out
