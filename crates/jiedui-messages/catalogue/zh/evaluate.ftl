# evaluate

E0930 =
    “{ $value }”不能用来比较：{ $reason ->
        [data] 它的数据或政策与本案例不同
        [priorities] 它追求的目标或权重与本案例的政策不同
       *[case] 它的年度、帮扶方或受扶地与本案例不同
    }
E0930-help = 换一次用同一案例、同一政策做的运行，或去掉 --against，由本程序求解。
E0930-long = 评价方案时，与某次运行的各级目标相比。两边的年度、参与方、数据、政策和目标必须相同，否则数值没有可比性。

eva-title = 评价方案 { $plan }：{ $pairs } 对结对，案例“{ $case }”
eva-amounts-people = 帮扶量：方案自带。
eva-amounts-all-rules = 帮扶量：方案没有写明，由本程序在全部规则下为这些结对分配最好的数量。
eva-amounts-without-pairs = 帮扶量：方案没有写明，由本程序分配。这些结对本身就违反下列关于结对的规则，分配时只好把结对数量、距离、延续和人工决定放在一边。
eva-amounts-without-effort = 帮扶量：方案没有写明，由本程序分配。没有求得让这些结对全部达到最低帮扶额和投入比例的分配，只好对整个方案都不要求这两项，也不要求关于结对的规则。下面列出的不足，是按这样分配的数量说的；换一种分配，不足的可能是别的结对，也可能少几处。
eva-reach = 核算出来无论怎样分配都达不到的：
eva-reach-none = 逐对、逐家、逐地核算，没有发现哪一处单独看就无论怎样分配都达不到。
eva-reach-pair = 　{ $helper }、{ $recipient }：最低帮扶额 { $least }，至多能给 { $most }
eva-reach-helper = 　{ $helper }：{ $n } 对的最低帮扶额共 { $least }，至多能给 { $most }
eva-reach-effort = 　{ $helper }：须投入资金的 { $share }%，即 { $least }，用于这些结对至多 { $most }
eva-reach-recipient = 　{ $recipient }：{ $n } 对的最低帮扶额共 { $least }，需求合计只有 { $most }
eva-tracks-without = 以下渠道规定必须有结对，而方案没有：{ $tracks }。各项数值因此偏低。
eva-rules-hold = 规则：{ $rules } 类共 { $rows } 条逐条核验，没有违反。
eva-rules-broken = 规则：{ $rows } 条逐条核验，违反 { $count } 条。
eva-rule = 　{ $rule }：{ $count } 处
eva-rule-in-track = { $rule }（{ $track }）
eva-violation = 　　{ $who }：方案为 { $found }，{ $bound ->
    [least] 至少应为 { $allowed }
    [most] 至多应为 { $allowed }
   *[other] 应为 { $allowed }
}
eva-violation-cells = { $sentence }（依据 { $cells }）
eva-violation-policy = { $sentence }（限值由政策规定）
eva-violation-policy-cells = { $sentence }（限值由政策规定；数据见 { $cells }）
eva-cell = { $file } 第 { $from } 行
eva-cells = { $file } 第 { $from }–{ $to } 行
eva-more = 　　另有 { $n } 处，用 --format json 查看全部
eva-tiers = 各级目标：
eva-tier = 　{ $priority }. { $name }：{ $value }
eva-tier-best = 　{ $priority }. { $name }：{ $value }；目前求得的最好方案 { $best }（{ $proof ->
    [word] 求解器给出的
   *[proven] 已证明
}{ $side ->
    [least] 下限
   *[most] 上限
} { $bound }），相差 { $less }
eva-tier-beyond = 　{ $priority }. { $name }：{ $value }，{ $side ->
    [least] 低于守规方案的下限
   *[most] 超过守规方案的上限
} { $bound }：{ $why ->
    [kept] 方案没有违反规则，应是让出了更靠前的目标
    [broken] 是违反规则得来的
   *[either] 或因违反规则，或因让出了更靠前的目标
}；目前求得的最好方案 { $best }
eva-not-solved = 　没有与最好的方案比较（--no-solve）。
eva-none-found = 　没有求得可以比较的方案。
eva-no-best = 本案例没有能守住全部规则的方案，所以没有最好的方案可比。
eva-measures = 各项指标：{ $list }
eva-best-amounts = 结对不变，只改用最好的帮扶量：{ $gain }
eva-changes = 最能改进的单项调整（设想了 { $thought } 项，按估计取 { $tried } 项逐一实施、重新分配、核验；互相独立，不可直接相加）：
eva-change = 　{ $n }. { $change }：{ $gain }
eva-no-change = 没有发现能改进的单项调整（设想了 { $thought } 项，按估计取 { $tried } 项逐一试算；不排除其余的或几项一起的调整更好）。
eva-gain-rules = 违反由 { $before } 条变为 { $after } 条
eva-gain-tier = 第{ $priority }级 { $change }
