# template: the workbook to fill in (jiedui template)

## Instructions

template-guide-title = Paired assistance · workbook for the data of a case
template-guide-1 = 1. Fill in sheet by sheet: first “case”, “places”, “recipients” and “helpers”, then “needs” and “supply”, the others as wanted. Point at a header to read what its column takes.
template-guide-2 = 2. Columns with a dark header are required, those with a light one are optional. Leave a cell empty where there is nothing to say.
template-guide-3 = 3. Keep the names of sheets and columns. Columns may change places, optional ones may be deleted, a title may stand above the header, and notes that begin with “Note:” below the table.
template-guide-4 = 4. Columns of codes, tracks, sectors and decisions have drop-downs. The sheet “codes” has the names of tracks and sectors.
template-guide-5 = 5. Amounts are in 万元 (10,000 yuan) or persons: numbers only, without a unit. One record a row, no merged cells, no sums.
template-guide-6 = 6. Formulas may be used; their results are read. Hidden sheets are not read.
template-guide-7 = 7. Sheets whose names begin with “example-” are there to look at; they are not read and may be deleted.
template-guide-8 = 8. Save, then check: jiedui check WORKBOOK.xlsx; without errors, assign: jiedui assign WORKBOOK.xlsx. Every problem is told with its sheet and cell, and what to do.
template-guide-head-sheet = sheet
template-guide-head-row = one row is
template-guide-head-needed = needed
template-needed = required
template-optional = as wanted

template-sheet-case = name, year, title, currency and sources of this case
template-sheet-places = a county or prefecture; seats of helpers as well as recipients
template-sheet-recipients = a recipient
template-sheet-helpers = a helper, with its track
template-sheet-needs = what a recipient needs in a sector
template-sheet-supply = what a helper can supply in a sector
template-sheet-pairs = known facts about one pair: distance, fit, load
template-sheet-roads = a road section, both directions
template-sheet-history = a pair in force last year
template-sheet-quotas = how many pairs a recipient must or may have in a track
template-sheet-decisions = a human decision on one pair: lock or forbid

## Tables

template-case-item = key
template-case-value = value
template-case-remark = what to fill in
template-policy-banner = This workbook is filled in under the policy below, which is a file of its own (policy.toml), named with --policy; this sheet is never read, changing it changes nothing
template-policy-track = Track
template-policy-recipient-min = Pairs per recipient, at least
template-policy-recipient-max = Pairs per recipient, at most
template-policy-helper-min = Pairs per helper, at least
template-policy-helper-max = Pairs per helper, at most
template-policy-support = Least help per pair (万元)
template-policy-distance = Greatest distance (km)
template-policy-hardship = Greatest climb in hardship class
template-policy-changes = Pairs of last year that may end
template-policy-tenure = Least years of a pair
template-policy-divisible = Divisible (no pairs, help is spread)
template-policy-effort-floor = Least share of its budget that a helper with a pair gives
template-policy-rate-year = Year
template-policy-rate = Budget as a share of the revenue of the year before
template-policy-sector = Sector
template-policy-unit = Unit
template-policy-whole = Whole units only
template-policy-value = One unit counts as (万元)
template-policy-measure = Objective
template-policy-priority = Priority (1 first)
template-policy-weight = Weight within the priority
template-policy-tolerance = May be given up (points for shares)
template-policy-by-age = Counted by age of the pair
template-policy-counted = Tracks that count
template-policy-all-tracks = all
template-policy-coverage = Equity: coverage
template-policy-worth = counts as
template-policy-item = Computing and solving
template-policy-setting = Setting
template-policy-distance-method = Distance
template-policy-great-circle = straight line × detour factor
template-policy-roads = shortest way on the roads
template-policy-detour = Detour factor
template-policy-fit-method = Fit
template-policy-supply-need = supply against need
template-policy-industry = industry structure
template-policy-indicators = Indicator columns of industries
template-policy-solving = Method of solving
template-policy-decomposition = decomposition
template-policy-monolithic = the whole at once
template-policy-gap = Gap allowed
template-policy-effort = Amount of work
template-policy-time-limit = Time limit (s)
template-policy-seed = Seed
template-policy-shortlist = Candidates on the short list
template-codes-banner = Codes and names of tracks and sectors, from the policy in force; used by the drop-downs, never read
template-codes-track = track
template-codes-track-name = name of the track
template-codes-sector = sector
template-codes-sector-name = name of the sector
template-codes-sector-unit = unit
template-rule-title = Please check
template-rule-list = Choose from the list; a code must stand in its own sheet first.
template-rule-number = A number without a unit; leave empty where there is none.
template-rule-whole = A whole number; leave empty where there is none.
template-rule-year = A year of four digits, such as 2025.

## Notes of the columns

template-note-case-name = A short name, used for the folder of results, such as sichuan-2025.
template-note-case-year = The year of the assignment, four digits.
template-note-case-title = The full title, as reports show it.
template-note-case-currency = Always 万元 (10,000 yuan).
template-note-case-sources = Where the data come from; several sources take one row each, with the cell to the left empty.

template-note-code = The six-digit division code, such as 513332; any other code in a trial. No code twice.
template-note-places-name = Name of the county or prefecture.
template-note-prefecture = The prefecture that it belongs to.
template-note-lon = Longitude of the seat in decimal degrees (Sichuan: about 97–109). Needed for distances.
template-note-lat = Latitude of the seat in decimal degrees (Sichuan: about 26–34).
template-note-hardship-class = Class of hardship and remoteness, 1–6; 0 or empty for none.
template-note-population = Residents, in units of 10,000.
template-note-gdp = Gross regional product, in units of 100 million yuan.
template-note-revenue = General public budget revenue of the year before, in 万元; funding rates apply to it.
template-note-indicator = An indicator that the policy names, for computing fits; a number.
template-note-recipients-id = Code of the recipient, which must stand in the sheet of places.
template-note-weight = Weight of the recipient, above 0; empty means 1.
template-note-helpers-id = Code of the helper, as you choose, such as a001. No code twice.
template-note-helpers-name = Name of the helper.
template-note-track = The track, from the list; its name or its code, both are in the sheet “codes”.
template-note-place = Code of the place where the helper sits, from the sheet of places; for distances.
template-note-budget = Most that the helper spends in a year, in 万元; empty: as the policy says, or no limit.
template-note-min-pairs = At least so many recipients; empty: as the policy says.
template-note-max-pairs = At most so many recipients; empty: as the policy says.
template-note-max-load = Most work that the helper can take on, as counted in the sheet of pairs; empty: no limit.
template-note-recipient = Code of the recipient, from the sheet of recipients.
template-note-helper = Code of the helper, from the sheet of helpers.
template-note-sector = The sector, from the list; its name or its code, both and the unit are in the sheet “codes”.
template-note-needs-amount = What the recipient needs in this sector: 万元, or persons.
template-note-supply-amount = What the helper can supply in this sector: 万元, or persons.
template-note-distance-km = The real distance in km; empty: computed from coordinates or roads.
template-note-fit = Fit as judged by people; empty: computed from needs and supply, or from industries.
template-note-load = Work that this pair takes; empty means 1.
template-note-from = Code of the place where the section begins.
template-note-to = Code of the place where it ends.
template-note-km = Length in km.
template-note-hours = Time in hours.
template-note-since = The year in which the pair began, four digits.
template-note-min = At least so many helpers of this track; empty: as the policy says.
template-note-max = At most so many helpers of this track; empty: as the policy says.
template-note-action = lock: the pair must be formed; forbid: it must not.
template-note-reason = Why it was decided; shown in reports.
template-note-clause = The clause that it rests on.
template-note-author = Who decided.
template-note-date = The day of the decision, such as 2025-03-01.
template-note-basis = How good the figures are: published, estimated or illustrative; reports say how much rests on estimates.
template-note-source = Where the figures come from: a document, a yearbook, an address, a formula.

## Example

template-example-banner = Example: to look at only; this sheet is never read
template-example-prefecture-1 = Example city
template-example-prefecture-2 = Example prefecture
template-example-place-1 = Example district A
template-example-place-2 = Example county B
template-example-place-3 = Example county C
template-example-helper-1 = District government A
template-example-helper-2 = Example Group Ltd
template-example-reason = continues a project under way
template-example-author = meeting on pairs
template-example-source = example data
