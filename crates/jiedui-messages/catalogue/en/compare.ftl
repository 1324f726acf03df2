# compare

cmp-title = Two runs compared
cmp-run = { $title }, { $year } ({ $folder })
cmp-direction = Before: { $before }. After: { $after }. Everything reads before → after; what did not change is left out.
cmp-none = The two runs do not differ.
cmp-inputs-unknown = One of the runs was written by an earlier version, without the keys of the policy, the decisions and the facts given for pairs; these are not compared.
cmp-more = and { $n } more; --format md or json shows all
cmp-absent = none
cmp-no-limit = no limit

## Inputs

cmp-section-inputs = 1. Inputs
cmp-inputs-none = The data used and the keys of the policy are the same.
cmp-inputs-none-known = The other data, which both carry, are the same.
cmp-files = Input files with different content: { $list }.
cmp-files-same-data = The data are the same; only the files that were read differ: { $list }.
cmp-files-known = Files that were read and differ: { $list }. Other files need not be other data: what differs in the data is listed above.
cmp-file-before = { $file } (read before only)
cmp-file-after = { $file } (read after only)
cmp-cell = { $file }, row { $row }
cmp-input-with-cell = { $sentence } ({ $cell })
cmp-input-year = year: { $before } → { $after }
cmp-input-policy = policy { $key }: { $before } → { $after }
cmp-input-recipient-new = new recipient: { $recipient }
cmp-input-recipient-gone = no longer a recipient: { $recipient }
cmp-input-recipient-changed = recipient renamed: { $before } → { $after }
cmp-input-weight = weight of { $recipient }: { $before } → { $after }
cmp-input-hardship-class = hardship class of { $recipient }: { $before } → { $after }
cmp-input-need = need of { $recipient } ({ $sector }): { $before } → { $after }
cmp-input-helper-new = new helper: { $helper }
cmp-input-helper-gone = no longer a helper: { $helper }
cmp-input-helper-changed = helper renamed: { $before } → { $after }
cmp-input-helper-track = track of { $helper }: { $before } → { $after }
cmp-input-helper-place = seat of { $helper }: { $before } → { $after }
cmp-input-budget = budget of { $helper }: { $before } → { $after }
cmp-input-helper-min = least pairs of { $helper }: { $before } → { $after }
cmp-input-helper-max = most pairs of { $helper }: { $before } → { $after }
cmp-input-max-load = load limit of { $helper }: { $before } → { $after }
cmp-input-supply = supply of { $helper } ({ $sector }): { $before } → { $after }
cmp-input-quota-min = least pairs of { $recipient } in { $track }: { $before } → { $after }
cmp-input-quota-max = most pairs of { $recipient } in { $track }: { $before } → { $after }
cmp-input-lock-new = new decision: { $helper } has to help { $recipient }. Reason: { $after }
cmp-input-lock-gone = decision withdrawn: { $helper } has to help { $recipient }
cmp-input-lock-changed = { $helper } has to help { $recipient }; the reason is now: { $after }
cmp-input-forbid-new = new decision: { $helper } must not help { $recipient }. Reason: { $after }
cmp-input-forbid-gone = decision withdrawn: { $helper } must not help { $recipient }
cmp-input-forbid-changed = { $helper } must not help { $recipient }; the reason is now: { $after }
cmp-input-previous-new = one more pair of last year: { $helper } – { $recipient } (since { $after })
cmp-input-previous-gone = one pair of last year less: { $helper } – { $recipient } (since { $before })
cmp-input-previous-changed = pair of last year { $helper } – { $recipient } began: { $before } → { $after }
cmp-input-given-distance = given distance { $helper } – { $recipient }: { $before } → { $after }
cmp-input-given-fit = given fit { $helper } – { $recipient }: { $before } → { $after }
cmp-input-given-load = given load { $helper } – { $recipient }: { $before } → { $after }

## Pairs

cmp-section-pairs = 2. Pairs
cmp-same-plan = Pairs and amounts are the same.
cmp-same-pairs = The pairs are the same; only amounts differ.
cmp-track = { $track }: { $kept ->
    [one] { $kept } pair stays
   *[other] { $kept } pairs stay
}, { $ended } end, { $begun } begin
cmp-move = { $helper } goes from { $from } to { $to }
cmp-move-in = { $helper } now helps { $to }
cmp-move-out = { $helper } no longer helps { $from }
cmp-score-parts = What changes of the { $tier }: { $list }.
cmp-move-separator = {"; "}
cmp-chain = { $moves }.
cmp-chain-closed = In a circle: { $moves }.
cmp-amounts = Other amounts in the same pairs: { $n }
cmp-amount = { $helper } – { $recipient }: { $before } → { $after } ({ $sectors })
cmp-sector = { $sector } { $before } → { $after }

## Results

cmp-section-results = 3. Results
cmp-results-none = Priorities and measures are the same.
cmp-head-before = before
cmp-head-after = after
cmp-head-change = change
cmp-head-proof = proof after
cmp-other-objectives = Some priority pursues something else in the two runs; its figures cannot be set against each other.
cmp-better = { $change } better
cmp-worse = { $change } worse
cmp-not-judged = { $change }
cmp-objectives = { $before } → { $after }
cmp-distances-unknown = { $measures }: some distances are not known and count as 0, so nothing is called better or worse.
cmp-parts-lead = What the changes are made of. The parts add up exactly; this is arithmetic and does not say which input caused them.
cmp-parts = { $measure }: { $list }
cmp-parts-rest = { $n } more, together { $change }
cmp-part-begins = new pair { $helper } – { $recipient } { $change }
cmp-part-ends = ended pair { $helper } – { $recipient } { $change }
cmp-part-changes = { $helper } – { $recipient } { $change }
cmp-part-recipient = { $recipient } { $change }
cmp-attained = { $measure } is attained at: { $list }
cmp-attained-both = { $name } (before and after, { $before } → { $after })
cmp-attained-before = { $name } (before, { $before } → { $after })
cmp-attained-after = { $name } (after, { $before } → { $after })
cmp-section-coverage = Recipients with another coverage: { $n }

## The command

cmp-no-plan = error: { $folder } records that no plan exists, so there is no plan to compare; jiedui explain tells why.
