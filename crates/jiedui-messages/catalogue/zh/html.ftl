# html
# 网页报告：框架、表格、地图、图表、对比，以及 CSV 的文件名和表头

html-skip = 跳到正文
html-nav = 各页
html-nav-overview = 总览
html-nav-map = 地图
html-nav-recipients = 受扶地
html-nav-helpers = 帮扶方
html-nav-pairs = 结对
html-nav-why-not = 为何未结对
html-nav-load = 图表
html-nav-excluded = 排除的组合
html-nav-compare = 方案对比
html-file-conflict = 没有可行方案的说明.html
html-nav-decisions = 人工决定
html-language = 语言
html-print = 打印本页
html-footer = 本页由 jiedui 根据结果档案生成，所有内容都在这一个文件里，打开时不联网。
html-no-script = 浏览器没有启用脚本：可以阅读本页总览，但不能使用地图、查询、排序和筛选。
html-page-title = { $page } · { $title }
html-missing = 没有这一页

## 总览
html-result = 结论
html-tiers = 目标与证明
html-tier-wide = 差距较大（第 { $priorities } 级目标）：上限是在允许“半对”的条件下算出的，实际只能整对结对，因此上限不会低于真正的最优值。差距中除去为后级目标让出的，其余有多少是上限偏高、有多少是方案还能改进，没有算出。
html-tier-wide-plain = 差距较大（第 { $priorities } 级目标）：差距中除去为后级目标让出的，其余有多少是上限偏高、有多少是方案还能改进，没有算出。
html-coverage = 需求满足率最低的受扶地
html-tracks = 各渠道
html-measures = 指标
html-data = 数据质量
html-method = 方法与可信程度

## 表格
html-all = 全部
html-choose = 请选择
html-show = 查看
html-table-search = 筛选
html-table-status = 显示 { $shown } 行，共 { $all } 行
html-table-more = 显示全部 { $n } 行
html-head-place = 所在地
html-head-source = 数据出处
html-head-status = 状态
html-head-help = 帮扶内容
html-why = 理由

## 受扶地与帮扶方
html-all-recipients = 全部受扶地
html-recipients-caption = 全部受扶地（点击表头排序）
html-helpers-caption = 全部帮扶方（点击表头排序）
html-helpers-busy = 结对情况
html-helpers-with = 已安排结对
html-helpers-without = 未安排结对
html-needs-caption = 各领域的需求与帮扶
html-supply-caption = 各领域的供给与使用
html-pairs-caption = 结对一览
html-pairs-of-recipient = 结对的帮扶方
html-pairs-of-helper = 结对的受扶地
html-quotas = 各渠道的数量要求
html-unformed-recipient = 没有结对的帮扶方
html-unformed-helper = 没有结对的受扶地
html-ended = 终止的上年结对

## 一对
html-criteria = 与其他可选对象的对照
html-contributions = 对各项指标的贡献
html-limits = 到限情况
html-limits-none = 本对处没有到限的规则。
html-alternatives = 其他可选的帮扶方
html-facts = 数据出处
html-side-by-side = 数字对照
html-candidates-count = 可以结对但本方案没有选：{ $n } 个
html-ruled-out-count = 没有规则单独禁止、但没有任何方案能有（已证明）：{ $n } 个
html-candidates-listed = 列入候选名单但本方案没有选：{ $n } 个
html-excluded-count = 按规则不能结对：{ $n } 个

## 为何未结对
html-why-not-lead = 选一个帮扶方和一个受扶地，查看这一对能不能结、为什么没有结。
html-formed-title = { $helper }帮扶{ $recipient }：本方案已经结对
html-formed-why = 查看这一对的理由

## 排除
html-excluded-rules = 各条规则排除的组合数

## 图表
html-chart-table = 以表格查看
html-coverage-title = 各受扶地的需求满足率
html-coverage-description = 横条图：最低 { $least }，图中最高 { $most }。
html-coverage-all = 查看全部 { $n } 个受扶地
html-load-tracks = 各渠道的帮扶金额（万元）
html-load-tracks-description = 横条图：各渠道合计 { $total }。
html-load-helpers = 帮扶方的投入率
html-load-helpers-title = { $track }：各帮扶方安排投入的资金占比
html-load-helpers-description = 横条图：帮扶方 { $n } 家，其中 { $idle } 家未安排结对。

## 地图
html-map-title = 结对地图
html-map-lead = 圆点是受扶地县城，方块是帮扶方所在地，连线是结对；点击圆点查看该县。
html-map-description = 图中共 { $n } 条结对连线。
html-map-helper-more = { $helper }（另 { $n } 家）
html-map-kind-wanted = 所问的一对
html-map-kind-gained = 开始的结对
html-map-kind-lost = 结束的结对
html-map-changes = 图中是两个方案不同的结对：绿色实线只在对比方案中有，灰色虚线只在基准中有。
html-compare-difference = 差
html-map-chain = 图中是与所问的一对相连的变动：绿色实线开始，灰色虚线结束，黑色虚线是所问的一对。
html-head-cost = 改用的代价
html-candidates-up-to = 组合太多，本页只收入每个受扶地在每个渠道契合度名次前 { $n } 的和上年的；其余用 jiedui explain 的 --why-not 查询。
html-unformed-not-kept = 组合太多，本页没有收入{ $helper }与{ $recipient }（只收入契合度名次前 { $n } 的）；请用 jiedui explain 的 --why-not 查询。
html-unformed-not-listed = 没有规则禁止{ $helper }与{ $recipient }结对，但本页没有收入这一对：求方案时没有列入候选名单，或本页放不下；请用 jiedui explain 的 --why-not 查询。
html-regret-with = 如果必须有这一对
html-regret-without = 如果没有这一对
html-regret-cost = { $cost }。
html-regret-moves = 有一个已求出、符合全部规则的方案，变动如下：
html-regret-reading = 代价按目标的先后次序，只算最先变差的一级；在政策允许的让步以内不算。“至少”已证明；“至多”是一个已求出的方案的损失，写“代价未定”和只写“至多”的没有证明非损失不可，真正的代价可能小得多。要更准确，用 jiedui explain 的 --exact 专门求解。
html-solved-title = 重新求解的结果
html-solved-list = 已经重新求解过的组合
html-solved-formed = 如果由{ $helper }帮扶{ $recipient }
html-solved-unformed = 如果{ $helper }不再帮扶{ $recipient }
html-decisions-lead = 有关部门规定必须结对或者不得结对的决定，与方案有关的全部列出。
html-decisions-unpriced = 没有测算这些决定的代价。运行 jiedui explain 结果文件夹 --decisions --save，再重新生成本页，即可在此列出。
html-decision-lock = 必须结对
html-decision-forbid = 不得结对
html-head-decision = 决定
html-head-why = 理由和出处
html-map-wanted = 黑色虚线是所问的一对，其余连线是双方现有的结对。
html-map-tracks = 渠道
html-map-track = { $track }（{ $n }）
html-map-all = 全选
html-map-none = 全不选
html-map-only = 只看
html-map-line = { $helper } → { $recipient }（{ $track }）
html-map-seat = { $name }：需求满足率 { $coverage }，结对 { $pairs } 家
html-map-no-boundaries = 图上没有行政区划界线。如需显示，请用 --boundaries 提供自己的 GeoJSON 文件。

## 方案对比
html-compare-lead = 第一个方案是基准，下面逐个与它对比；差异都是“基准 → 对比方案”。
html-compare-title = 对比方案：{ $label }
html-compare-case = { $title }（{ $year } 年度）
html-compare-other-tiers = 两个方案的目标或权重不同，目标的数值不能直接相比。
html-compare-tiers = 各级目标
html-compare-measures = 指标
html-compare-pairs = 结对的变化
html-compare-counts = 相同的结对 { $kept } 对（其中 { $changed } 对金额不同），新增 { $added } 对，减少 { $removed } 对。
html-compare-added = 新增的结对
html-compare-removed = 减少的结对
html-compare-changed = 金额不同的结对
html-compare-shared = 按量分配中不同的帮扶
html-compare-coverage = 各受扶地的需求满足率
html-compare-points = 变化（百分点）
html-base = 基准
html-what-if = 对比方案
html-what-if-proof = 对比方案的证明
html-base-wan = 基准（万元）
html-what-if-wan = 对比方案（万元）

## CSV
html-csv-helper-code = 帮扶方代码
html-csv-recipient-code = 受扶地代码
html-csv-amount = 数量
html-csv-unit = 单位
html-csv-unit-wan = 万元
html-csv-unit-person = 人

## 文件名
html-file = 结对方案.html
html-file-geojson = 结对方案.geojson
html-folder-csv = csv
