# report
# 各种报告：终端摘要与 Markdown 全文

rep-list-separator = 、
rep-unknown = 未知
rep-undefined = 无定义
rep-and-more = { $list } 等（另 { $n } 家）

## 单位
rep-unit-km = { $n } 公里
rep-unit-wan = { $n } 万元
rep-unit-person = { $n } 人
rep-unit-steps = { $n } 级
rep-unit-step-persons = { $n } 人·级
rep-unit-years = { $n } 年
rep-unit-pairs = { $n } 对
rep-unit-wan-km = { $n } 万元·公里
rep-unit-load = { $n } 工作量
rep-unit-points = { $n } 个百分点

## 指标
rep-measure-coverage-floor = 最低需求满足率
rep-measure-coverage = 平均需求满足率
rep-measure-equity = 均衡度
rep-measure-fit = 契合度合计
rep-measure-fit-floor = 各受扶地契合度之和的最低值
rep-measure-distance = 结对距离合计
rep-measure-flow-distance = 帮扶量距离合计
rep-measure-continuity = 延续上年结对
rep-measure-hardship = 派往更艰苦地区的人数×级差
rep-measure-effort-balance = 最高投入率
rep-measure-pairs = 结对总数
rep-measure-by-age = { $measure }（按结对年数计）
rep-measure-unknown-distances = { $value }（{ $n } 对距离未知，按 0 计）
rep-measure-in-tracks = { $measure }（{ $tracks }）
rep-measure-in-some-tracks = { $measure }（{ $n } 个渠道）
rep-more-is-better = 越大越好
rep-less-is-better = 越小越好

## 目标与证明
rep-tier-weighted = 综合得分（{ $measures }）
rep-tier-proven = 已证明{ $distance }
rep-tier-word = { $distance }（求解器的结论）
rep-tier-distance-none = 最优
rep-tier-measures-nothing = 数据中没有这一项，这一级不影响方案
rep-tier-distance-points = 距最优不超过 { $points } 个百分点
rep-tier-distance-percent = 距最优不超过 { $percent }%
rep-tier-distance-score = 距最优不超过 { $score } 分
rep-tier-given-up = 为后级目标让出 { $amount }{ $allowed ->
    [no] （允许范围之外的是金额取整的零头）
   *[yes] （在允许范围内）
}
rep-score-made-of = 综合得分 { $score } = { $sum }。
rep-score-part = { $measure } { $value } × { $weight }
rep-score-first = { $part }
rep-score-first-less = −{ $part }
rep-score-more = { $sum } + { $part }
rep-score-less = { $sum } − { $part }
rep-score-open = 距上限的 { $score } 分若全在一项上，约合{ $list }。
rep-score-open-part = { $measure } { $size }
rep-score-change = { $measure }由 { $before } 变为 { $after }
rep-list-or = ，或
rep-tier-proven-conceded = 已证明{ $distance }（含让出的 { $amount }）
rep-tier-word-conceded = { $distance }（求解器的结论，含让出的 { $amount }）
rep-tier-given-up-points = 为后级目标让出 { $points } 个百分点{ $allowed ->
    [no] （允许范围之外的是金额取整的零头）
   *[yes] （在允许范围内）
}

## 摘要
rep-summary-title = { $policy } { $year } 年度结对方案：{ $case }
rep-summary-served = 结论：{ $recipients } 个受扶地在每个渠道的结对数都符合要求，共 { $pairs } 对。
rep-summary-served-shared = 结论：各渠道都是按量分配、不逐一结对，方案涉及 { $recipients } 个受扶地。
rep-summary-served-short = 注意：{ $recipients } 个受扶地中有的结对数不符合要求，共 { $pairs } 对。
rep-summary-verified = 核验：通过。独立核验程序按原始数据逐条复算了 { $rules } 类规则，没有违反。
rep-termination-optimal = 求解：各级目标都已达到规定精度，同样的数据会得到同样的方案。
rep-termination-effort-spent = 求解：规定的计算量已用完，同样的数据会得到同样的方案。
rep-termination-time-limit = 求解：到达时间上限而停止，再算一次方案可能不同，差距以下列证明为准。
rep-termination-interrupted = 求解：被人为中断，再算一次方案可能不同，差距以下列证明为准。
rep-no-needs = 帮扶量：数据中没有需求，方案只定结对，不定帮扶量；按供给对需求计算的契合度因此都是 0。
rep-shortlist = 候选：从 { $candidates } 对中选出 { $listed } 对求方案；证明的差距对全部候选成立。
rep-summary-tiers = 目标（按先后次序；“最优”指在保住前面各级目标的前提下）：
rep-summary-tier = { $priority } { $name }：{ $value }，{ $proof }
rep-summary-measures = 其他指标：
rep-summary-measure = { $name } { $value }
rep-summary-other-tracks = 其余 { $n } 个渠道
rep-summary-worst = 需求满足率最低的受扶地：{ $list }
rep-summary-worst-one = { $name } { $coverage }
rep-summary-files = 结果文件：{ $folder }
rep-summary-next-explain = 查看一个县的理由：jiedui explain { $folder } --recipient { $recipient }
rep-summary-next-report = 生成完整报告：jiedui report { $folder } --to md
rep-summary-folder-word = 结果文件夹
rep-data-warning = 数据提示：方案金额中 { $published } 的依据全部来自公布数据；{ $estimated } 用到估算数据，{ $illustrative } 用到示意数据，{ $unstated } 的依据未注明来源性质。

## 全文
rep-title = { $policy } { $year } 年度结对方案报告
rep-case-line = 案例：{ $title }（{ $name }）；程序版本：{ $version }
rep-section-result = 一、结论
rep-section-tiers = 二、目标与证明
rep-section-measures = 三、指标
rep-section-tracks = 四、各渠道
rep-section-recipients = 五、受扶地一览
rep-section-each = 六、逐地说明
rep-section-helpers = 七、帮扶方投入
rep-section-ended = 八、终止的上年结对
rep-section-excluded = 九、被排除的组合
rep-section-data = 十、数据质量
rep-section-method = 十一、方法与可信程度
rep-each-lead = 以下名次和数值只是对照。换成别的组合以后全局是更好还是更差，须重新求解才能知道，这里不作判断。
rep-tiers-lead = 目标按先后次序逐级求优：先做好第一级，再在不突破其允许退让幅度的前提下做第二级，依此类推。“距最优不超过”的意思是：只要保住前面各级目标，任何方案在这一级都不可能比本方案好过这个幅度；写明“已证明”的，这一点有证明，不依赖求解过程的运气；写明“求解器的结论”的，只有求解器这样说。
rep-helpers-idle = 未安排结对的帮扶方 { $n } 家：{ $list }。
rep-ended-none = 没有终止的上年结对。
rep-ended-excluded = 按现行规则不能继续：{ $reasons }
rep-ended-not-chosen = 可以继续，但本方案没有选
rep-ended-priced = 可以继续，但本方案没有选；如果继续：{ $cost }
rep-forbidden-pair = { $helper }与{ $recipient }：{ $reason }
rep-excluded-lead = 按规则排除的组合共 { $excluded } 个；没有被排除、但本方案没有选的组合 { $candidates } 个。一个组合可能有几条排除理由，下表逐条计数。
rep-data-weakest = 计算口径：每一笔帮扶都涉及需求、供给和资金三方面数据，按其中最弱的一项归类。
rep-method-decomposition = 求解方法：把各渠道拆开，每个渠道单独配对，各渠道之间通过受扶地的需求协调；协调的过程同时给出一个任何方案都不可能超过的上限。配对确定以后，再求每一对给多少、给什么。
rep-method-monolithic = 求解方法：把全部渠道、全部规则放在一起整体求解；求解的过程同时给出一个任何方案都不可能超过的上限。
rep-method-other = 求解方法：见运行清单。
rep-proven-rules = 已证明：方案符合全部规则。核验程序与求解程序互不共用代码，按原始数据用精确算术复算。
rep-proven-bounds = 已证明：各级目标距最优的幅度，见“目标与证明”。
rep-proven-bounds-word = 各级目标距最优的幅度，见“目标与证明”；注明“求解器的结论”的，只有求解器这样说，没有可以复核的证明，其余已证明。
rep-proven-contributions = 已证明：可加指标的各对贡献之和与方案合计精确相等。
rep-proven-contributions-not = 注意：有的可加指标，各对贡献之和与方案合计不相等，请向程序维护者反映。
rep-not-proven-data = 未证明：数据本身是否准确。估算和示意数据的比例见“数据质量”。
rep-alternatives-priced = 已测算：没有选的一对如果必须采用，代价在什么范围以内，见“为何未结对”；“至少”已证明，“至多”是一个已求出的方案的损失，写“代价未定”的没有证明非损失不可。没有测算的，须重新求解才能知道。
rep-not-proven-alternatives = 未证明：换成其他组合以后全局是更好还是更差。报告只列对照数字，不作判断；要知道须重新求解。
rep-reproducible = 可重现：同样的数据和设置会得到同样的方案。
rep-not-reproducible = 不可完全重现：求解因时间上限或人为中断而提前停止，再算一次方案可能不同。

## 表头
rep-head-track = 渠道
rep-head-pairs = 结对
rep-head-kept = 延续
rep-head-new = 新增
rep-head-ended = 终止
rep-head-helpers = 帮扶方（用/总）
rep-head-value = 金额（万元）
rep-document-meant = “文件”指{ $document }。
rep-head-clause = 依据
rep-head-priority = 次序
rep-head-objective = 目标
rep-head-reached = 方案达到
rep-head-proof = 证明
rep-head-given-up = 退让
rep-head-measure = 指标
rep-head-value-of = 数值
rep-head-sense = 方向
rep-head-attained = 出现在
rep-head-code = 代码
rep-head-recipient = 受扶地
rep-head-prefecture = 市州
rep-head-class = 艰苦类别
rep-head-need = 需求（万元）
rep-head-given = 投入（万元）
rep-head-coverage = 满足率
rep-head-helper = 帮扶方
rep-head-budget = 资金（万元）
rep-head-effort = 投入率
rep-head-since = 始于
rep-head-why = 理由
rep-head-combinations = 组合数
rep-head-table = 数据表
rep-head-input = 输入文件
rep-head-digest = 摘要值

## 数据性质与数据表
rep-basis-published = 公布
rep-basis-estimated = 估算
rep-basis-illustrative = 示意
rep-basis-unstated = 未注明
rep-table-places = 县域
rep-table-helpers = 帮扶方
rep-table-needs = 需求
rep-table-supply = 供给
rep-table-pairs = 配对属性
rep-table-roads = 路网
rep-table-history = 历年结对
rep-table-other = 其他

# What a candidate would cost, or doing without a pair of the plan
rep-loss-impossible = 没有任何方案能有这一对（已证明）
rep-loss-indispensable = 任何方案都少不了这一对（已证明）
rep-loss-demanded = 由人工决定或者最低年限要求结对
rep-loss-demanded-locked = 由人工决定要求结对
rep-loss-demanded-tenure = 未满最短结对年限，必须延续
rep-loss-none = 没有代价：有一个方案，更优先的目标不低于政策容许的水平，末级目标不低于本方案
rep-loss-better = 没有代价：有一个方案照此安排，{ $tier }反而好 { $most }，更优先的目标不低于政策容许的水平；本次求解没有找到它
rep-loss-exact = { $tier }损失 { $most }（确数）
rep-loss-between = { $tier }至少损失 { $least }，至多损失 { $most }
rep-loss-at-most = { $tier }至多损失 { $most }（只是上限，没有证明非损失不可）
rep-loss-unsettled = 代价未定（没有证明非损失不可；求出的一个方案里，{ $tier }损失 { $most }；可专门测算）
rep-loss-apart = { $tier }至多损失 { $most }；已证明{ $other }至少损失 { $least }，或者更优先的目标变差
rep-loss-at-least = { $tier }至少损失 { $least }，或者更优先的目标变差（没有求出这样的方案）
rep-loss-unknown = 代价没有算出
rep-move = { $helper }由帮扶{ $from }改为帮扶{ $to }
rep-move-in = { $helper }增加帮扶{ $to }
rep-move-out = { $helper }不再帮扶{ $from }
