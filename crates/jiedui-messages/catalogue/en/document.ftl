# document
# Official documents (.docx): the draft assignment, and each pair's draft yearly plan

doc-folder = reports
doc-file-proposal = draft-assignment.docx
doc-folder-plans = draft-yearly-plans
doc-file-conflict = no-plan.docx
doc-file-plan = { $number }-{ $helper }-{ $recipient }.docx
doc-file-taken = error: `{ $file }` exists; it is not overwritten and nothing has been written. Move it away, or name another folder with --out.
doc-folder-written = { $folder } (documents: { $count })
doc-caption = Table { $n }. { $text }
doc-ordinal-first = { $n }. { $text }
doc-ordinal-second = ({ $n }) { $text }
doc-ordinal-third = { $n }. { $text }
doc-sentence-space = {" "}
doc-header = Draft for discussion; not to be acted on before it is approved
doc-page = — { $page } —
doc-draft = (draft)
doc-signature-office = (issuing office)
doc-signature-date = (date)
doc-none = None.
doc-dash = —

## Draft assignment: title and opening
doc-proposal-title = { $policy }: assignment of { $year }
doc-proposal-title-of-year = Assignment of { $year }
doc-proposal-lead = For the paired assistance of { $year }, on the basis of { $clauses } and of the needs, supplies and budgets reported, the following assignment is proposed. Recipients: { $recipients }; pairs proposed: { $pairs }.
doc-clauses-of = { $document }, in particular { $clauses }
doc-proposal-lead-no-clause = For the paired assistance of { $year }, on the basis of the needs, supplies and budgets reported, the following assignment is proposed. Recipients: { $recipients }; pairs proposed: { $pairs }.
doc-case-line = Data: { $title }.
doc-data-warning = Note on the data: of the amount of the plan, { $published } rests on published data alone, { $estimated } on estimates, { $illustrative } on illustrative figures and { $unstated } on figures of unstated nature. Estimated and illustrative figures must be checked and replaced, and the plan computed again, before it is final.

## Draft assignment: 1
doc-section-overall = Overall
doc-overall-help = Help to { $recipients } recipients is worth { $given }, which is { $share } of the needs reported ({ $need }).
doc-overall-pairs = Pairs kept from last year: { $kept }; new pairs: { $new }; pairs of last year that end: { $ended }.
doc-overall-pairs-alone = The plan is for { $recipients } recipients. Pairs kept from last year: { $kept }; new pairs: { $new }; pairs of last year that end: { $ended }.
doc-overall-quota = Every recipient has as many pairs in every track as it should.
doc-overall-quota-short = Some recipients have more or fewer pairs in some track than they should; this must be looked into first.
doc-overall-range = Coverage of need is lowest at { $low } ({ $lownames }) and highest at { $high } ({ $highnames }).
doc-overall-verified = An independent check has recomputed every rule from the raw data. Rule families: { $rules }; violations: none.
doc-table-tracks = Tracks
doc-table-tiers = Aims and how far they are reached
doc-table-coverage = Coverage of need by recipient
doc-table-ended = Pairs of last year that end

## Draft assignment: 2
doc-section-aims = Aims and their order
doc-aims-lead = The plan follows these aims in order: first the first, then the second within what may be given up of the first, and so on; table 2 says how far each is met and how near that is to the best. "Within … of the best" means that no plan that keeps the earlier aims can be better than this one by more. What is called proven is; what is called the solver's word the solver alone says.

## Draft assignment: 3 to 7
doc-section-pairs = Pairs
doc-pairs-track = { $track } ({ $clause }; pairs: { $pairs })
doc-pairs-track-no-clause = { $track } (pairs: { $pairs })
doc-pairs-track-shared = { $track } ({ $clause }; shared out by amount: { $pairs })
doc-pairs-track-shared-no-clause = { $track } (shared out by amount: { $pairs })
doc-pairs-track-none = No pairs in this track.
doc-section-coverage = Coverage of need
doc-coverage-lead = Coverage is reckoned in money over all sectors; lowest first.
doc-section-ended = What becomes of last year's pairs
doc-ended-lead = Of last year's pairs, kept: { $kept }; ended: { $ended }. Pairs that end touch existing cooperation: both sides should be heard and the work handed over.
doc-ended-none = No pair of last year ends.
doc-section-matters = Matters to be decided
doc-matter-data = Data. { $share } of the amount rests on estimated, illustrative or unstated data, to be checked before the plan is final. They are listed one by one in the sheet "Quality of inputs" of the workbook.
doc-matter-no-needs = Needs. The data have no needs, so this plan decides on pairs alone and on no amounts, and fits worked out from supply and need are therefore all 0; for amounts the needs of every recipient have to be settled first.
doc-matter-data-empty = Data. The plan has no amounts; of what nature the data behind the pairs are is told in annex 3, and they are to be checked before the plan is final.
doc-matter-data-none = Data. The whole amount rests on published data.
doc-matter-gap = Gaps. Needs worth { $unmet } are not met. The largest gaps are in: { $sectors }.
doc-matter-idle = Helpers without a pair ({ $n }): { $list }.
doc-matter-bound = Precision. { $tier }: { $proof }; for the other aims see table 2.
doc-matter-time = Solving. The search was stopped by the time limit or by hand; another run may differ. Compute again before the plan is final.
doc-matter-decisions = Decisions by people. Pairs prescribed: { $locked }; pairs forbidden: { $forbidden }.
doc-matter-prices = What each decision costs was worked out one by one; where no cost was found there may be one all the same. See annex 4 when deciding whether to keep it.
doc-matter-wide = A wide gap. { $tier }: { $proof }. Beyond what was given up to later aims, how much of the gap is a limit that is too high and how much a plan that could be better was not worked out; the pairs concerned may still be arranged better.
doc-section-next = Next steps
doc-next-check = Check the data. Helpers and recipients check needs, supplies and budgets; compute again with the corrections.
doc-next-consult = Consult. Hear both sides of every pair on the reasons in annex 1. Pairs to be prescribed or forbidden are entered as decisions and the plan is computed again, moving the rest as little as possible.
doc-next-plan = Plan. After approval each helper draws up the yearly plan. A draft for each pair of the track "{ $track }" comes with this document, to be edited and filled in; those of other tracks are drawn up without one.
doc-next-plan-none = Plan. After approval each helper draws up the yearly plan.
doc-next-approve = Approve and issue, by the usual procedure.
doc-attachments-1 = Annexes: 1. { $title }
doc-attachments-2 = 2. { $title }
doc-attachments-3 = 3. { $title }
doc-attachments-4 = 4. { $title }
doc-attachment-1 = Annex 1
doc-attachment-2 = Annex 2
doc-attachment-3 = Annex 3
doc-attachment-4 = Annex 4
doc-annex-reasons = Reasons for each pair
doc-annex-method = Method
doc-annex-data = Sources of data
doc-annex-answers = What decisions and single pairs cost
doc-answers-lead = For each of these one condition was changed, all others kept, and the case solved again; every plan found was checked independently. Costs are compared in the order of the priorities; only the first priority that gets worse counts.
doc-answers-formed = { $helper } helping { $recipient }
doc-answers-unformed = { $helper } not helping { $recipient }
doc-conflict-title = Why no plan exists
doc-conflict-header = For discussion

## Heads
doc-head-number = No.
doc-head-track = Track
doc-head-pairs = Pairs
doc-head-kept = Kept
doc-head-new = New
doc-head-ended = Ended
doc-head-helpers = Helpers (used/all)
doc-head-value-wan = Value (万元)
doc-head-priority = Order
doc-head-aim = Aim
doc-head-reached = Reached
doc-head-proof = Proof
doc-head-recipient = Recipient
doc-head-prefecture = Prefecture
doc-head-helper = Helper
doc-head-status = Status
doc-head-help = Help
doc-head-class = Hardship class
doc-head-need-wan = Need (万元)
doc-head-given-wan = Help (万元)
doc-head-coverage = Coverage
doc-head-largest-gap = Largest gap
doc-head-since = Since
doc-head-why = Why
doc-head-rule = Rule
doc-head-count = Pairs
doc-head-table = Table
doc-head-file = Input file
doc-head-digest = Digest

## Annex 1
doc-reasons-lead-priced = Reasons for each pair, recipient by recipient. Ranks and figures compare with the other possible helpers of the track. “Choosing it instead” tells what the first priority that gets worse loses where that helper must be chosen; what the policy lets later priorities take does not count. “At least” is proven; “at most” is the loss of one plan that was worked out and keeps every rule, and where it stands alone, or the cost is “not settled”, it is not proven that anything must be lost, and the true cost may be far smaller.
doc-reasons-lead = Reasons for each pair, recipient by recipient. Ranks and figures compare with the other possible helpers of the track; whether the whole would be better or worse with another pair is known only after computing again, and nothing is said about it here.
doc-reason-help = { $helper } ({ $track }): { $status }. Help: { $help }, worth { $value }, { $share } of the recipient's need.
doc-reason-no-help = { $helper } ({ $track }): { $status }. The plan has no amounts for this pair.
doc-reason-help-bare = { $helper } ({ $track }): { $status }.
doc-reason-help-only = { $helper } ({ $track }): { $status }. Help: { $help }, worth { $value }.
doc-reason-distance-usual = Distance { $distance }, rank { $place } of { $of } possible helpers{ $known ->
    [some] {" "}of known distance
   *[all] {""}
}, nearest first.
doc-reason-fit-usual = Fit { $fit }, rank { $place } of { $of } possible helpers.
doc-reason-distance = Distance { $distance } ({ $origin }), rank { $place } of { $of } possible helpers{ $known ->
    [some] {" "}of known distance
   *[all] {""}
}, nearest first.
doc-reason-distance-plain = Distance { $distance } ({ $origin }).
doc-reason-distance-unknown = The distance is not known.
doc-reason-fit = Fit { $fit } ({ $origin }), rank { $place } of { $of } possible helpers.
doc-reason-fit-plain = Fit { $fit } ({ $origin }).
doc-reason-fit-unknown = The fit is not known.
doc-reason-locked = The pair is prescribed ({ $decision }).
doc-limit-supply-and-budget = { $helper }: supply of { $list } and budget used up
doc-limit-supply = { $helper }: supply of { $list } used up
doc-limit-budget = { $helper }: budget used up
doc-limit-both-full = both sides have as many pairs in this track as they may
doc-reasons-origins = Unless said otherwise, distances are: { $distance }; fits are: { $fit }.
doc-limit-need = { $recipient }: need of { $list } met
doc-reason-limits = Limits reached: { $limits }.
doc-reason-others = Other possible helpers with the best fit: { $list }.
doc-reason-other-priced = { $helper }, fit { $fit }, { $now }; choosing it instead: { $cost }
doc-reason-other = { $helper }, fit { $fit }, { $now }
doc-reason-clauses = Basis: { $clauses }.
doc-reason-basis = Data behind the amount: { $list }.
doc-basis-part = { $basis } { $share }

## Annex 2
doc-method-candidates-title = 1. First: which pairs are possible
doc-method-candidates = Every helper and recipient are held against the rules of the policy. Excluded: { $excluded }; not excluded by any one rule: { $candidates }, of which { $tracks ->
    [divisible] help by amount: { $shared }
    [mixed] chosen: { $pairs }, help by amount: { $shared }
   *[paired] chosen: { $pairs }
}. The reasons are counted below; a pair may be excluded for several.
doc-method-choice-title = 2. Then: the choice, aim by aim
doc-method-choice = Tracks, recipients and sectors are decided together. Help stays within the recipient's need and the helper's supply and budget and keeps the rules on numbers, distance and least support; within these, the aims of section 2 are pursued in their order.
doc-method-check-title = 3. Last: the independent check
doc-method-check = The check shares no code with the solver. It recomputes every rule and every measure from the raw data in exact arithmetic; this document exists only because all agree.
doc-method-trust-title = 4. What is shown and what is not
doc-method-proven-rules = Proven: the plan keeps every rule.
doc-method-proven-bounds = Proven: no aim is farther from the best than table 2 says.
doc-method-proven-bounds-word = No aim is farther from the best than table 2 says. What is called the solver's word there rests on the solver alone, without a proof that can be checked; the rest is proven.
doc-method-open-data = Not proven: that the data are right; see annex 3.
doc-method-alternatives-priced = Worked out: within which limits each of the { $all } pairs that no rule excludes by itself and that the plan does not have{ $tracks ->
    [mixed] {" "}(in tracks that form pairs)
   *[paired] {""}
} would cost something if it had to be formed. For { $priced } of them there is an upper limit; { $ruledout } no plan can have (proven); for { $open } no upper limit was found, so that nothing or only a lower limit is known. Where the limits are far apart, solving for that pair alone tells more.
doc-method-open-alternatives = Not proven: whether the whole would be better or worse with other pairs; that takes computing again.
doc-method-terms-title = 5. Terms
doc-term-coverage = Coverage of need: help as a share of need, all sectors expressed in 万元.
doc-term-value = Value: help counted in persons is expressed in 万元 at the policy's rate, for adding up only; it is not spending.
doc-term-fit-supply-need = Fit (supply against need): the share of the recipient's whole need that the supply and the budget of this helper could meet, all sectors expressed in 万元, from 0 to 1.
doc-term-fit-industry = Fit (complementary industries): how far the industries of the two places differ, half the sum of the differences of their shares, from 0 to 1; more is more complementary.
doc-term-fit-given = Fit (given in the data): the value that the tables state for the pair; more is better.
doc-term-equity = Equity: how evenly coverage is spread; where coverage is low, a little more counts for more.
doc-term-limit = Limit reached: what is left of a supply, a budget or a number is less than the smallest step.

## Annex 3
doc-data-lead = Data are published (read in a public source), estimated (derived by a stated formula), illustrative (made up to show the shape, not real) or of unstated nature. Help rests on need, supply and budget; it is classed by the weakest of them.
doc-data-tables-title = 1. Nature of each table (rows)
doc-data-sources-title = 2. Sources
doc-data-files-title = 3. Input files
doc-data-files = The digest shows whether a file has been changed.

## Yearly plan: title and opening
doc-plan-title = { $helper } helps { $recipient }
doc-plan-subtitle = Yearly implementation plan, { $year }
doc-plan-draft = (draft)
doc-plan-header = Draft to be agreed and filled in by both sides; not to be acted on before it is approved
doc-plan-lead = On the basis of { $clause }, this draft of a yearly implementation plan follows the draft assignment of { $policy } for { $year } and sets out goals, key tasks, projects and funds. Figures are those of the assignment; empty cells are filled in by both sides.
doc-plan-lead-no-clause = This draft follows the draft assignment of { $policy } for { $year } and sets out goals, key tasks, projects and funds. Figures are those of the assignment; empty cells are filled in by both sides.
doc-plan-estimated = Note: { $share } of this pair's amount rests on estimated, illustrative or unstated data, to be checked by both sides.

## 1
doc-plan-section-goals = Goals of the year
doc-plan-situation = The recipient. { $recipient } is in { $prefecture }; { $class }; population: { $population } × 10,000.
doc-plan-situation-no-population = The recipient. { $recipient } is in { $prefecture }; { $class }.
doc-class-of = hardship class { $class }
doc-class-none = in no hardship class
doc-plan-need = Its needs are worth { $need }; all tracks of the assignment together give { $given }; coverage is { $coverage }.
doc-plan-goal = The pair. { $helper } gives this year: { $help }, worth { $value }, { $share } of all needs of { $recipient }.
doc-plan-goal-bare = The pair. { $helper } is paired with { $recipient } this year.
doc-plan-goal-continued = The pair began in { $since } and goes on.
doc-plan-goal-new = The pair is new: meeting and agreement come first.
doc-plan-table-goals = Goals by sector
doc-plan-head-sector = Sector
doc-plan-head-need = Need
doc-plan-head-this = This pair
doc-plan-head-others = Other pairs
doc-plan-head-gap = Gap
doc-plan-head-target = Goal of the year (fill in)

## 2
doc-plan-section-tasks = Key tasks
doc-plan-tasks-none = The assignment states no amounts for this pair; both sides agree the tasks.
doc-plan-task = This pair gives { $amount }, { $share } of the need of { $need }; other pairs give { $others }; the gap is { $unmet }.
doc-plan-task-industry = Direction: industrial cooperation and enclave parks first; build up leading industries, bring in firms and projects, create jobs.
doc-plan-task-agriculture = Direction: farming and herding special to the place; bases, processing, sales.
doc-plan-task-infrastructure = Direction: the facilities that people lack most, in line with the recipient's plans, nothing built twice.
doc-plan-task-culture-tourism = Direction: develop culture and tourism together, routes, visitors, places to stay.
doc-plan-task-labour = Direction: labour cooperation; training, steady jobs, follow-up.
doc-plan-task-education = Direction: teams of teachers and heads, paired schools, training of local teachers.
doc-plan-task-health = Direction: teams of doctors and nurses, paired hospitals, training of local staff, better departments.
doc-plan-task-science = Direction: technicians for the industries of the place.
doc-plan-task-cadre = Direction: seconded cadres with a stated post and term, managed and assessed.
doc-plan-task-other = Direction: to be agreed by both sides.
doc-plan-task-clause = Basis: { $clause }.

## 3
doc-plan-section-projects = Projects
doc-plan-projects-lead = Both sides fill in the projects they agree. The support of a sector's projects adds up to the amount planned; where it does not, say why.
doc-plan-table-projects = Projects (fill in)
doc-plan-head-project = Project
doc-plan-head-content = What and where
doc-plan-head-total = Investment (万元)
doc-plan-head-support = of which support (万元)
doc-plan-head-period = From – to
doc-plan-head-charge = Who answers
doc-plan-projects-planned = { $sector } (planned { $amount })

## 4
doc-plan-section-funds = Funds
doc-plan-funds = Help in money of this pair: { $money }.
doc-plan-funds-means = { $means }.
doc-plan-funds-no-budget = { $helper } has no budget limit and no other recipient.
doc-plan-funds-persons = Help in persons enters the total at a stated value; it is not spending.
doc-plan-table-funds = Funds
doc-plan-head-amount = Planned
doc-plan-head-value = Value (万元)
doc-plan-head-basis = Data
doc-plan-head-channel = Source of funds (fill in)
doc-plan-head-paid = When paid (fill in)
doc-plan-total = Total

## 5
doc-plan-section-people = People
doc-plan-people = People sent by this pair: { $persons }.
doc-plan-people-none = The assignment sends no people in this pair; any secondment is agreed separately.
doc-plan-people-others = People sent to the same recipient by other helpers, to be coordinated with: { $list }.
doc-plan-people-other = { $helper }: { $persons }
doc-plan-table-people = People (fill in)
doc-plan-head-name = Name
doc-plan-head-office = From (office, post)
doc-plan-head-post = To (office, post)
doc-plan-head-term = From – to
doc-plan-head-note = Remarks

## 6
doc-plan-section-duty = Who answers for what
doc-plan-table-duty = Duties
doc-plan-head-party = Party
doc-plan-head-duty = Duty
doc-plan-head-contact = Office and contact (fill in)
doc-plan-duty-helper = Draws up the assistance plan and the yearly plan, provides funds and people, carries out its projects.
doc-plan-duty-recipient = States needs and projects, provides land and conditions, manages funds and assets well.
doc-plan-duty-office = Coordinates, settles problems, evaluates.
doc-plan-party-office = Development commission
doc-plan-duty-others = Other helpers of the same recipient, to be coordinated with: { $list }.
doc-plan-duty-other = { $helper } ({ $track })

## 7
doc-plan-section-schedule = Schedule
doc-plan-table-schedule = Schedule (a suggestion, to be agreed)
doc-plan-head-when = When
doc-plan-head-work = Work
doc-plan-head-mark = Done when (fill in)
doc-plan-quarter-1 = First quarter
doc-plan-quarter-2 = Second quarter
doc-plan-quarter-3 = Third quarter
doc-plan-quarter-4 = Fourth quarter
doc-plan-work-1 = Meet, check the needs, agree projects, sign the year's agreement
doc-plan-work-2 = Prepare the projects; first funds and people arrive; work begins
doc-plan-work-3 = Carry on; settle accounts half-way; solve problems
doc-plan-work-4 = Finish, or finish the year's part; sum up; propose next year

## 8
doc-plan-section-notes = Reasons and data
doc-plan-table-facts = Where the figures stand
doc-plan-head-fact = Figure
doc-plan-head-row = Row
doc-plan-head-source = Source
doc-plan-sign = Helper (seal)                                Recipient (seal)
