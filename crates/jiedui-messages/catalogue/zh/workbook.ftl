# workbook
# 结果工作簿（.xlsx）

wb-file = 结对方案.xlsx
wb-title = { $policy } { $year } 年度结对方案（建议稿）
wb-draft = 建议稿，供研究讨论，未经审定不作为执行依据。
wb-case = 案例：{ $title }（{ $name }）
wb-total = 合计（随筛选变化）
wb-none = （无）
wb-yes = 是
wb-no = 否
wb-footer-page = 第 &P 页，共 &N 页

## 工作表
wb-sheet-overview = 总览
wb-sheet-charts = 图表
wb-sheet-pairs = 结对
wb-sheet-amounts = 分领域金额
wb-sheet-limits = 到限情况
wb-sheet-coverage = 受扶地满足情况
wb-sheet-balance = 分领域缺口
wb-sheet-load = 帮扶方投入
wb-sheet-supply = 供给使用
wb-sheet-alternatives = 其他可选
wb-sheet-excluded = 不能结对
wb-sheet-decisions = 人工决定
wb-sheet-ended = 终止的结对
wb-sheet-inputs = 数据性质

## 各表说明
wb-note-pairs = 方案中的全部结对。名次是在同一渠道可选帮扶方中的名次，第 1 为最好；“估算占比”“示意占比”指金额中用到估算或示意数据的部分。
wb-note-amounts = 每一对在各领域的帮扶量。以人计的领域，按折算价值计入合计。
wb-note-limits = 方案在每一对处已经用到头的限制。
wb-note-coverage = 按满足率由低到高排列。满足率按折合金额计算。
wb-note-balance = 每个受扶地每个领域的需求、已获帮扶和缺口。
wb-note-load = 投入率为已投入占资金的比例；没有限额的帮扶方不计投入率。
wb-note-supply = 每家帮扶方每个领域可供多少、用了多少。
wb-note-alternatives = 每一对的受扶地在同一渠道的其他可选帮扶方，按契合度、再按距离排列，列前几家；上年的帮扶方总是列出。这里只是数字对照，换成别的组合以后全局是更好还是更差，须重新求解才能知道。
wb-note-excluded = 按规则不能结对的组合，每个组合列出全部理由。
wb-note-decisions = 指定结对和不得结对的人工决定，与方案有关的全部列出。
wb-note-ended = 上年有、本方案没有的结对。
wb-note-inputs = 方案依据的每一项数据是公布、估算还是示意。估算和示意的数据标有底色，定稿前应当核实替换。

## 总览
wb-section-result = 结论
wb-section-tiers = 目标与证明
wb-section-measures = 指标
wb-section-tracks = 各渠道
wb-section-sheets = 本工作簿的工作表
wb-head-sheet = 工作表
wb-head-content = 内容
wb-head-unit = 单位

## 表头
wb-head-number = 序号
wb-head-track = 渠道
wb-head-helper-code = 帮扶方代码
wb-head-helper = 帮扶方
wb-head-recipient-code = 受扶地代码
wb-head-recipient = 受扶地
wb-head-prefecture = 市州
wb-head-class = 艰苦类别
wb-head-population = 人口（万人）
wb-head-weight = 权重
wb-head-status = 状态
wb-head-since = 始于（年）
wb-head-help = 帮扶内容
wb-head-value = 折合金额（万元）
wb-head-share-of-need = 占该地需求
wb-head-km = 距离（公里）
wb-head-km-origin = 距离来源
wb-head-fit = 契合度
wb-head-fit-origin = 契合度来源
wb-head-fit-rank = 契合度名次
wb-head-km-rank = 距离名次
wb-head-of = 可选家数
wb-head-clauses = 依据
wb-head-limits = 到限项数
wb-head-limit = 到限情况
wb-head-of-limit = 上限或下限
wb-head-estimated-share = 估算占比
wb-head-illustrative-share = 示意占比
wb-head-sector = 领域
wb-head-sector-unit = { $sector }（{ $unit }）
wb-head-sector-met = { $sector }满足率
wb-head-need = 需求
wb-head-given = 已获
wb-head-unmet = 缺口
wb-head-met = 满足率
wb-head-need-wan = 需求（万元）
wb-head-given-wan = 已获（万元）
wb-head-gap-wan = 缺口（万元）
wb-head-coverage = 需求满足率
wb-head-pairs = 结对数
wb-head-place = 所在地
wb-head-budget = 资金（万元）
wb-head-spent = 已投入（万元）
wb-head-left = 结余（万元）
wb-head-effort = 投入率
wb-head-quota = 结对要求
wb-head-load = 工作量
wb-head-max-load = 工作量上限
wb-head-idle = 未安排
wb-head-candidates = 可选受扶地
wb-head-supply = 可供
wb-head-used = 已用
wb-head-rest = 剩余
wb-head-use = 使用率
wb-head-chosen = 本方案的帮扶方
wb-head-chosen-fit = 本方案契合度
wb-head-chosen-km = 本方案距离（公里）
wb-head-position = 位次
wb-head-other = 其他可选帮扶方
wb-head-previous = 上年结对始于
wb-head-capacity = 可承担（万元）
wb-head-steps = 跨级
wb-head-now = 该帮扶方在本方案中
wb-head-full = 结对已满
wb-head-rules = 规则
wb-head-reasons = 理由
wb-head-decision = 决定
wb-head-reason = 理由
wb-head-clause = 条款
wb-head-author = 决定人
wb-head-date = 日期
wb-head-file = 文件
wb-head-row = 行
wb-head-why = 原因
wb-head-party = 对象
wb-head-fact = 数据
wb-head-amount = 数值
wb-head-basis = 性质
wb-head-source = 来源
wb-decision-lock = 指定结对
wb-decision-forbid = 不得结对

## 单位
wb-unit-km = 公里
wb-unit-wan = 万元
wb-unit-person = 人
wb-unit-share = 比例
wb-unit-steps = 级
wb-unit-step-persons = 人·级
wb-unit-years = 年
wb-unit-pairs = 对
wb-unit-wan-km = 万元·公里
wb-unit-load = 工作量
wb-unit-plain = 无单位

## 图
wb-chart-coverage = 各受扶地需求满足率（由低到高）
wb-chart-tracks = 各渠道折合金额（万元）
wb-chart-load = { $track }：资金与已投入（万元）
wb-chart-sectors = 各领域需求与已获（折合万元）
