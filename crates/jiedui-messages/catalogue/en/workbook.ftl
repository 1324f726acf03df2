# workbook
# The result as a workbook (.xlsx)

wb-file = assignment.xlsx
wb-title = { $policy }, assignment of { $year } (draft)
wb-draft = Draft for discussion; not to be acted on before it is approved.
wb-case = Case: { $title } ({ $name })
wb-total = Total (follows the filter)
wb-none = (none)
wb-yes = yes
wb-no = no
wb-footer-page = Page &P of &N

## Sheets
wb-sheet-overview = Overview
wb-sheet-charts = Charts
wb-sheet-pairs = Pairs
wb-sheet-amounts = Amounts by sector
wb-sheet-limits = Limits reached
wb-sheet-coverage = Coverage
wb-sheet-balance = Gaps by sector
wb-sheet-load = Load of helpers
wb-sheet-supply = Use of supplies
wb-sheet-alternatives = Alternatives
wb-sheet-excluded = Excluded pairs
wb-sheet-decisions = Decisions
wb-sheet-ended = Ended pairs
wb-sheet-inputs = Quality of inputs

## What each sheet is
wb-note-pairs = All pairs of the plan. Ranks are among the possible helpers of the same track, 1 is best; the estimated and illustrative shares are the parts of the amount that rest on such data.
wb-note-amounts = Help of each pair by sector. Sectors counted in persons enter the total at their stated value.
wb-note-limits = Limits that the plan has reached at each pair.
wb-note-coverage = From the lowest coverage to the highest. Coverage is reckoned in money.
wb-note-balance = Need, help received and gap of each recipient in each sector.
wb-note-load = Effort is the share of the budget that is given; helpers without a budget have none.
wb-note-supply = What each helper can give in each sector, and what is used.
wb-note-alternatives = For each pair the other possible helpers of the same track, by fit, then distance; the first few, and always the helper of last year. These are figures side by side: whether the whole would be better or worse with another pair is known only after solving again.
wb-note-excluded = Pairs that a rule excludes, each with all its reasons.
wb-note-decisions = Decisions by people that bear on the plan: pairs prescribed and pairs forbidden.
wb-note-ended = Pairs of last year that the plan does not have.
wb-note-inputs = Whether each figure behind the plan is published, estimated or illustrative. Estimated and illustrative ones are shaded and should be replaced before the plan is final.

## Overview
wb-section-result = Result
wb-section-tiers = Priorities and proof
wb-section-measures = Measures
wb-section-tracks = Tracks
wb-section-sheets = Sheets of this workbook
wb-head-sheet = Sheet
wb-head-content = Content
wb-head-unit = Unit

## Heads
wb-head-number = No.
wb-head-track = Track
wb-head-helper-code = Helper code
wb-head-helper = Helper
wb-head-recipient-code = Recipient code
wb-head-recipient = Recipient
wb-head-prefecture = Prefecture
wb-head-class = Hardship class
wb-head-population = Population (10,000)
wb-head-weight = Weight
wb-head-status = Status
wb-head-since = Since
wb-head-help = Help
wb-head-value = Value (万元)
wb-head-share-of-need = Share of need
wb-head-km = Distance (km)
wb-head-km-origin = Distance from
wb-head-fit = Fit
wb-head-fit-origin = Fit from
wb-head-fit-rank = Rank by fit
wb-head-km-rank = Rank by distance
wb-head-of = Possible helpers
wb-head-clauses = Clauses
wb-head-limits = Limits reached
wb-head-limit = Limit
wb-head-of-limit = Limit at
wb-head-estimated-share = Estimated
wb-head-illustrative-share = Illustrative
wb-head-sector = Sector
wb-head-sector-unit = { $sector } ({ $unit })
wb-head-sector-met = { $sector }, met
wb-head-need = Need
wb-head-given = Received
wb-head-unmet = Gap
wb-head-met = Met
wb-head-need-wan = Need (万元)
wb-head-given-wan = Received (万元)
wb-head-gap-wan = Gap (万元)
wb-head-coverage = Coverage
wb-head-pairs = Pairs
wb-head-place = Place
wb-head-budget = Budget (万元)
wb-head-spent = Given (万元)
wb-head-left = Left (万元)
wb-head-effort = Effort
wb-head-quota = Pairs required
wb-head-load = Load
wb-head-max-load = Greatest load
wb-head-idle = No pair
wb-head-candidates = Possible recipients
wb-head-supply = Can give
wb-head-used = Given
wb-head-rest = Left
wb-head-use = Used
wb-head-chosen = Helper in the plan
wb-head-chosen-fit = Fit in the plan
wb-head-chosen-km = Distance in the plan (km)
wb-head-position = Position
wb-head-other = Other possible helper
wb-head-previous = Paired last year since
wb-head-capacity = Could carry (万元)
wb-head-steps = Steps up
wb-head-now = What it does in the plan
wb-head-full = At its quota
wb-head-rules = Rules
wb-head-reasons = Reasons
wb-head-decision = Decision
wb-head-reason = Reason
wb-head-clause = Clause
wb-head-author = Decided by
wb-head-date = Date
wb-head-file = File
wb-head-row = Row
wb-head-why = Why
wb-head-party = Party
wb-head-fact = Figure
wb-head-amount = Amount
wb-head-basis = Basis
wb-head-source = Source
wb-decision-lock = prescribed
wb-decision-forbid = forbidden

## Units
wb-unit-km = km
wb-unit-wan = 万元
wb-unit-person = persons
wb-unit-share = share
wb-unit-steps = steps
wb-unit-step-persons = person-steps
wb-unit-years = years
wb-unit-pairs = pairs
wb-unit-wan-km = 万元·km
wb-unit-load = load
wb-unit-plain = none

## Charts
wb-chart-coverage = Coverage of each recipient, lowest first
wb-chart-tracks = Value by track (万元)
wb-chart-load = { $track }: budget and what is given (万元)
wb-chart-sectors = Need and help by sector (as 万元)
