# document
# 公文（.docx）：结对方案建议稿，以及每一对的年度实施计划草案

doc-folder = reports
doc-file-proposal = 结对方案建议稿.docx
doc-folder-plans = 年度实施计划草案
doc-file-conflict = 没有可行方案的说明.docx
doc-file-plan = { $number }-{ $helper }帮扶{ $recipient }.docx
doc-file-taken = 错误：“{ $file }”已经存在，没有覆盖，也没有写任何文件。请先移走原有的文件，或者用 --out 另指一个文件夹。
doc-folder-written = { $folder }（{ $count } 份）
doc-caption = 表{ $n }　{ $text }
doc-ordinal-first = { $n }、{ $text }
doc-ordinal-second = （{ $n }）{ $text }
doc-ordinal-third = { $n }. { $text }
doc-sentence-space = {""}
doc-header = 建议稿　供研究讨论，未经审定不作为执行依据
doc-page = — { $page } —
doc-draft = （建议稿）
doc-signature-office = （发文机关署名）
doc-signature-date = 　　年　月　日
doc-none = 无。
doc-dash = —

## 方案：标题与引言
doc-proposal-title = { $policy }{ $year }年度结对方案
doc-proposal-title-of-year = { $year } 年度结对方案
doc-proposal-lead = 为做好{ $year }年度结对帮扶安排，依据{ $clauses }，按照报送的需求、供给和资金数据，提出如下建议方案。方案涉及受扶地 { $recipients } 个，建议结对 { $pairs } 对。
doc-clauses-of = { $document }（以下简称“文件”），特别是{ $clauses }
doc-proposal-lead-no-clause = 为做好{ $year }年度结对帮扶安排，按照报送的需求、供给和资金数据，提出如下建议方案。方案涉及受扶地 { $recipients } 个，建议结对 { $pairs } 对。
doc-case-line = 数据名称：{ $title }。
doc-data-warning = 需要说明：方案金额中，依据全部来自公布数据的占 { $published }，用到估算数据的占 { $estimated }，用到示意数据的占 { $illustrative }，未注明性质的占 { $unstated }。凡估算和示意的数据，定稿前应当核实替换，并重新测算。

## 方案：一、总体安排
doc-section-overall = 总体安排
doc-overall-help = 方案为 { $recipients } 个受扶地安排帮扶资金和人员，折合 { $given }，占报送需求 { $need }的 { $share }。
doc-overall-pairs = 其中延续上年结对 { $kept } 对，新增 { $new } 对，终止上年结对 { $ended } 对。
doc-overall-pairs-alone = 方案为 { $recipients } 个受扶地安排结对：延续上年结对 { $kept } 对，新增 { $new } 对，终止上年结对 { $ended } 对。
doc-overall-quota = 每个受扶地在每个渠道的结对数都符合要求。
doc-overall-quota-short = 有的受扶地在有的渠道结对数不符合要求，须先行研究。
doc-overall-range = 各受扶地需求满足率最低为 { $low }（{ $lownames }），最高为 { $high }（{ $highnames }）。
doc-overall-verified = 方案已由独立的核验程序按原始数据逐条复算，涉及规则 { $rules } 类，没有违反。
doc-table-tracks = 各渠道安排
doc-table-tiers = 目标与达到程度
doc-table-coverage = 受扶地需求满足情况
doc-table-ended = 终止的上年结对

## 方案：二、目标
doc-section-aims = 目标与次序
doc-aims-lead = 方案按下列目标的先后次序安排：先求第一级目标，再在允许的退让幅度以内求第二级，依此类推；各级达到的程度和距最优的幅度见表2。“距最优不超过”是指：只要保住前面各级目标，任何方案在这一级都不可能比本方案好过这个幅度；写明“已证明”的有证明，写明“求解器的结论”的只有求解器这样说。

## 方案：三至七
doc-section-pairs = 结对安排
doc-pairs-track = { $track }（{ $clause }，{ $pairs } 对）
doc-pairs-track-no-clause = { $track }（{ $pairs } 对）
doc-pairs-track-shared = { $track }（{ $clause }，按量分配 { $pairs } 项）
doc-pairs-track-shared-no-clause = { $track }（按量分配 { $pairs } 项）
doc-pairs-track-none = 本渠道没有安排结对。
doc-section-coverage = 受扶地需求满足情况
doc-coverage-lead = 满足率按各领域需求折合金额计算，由低到高排列。
doc-section-ended = 与上年结对的衔接
doc-ended-lead = 上年结对中延续 { $kept } 对，终止 { $ended } 对。终止的结对涉及既有合作，建议逐对听取双方意见，妥善移交。
doc-ended-none = 上年结对没有终止的。
doc-section-matters = 需要研究的事项
doc-matter-data = 数据。方案金额中有 { $share } 用到估算、示意或者未注明性质的数据，定稿前应当核实。逐条清单见结果工作簿“数据性质”表。
doc-matter-no-needs = 需求。数据中没有需求，本方案只确定结对，不确定帮扶量，按供给对需求计算的契合度因此都是 0；如需确定，应当先核定各受扶地的需求。
doc-matter-data-empty = 数据。方案没有安排帮扶量；结对所依据的数据，性质见附件3，定稿前应当核实。
doc-matter-data-none = 数据。方案金额的依据全部来自公布数据。
doc-matter-gap = 缺口。各受扶地合计还有折合 { $unmet }的需求没有安排，缺口最大的领域是{ $sectors }。
doc-matter-idle = 未安排的帮扶方。{ $n } 家帮扶方本方案没有安排结对：{ $list }。
doc-matter-bound = 精度。{ $tier }{ $proof }；其余目标见表2。
doc-matter-time = 求解。求解因时限或人为中断而提前停止，再算一次方案可能不同，建议重新测算后再定稿。
doc-matter-decisions = 人工决定。方案中有 { $locked } 对按决定必须结对，另有 { $forbidden } 个组合按决定不得结对。
doc-matter-prices = 人工决定的代价已逐项测算，见附件4；没有查出代价的，不等于没有代价。请据此研究是否保留。
doc-matter-wide = 差距较大的目标。{ $tier }{ $proof }。差距中除去为后级目标让出的，其余有多少是上限偏高、多少是方案还能改进，没有算出；与此相关的结对仍可能有更好的安排。
doc-section-next = 下一步工作建议
doc-next-check = 核实数据。由各帮扶方和受扶地核对需求、供给和资金数据，修正后重新测算。
doc-next-consult = 征求意见。就每一对的安排和理由（见附件1）听取双方意见。需要指定或者排除的结对，写入人工决定后重新测算，其余结对尽量不动。
doc-next-plan = 编制计划。方案审定后，由帮扶方编制年度实施计划。“{ $track }”渠道每一对的草案已随本方案生成，可在其上修改填写；其他渠道的另行编制。
doc-next-plan-none = 编制计划。方案审定后，由帮扶方编制年度实施计划。
doc-next-approve = 审定印发。按程序报批后印发执行。
doc-attachments-1 = 附件：1. { $title }
doc-attachments-2 = {"　　　"}2. { $title }
doc-attachments-3 = {"　　　"}3. { $title }
doc-attachments-4 = {"　　　"}4. { $title }
doc-attachment-1 = 附件1
doc-attachment-2 = 附件2
doc-attachment-3 = 附件3
doc-attachment-4 = 附件4
doc-annex-reasons = 逐对理由
doc-annex-method = 方法说明
doc-annex-data = 数据来源
doc-annex-answers = 人工决定和个别结对的代价
doc-answers-lead = 以下各项都是改变一个条件、其余不变以后重新测算的结果，测算所得方案均经独立核验。代价按目标的先后次序比较，只以最先变差的一级为准。
doc-answers-formed = 由{ $helper }帮扶{ $recipient }
doc-answers-unformed = 不由{ $helper }帮扶{ $recipient }
doc-conflict-title = 没有可行方案的说明
doc-conflict-header = 供研究讨论

## 表头
doc-head-number = 序号
doc-head-track = 渠道
doc-head-pairs = 结对
doc-head-kept = 延续
doc-head-new = 新增
doc-head-ended = 终止
doc-head-helpers = 帮扶方（用/总）
doc-head-value-wan = 折合（万元）
doc-head-priority = 次序
doc-head-aim = 目标
doc-head-reached = 达到
doc-head-proof = 证明
doc-head-recipient = 受扶地
doc-head-prefecture = 市州
doc-head-helper = 帮扶方
doc-head-status = 状态
doc-head-help = 帮扶内容
doc-head-class = 艰苦类别
doc-head-need-wan = 需求（万元）
doc-head-given-wan = 安排（万元）
doc-head-coverage = 满足率
doc-head-largest-gap = 缺口最大的领域
doc-head-since = 始于
doc-head-why = 原因
doc-head-rule = 规则
doc-head-count = 组合数
doc-head-table = 数据表
doc-head-file = 输入文件
doc-head-digest = 校验值

## 附件1 逐对理由
doc-reasons-lead-priced = 以下逐地逐对说明理由。名次和数值是与同渠道、没有被规则排除的其他帮扶方的对照。“改用的代价”是必须改用该帮扶方时，目标按先后次序最先变差的一级的损失；在政策允许的让步以内不算。“至少”的已经证明；“至多”的是一个已求出、符合全部规则的方案的损失，写“代价未定”和只写“至多”的没有证明非损失不可，真正的代价可能小得多。
doc-reasons-lead = 以下逐地逐对说明理由。名次和数值只是与同渠道、没有被规则排除的其他帮扶方的对照；换成别的组合以后全局是更好还是更差，须重新测算才能知道，这里不作判断。
doc-reason-help = { $helper }（{ $track }）：{ $status }。帮扶内容为{ $help }，折合 { $value }，占该地需求的 { $share }。
doc-reason-no-help = { $helper }（{ $track }）：{ $status }。方案没有为本对安排具体帮扶量。
doc-reason-help-bare = { $helper }（{ $track }）：{ $status }。
doc-reason-help-only = { $helper }（{ $track }）：{ $status }。帮扶内容为{ $help }，折合 { $value }。
doc-reason-distance-usual = 两地相距 { $distance }，在规则未排除{ $known ->
    [some] 、距离已知
   *[all] {""}
}的 { $of } 家帮扶方中由近到远列{ $place }。
doc-reason-fit-usual = 契合度 { $fit }，在规则未排除的 { $of } 家帮扶方中列{ $place }。
doc-reason-distance = 两地相距 { $distance }（{ $origin }），在规则未排除{ $known ->
    [some] 、距离已知
   *[all] {""}
}的 { $of } 家帮扶方中由近到远列{ $place }。
doc-reason-distance-plain = 两地相距 { $distance }（{ $origin }）。
doc-reason-distance-unknown = 两地距离没有数据。
doc-reason-fit = 契合度 { $fit }（{ $origin }），在规则未排除的 { $of } 家帮扶方中列{ $place }。
doc-reason-fit-plain = 契合度 { $fit }（{ $origin }）。
doc-reason-fit-unknown = 契合度没有数据。
doc-reason-locked = 本对由人工指定（{ $decision }）。
doc-limit-supply-and-budget = { $helper }的{ $list }供给和资金都已用尽
doc-limit-supply = { $helper }的{ $list }供给已用尽
doc-limit-budget = { $helper }的资金已用尽
doc-limit-both-full = 双方在本渠道的结对数都已到上限
doc-reasons-origins = 除另有注明外，两地距离的来源是：{ $distance }；契合度的来源是：{ $fit }。
doc-limit-need = { $recipient }的{ $list }需求已满足
doc-reason-limits = 已经到限的条件：{ $limits }。
doc-reason-others = 契合度居前的其他可选帮扶方：{ $list }。
doc-reason-other-priced = { $helper }，契合度 { $fit }，{ $now }；改用的话：{ $cost }
doc-reason-other = { $helper }，契合度 { $fit }，{ $now }
doc-reason-clauses = 依据：{ $clauses }。
doc-reason-basis = 金额的数据性质：{ $list }。
doc-basis-part = { $basis } { $share }

## 附件2 方法说明
doc-method-candidates-title = 一、先确定哪些组合可以结对
doc-method-candidates = 把每个帮扶方与每个受扶地逐一对照政策规定，排除不符合规定的组合。本次共排除 { $excluded } 个，其余 { $candidates } 个组合没有哪条规则单独禁止，方案从中{ $tracks ->
    [divisible] 取 { $shared } 个按量分配帮扶
    [mixed] 选定 { $pairs } 对，另取 { $shared } 个按量分配帮扶
   *[paired] 选定 { $pairs } 对
}。排除的理由如下表，一个组合可能有几条理由，逐条计数。
doc-method-choice-title = 二、再按目标的次序选定结对和帮扶量
doc-method-choice = 选定结对时，各渠道、各受扶地、各领域同时考虑：不超过受扶地的需求、帮扶方的供给和资金，不违反数量、距离、最低帮扶额等规定，在此前提下按正文第二部分的目标次序逐级求优。
doc-method-check-title = 三、最后独立核验
doc-method-check = 核验程序与求解程序不共用代码。它按原始数据用精确算术重新计算每一条规则和每一项指标，全部相符才能生成本文件。
doc-method-trust-title = 四、能说明什么，不能说明什么
doc-method-proven-rules = 已证明：方案符合全部规则。
doc-method-proven-bounds = 已证明：各级目标距最优的幅度不超过正文表2所列。
doc-method-proven-bounds-word = 各级目标距最优的幅度不超过正文表2所列；注明“求解器的结论”的，只有求解器这样说，没有可以复核的证明，其余已证明。
doc-method-open-data = 未证明：数据本身是否准确，见附件3。
doc-method-alternatives-priced = 已测算：{ $tracks ->
    [mixed] 在逐一结对的渠道，
   *[paired] {""}
}没有规则单独禁止、但方案没有选的 { $all } 个组合，如果必须采用，代价在什么范围以内。其中 { $priced } 个测算出了代价的上限；{ $ruledout } 个没有任何方案能有（已证明）；{ $open } 个没有测算出上限，代价不明或者只知道下限。范围较宽的，须专门测算才能确定。
doc-method-open-alternatives = 未证明：换成其他组合以后全局是更好还是更差，须重新测算。
doc-method-terms-title = 五、名词
doc-term-coverage = 需求满足率：已安排的帮扶占需求的比例，各领域折合成万元后计算。
doc-term-value = 折合金额：以人计的帮扶按政策规定的每人每年金额折算成万元，只用于合计，不是实际支出。
doc-term-fit-supply-need = 契合度（按供给对需求计算）：受扶地全部需求中，这一帮扶方按其供给和资金能够满足的比例，各领域折合成万元后计算，在 0 与 1 之间，越大越契合。
doc-term-fit-industry = 契合度（按产业互补计算）：两地产业结构的差异，即各产业所占比例之差的绝对值之和的一半，在 0 与 1 之间，越大越互补。
doc-term-fit-given = 契合度（数据中给定）：数据表对这一对给出的值，越大越契合。
doc-term-equity = 均衡度：需求满足率在各受扶地之间的均衡程度，满足率越低的地方，每多满足一点得分越高。
doc-term-limit = 到限：某项供给、资金或者数量要求已经用到头，余量不足一个最小单位。

## 附件3 数据来源
doc-data-lead = 方案依据的数据分为四类：公布，即在公开资料中查得；估算，即按说明的公式推算；示意，即只为说明格式而设，不代表实际；未注明。一笔帮扶涉及需求、供给和资金三方面数据，按其中最弱的一类归类。
doc-data-tables-title = 一、各数据表的性质（条数）
doc-data-sources-title = 二、资料来源
doc-data-files-title = 三、输入文件
doc-data-files = 校验值用来确认文件未经改动。

## 年度实施计划：标题与引言
doc-plan-title = { $helper }结对帮扶{ $recipient }
doc-plan-subtitle = { $year }年度实施计划
doc-plan-draft = （草案）
doc-plan-header = 草案　由双方商定填写，未经审定不作为执行依据
doc-plan-lead = 依据{ $clause }，根据{ $policy }{ $year }年度结对方案（建议稿），拟定本年度实施计划草案，列出目标、重点任务、项目和资金。文中数字取自该方案；表中空格由双方商定后填写。
doc-plan-lead-no-clause = 根据{ $policy }{ $year }年度结对方案（建议稿），拟定本草案，明确目标、重点任务、项目和资金。文中数字取自该方案；表中空格由双方商定后填写。
doc-plan-estimated = 注意：本对金额用到估算、示意或者未注明性质的数据的占 { $share }，须由双方核实后再定。

## 一、目标
doc-plan-section-goals = 年度目标
doc-plan-situation = 受扶地基本情况。{ $recipient }属{ $prefecture }，{ $class }，人口 { $population } 万人。
doc-plan-situation-no-population = 受扶地基本情况。{ $recipient }属{ $prefecture }，{ $class }。
doc-class-of = 艰苦边远地区类别为{ $class }类
doc-class-none = 未列入艰苦边远地区
doc-plan-need = 报送需求折合 { $need }，方案各渠道合计安排折合 { $given }，需求满足率 { $coverage }。
doc-plan-goal = 本对目标。{ $helper }本年度安排{ $help }，折合 { $value }，占{ $recipient }全部需求的 { $share }。
doc-plan-goal-bare = 本对目标。{ $helper }本年度与{ $recipient }结对。
doc-plan-goal-continued = 本对始于 { $since } 年，本年度继续结对。
doc-plan-goal-new = 本对为新结对，本年度应先完成对接、商定协议。
doc-plan-table-goals = 分领域目标
doc-plan-head-sector = 领域
doc-plan-head-need = 需求
doc-plan-head-this = 本对安排
doc-plan-head-others = 其他帮扶方
doc-plan-head-gap = 尚缺
doc-plan-head-target = 年度目标（填写）

## 二、重点任务
doc-plan-section-tasks = 重点任务
doc-plan-tasks-none = 方案没有为本对安排具体帮扶量，重点任务由双方商定。
doc-plan-task = 安排 { $amount }，占该领域需求 { $need }的 { $share }；其他帮扶方安排 { $others }，尚缺 { $unmet }。
doc-plan-task-industry = 任务方向：以产业合作和飞地园区为先，帮助培育主导产业，引进企业和项目，带动就业。
doc-plan-task-agriculture = 任务方向：发展特色农牧业，建设生产基地，延伸加工，对接销售渠道。
doc-plan-task-infrastructure = 任务方向：补齐群众急需的基础设施短板，项目与受扶地规划衔接，避免重复建设。
doc-plan-task-culture-tourism = 任务方向：共同开发文化旅游资源，推介线路，引导客源，改善接待条件。
doc-plan-task-labour = 任务方向：开展劳务协作，组织技能培训，提供稳定岗位，做好跟踪服务。
doc-plan-task-education = 任务方向：组团选派教师和管理人员，结对学校，培养当地师资。
doc-plan-task-health = 任务方向：组团选派医务人员，结对医院，培养当地骨干，提升专科能力。
doc-plan-task-science = 任务方向：选派科技人才，围绕当地产业开展技术服务和推广。
doc-plan-task-cadre = 任务方向：选派干部到受扶地工作，明确岗位和期限，做好管理考核。
doc-plan-task-other = 任务方向：由双方结合受扶地实际商定。
doc-plan-task-clause = 依据：{ $clause }。

## 三、重点项目
doc-plan-section-projects = 重点项目
doc-plan-projects-lead = 项目由双方商定后填写。同一领域各项目的帮扶资金合计，应与安排数一致；有调整的，说明理由。
doc-plan-table-projects = 重点项目（填写）
doc-plan-head-project = 项目名称
doc-plan-head-content = 建设内容和地点
doc-plan-head-total = 总投资（万元）
doc-plan-head-support = 其中帮扶资金（万元）
doc-plan-head-period = 起止时间
doc-plan-head-charge = 责任单位
doc-plan-projects-planned = { $sector }（安排 { $amount }）

## 四、资金
doc-plan-section-funds = 资金安排
doc-plan-funds = 本对资金类帮扶安排 { $money }。
doc-plan-funds-means = { $means }。
doc-plan-funds-no-budget = { $helper }没有资金限额，也没有其他受扶地。
doc-plan-funds-persons = 以人计的帮扶按折算价值计入合计，不是实际支出。
doc-plan-table-funds = 资金安排
doc-plan-head-amount = 安排
doc-plan-head-value = 折合（万元）
doc-plan-head-basis = 数据性质
doc-plan-head-channel = 资金渠道（填写）
doc-plan-head-paid = 拨付时间（填写）
doc-plan-total = 合计

## 五、人员
doc-plan-section-people = 人员选派
doc-plan-people = 本对安排选派 { $persons }。
doc-plan-people-none = 方案没有为本对安排选派人员；双方需要选派的，另行商定。
doc-plan-people-others = 同一受扶地其他帮扶方安排的人员如下，请做好衔接：{ $list }。
doc-plan-people-other = { $helper }（{ $persons }）
doc-plan-table-people = 选派人员（填写）
doc-plan-head-name = 姓名
doc-plan-head-office = 所在单位和职务
doc-plan-head-post = 派驻单位和岗位
doc-plan-head-term = 起止时间
doc-plan-head-note = 备注

## 六、责任
doc-plan-section-duty = 责任分工
doc-plan-table-duty = 责任分工
doc-plan-head-party = 责任方
doc-plan-head-duty = 职责
doc-plan-head-contact = 责任单位和联系人（填写）
doc-plan-duty-helper = 制定帮扶规划和年度实施计划，落实资金和人员，组织实施本方项目。
doc-plan-duty-recipient = 提出需求和项目，落实用地、配套和建设条件，管好用好帮扶资金和资产。
doc-plan-duty-office = 统筹协调，研究解决问题，组织考核评价。
doc-plan-party-office = 发展改革部门
doc-plan-duty-others = 同一受扶地还有以下帮扶方，请加强衔接，避免重复：{ $list }。
doc-plan-duty-other = { $helper }（{ $track }）

## 七、进度
doc-plan-section-schedule = 进度安排
doc-plan-table-schedule = 进度安排（供参考，由双方商定）
doc-plan-head-when = 时间
doc-plan-head-work = 工作内容
doc-plan-head-mark = 完成标志（填写）
doc-plan-quarter-1 = 第一季度
doc-plan-quarter-2 = 第二季度
doc-plan-quarter-3 = 第三季度
doc-plan-quarter-4 = 第四季度
doc-plan-work-1 = 双方对接，核实需求，商定项目，签订年度协议
doc-plan-work-2 = 完成项目前期工作，首批资金和人员到位，项目开工
doc-plan-work-3 = 推进项目建设，开展中期对账，解决存在问题
doc-plan-work-4 = 项目竣工或者完成年度投资，总结绩效，提出下年度打算

## 八、说明
doc-plan-section-notes = 安排理由和数据说明
doc-plan-table-facts = 数据出处
doc-plan-head-fact = 数据
doc-plan-head-row = 行
doc-plan-head-source = 来源
doc-plan-sign = 帮扶方（盖章）　　　　　　　　受扶地（盖章）
