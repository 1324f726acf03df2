# explain
# 逐对、逐县的说明

exp-reason-separator = ；
exp-clause-number = （{ $clause }）
exp-clause = 文件第{ $clauses }条
exp-clauses = 文件第{ $clauses }条
exp-quota-between = { $min }—{ $max } 对
exp-quota-exactly = { $n } 对
exp-quota-at-least = 至少 { $min } 对
exp-quota-free = 不限
exp-rank-none = 无法排名
exp-rank = { $place }／共 { $of }
exp-place = 第 { $rank }
exp-place-tied = 并列第 { $rank }（{ $tied } 家相同）
exp-decision = 理由：{ $reason }；依据：{ $clause }；决定人：{ $author }；日期：{ $date }；见 { $file } 第 { $row } 行

## 一对
exp-status-new = 新结对
exp-status-new-locked = 新结对（人工指定）
exp-status-kept = 延续（始于 { $since } 年）
exp-status-kept-locked = 延续（始于 { $since } 年，人工指定）
exp-status-divisible = 按量分配
exp-help-none = 未安排具体帮扶量
exp-help-of = { $sector } { $amount }
exp-now-free = 本方案未安排结对
exp-now-helps = 帮扶{ $recipient }（{ $value }）
exp-now-helps-bare = 帮扶{ $recipient }
exp-pair-line = { $helper } → { $recipient }（{ $track }）：{ $status }，{ $value }，距离 { $distance }，契合度 { $fit }
exp-pair-line-bare = { $helper } → { $recipient }（{ $track }）：{ $status }，距离 { $distance }，契合度 { $fit }
exp-pair-line-stability = { $pair }，数据随机变动时保留 { $shares }
exp-pair-with-ranks = { $pair }。在规则未排除的帮扶方中，契合度{ $fitrank }，距离由近到远{ $distancerank }{ $clauses }
exp-pair-with-limits = { $pair }。在规则未排除的帮扶方中，契合度{ $fitrank }，距离由近到远{ $distancerank }{ $clauses }。到限情况：{ $limits }
exp-pair-title = { $helper }帮扶{ $recipient }（{ $track }）
exp-pair-status = 状态：{ $status }
exp-pair-help = 帮扶：{ $help }；折合 { $value }
exp-pair-distance = 距离：{ $distance }（{ $origin }）
exp-pair-fit = 契合度：{ $fit }（{ $origin }）
exp-pair-and-clauses = ；依据：{ $clauses }
exp-pair-clauses = 依据：{ $clauses }
exp-pair-locked = 人工指定：{ $decision }
exp-stability-kept = 稳定性（{ $group }）：{ $cells } 个数据随机变动，{ $runs } 次试算中有 { $counted } 次保留这一对，占 { $share }（95% 置信区间 { $low }–{ $high }）
exp-stability-cell = 与终止关联最强的数据：{ $cell }。关联不等于原因，宜先核实这个数据
exp-stability-short = { $share }（{ $low }–{ $high }）
exp-stability-formed = 稳定性（{ $group }）：{ $cells } 个数据随机变动，{ $runs } 次试算中有 { $counted } 次选了这一对，占 { $share }（95% 置信区间 { $low }–{ $high }）
exp-distance-given = 数据中给定
exp-distance-roads = 路网最短路程
exp-distance-great-circle = 直线距离乘绕行系数
exp-distance-unknown = 数据不足，无法计算
exp-fit-given = 数据中给定
exp-fit-supply-need = 按供给对需求计算
exp-fit-industry = 按产业互补计算
exp-fit-unknown = 数据不足，无法计算

## 判据与贡献
exp-criterion-fit = 契合度
exp-criterion-distance = 距离
exp-criterion-coverage-added = 满足该地需求的份额
exp-criterion-hardship-steps = 艰苦类别跨级
exp-criterion-continuity = 已结对年数
exp-criterion-capacity = 单独可承担的帮扶
exp-contribution-additive = 各对之和等于方案合计
exp-contribution-binding = 该指标正取决于此处，此处各对之和即为该指标
exp-contribution-without-pair = 只去掉本对帮扶、其余不变时，该指标减少的数值；各对不可相加
exp-contribution-other-recipient = 该指标取决于其他受扶地，不由本对决定
exp-contribution-other-helper = 该指标取决于其他帮扶方，不由本对决定
exp-contribution-undefined = 本案例中该指标无定义

## 到限情况
exp-limits-lead = 到限情况（方案在本对处已经用到头的限制）：
exp-limit-sector-supply = { $helper }的“{ $sector }”供给已用尽：已用 { $used }，可供 { $limit }
exp-limit-budget = { $helper }的资金已到限：已用 { $used }，总额 { $limit }，余额不足以再增加一个最小单位
exp-limit-need-met = { $recipient }的“{ $sector }”需求已满足：需要 { $limit }，已获 { $used }
exp-limit-minimum-support = 本对帮扶已在下限：{ $used }，下限 { $limit }，不能再减
exp-limit-effort-floor = { $helper }的投入已在下限：已投入 { $used }，至少 { $limit }，不能再减
exp-limit-recipient-quota-max = { $recipient }在本渠道的结对已到上限：{ $used }，上限 { $limit }
exp-limit-recipient-quota-min = { $recipient }在本渠道的结对正在下限：{ $used }，下限 { $limit }；去掉本对须另补一家
exp-limit-helper-quota-max = { $helper }的结对已到上限：{ $used }，上限 { $limit }
exp-limit-helper-quota-min = { $helper }的结对正在下限：{ $used }，下限 { $limit }；去掉本对须另补一地
exp-limit-helper-load = { $helper }的工作量已到上限：{ $used }，上限 { $limit }
exp-limit-distance = 距离接近本渠道上限：{ $used }，上限 { $limit }
exp-limit-changes = 本渠道终止的上年结对已到上限：{ $used }，上限 { $limit }；其他结对不变时，本对不能终止
exp-limit-tenure = 结对才 { $used }，不满最短年限 { $limit }，必须延续
exp-limit-locked = 人工指定，必须结对。{ $decision }

## 对照
exp-alternatives-lead = 同渠道其他可选帮扶方（按契合度、再按距离排列，列前几家；上年的帮扶方总是列出，没有任何方案能有的不列）：
exp-alternatives-none = 本渠道没有其他可选的帮扶方。
exp-alternatives-none-listed = 求方案时，本渠道没有列入其他帮扶方。
exp-alternatives-all-here = 本渠道其他可选的帮扶方都已帮扶该地。
exp-alternatives-all-here-listed = 求方案时本渠道列入的其他帮扶方都已帮扶该地。
exp-alternative-this = { $helper }（本方案）
exp-alternative-chosen = 即本对
exp-alternative-previous = { $helper }（上年帮扶方，始于 { $since } 年）
exp-no-claim = 以上只是数字对照。换成别的组合以后全局是更好还是更差，须重新求解才能知道，这里不作判断。
exp-basis = 本项金额的数据依据：全部来自公布数据的占 { $published }，用到估算数据的占 { $estimated }，用到示意数据的占 { $illustrative }，未注明的占 { $unstated }。

## 数据出处
exp-facts-lead = 数据出处：
exp-fact-need = 需求
exp-fact-supply = 供给
exp-fact-budget = 资金
exp-fact-revenue = 一般公共预算收入（据以计算资金）
exp-fact-pair = 配对属性
exp-fact-history = 上年结对
exp-fact-decision = 人工决定
exp-fact-quota = 数量要求
exp-fact-helper-limit = 帮扶方自身限制
exp-fact-of-sector = { $kind }（{ $sector }）
exp-fact-line = { $what }：{ $file } 第 { $row } 行，{ $basis }
exp-fact-line-source = { $what }：{ $file } 第 { $row } 行，{ $basis }，来源：{ $source }

## 受扶地
exp-recipient-title = { $name }（{ $code }）
exp-recipient-place = { $name }（{ $prefecture }，艰苦类别 { $class }）
exp-recipient-place-known = { $name }（艰苦类别 { $class }）
exp-recipient-lead = { $place }：需求满足率 { $coverage }，结对 { $pairs } 家，折合投入 { $given }，需求 { $need }。
exp-recipient-lead-no-needs = { $place }：没有需求，结对 { $pairs } 家。
exp-recipient-lead-bare = { $place }：结对 { $pairs } 家。
exp-recipient-outside = 另有 { $candidates } 家可以结对但本方案没有选，{ $excluded } 家按规则不能结对。
exp-recipient-outside-ruled-out = 另有 { $candidates } 家可以结对但本方案没有选，{ $ruledout } 家没有任何方案能有（已证明），{ $excluded } 家按规则不能结对。
exp-candidates-listed = 只含求方案时列入候选名单的；没有列入的同样可以结对，只是没有算过。
exp-candidates-title = 可以结对但本方案没有选的帮扶方
exp-ruled-out-title = 没有规则单独禁止、但没有任何方案能有的帮扶方（已证明）
exp-excluded-title = 按规则不能结对的帮扶方

## 帮扶方
exp-helper-title = { $name }（{ $code }）
exp-helper-lead = { $name }（{ $track }）：资金 { $budget }，已投入 { $given }（{ $share }），结对 { $pairs } 地。
exp-helper-lead-bare = { $name }（{ $track }）：结对 { $pairs } 地。
exp-helper-lead-idle = { $name }（{ $track }）：资金 { $budget }，本方案未安排结对。
exp-helper-lead-idle-bare = { $name }（{ $track }）：本方案未安排结对。
exp-helper-no-budget = 无限额
exp-helper-quota = 结对 { $pairs } 对，要求 { $quota }；可选受扶地 { $candidates } 个。
exp-helper-quota-ruled-out = 结对 { $pairs } 对，要求 { $quota }；没有规则单独禁止的受扶地 { $candidates } 个，其中 { $ruledout } 个没有任何方案能有（已证明）。
exp-candidates-title-helper = 可以结对但本方案没有选的受扶地
exp-ruled-out-title-helper = 没有规则单独禁止、但没有任何方案能有的受扶地（已证明）
exp-excluded-title-helper = 按规则不能结对的受扶地

## 没有结成的一对
exp-unformed-title = { $helper }与{ $recipient }：本方案没有结对
exp-unformed-excluded = { $helper }与{ $recipient }按规则不能结对，理由如下（全部列出）：
exp-unformed-unknown = 结果文件中没有{ $helper }与{ $recipient }的记录。
exp-unformed-unlisted = { $helper }与{ $recipient }没有被任何规则排除，但求方案时未列入候选名单，所以没有为这一对算过。加上 --exact 可以专门计算。
exp-unformed-line = { $helper }与{ $recipient }按规则不能结对：{ $reasons }
exp-unformed-line-open = 没有规则禁止{ $helper }与{ $recipient }结对，但本方案没有选；代价没有算过。
exp-ruled-out = 没有任何方案能有{ $helper }与{ $recipient }这一对（已证明）。
exp-ruled-out-line = 没有任何方案能有{ $helper }与{ $recipient }这一对（已证明）。{ $why }
exp-ruled-out-helper = 原因：{ $helper }至多结 { $max } 对，已被必须保留的结对占满：{ $held }。
exp-ruled-out-recipient = 原因：{ $recipient }在“{ $track }”渠道至多 { $max } 对，已被必须保留的结对占满：{ $held }。
exp-ruled-out-do = 要想可行：在 decisions.csv（工作簿为“人工决定”表）加一条“必须结对”的决定，运行 jiedui assign，再用 jiedui explain 结果文件夹 --conflict 查看哪些规定互相冲突、有哪些出路。
exp-ruled-out-together = 没有哪一条规则单独禁止这一对，是几条规则和现有数据合在一起办不到。
exp-unformed-candidate = 没有规则禁止{ $helper }与{ $recipient }结对，但本方案没有选。现况如下：
exp-unformed-recipient-full = { $recipient }在“{ $track }”渠道已有 { $pairs } 对（要求 { $quota }），已到上限；加上这一对就要换下一家
exp-unformed-recipient-open = { $recipient }在“{ $track }”渠道现有 { $pairs } 对（要求 { $quota }），还没有到上限
exp-unformed-helper-full = { $helper }现况：{ $now }；结对已到上限（要求 { $quota }），加上这一对就要让出一地
exp-unformed-helper-open = { $helper }现况：{ $now }；结对没有到上限（要求 { $quota }）
exp-unformed-load = { $helper }的工作量已占 { $used }，上限 { $max }；这一对另占 { $own }，{ $fits ->
    [yes] 容得下
   *[no] 容不下，加上就要减去别的
}
exp-unformed-load-known = { $helper }的工作量已占 { $used }，上限 { $max }；每对占多少见“配对属性”表，没有填的为 1
exp-unformed-held-locked = { $helper }与{ $recipient }由人工指定必须结对：{ $decision }
exp-unformed-held-tenure = { $helper }与{ $recipient }未满最短结对年限，必须延续
exp-unformed-previous = 上年曾结对（始于 { $since } 年）
exp-unformed-ranks = 契合度名次：在该受扶地同渠道、规则未排除的帮扶方中{ $atrecipient }，在规则未排除该帮扶方的受扶地中{ $athelper }
exp-unformed-ranks-listed = 契合度名次（相同的并列）：在该受扶地同渠道、规则未排除的帮扶方中第 { $atrecipient }，在规则未排除该帮扶方的受扶地中第 { $athelper }

## 排除理由
exp-excluded-name-forbidden = 人工决定不结对
exp-excluded-name-beyond-distance = 超过渠道的距离上限
exp-excluded-name-distance-unknown = 距离未知而渠道有距离上限
exp-excluded-name-no-common-sector = 供给与需求没有共同领域
exp-excluded-name-hardship-gap = 艰苦类别差距超过上限
exp-excluded-name-same-place = 帮扶方就在该受扶地
exp-excluded-name-minimum-support = 达不到每对最低帮扶额
exp-excluded-name-effort-floor = 达不到最低投入比例
exp-excluded-name-recipient-quota-zero = 受扶地在本渠道不安排结对
exp-excluded-name-helper-quota-zero = 帮扶方不安排结对
exp-excluded-name-load-too-large = 超过帮扶方工作量上限
exp-excluded-forbidden = 人工决定不结对。{ $decision }
exp-excluded-beyond-distance = 距离 { $value }，超过本渠道上限 { $limit }
exp-excluded-distance-unknown = 距离未知，而本渠道有距离上限 { $limit }，无法认定符合
exp-excluded-no-common-sector = 帮扶方能提供的领域与受扶地有需求的领域没有交集
exp-excluded-hardship-gap = 受扶地比帮扶方所在地艰苦类别高 { $value }，超过本渠道上限 { $limit }
exp-excluded-same-place = 帮扶方就设在该受扶地
exp-excluded-minimum-support = 这一对最多能承担 { $value }，达不到本渠道每对最低帮扶额 { $limit }
exp-excluded-effort-floor = 帮扶方只能结一对，而在这里最多能投入 { $value }，达不到最低投入 { $limit }
exp-excluded-recipient-quota-zero = 受扶地在本渠道的结对上限为零
exp-excluded-helper-quota-zero = 帮扶方的结对上限为零
exp-excluded-load-too-large = 单这一对的工作量 { $value } 就超过帮扶方上限 { $limit }

## 表头
exp-head-party = 对象
exp-head-reasons = 理由
exp-head-km = 距离（公里）
exp-head-fit = 契合度
exp-head-capacity = 可承担（万元）
exp-head-steps = 跨级
exp-head-now = 现况
exp-head-helper = 帮扶方
exp-head-criterion = 判据
exp-head-value = 数值
exp-head-at-recipient = 受扶地一侧名次
exp-head-at-helper = 帮扶方一侧名次
exp-head-measure = 指标
exp-head-contribution = 本对
exp-head-plan = 方案
exp-head-reading = 含义
exp-head-sector = 领域
exp-head-need = 需求
exp-head-given = 已获
exp-head-unmet = 缺口
exp-head-met = 满足率
exp-head-track = 渠道
exp-head-pairs = 结对
exp-head-quota = 要求
exp-head-candidates = 规则未排除的帮扶方
exp-head-supply = 可供
exp-head-used = 已用

## 公平
exp-fair-title = 公平性
exp-fair-lead = 满足率最低的是{ $worst }（{ $least }），最高的受扶地为 { $greatest }，是最低的 { $ratio } 倍；基尼系数 { $gini }。
exp-fair-lead-nothing = 满足率最低的是{ $worst }（{ $least }），最高的受扶地为 { $greatest }；基尼系数 { $gini }。
exp-fair-why-title = 为什么最低的受扶地不能再多
exp-fair-why-nobody = 结对保持不变时，没有任何帮扶能够到达这 { $n } 个受扶地（{ $among }，需求合计 { $need }）。所以无论怎样分配数额，其中最低的满足率都是 { $least }。哪些帮扶方不能来、为什么，见 explain --recipient。
exp-fair-why = 结对保持不变时，这 { $n } 个受扶地（{ $among }）需求合计 { $need }，而能够到达它们的帮扶合计至多 { $reachable }（下列各项之和）。所以无论怎样分配数额，其中最低的满足率都不会超过 { $most }；本方案为 { $least }。
exp-fair-cut-budget = { $helper }的资金：{ $value }
exp-fair-cut-supply = { $helper }的“{ $sector }”供给：{ $value }
exp-fair-cut-need = { $recipient }的“{ $sector }”需求（只能满足到此）：{ $value }
exp-fair-cut-more = 另有 { $n } 项，合计 { $sum }
exp-fair-all-pairings = 换成别的结对也一样有限：已证明，任何符合规定的方案，最低满足率都不会超过 { $most }。
exp-fair-all-pairings-stricter = 另有一条更严的上限，对所有结对（包括现在这些）都成立：已证明，任何符合规定的方案，最低满足率都不会超过 { $most }。
exp-fair-all-pairings-word = 换成别的结对也一样有限：任何符合规定的方案，最低满足率都不会超过 { $most }。这是求解器的结论，没有可以复核的证明。
exp-fair-all-pairings-stricter-word = 另有一条更严的上限，对所有结对（包括现在这些）都成立：任何符合规定的方案，最低满足率都不会超过 { $most }。这是求解器的结论，没有可以复核的证明。
exp-fair-all-pairings-unknown = 换成别的结对最低满足率能到多少，本次没有求证（最低满足率不是第一级目标）。
exp-fair-spread-title = 受扶地之间的差距
exp-fair-zones-title = 分地区
exp-fair-tracks-title = 分渠道（帮扶占各受扶地需求的份额）
exp-fair-coverage = 需求满足率
exp-fair-per-head = 人均帮扶（元）
exp-fair-head-figure = 项目
exp-fair-head-least = 最低
exp-fair-head-greatest = 最高
exp-fair-head-mean = 平均
exp-fair-head-ratio = 最高比最低
exp-fair-head-gini = 基尼系数
exp-fair-head-zone = 市州
exp-fair-head-counties = 受扶地
exp-fair-head-given = 帮扶（万元）
exp-fair-head-whole = 合计满足率
exp-fair-head-served = 受益地
exp-fair-reading = 基尼系数为 0 表示完全相同，越接近 1 差距越大；平均数和基尼系数中每个受扶地同等计算。
exp-fair-none = 没有受扶地提出需求，或结果来自旧版本，因此没有公平性数据。

## A pair on one screen
exp-page-status = 状态：{ $status }；依据：{ $clauses }
exp-page-help = 帮扶：{ $help }；折合 { $value }，占{ $recipient }需求的 { $share }
exp-page-coverage = { $recipient }得到的全部帮扶满足其需求的 { $coverage }；各受扶地中最低的是 { $floor }
exp-page-coverage-floor = { $recipient }得到的全部帮扶满足其需求的 { $coverage }，在各受扶地中最低
exp-page-fit = 契合度 { $fit }（{ $origin }），在规则未排除的 { $of } 家中排{ $place }
exp-page-distance = 距离 { $distance }（{ $origin }），由近到远排{ $place }
exp-page-binding = 指标“{ $measure }”正取决于这里
exp-page-without = 只去掉本对帮扶、其余不变，指标“{ $measure }”减少 { $value }
exp-page-basis = 数据依据：{ $parts }
exp-page-basis-published = 全部来自公布数据的占 { $share }
exp-page-basis-estimated = 用到估算数据的占 { $share }
exp-page-basis-illustrative = 用到示意数据的占 { $share }
exp-page-basis-unstated = 未注明来源的占 { $share }
exp-page-others = 可来的其他帮扶方（已知代价最小的、契合度最高的、上年的）：
exp-page-others-plain = 可来的其他帮扶方（契合度最高的、上年的）：
exp-page-other = { $helper }（{ $why }）：距离 { $distance }，契合度 { $fit }，可承担 { $capacity }；现{ $now }。{ $cost }
exp-page-other-bare = { $helper }（{ $why }）：距离 { $distance }，契合度 { $fit }；现{ $now }。{ $cost }
exp-page-other-plain = { $helper }（{ $why }）：距离 { $distance }，契合度 { $fit }，可承担 { $capacity }；现{ $now }
exp-page-other-plain-bare = { $helper }（{ $why }）：距离 { $distance }，契合度 { $fit }；现{ $now }
exp-page-why-cheapest = 已知代价最小
exp-page-why-fit = 其余中契合度最高
exp-page-why-next-fit = 其余中契合度次之
exp-page-why-fit-listed = 名单上其余中契合度最高
exp-page-why-next-fit-listed = 名单上其余中契合度次之
exp-page-why-previous = 上年，始于 { $since } 年
exp-page-why-both = { $one }、{ $other }
exp-page-now = 帮扶{ $recipients }
exp-page-now-free = 未结对
exp-page-limits = 已经用到头的：
exp-page-budget = { $helper }的资金 { $used }：已用完
exp-page-supply = { $helper }的供给：{ $sectors }
exp-page-need = { $recipient }的需求已满足：{ $sectors }
exp-page-recipient-quota = { $recipient }在本渠道的结对：{ $used }，正好是规定的数量
exp-page-helper-quota = { $helper }的结对：{ $used }，正好是规定的数量
exp-page-more-moves = 另有 { $n } 处变动（用 --depth full 列出）
exp-page-reading = “至少”已证明；“至多”来自就近调换几对得到、核对过的一个方案，可能比真正的代价大得多，加上 --exact 重新求解才能看清。没有“至少”的，没有证明非损失不可。
exp-page-no-cost = 选别的帮扶方代价多大，要重新求解才知道：用 --why-not 加上 --exact。
exp-cost-impossible = 选它：没有这样的方案（已证明）
exp-cost-indispensable = 放弃：没有这样的方案（已证明）
exp-cost-demanded = 由人工决定或最低年限规定
exp-cost-demanded-locked = 由人工决定规定
exp-cost-demanded-tenure = 未满最短结对年限，必须延续
exp-cost-none = 选它没有代价
exp-cost-better = 选它不但没有代价，“{ $tier }”还好 { $most }
exp-cost-exact = 选它：“{ $tier }”损失 { $most }（确数）
exp-cost-between = 选它：“{ $tier }”至少损失 { $least }，至多 { $most }
exp-cost-at-most = 选它：“{ $tier }”至多损失 { $most }
exp-cost-apart = 选它：“{ $tier }”至多损失 { $most }，否则“{ $other }”至少损失 { $least }
exp-cost-at-least = 选它：“{ $tier }”至少损失 { $least }，或更优先的目标变差
exp-cost-unknown = 选它的代价没有算出
