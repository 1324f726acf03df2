# explain --exact: what a pair would cost and whom

wn-title = { $asked ->
    [formed] 关于由{ $helper }帮扶{ $recipient }的说明
   *[other] 关于{ $helper }不再帮扶{ $recipient }的说明
}
wn-question = { $asked ->
    [formed] 问：如果由{ $helper }帮扶{ $recipient }，代价是什么，谁要随之变动？
   *[other] 问：如果{ $helper }不再帮扶{ $recipient }，代价是什么，谁要随之变动？
}
wn-as-asked = { $asked ->
    [formed] 本方案已由{ $helper }帮扶{ $recipient }，不需要任何变动，没有代价。
   *[other] 本方案没有让{ $helper }帮扶{ $recipient }，不需要任何变动，没有代价。
}
wn-divisible = { $helper }所在渠道的帮扶按需分摊，不逐一结对，无法要求它与{ $recipient }结对。
wn-impossible = { $asked ->
    [formed] 按现有数据、规则和人工决定，任何方案都不能由{ $helper }帮扶{ $recipient }（已证明）。
   *[other] 按现有数据、规则和人工决定，任何方案都少不了{ $helper }帮扶{ $recipient }（已证明）。
}
wn-line-impossible = { $asked ->
    [formed] 按现有数据、规则和人工决定，任何方案都不能由{ $helper }帮扶{ $recipient }（已证明）。{ $why }
   *[other] 按现有数据、规则和人工决定，任何方案都少不了{ $helper }帮扶{ $recipient }（已证明）。{ $why }
}
wn-why-demanded = 原因：{ $held }。
wn-do-impossible = { $asked ->
    [formed] 要想可行：在 decisions.csv（工作簿为“人工决定”表）加一条“必须结对”的决定，运行 jiedui assign，再用 jiedui explain 结果文件夹 --conflict 查看哪些规定互相冲突、有哪些出路。
   *[other] 要想可行：在 decisions.csv（工作簿为“人工决定”表）加一条“不得结对”的决定，运行 jiedui assign，再用 jiedui explain 结果文件夹 --conflict 查看哪些规定互相冲突、有哪些出路。
}
wn-do-impossible-draft = 要想可行，须先查明哪些规定与它冲突、有哪些出路，再由作出规定或决定的人取舍。
wn-not-found = { $asked ->
    [formed] 在规定的计算量内没有求出由{ $helper }帮扶{ $recipient }的方案；这不等于没有，代价不明。
   *[other] 在规定的计算量内没有求出{ $helper }不帮{ $recipient }的方案；这不等于没有，代价不明。
}
wn-do-not-found = 加大计算量（jiedui assign 的 --effort）重新运行后再问。
wn-do-not-found-draft = 加大计算量重新运行后再问。
wn-do-interrupted = 计算被中断，请再运行一次。
wn-do-time-limit = 计算到达时间上限而停止，再算一次，答案不一定相同：加大时限（jiedui assign 的 --time-limit）重新运行后再问。
wn-do-time-limit-draft = 计算到达时间上限而停止，再算一次，答案不一定相同：加大时限重新运行后再问。
wn-locked = { $helper }帮扶{ $recipient }是人工决定的。{ $decision }
wn-do-locked = 这一对由决定而来，先要撤销决定才谈得上不结对。决定的代价用 jiedui explain 结果文件夹 --decisions 查看。
wn-do-locked-draft = 这一对由决定而来，先要撤销决定才谈得上不结对。决定的代价可专门测算。
wn-excluded = 答：按规则不能结对，理由如下（全部列出）：
wn-line-excluded = 按规则不能由{ $helper }帮扶{ $recipient }：{ $reasons }。
wn-do-excluded = 要想可行，上列理由须全部消除：
wn-do-excluded-then = 全部消除只是可以结对，不等于会选上。是否选上、代价多大，须改了数据重新运行才知道。

wn-remedy-forbidden = 由作出决定的人撤销决定
wn-remedy-beyond-distance = 把本渠道的距离上限放宽到不低于 { $value }；距离数据有误的，更正数据
wn-remedy-distance-unknown = 补上两地的距离或坐标
wn-remedy-no-common-sector = 帮扶方在受扶地有需求的某个领域有供给，或受扶地报有相应需求
wn-remedy-hardship-gap = 把本渠道对艰苦类别差距的上限放宽到不低于 { $value }；类别数据有误的，更正数据
wn-remedy-same-place = 帮扶方就设在该受扶地，没有办法
wn-remedy-minimum-support = 帮扶方增加资金或供给，使这一对能承担 { $required }；或把本渠道每对最低帮扶额降到不高于 { $value }
wn-remedy-effort-floor = 允许帮扶方多结一对，或降低最低投入比例，或受扶地有更多可承接的需求
wn-remedy-recipient-quota-zero = 提高受扶地在本渠道的结对上限
wn-remedy-helper-quota-zero = 提高帮扶方的结对上限
wn-remedy-load-too-large = 把帮扶方的工作量上限提高到不低于 { $value }，或减少这一对的工作量

wn-allowed = { $asked ->
    [formed] 答：规则允许这一对，本方案没有选。以“必须由{ $helper }帮扶{ $recipient }”为条件，其余一概不变，重新求解，与本方案对比如下。
   *[other] 答：规则允许不结这一对。以“不得由{ $helper }帮扶{ $recipient }”为条件，其余一概不变，重新求解，与本方案对比如下。
}
wn-cost-title = 一、代价
wn-cost-nothing = 没有代价：求出的方案，更优先的目标不低于政策容许的水平，末级目标不低于本方案。
wn-nothing-better = { $nothing }求出的方案第 { $priority } 级目标“{ $tier }”还好 { $gain }：本次运行没有找到这个方案；差别在本次运行已证明的差距以内，未必是这一对带来的。
wn-cost-exact = 代价在第 { $priority } 级目标“{ $tier }”：由 { $run } 变为 { $with }，损失 { $size }。这是确数：怎样安排都不会更少。{ $priority ->
        [1] {""}
       *[other] 更优先的目标不低于政策容许的水平。
    }
wn-cost-between = 代价在第 { $priority } 级目标“{ $tier }”：由 { $run } 变为 { $with }，损失 { $most }。这是区间，不是确数：已证明至少损失 { $least }，至多损失 { $most }。{ $priority ->
        [1] {""}
       *[other] 更优先的目标不低于政策容许的水平。
    }
wn-cost-at-most = 代价在第 { $priority } 级目标“{ $tier }”：求出的方案由 { $run } 变为 { $with }，损失 { $most }。这是上限，不是确数：没有证明非损失不可。{ $priority ->
        [1] {""}
       *[other] 更优先的目标不低于政策容许的水平。
    }
wn-cost-later = 即使更优先的目标都能保住，第 { $priority } 级目标“{ $tier }”也至少损失 { $least }（已证明）。
wn-cost-unsettled = 代价未定：没有证明非损失不可。求出的方案在第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，损失 { $most }；只是没有求出保住这一级的方案，换一种排法可能损失小得多。{ $priority ->
        [1] {""}
       *[other] 更优先的目标不低于政策容许的水平。
    }
wn-cost-better = 就目前所知没有代价。重新求解得到的方案反而比本方案好：第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，好 { $size }。这说明本次运行没有找到这个更好的方案，未必是这一对带来的；建议加大计算量（--effort）重新运行。
wn-cost-better-draft = 就目前所知没有代价。重新求解得到的方案反而比本方案好：第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，好 { $size }。这说明本次运行没有找到这个更好的方案，未必是这一对带来的；建议加大计算量重新运行。
wn-take-better = 要采用这个更好的方案：把下面五行存为 better.toml，运行 jiedui assign 结果文件夹/input --from 结果文件夹 --with better.toml，按这个决定再求解一次，写进新的结果文件夹；采用之前，请核对各级目标是否与上表一致。本次运行的结果不变。
wn-take-reason = 采用已找到的更好方案
wn-line-nothing = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }没有代价：更优先的目标都能不低于政策容许的水平，末级目标能不低于本方案。
   *[other] { $helper }不再帮扶{ $recipient }没有代价：更优先的目标都能不低于政策容许的水平，末级目标能不低于本方案。
}
wn-line-exact = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，损失 { $size }（确数）。
   *[other] { $helper }不再帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，损失 { $size }（确数）。
}
wn-line-between = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，至多损失 { $most }，已证明至少损失 { $least }。
   *[other] { $helper }不再帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，至多损失 { $most }，已证明至少损失 { $least }。
}
wn-line-at-most = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，至多损失 { $most }，没有证明非损失不可。
   *[other] { $helper }不再帮扶{ $recipient }，第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，至多损失 { $most }，没有证明非损失不可。
}
wn-line-unsettled = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }，代价未定：没有证明非损失不可；求出的方案第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，损失 { $most }，换一种排法可能小得多。
   *[other] { $helper }不再帮扶{ $recipient }，代价未定：没有证明非损失不可；求出的方案第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }，损失 { $most }，换一种排法可能小得多。
}
wn-line-better = { $asked ->
    [formed] 改由{ $helper }帮扶{ $recipient }，就目前所知没有代价；求出的方案反而更好（第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }），说明本次运行没有找到它。
   *[other] { $helper }不再帮扶{ $recipient }，就目前所知没有代价；求出的方案反而更好（第 { $priority } 级目标“{ $tier }”由 { $run } 变为 { $with }），说明本次运行没有找到它。
}
wn-head-priority = 级别
wn-head-objective = 目标
wn-head-run = 本方案
wn-head-asked = 改后
wn-head-change = 差别
wn-same = 持平
wn-within = 容差以内

wn-score-parts = 求出的方案里“{ $tier }”各项的变动：{ $list }。
wn-moves-title = 二、谁要随之变动
wn-chain-moves = { $asked ->
    [formed] 若{ $helper }由帮{ $from }改帮{ $recipient }，求出的方案里随之变动的是：{ $moves }。
   *[other] 若{ $helper }不再帮{ $recipient }、改帮{ $to }，求出的方案里随之变动的是：{ $moves }。
}
wn-chain-moves-alone = { $asked ->
    [formed] 若{ $helper }由帮{ $from }改帮{ $recipient }，没有别的结对直接随之变动。
   *[other] 若{ $helper }不再帮{ $recipient }、改帮{ $to }，没有别的结对直接随之变动。
}
wn-chain-comes = 若改由{ $helper }帮{ $recipient }，求出的方案里随之变动的是：{ $moves }。
wn-chain-comes-alone = 若增加由{ $helper }帮{ $recipient }，没有别的结对直接随之变动。
wn-chain-leaves = 若{ $helper }不再帮{ $recipient }，求出的方案里随之变动的是：{ $moves }。
wn-chain-leaves-alone = 若{ $helper }不再帮{ $recipient }，没有别的结对直接随之变动。
wn-move = { $helper }由帮{ $from }改帮{ $to }
wn-move-in = { $helper }增帮{ $to }
wn-move-out = { $helper }不再帮{ $from }
wn-move-separator = ，
wn-others-none = 其余结对不变。
wn-others = 求出的方案另有 { $n } 处变动与上一句不相连，未必是这一对引起的：重新求解可能在别处另作选择。上面的数字是连同这些变动一起算出的：
wn-others-counted = 求出的方案另有 { $n } 处变动与上一句不相连，未必是这一对引起的：重新求解可能在别处另作选择。上面的数字是连同这些变动一起算出的；这些变动用 --depth full 列出。
wn-other-chain = { $moves }
wn-more = 另有 { $n } 项，用 --depth full 全部列出

wn-coverage-title = 三、对各受扶地的影响
wn-coverage-undefined = 没有受扶地提出需求，没有需求满足率可比。
wn-coverage-none = 各受扶地的需求满足率都不变。
wn-falls = 需求满足率看得出下降的有 { $n } 个，降得最多的在前：
wn-rises = 需求满足率看得出上升的有 { $n } 个，升得最多的在前：
wn-coverage-small = 另有 { $n } 个有变化，但不到 0.1 个百分点。
wn-coverage = { $name }：{ $before } → { $after }

wn-do-title = 四、怎样才能改
wn-do-priced = { $asked ->
    [formed] 规则不妨碍这样安排，是否值得由人决定。决定要结对的，在 decisions.csv（工作簿为“人工决定”表）加一条“必须结对”的决定并写明理由，重新运行 jiedui assign。那是重新求解，各级目标可能比上表差，以新的结果为准；要从上面的方案出发，提问时加 --plan-out 方案.csv 把它存下，再运行 jiedui assign 数据目录 --from 结果文件夹 --start 方案.csv。
   *[other] 规则不妨碍这样安排，是否值得由人决定。决定不结对的，在 decisions.csv（工作簿为“人工决定”表）加一条“不得结对”的决定并写明理由，重新运行 jiedui assign。那是重新求解，各级目标可能比上表差，以新的结果为准；要从上面的方案出发，提问时加 --plan-out 方案.csv 把它存下，再运行 jiedui assign 数据目录 --from 结果文件夹 --start 方案.csv。
}
wn-basis = 依据：用本次运行保存的数据重新求解；改后的方案已按全部规则核对，但不排除有变动更少的安排。目标按先后次序比较，只有最先变差的一级算作代价；后面各级的差别不算这一对的代价，也可能只因重新求解用的计算量较少。代价都与本方案的最终值相比，更优先的目标只要不低于政策容差容许的水平就不算损失；结果文件夹里没有逐对代价的（见 --costs），则与求解各级时达到的值相比。
wn-basis-draft = 依据：用本次运行保存的数据重新求解；改后的方案已按全部规则核对，但不排除有变动更少的安排。目标按先后次序比较，只有最先变差的一级算作代价；后面各级的差别不算这一对的代价，也可能只因重新求解用的计算量较少。代价都与本方案的最终值相比，更优先的目标只要不低于政策容差容许的水平就不算损失；结果文件夹里没有逐对代价的，则与求解各级时达到的值相比。
wn-interrupted = 计算被提前中断，多算一些时间可能得到更小的代价。
wn-time-limit = 计算到达时间上限而停止：多算一些时间可能得到更小的代价，再算一次，答案也不一定相同。
wn-hint-exact = 要知道改结这一对的代价、谁要随之变动，加上 --exact 重新求解。

wn-cf-lead = 只改一项数据、其余不变，能结成这一对的最小改动如下，改动相对最小的在前。每条都已改了数据、重新求解并核对；只改到其中的 95% 则结不成：
wn-cf-none = 只改一项数据、其余不变，没有求出能结成这一对的改动。资金、供给、需求至多加到两倍，距离至多减到不足 1 公里，契合度至多提到 1，逐项试过 { $n } 项。
wn-cf-others = 另有 { $n } 项数据在试过的范围内（资金、供给、需求加到两倍，距离减到不足 1 公里，契合度提到 1）单独改动没有求出能结成的，用 --depth full 列出。
wn-cf-unclear = 其中 { $n } 项随改动时结时不结，或没有算完，而求解没有证明最优，说不出最小的改动。
wn-cf-unchanged = 数据一概不改，从本方案出发重新求解，得到的方案就有这一对：就目前所知，两个方案一样好，不需要改动数据。
wn-cf-budget = { $helper }的资金由 { $from } 增至 { $to }（{ $change }）
wn-cf-supply = { $helper }的{ $sector }供给由 { $from } 增至 { $to }（{ $change }）
wn-cf-need = { $recipient }的{ $sector }需求由 { $from } 增至 { $to }（{ $change }）
wn-cf-distance = 两地距离由 { $from } 减至 { $to }（{ $change }）
wn-cf-fit = 两地契合度由 { $from } 提高到 { $to }（{ $change }）
wn-cf-unsettled = { $tried }：没有算完
wn-cf-unsteady = { $tried }：时结时不结，说不出最小的改动
wn-cf-line = 只改一项数据，能结成这一对的最小改动：{ $smallest }；已重新求解核对。
