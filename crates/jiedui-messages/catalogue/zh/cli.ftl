# cli

## Help

help-about = 结对共富：把帮扶方分派给欠发达县域，逐条核验，并说明理由
help-examples =
    例：
      jiedui assign                     四川示例案例的年度结对，结果写入 runs/
      jiedui assign 案例文件夹          用自己的数据
      jiedui check 案例文件夹           只检查数据，不求解
      jiedui explain 结果文件夹 --recipient 石渠县
      jiedui report 结果文件夹 --to html,xlsx,docx
      jiedui verify 结果文件夹          独立核验
help-heading-usage = 用法：{" "}
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-line = { $heading }：

help-assign = 年度结对：读取、检查、求解、核验、说明理由，写出结果文件夹并显示摘要
help-assign-long =
    退出码：0 完成；1 数据有误，未写任何文件；2 命令有误；3 无可行方案，已写出冲突报告；4 因时限或中断而停止，已写出当时最好的方案；70 程序缺陷。
    按一次 Ctrl-C 停止求解并保存当时最好的方案，再按一次立即退出。
help-check = 检查数据：列出全部问题和提示，并核对候选是否够用，不求解
help-explain = 说明理由：一个受扶地、一个帮扶方、一对结对，或者为什么没有结成
help-compare = 比较两次运行：输入变了什么，结对怎样调整，结果怎样变化
help-compare-long =
    只读取两个结果文件夹中的 dossier.json，可以比较不同年度、不同情景、不同案例的运行。
    例：
      jiedui compare runs/2024 runs/2025
      jiedui compare runs/基准 runs/情景 --format md > 比较.md
help-compare-before = 作为“前”的结果文件夹
help-compare-after = 作为“后”的结果文件夹
help-compare-format = 输出的格式：human（默认）、json 或 md
help-evaluate = 评价一个人工拟定或正在执行的方案：违反哪些规则，离最好的方案多远，哪几项调整最有用
help-evaluate-long =
    方案是一个 CSV 文件，至少有 helper、recipient 两列（代码或名称），可有 track、sector、amount；只写结对不写数量时，由本程序分配数量并说明。
    例：
      jiedui evaluate --plan 现行结对.csv
      jiedui evaluate 案例文件夹 --plan 拟定.csv --against runs/2025
help-evaluate-plan = 要评价的方案（CSV）
help-evaluate-against = 与这次运行的结果比较，不再求解
help-evaluate-no-solve = 不求最好的方案，只查规则、算指标、试单项调整
help-evaluate-format = 输出的格式：human（默认）或 json
help-frontier = 权衡曲线：一项指标好一点，另一项要让多少；每一点都有方案支撑
help-frontier-long =
    例：
      jiedui frontier --between coverage,changes     满足率与上年结对变动数
      jiedui frontier 案例文件夹 --between fit,distance --points 6

    可选的指标：
      coverage_floor 最低需求满足率      coverage 平均需求满足率
      equity 均衡度                      fit 契合度合计
      distance 结对距离合计              flow_distance 帮扶量距离合计
      continuity 延续上年结对            effort_balance 最高投入率
      pairs 结对总数                     changes 终止的上年结对数
      fit_floor 各受扶地契合度之和的最低值
      hardship 派往更艰苦地区的人数×级差
help-frontier-between = 两项指标，用逗号隔开，名称见下
help-frontier-points = 最多几个点，默认 11；台阶不多于此数时逐级求出全部
help-frontier-out = 写入这个新文件夹；不写时为 frontier-指标-指标
help-frontier-time-limit = 整条曲线的时限（秒）
help-verify = 独立核验一个结果文件夹，只用其中的文件
help-report = 生成供人阅读的文档
help-generate = 随机生成任意规模的案例文件夹，供试算和测速，不对应任何真实的县或单位
help-generate-long =
    比例与内置的四川案例相同：分区地理、各渠道、各领域、上年结对、艰苦类别、资金；供给约为需求的一半。同样的规模和种子得到逐字节相同的文件。
    例：jiedui generate --recipients 160 --helpers 2000 --seed 1
help-template = 生成填报工作簿（.xlsx），空白的、由已有案例转换的，或由上年结果接续的
help-template-long =
    例：
      jiedui template                                空白工作簿，写入 结对案例.xlsx
      jiedui template --xlsx 2025.xlsx --from 案例文件夹
      jiedui template --xlsx 2026.xlsx --next 2025年度   由上年结果接续
      jiedui check 2025.xlsx                         填好后检查
help-schema = 输出 dossier.json（默认）、certificate.json、conflict.json、人工决定和到限数量的代价、某一对的代价、其他方案或回旋余地的 JSON Schema
help-completions = 输出命令行自动补全脚本
help-man = 输出手册页
help-explain-code = 解释一个错误代码

help-option-help = 显示帮助
help-option-version = 显示版本
help-option-lang = 语言：zh（默认）或 en；不写时看环境变量 LANG
help-option-quiet = 不显示进度和提示
help-option-verbose = 显示全部提示和各阶段用时
help-option-color = 颜色：auto（默认）、always 或 never
help-option-message-format = 错误和提示的格式：human（默认）或 json（每行一条）
help-option-case = 案例：文件夹或 .xlsx 工作簿；不写时用内置的四川案例
help-option-lp = 另把整个模型按每个优先级各写一个 LP 文件到这个新文件夹，供其他求解软件读取
help-option-policy = 政策文件；不写时用案例文件夹中的 policy.toml，没有则用内置的四川政策
help-option-overlays = 情景文件，可写多次，按先后叠加
help-option-out = 结果文件夹；不写时为 runs/案例名-时间。已存在的文件夹不会被覆盖
help-option-threads = 线程数，0 为全部；不影响方案
help-option-method = 求解方法：decomposition（默认）或 monolithic（整体求解，只适合小案例）
help-option-effort = 计算量，默认 1；越大差距越小，用时越长
help-option-from = 从以前某次结果出发：求解更快，差距以内不改动原有结对
help-option-start = 从这个方案文件（plan.csv 的格式，或自己编排的表）开始求最后一级目标，须配合 --from；前面各级结果不变时，最后一级不会比它差
help-option-time-limit = 时限（秒）；因此停止的方案不保证可重现
help-option-seed = 随机种子
help-option-format = 摘要的格式：human（默认）或 json
help-option-run = 结果文件夹
help-option-recipient = 受扶地的代码或名称
help-option-helper = 帮扶方的代码或名称
help-option-pair = 一对结对，写作 帮扶方:受扶地
help-option-why-not = 为什么没有结成，写作 帮扶方:受扶地
help-option-exact = 配合 --why-not 或 --pair：重新求解，说明结成（或不结）这一对的代价、谁要随之变动；配合 --limits：数量和距离的规定放宽一步能带来什么
help-option-counterfactual = 配合 --why-not：找出能结成这一对的最小数据改动（资金、供给、需求、距离、契合度各改一项），改后重新求解核对过的才写
help-option-limits = 到限的资金、供给、需求再多一些能带来什么；可配合 --helper 或 --recipient 只看一方，配合 --exact 连结对数量、距离等规定一起算
help-option-alternatives = 列出至多 K 个几乎同样好、与本方案最不一样的方案
help-option-within = 配合 --alternatives：每级目标容许比本方案差多少；配合 --backbone：最后一级目标容许比本方案差多少（不写为0）。0 至 1 的小数，0.01 即占比类 1 个百分点、其余 1%
help-option-decisions = 每条人工决定的代价：逐条撤销后重新求解，与本方案对比
help-option-save = 把 --decisions 或者 --exact 的结果保存在结果文件夹的 answers 中，供 report 写入各种文件
help-option-plan-out = 配合 --why-not 或 --pair 的 --exact：把求出的方案写入这个新文件，供 assign --start 和 evaluate --plan 使用
help-explain-format = --conflict、--decisions、--exact、--limits、--alternatives 和 --backbone 的格式：human（默认）或 json
help-option-fairness = 公平性：受扶地之间、地区之间、渠道之间的差距，以及最低的为什么不能再多
help-option-costs = 按代价列出结对：放弃哪些代价最大，增加哪些代价最小
help-option-backbone = 哪些结对在所有够好的方案里都在、都不在或可有可无
help-option-conflict = 没有可行方案的结果：哪些规定互相冲突，有哪些出路
help-option-stability = 加上稳定性：这次运行的一次试算（whatif）的结果文件夹，情景集须有随机组
help-option-schema = dossier（默认）、certificate、conflict、decisions（人工决定的代价）、why-not（某一对的代价）、limits（到限的数量）、alternatives（其他方案）或 backbone（回旋余地）
help-option-depth = 详略：line（一行）、page（一页，默认）或 full（全部）
help-option-to = 格式，可写几种，用逗号隔开：md、html（网页，可查询、有地图）、xlsx（工作簿）、docx（方案建议稿和每一对的年度实施计划草案）、geojson（供地理信息系统）、csv（表格）
help-option-runs = 结果文件夹；html 可写几个，第一个是基准，其余与它对比
help-option-boundaries = 在 html 的地图上画出自己的边界：一个 GeoJSON 文件
help-option-encoding = csv 的编码：utf-8（默认，带 BOM）或 gb18030
help-report-out = 只要 md 时，写入这个文件，不写时输出到屏幕；要其他格式时，写入这个文件夹，不写时写入结果文件夹中的 reports
help-generate-recipients = 受扶地个数，1 至 100000
help-generate-helpers = 帮扶方个数，8 至 100000，按内置案例的比例分到各渠道（--divisible 时至少 1 个）
help-generate-seed = 随机种子；种子相同，案例相同
help-generate-divisible = 改为“万企兴万村”式的案例：只有一个可拆分的渠道，不结对，只分配
help-generate-out = 案例文件夹；不写时以案例名为名，建在当前文件夹。已存在的文件夹不会被覆盖
help-template-xlsx = 写入这个文件；不写时为 结对案例.xlsx。已存在的文件不会被覆盖
help-template-from = 把这个案例（文件夹或 .xlsx 工作簿）转换成填报工作簿
help-template-next = 由这次运行的结果接续下一年度：年度加一，方案的结对成为历年结对，人工决定不带入，其余数据照旧，供更新
help-template-policy = 渠道、领域和指标所依据的政策文件；不写时用案例文件夹中的 policy.toml，没有则用内置的四川政策
help-option-shell = bash、zsh、fish、powershell 或 elvish
help-option-code = 错误代码，例如 E0301

## A command line that is not understood

usage-options = [选项]
usage-command = <命令>
usage-unknown-argument = 错误：没有“{ $argument }”这个选项
usage-surplus-argument = 错误：“{ $argument }”是多余的
usage-unknown-command = 错误：没有“{ $value }”这个命令
usage-missing-command = 错误：没有写命令
usage-missing-argument = 错误：缺少 { $argument }
usage-missing-value = 错误：{ $argument } 后面缺少取值
usage-invalid-value = 错误：{ $argument } 不能取“{ $value }”
usage-conflict = 错误：{ $argument } 不能与 { $other } 同时使用
usage-other = 错误：命令的写法不对
usage-allowed = 可取：{ $allowed }
usage-nearest = 是不是想写：{ $nearest }
usage-see-help = 用 --help 查看用法。

## Progress

progress-graph = 筛选可能的结对
progress-program = 列出规则和目标
progress-solve = 求解
progress-verify = 独立核验
progress-explain = 整理理由
progress-conflict = 查找冲突的规定和出路
progress-tier = 求解第 { $tier }/{ $count } 级：{ $name }，上限 { $bound }，目前最好 { $plan }

## Saying what was found

cli-named = { $name }（{ $code }）
cli-percent = { $n }%
cli-score = { $n } 分
cli-two-gaps = { $points } 个百分点（比例类目标）、{ $rest }（其他目标）
cli-warnings = 数据有 { $count } 条提示，用 jiedui check 查看。
cli-stage-time = { $stage }：{ $seconds } 秒
cli-tier = 第 { $priority } 级目标
cli-tiers = 各级目标的优先级
cli-tier-gap = 第 { $priority } 级目标与上限的差距
cli-tier-tolerance = 第 { $priority } 级目标的容差
cli-tier-objectives = 第 { $priority } 级目标的指标
cli-objective = { $measure }（{ $more ->
    [yes] 越大越好
   *[no] 越小越好
 }，权重 { $weight }，容差 { $tolerance }，{ $all ->
    [yes] 全部渠道
   *[no] 渠道 { $tracks }
 }{ $age ->
    [yes] ，按年数计
   *[no] {""}
 }）
cli-decisions-no-plan = 这个结果文件夹没有方案，谈不上人工决定的代价；哪些规定互相冲突，用 --conflict 查看。
cli-exact-alone = 错误：--exact 须和 --why-not 或 --pair（写明帮扶方:受扶地）或 --limits 一起使用。
cli-exact-no-plan = 这个结果文件夹没有方案，谈不上某一对的代价；哪些规定互相冲突，用 --conflict 查看。
cli-interrupt-heard = 正在停止：收尾后保留已求出的最好方案。再按一次 Ctrl-C 立即结束，不保留。
cli-output-lost = 错误：输出没有写全，已写出的部分不能用。请检查磁盘空间和写入权限。
cli-plan-written = 求出的方案已写入：{ $file }。
cli-plan-none = 没有求出可写的方案，没有写文件。
cli-plan-taken = { $file } 已经存在，不会覆盖；请用 --plan-out 换一个名称，或先移走原有的文件
cli-save-alone = 错误：--save 只与 --decisions 或者 --exact 一起使用。
cli-answer-saved = 已保存：{ $file }。用 jiedui report 生成的文件会包含这一结果。
cli-report-no-plan = 错误：这个结果文件夹没有方案，没有地图和表格可以导出；可以生成 md、docx、xlsx 或者 html 格式的说明。
cli-explain-json = 错误：--format json 只用于 --conflict、--decisions、--exact、--limits、--alternatives 和 --backbone；其余内容都在 dossier.json 中。
cli-no-conflict = 这个结果文件夹有方案，没有冲突可说明。
cli-conflict-written = 没有可行方案。原因已写入 { $folder }。
cli-check-figures = 数据可用：受扶地 { $recipients } 个；帮扶方 { $helpers } 家（{ $tracks }）；可能的结对 { $candidates } 个，按规则排除 { $excluded } 个。
cli-check-reasons = 排除的理由（一个组合可能有几条）：{ $reasons }。
cli-track-count = { $name } { $count }
cli-reason-count = { $name } { $count }
cli-reason-forbidden = 人工决定不得结对
cli-reason-beyond-distance = 超过距离上限
cli-reason-distance-unknown = 距离不明
cli-reason-no-common-sector = 没有共同的领域
cli-reason-hardship-gap = 艰苦类别相差过大
cli-reason-same-place = 帮扶方就在该受扶地
cli-reason-minimum-support-unreachable = 达不到每对最低帮扶额
cli-reason-effort-floor-unreachable = 达不到规定的投入比例
cli-reason-recipient-quota-zero = 受扶地在此渠道不接受帮扶
cli-reason-helper-quota-zero = 帮扶方不承担结对
cli-reason-load-too-large = 超过帮扶方的工作量上限
cli-verify-passed = 核验通过：{ $pairs } 对结对，{ $rules } 类规则共 { $rows } 条逐条复算，没有违反；{ $measures } 项指标和各级目标与结果档案一致；文件未经改动。
cli-verify-certified = 第 { $priority } 级（{ $name }）：已核证。保住前面各级的方案都不会优于 { $bound }。
cli-verify-word = 第 { $priority } 级（{ $name }）：未核证。“没有方案优于 { $bound }”只是求解器的结论。
cli-verify-word-and-certified = 第 { $priority } 级（{ $name }）：“没有方案优于 { $bound }”只是求解器的结论，未核证；已核证的是没有方案优于 { $certified }。
cli-verify-no-certificate = 这次运行没有证书，上限未作核对。
cli-verify-failed = 核验未通过。
cli-verify-no-plan = 这个结果文件夹记录的是无可行方案，没有方案可核验；文件未经改动。
cli-violation = 　{ $rule }：{ $who }，方案为 { $found }，{ $bound ->
    [least] 至少应为 { $allowed }
    [most] 至多应为 { $allowed }
   *[other] 应为 { $allowed }
}
cli-violations-more = 　另有 { $count } 处未列出
cli-unknown-recipient = 错误：没有代码或名称为“{ $value }”的受扶地。相近的有：{ $nearest }
cli-unknown-recipient-none-near = 错误：没有代码或名称为“{ $value }”的受扶地，也没有相近的
cli-recipient-is-helper = 错误：“{ $value }”是帮扶方，不是受扶地
cli-unknown-helper = 错误：没有代码或名称为“{ $value }”的帮扶方。相近的有：{ $nearest }
cli-unknown-helper-none-near = 错误：没有代码或名称为“{ $value }”的帮扶方，也没有相近的
cli-helper-is-recipient = 错误：“{ $value }”是受扶地，不是帮扶方
cli-ambiguous-name = 错误：名称“{ $value }”有不止一个，请改用代码：{ $codes }
cli-pair-shape = 错误：“{ $value }”不是一对结对，请写作 帮扶方:受扶地
cli-unknown-code = 错误：没有代码 { $value }。是不是想查 { $nearest }
cli-report-one-run = 错误：写了几个结果文件夹，只有 html 能对比几个方案
cli-folder-taken = 错误：“{ $folder }”已经存在。请换一个名称，或先移走原有的文件夹。
cli-check-lp-written = 模型已写入 { $folder }。
cli-generated = 案例已写入 { $folder }：{ $recipients } 个受扶地，{ $helpers } 个帮扶方，全部随机生成。下一步可运行 jiedui assign { $folder }
cli-generate-size = 错误：{ $option } 不能取 { $found }，应在 { $least } 至 { $most } 之间。

## Rules that the independent check goes through

rule-unknown-id = 代码都在案例中
rule-duplicate = 同一结对、同一领域只出现一次
rule-granularity = 数量的最小单位
rule-negative-help = 帮扶量不为负
rule-empty-help = 可分渠道的每项安排都有帮扶量
rule-common-sector = 帮扶方能给受扶地所需
rule-same-place = 不得自己帮自己
rule-forbidden-pair = 决定不得结对的结对
rule-distance-limit = 距离上限
rule-hardship-limit = 艰苦类别差的上限
rule-need-balance = 帮扶不超过需求
rule-sector-supply = 帮扶不超过供给
rule-budget = 帮扶不超过资金
rule-activation = 单对帮扶不超过双方的供需
rule-minimum-support = 每对最低帮扶额
rule-recipient-quota = 受扶地的结对数量
rule-helper-quota = 帮扶方的结对数量
rule-helper-load = 帮扶方的工作量
rule-effort-floor = 投入比例
rule-continuity = 上年结对的延续
rule-decision = 人工决定
rule-claim = 指标与方案一致

cli-template-file = 结对案例.xlsx
cli-template-written = 已写入空白工作簿 { $file }；填好后用 jiedui check 检查
cli-template-policy = 工作簿不带政策文件：检查、求解时请加上 --policy { $policy }，不写就用内置的四川政策。
cli-template-converted = 已把案例写入工作簿 { $file }
cli-template-next = 已由 { $last } 年度的结果接续出 { $year } 年度的工作簿 { $file }：{ $pairs } 对结对写入“历年结对”（实际执行有变动的，请改正），人工决定没有带入。请更新案例名称、收入和资金、需求、供给，政策（现行的是 { $policy }）中的资金比例也要有 { $year } 年的。
cli-template-next-source = { $last } 年度方案
cli-template-taken = { $file } 已经存在，不会覆盖；请用 --xlsx 换一个名称，或先移走原有的文件
