# template：填报工作簿（jiedui template）

## 填写说明

template-guide-title = 结对共富 · 数据填报工作簿
template-guide-1 = 1. 按工作表逐张填写：先填“案例”“县域”“受扶地”“帮扶方”，再填“需求”“供给”，其余各表按需填写。各列怎么填，把鼠标移到表头上即可看到。
template-guide-2 = 2. 深色表头为必填列，浅色表头为选填列。没有数据时留空，不要填“无”或横线。
template-guide-3 = 3. 工作表名称和表头请勿改动；列的先后可以调整，选填列可以删去。表头之上可以加标题，表的下方可以写以“注：”开头的说明。
template-guide-4 = 4. 代码、渠道、领域、决定等列有下拉选项。帮扶渠道和帮扶领域的代码与名称见“代码表”。
template-guide-5 = 5. 金额一律以万元计，人员以人计，只填数字不写单位。每行一条记录，不要合并单元格；小计、合计不必填写。
template-guide-6 = 6. 可以使用公式，读取的是公式的计算结果。隐藏的工作表不读取。
template-guide-7 = 7. 名称以“示例-”开头的工作表只供对照，读取时忽略，可以删去。
template-guide-8 = 8. 填完保存后，先检查：jiedui check 工作簿.xlsx；没有错误后再结对：jiedui assign 工作簿.xlsx。有问题时会指出工作表和单元格，以及怎样修改。
template-guide-head-sheet = 工作表
template-guide-head-row = 每一行是
template-guide-head-needed = 是否必填
template-needed = 必填
template-optional = 按需填写

template-sheet-case = 本次结对的名称、年份、标题、货币单位、数据来源
template-sheet-places = 一个县（市、区）或市州，受扶地和帮扶方所在地都要列出
template-sheet-recipients = 一个受扶地
template-sheet-helpers = 一个帮扶方（单位），一个渠道
template-sheet-needs = 一个受扶地在一个领域的需求
template-sheet-supply = 一个帮扶方在一个领域的供给
template-sheet-pairs = 某一对的已知情况：距离、契合度、工作量
template-sheet-roads = 一段道路，双向通行
template-sheet-history = 上一年已有的一对结对
template-sheet-quotas = 某一受扶地在某一渠道的结对数量要求
template-sheet-decisions = 对某一对的人工决定：必须结对或不得结对

## 表格

template-case-item = 项目
template-case-value = 内容
template-case-remark = 填写说明
template-policy-banner = 本工作簿按下列政策填报。政策另存于政策文件（policy.toml），运行时用 --policy 指定；读取时忽略本表，改动本表不起作用
template-policy-track = 渠道
template-policy-recipient-min = 每个受扶地至少（对）
template-policy-recipient-max = 每个受扶地至多（对）
template-policy-helper-min = 每个帮扶方至少（对）
template-policy-helper-max = 每个帮扶方至多（对）
template-policy-support = 每对最低帮扶额（万元）
template-policy-distance = 距离上限（公里）
template-policy-hardship = 艰苦类别差上限
template-policy-changes = 至多终止上年结对（对）
template-policy-tenure = 最短结对年限（年）
template-policy-divisible = 可拆分（不结对，只分配）
template-policy-effort-floor = 有结对的帮扶方至少投入资金的比例
template-policy-rate-year = 年份
template-policy-rate = 资金占上年一般公共预算收入的比例
template-policy-sector = 领域
template-policy-unit = 单位
template-policy-whole = 不可拆分
template-policy-value = 一个单位折合（万元）
template-policy-measure = 目标
template-policy-priority = 优先级（1 最先）
template-policy-weight = 同级权重
template-policy-tolerance = 可让出的幅度（占比类为百分点）
template-policy-by-age = 按结对年数计
template-policy-counted = 计入的渠道
template-policy-all-tracks = 全部
template-policy-coverage = 均衡度的计算：需求满足率
template-policy-worth = 计为
template-policy-item = 计算与求解
template-policy-setting = 采用
template-policy-distance-method = 距离
template-policy-great-circle = 直线距离×绕行系数
template-policy-roads = 按路网最短路径
template-policy-detour = 绕行系数
template-policy-fit-method = 契合度
template-policy-supply-need = 供给对需求
template-policy-industry = 产业结构
template-policy-indicators = 产业结构的指标列
template-policy-solving = 求解方法
template-policy-decomposition = 分解
template-policy-monolithic = 整体求解
template-policy-gap = 允许的差距
template-policy-effort = 计算量
template-policy-time-limit = 时限（秒）
template-policy-seed = 随机种子
template-policy-shortlist = 候选名单（对）
template-codes-banner = 帮扶渠道和帮扶领域的代码和名称，取自现行政策文件；供下拉选项使用，读取时忽略本表
template-codes-track = 渠道代码
template-codes-track-name = 渠道名称
template-codes-sector = 领域代码
template-codes-sector-name = 领域名称
template-codes-sector-unit = 单位
template-rule-title = 请核对
template-rule-list = 请从下拉选项中选择；代码须先在相应的工作表中列出。
template-rule-number = 请填写数字，不写单位；没有数据时留空。
template-rule-whole = 请填写整数；没有要求时留空。
template-rule-year = 请填写四位年份，例如 2025。

## 各列的批注

template-note-case-name = 简短的名称，用于结果文件夹，例如 sichuan-2025。
template-note-case-year = 结对年度，四位年份，例如 2025。
template-note-case-title = 写在报告上的全称。
template-note-case-currency = 一律填“万元”。
template-note-case-sources = 数据的总体来源；有多个时，每个占一行，左格留空即可。

template-note-code = 六位行政区划代码，例如 513332。测试数据也可用其他代码。不能重复。
template-note-places-name = 县（市、区）名称。
template-note-prefecture = 所属市（州）。
template-note-lon = 政府驻地的经度，十进制度数（四川约 97–109）。有经纬度才能计算距离。
template-note-lat = 政府驻地的纬度，十进制度数（四川约 26–34）。
template-note-hardship-class = 艰苦边远地区类别，1–6；不在名录的填 0 或留空。
template-note-population = 常住人口，以万人计。
template-note-gdp = 地区生产总值，以亿元计。
template-note-revenue = 上一年一般公共预算收入，以万元计；用于按比例测算帮扶资金。
template-note-indicator = 政策文件中列出的指标，用于计算契合度，填数字。
template-note-recipients-id = 受扶地的代码，须先在“县域”表中列出。
template-note-weight = 受扶地的权重，大于 0；留空为 1。
template-note-helpers-id = 帮扶方的编号，自行编定，不能重复，例如 a001。
template-note-helpers-name = 帮扶方（单位）的名称。
template-note-track = 帮扶渠道，从下拉选项中选择；填名称或者代码都可以，对照见“代码表”。
template-note-place = 帮扶方所在地的代码，须先在“县域”表中列出；用于计算距离。
template-note-budget = 年度帮扶资金上限，以万元计；留空按政策规定或不设上限。
template-note-min-pairs = 至少结对几个受扶地；留空按政策中该渠道的规定。
template-note-max-pairs = 至多结对几个受扶地；留空按政策中该渠道的规定。
template-note-max-load = 可承担的工作量上限，与“配对属性”表的工作量对应；留空为不限。
template-note-recipient = 受扶地的代码，须先在“受扶地”表中列出。
template-note-helper = 帮扶方的编号，须先在“帮扶方”表中列出。
template-note-sector = 帮扶领域，从下拉选项中选择；填名称或者代码都可以，对照和单位见“代码表”。
template-note-needs-amount = 该受扶地在该领域的需求：资金以万元计，人员以人计。
template-note-supply-amount = 该帮扶方在该领域可提供的数量：资金以万元计，人员以人计。
template-note-distance-km = 两地的实际距离，以公里计；留空由经纬度或路网计算。
template-note-fit = 契合度，由人工评定时填写；留空由供需或产业结构计算。
template-note-load = 这一对需要的工作量；留空为 1。
template-note-from = 起点的县域代码。
template-note-to = 终点的县域代码。
template-note-km = 道路里程，以公里计。
template-note-hours = 行车时间，以小时计。
template-note-since = 从哪一年开始结对，四位年份。
template-note-min = 该渠道至少要有几个帮扶方；留空按政策规定。
template-note-max = 该渠道至多可有几个帮扶方；留空按政策规定。
template-note-action = 必须结对：这一对必须结成；不得结对：这一对不得结成。
template-note-reason = 作出决定的理由，写入报告。
template-note-clause = 依据的文件条款。
template-note-author = 作出决定的人或会议。
template-note-date = 决定的日期，例如 2025-03-01。
template-note-basis = 数据性质：公布、估算或示意；报告据此说明结论有多少建立在估算之上。
template-note-source = 数据的来源：文件、年鉴、网址，或推算方法。

## 示例

template-example-banner = 示例：只供对照，读取时忽略本表
template-example-prefecture-1 = 示例市
template-example-prefecture-2 = 示例州
template-example-place-1 = 示例甲区
template-example-place-2 = 示例乙县
template-example-place-3 = 示例丙县
template-example-helper-1 = 示例甲区人民政府
template-example-helper-2 = 示例集团公司
template-example-reason = 延续既有项目
template-example-author = 专题会议
template-example-source = 示例数据
