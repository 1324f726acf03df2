# html
# The web page: frame, tables, map, charts, comparison; heads of CSV files

html-skip = Skip to the content
html-nav = Pages
html-nav-overview = Overview
html-nav-map = Map
html-nav-recipients = Recipients
html-nav-helpers = Helpers
html-nav-pairs = Pairs
html-nav-why-not = Why not
html-nav-load = Charts
html-nav-excluded = Excluded
html-nav-compare = Comparison
html-file-conflict = no-plan.html
html-nav-decisions = Decisions
html-language = Language
html-print = Print this page
html-footer = Written by jiedui from the dossier of a run. Everything is in this one file; opening it uses no network.
html-no-script = Scripts are off: the overview can be read, but map, look-ups, sorting and filtering do not work.
html-page-title = { $page } · { $title }
html-missing = There is no such page

## Overview
html-result = Result
html-tiers = Priorities and their proof
html-tier-wide = A wide gap (priority { $priorities }): the limit is worked out with half pairs allowed, while only whole pairs can be formed, so it is never below the true best. Beyond what was given up to later priorities, how much of the gap is the limit's and how much the plan could still gain has not been worked out.
html-tier-wide-plain = A wide gap (priority { $priorities }): beyond what was given up to later priorities, how much of the gap is the limit's and how much the plan could still gain has not been worked out.
html-coverage = Recipients with the lowest coverage of need
html-tracks = Tracks
html-measures = Measures
html-data = Quality of the data
html-method = Method, and what is proven

## Tables
html-all = All
html-choose = Choose
html-show = Show
html-table-search = Filter
html-table-status = Rows shown: { $shown } of { $all }
html-table-more = Show all { $n } rows
html-head-place = seat
html-head-source = where it stands
html-head-status = status
html-head-help = help
html-why = why

## Recipients and helpers
html-all-recipients = All recipients
html-recipients-caption = All recipients (press a head to sort)
html-helpers-caption = All helpers (press a head to sort)
html-helpers-busy = With or without pairs
html-helpers-with = with a pair
html-helpers-without = without a pair
html-needs-caption = Need and help by sector
html-supply-caption = Supply and its use by sector
html-pairs-caption = Pairs
html-pairs-of-recipient = Its helpers
html-pairs-of-helper = Its recipients
html-quotas = Quotas by track
html-unformed-recipient = Helpers without a pair here
html-unformed-helper = Recipients without a pair here
html-ended = Pairs of last year that end

## A pair
html-criteria = Beside the other candidates
html-contributions = What the pair adds to each measure
html-limits = Limits reached
html-limits-none = No rule is at its limit here.
html-alternatives = Other candidates
html-facts = Where the figures stand
html-side-by-side = Figures side by side
html-candidates-count = Allowed, but not chosen: { $n }
html-ruled-out-count = No rule excludes them, but no plan can have them (proven): { $n }
html-candidates-listed = Among the candidates that the plan was sought in, but not chosen: { $n }
html-excluded-count = Not allowed by a rule: { $n }

## Why not
html-why-not-lead = Choose a helper and a recipient to see whether they may be paired, and why they are not.
html-formed-title = { $helper } helps { $recipient }: the plan forms this pair
html-formed-why = Why this pair

## Exclusions
html-excluded-rules = Combinations that each rule excludes

## Charts
html-chart-table = As a table
html-coverage-title = Coverage of need by recipient
html-coverage-description = Bar chart: the lowest is { $least }, the highest { $most }.
html-coverage-all = All recipients: { $n }
html-load-tracks = Value of help by track (万元)
html-load-tracks-description = Bar chart: all tracks together give { $total }.
html-load-helpers = Effort of the helpers
html-load-helpers-title = { $track }: share of its means that each helper gives
html-load-helpers-description = Bar chart: helpers { $n }, without a pair { $idle }.

## Map
html-map-title = Map of the pairs
html-map-lead = Circles are the seats of recipients, squares those of helpers, lines are pairs. Press a circle for its county.
html-map-description = Pairs drawn as lines: { $n }.
html-map-helper-more = { $helper } and { $n } more
html-map-kind-wanted = the pair asked about
html-map-kind-gained = pairs that begin
html-map-kind-lost = pairs that end
html-map-changes = The pairs that differ: green lines are in the what-if only, grey dashes in the base only.
html-compare-difference = Difference
html-map-chain = The changes connected with the pair asked about: green lines begin, grey dashes end, the black dashes are the pair asked about.
html-head-cost = Cost of choosing it
html-candidates-up-to = There are too many pairs for one page: for every recipient and track it holds those of rank { $n } or better by fit, and those of last year; ask for the others with jiedui explain --why-not.
html-unformed-not-kept = There are too many pairs for one page, and { $helper } with { $recipient } is not in it (those of rank { $n } or better by fit are); ask with jiedui explain --why-not.
html-unformed-not-listed = No rule excludes { $helper } and { $recipient }, but the pair is not in this page: the plan was sought among other candidates, or there was no room; ask with jiedui explain --why-not.
html-regret-with = If this pair had to be formed
html-regret-without = If this pair were not formed
html-regret-cost = Cost: { $cost }.
html-regret-moves = One plan that was worked out and keeps every rule moves:
html-regret-reading = The cost is that of the first priority that gets worse, in their order; what the policy lets later priorities take does not count. “At least” is proven; “at most” is the loss of one plan that was worked out, and where it stands alone, or the cost is “not settled”, it is not proven that anything must be lost, and the true cost may be far smaller. For more, solve for the pair alone with jiedui explain --exact.
html-solved-title = What solving again found
html-solved-list = Pairs for which the case was solved again
html-solved-formed = If { $helper } helped { $recipient }
html-solved-unformed = If { $helper } no longer helped { $recipient }
html-decisions-lead = Pairs prescribed and pairs forbidden by people, as far as they concern the plan.
html-decisions-unpriced = What these decisions cost has not been worked out. Run jiedui explain RUN --decisions --save and make this page again to see it here.
html-decision-lock = pair prescribed
html-decision-forbid = pair forbidden
html-head-decision = Decision
html-head-why = Reason and where it stands
html-map-wanted = The black dashes are the pair asked about; the other lines are the pairs that both sides have now.
html-map-tracks = Tracks
html-map-track = { $track } ({ $n })
html-map-all = All
html-map-none = None
html-map-only = Only
html-map-line = { $helper } → { $recipient } ({ $track })
html-map-seat = { $name }: coverage { $coverage }, pairs { $pairs }
html-map-no-boundaries = There are no administrative boundaries on this map. To show some, bring a GeoJSON file of your own with --boundaries.

## Comparison
html-compare-lead = The first run is the base; every other is compared with it. Differences read base → what-if.
html-compare-title = What-if: { $label }
html-compare-case = { $title } ({ $year })
html-compare-other-tiers = The two runs differ in their priorities or weights: values of priorities cannot be compared directly.
html-compare-tiers = Priorities
html-compare-measures = Measures
html-compare-pairs = Pairs
html-compare-counts = Pairs in both: { $kept } (with another value: { $changed }); new: { $added }; gone: { $removed }.
html-compare-added = Pairs only in the what-if
html-compare-removed = Pairs only in the base
html-compare-changed = Pairs with another value
html-compare-shared = Shared-out help that differs
html-compare-coverage = Coverage by recipient
html-compare-points = change (points)
html-base = base
html-what-if = what-if
html-what-if-proof = proof of the what-if
html-base-wan = base (万元)
html-what-if-wan = what-if (万元)

## CSV
html-csv-helper-code = helper code
html-csv-recipient-code = recipient code
html-csv-amount = amount
html-csv-unit = unit
html-csv-unit-wan = 万元
html-csv-unit-person = persons

## File names
html-file = plan.html
html-file-geojson = plan.geojson
html-folder-csv = csv
