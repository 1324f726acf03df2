# conflict
# 没有可行方案时：互相冲突的规定和出路

con-title = 没有可行方案：{ $case }
con-lead = 各项规定、数量要求和人工决定合在一起无法同时成立，所以没有方案。下面每一条都经过验证。
con-line = 没有可行方案：查出 { $sets } 组互相冲突的规定；结果最好的出路是：{ $changes }。
con-line-no-way = 没有可行方案：查出 { $sets } 组互相冲突的规定；在规定的计算量内没有确认可行的出路。
con-and-more = { $list } 等（另 { $n } 个）

## 直接原因
con-causes-title = 直接原因
con-cause-recipients-short = 渠道“{ $track }”：这 { $n } 个受扶地（{ $recipients }）只能由这 { $m } 家帮扶（{ $helpers }）；一共要求 { $demanded }，最多结成 { $available }。
con-cause-recipients-alone = 渠道“{ $track }”：这 { $n } 个受扶地（{ $recipients }）一家可选的帮扶方也没有；要求 { $demanded }。
con-cause-helpers-short = 渠道“{ $track }”：这 { $n } 家帮扶方（{ $helpers }）只能帮扶这 { $m } 个受扶地（{ $recipients }）；一共要求 { $demanded }，最多结成 { $available }。
con-cause-helpers-alone = 渠道“{ $track }”：这 { $n } 家帮扶方（{ $helpers }）一个可选的受扶地也没有；要求 { $demanded }。
con-cause-with-reasons = { $cause }被规则排除的原因：{ $reasons }。
con-reason-count = { $reason }（{ $pairs }）
con-cause-effort-needs = 渠道“{ $track }”的最低投入比例是 { $share }，{ $helpers }若{ $several ->
    [yes] 都结对，合计至少
   *[no] 结对，至少
}须投入 { $required }；能由其帮扶的 { $n } 个受扶地（{ $recipients }）在其供给的领域（{ $sectors }）里，需求合计只有 { $needed }。
con-cause-effort-no-needs = 渠道“{ $track }”的最低投入比例是 { $share }，{ $helpers }若{ $several ->
    [yes] 都结对，合计至少
   *[no] 结对，至少
}须投入 { $required }；能由其帮扶的 { $n } 个受扶地（{ $recipients }）在其供给的领域（{ $sectors }）里，没有填报任何需求。
con-cause-effort-supply = 渠道“{ $track }”的最低投入比例是 { $share }，{ $helpers }若{ $several ->
    [yes] 都结对，合计至少
   *[no] 结对，至少
}须投入 { $required }；而其填报的供给（{ $sectors }）合计只有 { $supplied }。
con-cause-effort-no-supply = 渠道“{ $track }”的最低投入比例是 { $share }，{ $helpers }若{ $several ->
    [yes] 都结对，合计至少
   *[no] 结对，至少
}须投入 { $required }；而没有填报任何供给。
con-cause-effort-reach = 渠道“{ $track }”的最低投入比例是 { $share }，{ $helpers }若{ $several ->
    [yes] 都结对，合计至少
   *[no] 结对，至少
}须投入 { $required }；能由其帮扶的是 { $n } 个受扶地（{ $recipients }），按各领域（{ $sectors }）的供给和需求、以及可结对数核算，至多能投入 { $reachable }。
con-cause-over-maximum = 渠道“{ $track }”：{ $who }必须结成 { $demanded }，而上限是 { $available }。
con-cause-locked-but-excluded = 人工决定要求{ $helper }与{ $recipient }结对（{ $cell }），但规则排除这一对：{ $reasons }。
con-cause-young-but-excluded = { $helper }与{ $recipient }的结对未满最短年限、必须延续（{ $cell }），但规则排除这一对：{ $reasons }。
con-cause-solving = 可选的帮扶方数量够用；是帮扶数额、工作量或变动数量的规定合在一起无法成立，这一点由求解证明。

## 冲突
con-sets-title = 互相冲突的规定
con-sets-lead = 同一组中的各条不能同时成立，与组外的规定无关；除另有说明外，去掉组中任何一条，其余各条就能同时成立（已逐条验证）。
con-set-title = 冲突 { $number }：以下 { $n } 条不能同时成立
con-set-title-alone = 冲突 { $number }：仅这一条就无法成立
con-element-with-cells = { $element }。见 { $cells }
con-set-unsettled = 去掉以下各条之后有没有方案，在规定的计算量内没有查清，因此不能说这一组缺一不可：{ $elements }
con-sets-more = 另有 { $n } 组冲突，用 --depth full 查看。
con-search-complete = 以上是全部冲突：别的冲突都包含其中至少一组。
con-search-bounded = 查找有上限（最多 { $most } 组），可能还有别的冲突。
con-search-stopped = 查找因时限或中断提前结束，可能还有别的冲突，所列各组也可能还能精简；出路可能没有列全，所列方案也可能没有求完，先后只供参考。
con-proof-forced = 证明：必须结成的一对被规则排除。
con-proof-flow = 证明：清点可选的结对，数目不够。
con-proof-solver = 证明：求解证明没有方案满足这几条。

## 规定
con-element-lock = 人工决定：{ $helper }必须与{ $recipient }结对（理由：{ $reason }）
con-element-forbid = 人工决定：{ $helper }不得与{ $recipient }结对（理由：{ $reason }）
con-element-tenure = 上年结对：{ $helper }与{ $recipient }才结对 { $value }，未满“{ $track }”的最短年限，必须延续
con-element-recipient-min = 数量要求：{ $recipient }在“{ $track }”至少 { $value }
con-element-recipient-max = 数量要求：{ $recipient }在“{ $track }”至多 { $value }
con-element-track-recipient-min = 渠道规定：“{ $track }”每个受扶地至少 { $value }（另有数量要求的除外）
con-element-track-recipient-max = 渠道规定：“{ $track }”每个受扶地至多 { $value }（另有数量要求的除外）
con-element-helper-min = 帮扶方自身要求：{ $helper }至少 { $value }
con-element-helper-max = 帮扶方自身限制：{ $helper }至多 { $value }
con-element-track-helper-min = 渠道规定：“{ $track }”每家帮扶方至少 { $value }（自有要求的除外）
con-element-track-helper-max = 渠道规定：“{ $track }”每家帮扶方至多 { $value }（自有限制的除外）
con-element-helper-load = 帮扶方自身限制：{ $helper }的工作量至多 { $value }
con-element-budget = 资金：{ $helper }共 { $value }
con-element-revenue = 资金：{ $helper }按收入计算共 { $value }
con-element-max-changes = 渠道规定：“{ $track }”上年结对至多终止 { $value }
con-element-minimum-support = 渠道规定：“{ $track }”每一对至少帮扶 { $value }
con-element-effort-floor = 渠道规定：“{ $track }”有结对的帮扶方至少投入其资金的 { $value }
con-element-max-distance = 渠道规定：“{ $track }”距离至多 { $value }
con-element-max-hardship-gap = 渠道规定：“{ $track }”艰苦类别至多相差 { $value }

con-cell = { $file } 第 { $row } 行“{ $column }”列
con-cell-overlay = { $file } 第 { $row } 行（{ $column }）
con-cell-key = { $file } 第 { $row } 行（{ $section }.{ $column }）
con-cell-key-alone = 政策文件（{ $section }.{ $column }）
con-cell-nowhere = { $column }（不在文件中）

## 出路
con-repairs-title = 出路
con-repairs-lead = 下列办法都已实际改动数据、重新求解，得到的方案通过了独立核验。按所得方案从好到差排列：先比第一级目标，再比第二级，依此类推。
con-repairs-least = 改动的数都取到最少：再少改一步，就没有求得方案。金额和工作量以 0.01 为一步，投入比例以 0.1 个百分点为一步，距离、对数、年数等以 1 为一步。
con-repairs-none = 在规定的计算量内没有确认可行的出路。
con-repairs-unconfirmed = 另有 { $n } 个办法看来可行，但在规定的计算量内没有求出方案，因此不列。
con-repair = 办法 { $number }：{ $changes }
con-change-leave-out = 撤销{ $name }
con-change-set = { $name }由 { $from } 改为 { $to }
con-name-lock = “{ $helper }必须与{ $recipient }结对”的人工决定
con-name-forbid = “{ $helper }不得与{ $recipient }结对”的人工决定
con-name-tenure = “{ $track }”的最短年限（放开{ $helper }与{ $recipient }）
con-name-recipient-min = { $recipient }在“{ $track }”的最少数量
con-name-recipient-max = { $recipient }在“{ $track }”的最多数量
con-name-track-recipient-min = “{ $track }”每个受扶地的最少数量
con-name-track-recipient-max = “{ $track }”每个受扶地的最多数量
con-name-helper-min = { $helper }的最少结对数
con-name-helper-max = { $helper }的最多结对数
con-name-track-helper-min = “{ $track }”每家帮扶方的最少结对数
con-name-track-helper-max = “{ $track }”每家帮扶方的最多结对数
con-name-helper-load = { $helper }的工作量上限
con-name-budget = { $helper }的资金
con-name-max-changes = “{ $track }”可终止的上年结对数
con-name-minimum-support = “{ $track }”的每对最低帮扶额
con-name-effort-floor = “{ $track }”的最低投入比例
con-name-max-distance = “{ $track }”的距离上限
con-name-max-hardship-gap = “{ $track }”的艰苦类别差上限
con-head-way = 办法
con-head-weighted = 综合得分
con-head-pairs = 结对
con-head-kept = 延续
con-value-with-gap = { $value }（{ $gap }）
con-gap-points = 距最优不超过 { $n } 个百分点
con-gap = 距最优不超过 { $n }

## 方法
con-method-title = 查找的方法
con-method = 逐条停用规定，再看其余规定能否同时成立；共 { $elements } 条规定参与，判断 { $checks } 次，其中 { $unsettled } 次在规定的计算量内没有结论。数据本身（需求、供给、距离、所在地）视为事实，不作为规定停用。改动量由逐步试探得出。

## 人工决定的代价
con-price-title = 人工决定的代价
con-price-lead = 每一条都是撤销该决定（其余决定保留）、重新求解后与本方案对比的结果。目标按先后次序比较：先看第一级，第一级相同再看第二级，依此类推；只有最先变好的一级算作代价。数值是求解各级目标时达到的；摘要和报告里的，还减去了其后为后面各级让出的部分。
con-price-lock = 必须结对：{ $helper }与{ $recipient }（{ $file } 第 { $row } 行）——{ $price }
con-price-forbid = 不得结对：{ $helper }与{ $recipient }（{ $file } 第 { $row } 行）——{ $price }
con-price-together = 全部 { $n } 条一并撤销——{ $price }
con-price-settled = 代价是{ $tier } { $achieved }：撤销后由 { $with } 变为 { $without }
con-price-between = { $tier }撤销后由 { $with } 变为 { $without }，相差 { $achieved }；已证明代价至少 { $least }、至多 { $most }
con-price-later = { $tier }随之由 { $with } 变为 { $without }
con-price-pairs = 有 { $n } 对结对随之改变
con-price-nothing = 没有代价：撤销后各级目标都不可能更好（已证明）
con-price-excluded-anyway = 没有代价：撤销后也不能结对，另有规定不允许（{ $reasons }）
con-price-nothing-found = 没有查出代价；已证明{ $tier }至多可好 { $most }
con-price-better = 没有查出代价。撤销后求得的方案仍照人工决定办，却比本方案好：{ $tier }由 { $with } 变为 { $without }，至少好 { $gain }。这说明本次运行没有找到这个更好的方案，不是人工决定的代价；建议加大计算量（--effort）重新运行
con-price-better-draft = 没有查出代价。撤销后求得的方案仍照人工决定办，却比本方案好：{ $tier }由 { $with } 变为 { $without }，至少好 { $gain }。这说明本次运行没有找到这个更好的方案，不是人工决定的代价；建议加大计算量重新运行
con-price-better-open = 没有查出代价。撤销后求得的方案仍照人工决定办，却比本方案好：{ $tier }由 { $with } 变为 { $without }，至少好 { $gain }。这说明本次运行没有找到这个更好的方案，不是人工决定的代价；建议加大计算量（--effort）重新运行。与这个更好的方案相比，已证明撤销后{ $tier }至多还可好 { $most }
con-price-better-open-draft = 没有查出代价。撤销后求得的方案仍照人工决定办，却比本方案好：{ $tier }由 { $with } 变为 { $without }，至少好 { $gain }。这说明本次运行没有找到这个更好的方案，不是人工决定的代价；建议加大计算量重新运行。与这个更好的方案相比，已证明撤销后{ $tier }至多还可好 { $most }
con-price-unknown = 在规定的计算量内没有求出撤销后的方案，代价不明
con-price-none-taken = 这次运行没有人工决定。
con-price-run-short = 以上有的条目查出：照全部决定办，也有比本方案好的方案。其余各条的差额都是与本方案比的，可能只是因为本方案还不够好，不能直接当作该决定的代价；加大计算量（--effort）重新运行后再看。
con-price-run-short-draft = 以上有的条目查出：照全部决定办，也有比本方案好的方案。其余各条的差额都是与本方案比的，可能只是因为本方案还不够好，不能直接当作该决定的代价；加大计算量重新运行后再看。
con-price-not-additive = 各条单独的代价不能相加：几条决定可能争用同一家帮扶方，也可能互相抵消。
