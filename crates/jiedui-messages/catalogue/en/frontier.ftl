# frontier

E0931 =
    --between cannot be used: { $reason ->
        [two] it takes two measures with a comma between them, not `{ $value }`
        [same] both are `{ $value }`
        [undefined] nothing defines `{ $value }` in this case
       *[unknown] there is no measure `{ $value }`
    }
E0931-help = take two different ones of: { $allowed }.
E0931-long = A frontier lies between two different measures, e.g. coverage,changes; `changes` is the number of last year's pairs that end.

fro-title = { $first } against { $second }: { $n ->
    [one] { $n } plan
   *[other] { $n } plans
} ({ $case })
fro-changes = pairs of last year that end
fro-no-conflict = The two do not conflict: one plan is the best in both.
fro-complete = Every step of the staircase is solved and proven (within { $gap }): no plan lies between the steps, and none beyond.
fro-complete-open = Every step of the staircase is solved, but some points are not closed: the true frontier is at most { $gap } better, and its ends may lie farther out.
fro-levels = Solved at these levels only, each point proven (within { $gap }); between neighbours there may be more plans.
fro-levels-open = Solved at these levels only, and some points are not closed: at these levels the true frontier is at most { $gap } better, and its ends may lie farther out; between neighbours there may be more plans.
fro-stopped = Stopped before the end.
fro-head-point = point
fro-head-gap = gap at most
fro-head-plan = plan
fro-start = With { $second } at { $level }, { $first } reaches { $value }.
fro-step = With { $second } going from { $from } to { $to }, { $first } improves by { $gain }.
fro-count-rest = Beyond { $from }, each further 1 of { $second } improves { $first } by { $gain } at most.
fro-amount-rest = Beyond { $from } of { $second }, the table shows what each step gains.
fro-in-doubt = { $step } But the point before may be better by up to { $gap }, so it is not proven that this step gains anything.
fro-rest-in-doubt = Some of them gain no more than the gap of the point before, so it is not proven that they gain anything.
fro-infeasible = No plan obeys all rules, so there is no frontier; jiedui check tells why.
fro-written = Table and plans are in { $folder }.
