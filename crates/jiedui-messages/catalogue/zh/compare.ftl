# compare

cmp-title = 两次运行的比较
cmp-run = { $title }，{ $year }年（{ $folder }）
cmp-direction = 前：{ $before }。后：{ $after }。以下都写作“前 → 后”，没有变化的不列出。
cmp-none = 两次运行没有差别。
cmp-inputs-unknown = 其中一次运行由较早的版本写出，没有保存政策取值、人工决定和给定的配对数据，这几项没有比较。
cmp-more = 另有 { $n } 项，用 --format md 或 json 查看全部
cmp-absent = 无
cmp-no-limit = 不限

## Inputs

cmp-section-inputs = 一、输入的变化
cmp-inputs-none = 采用的数据和政策取值没有变化。
cmp-inputs-none-known = 其余保存下来的数据没有变化。
cmp-files = 内容不同的输入文件：{ $list }。
cmp-files-same-data = 数据相同，只是读取的文件不同：{ $list }。
cmp-files-known = 读取的文件不同：{ $list }。文件不同不等于数据不同，数据的差别以上面列出的为准。
cmp-file-before = { $file }（只有前者读取）
cmp-file-after = { $file }（只有后者读取）
cmp-cell = { $file } 第 { $row } 行
cmp-input-with-cell = { $sentence }（{ $cell }）
cmp-input-year = 年度：{ $before } → { $after }
cmp-input-policy = 政策 { $key }：{ $before } → { $after }
cmp-input-recipient-new = 新增受扶地：{ $recipient }
cmp-input-recipient-gone = 不再是受扶地：{ $recipient }
cmp-input-recipient-changed = 受扶地改名：{ $before } → { $after }
cmp-input-weight = { $recipient }的权重：{ $before } → { $after }
cmp-input-hardship-class = { $recipient }的艰苦类别：{ $before } → { $after }
cmp-input-need = { $recipient }的需求（{ $sector }）：{ $before } → { $after }
cmp-input-helper-new = 新增帮扶方：{ $helper }
cmp-input-helper-gone = 不再是帮扶方：{ $helper }
cmp-input-helper-changed = 帮扶方改名：{ $before } → { $after }
cmp-input-helper-track = { $helper }的渠道：{ $before } → { $after }
cmp-input-helper-place = { $helper }的所在地：{ $before } → { $after }
cmp-input-budget = { $helper }的资金：{ $before } → { $after }
cmp-input-helper-min = { $helper }至少结对：{ $before } → { $after }
cmp-input-helper-max = { $helper }至多结对：{ $before } → { $after }
cmp-input-max-load = { $helper }的工作量上限：{ $before } → { $after }
cmp-input-supply = { $helper }的供给（{ $sector }）：{ $before } → { $after }
cmp-input-quota-min = { $recipient }在“{ $track }”至少结对：{ $before } → { $after }
cmp-input-quota-max = { $recipient }在“{ $track }”至多结对：{ $before } → { $after }
cmp-input-lock-new = 新决定：{ $helper }须帮{ $recipient }。理由：{ $after }
cmp-input-lock-gone = 撤销决定：{ $helper }须帮{ $recipient }
cmp-input-lock-changed = { $helper }须帮{ $recipient }，决定的理由改为：{ $after }
cmp-input-forbid-new = 新决定：{ $helper }不得帮{ $recipient }。理由：{ $after }
cmp-input-forbid-gone = 撤销决定：{ $helper }不得帮{ $recipient }
cmp-input-forbid-changed = { $helper }不得帮{ $recipient }，决定的理由改为：{ $after }
cmp-input-previous-new = 上年结对多出：{ $helper }帮{ $recipient }（始于 { $after } 年）
cmp-input-previous-gone = 上年结对减少：{ $helper }帮{ $recipient }（始于 { $before } 年）
cmp-input-previous-changed = 上年结对的起始年：{ $helper }帮{ $recipient }，{ $before } → { $after }
cmp-input-given-distance = { $helper }至{ $recipient }的给定距离：{ $before } → { $after }
cmp-input-given-fit = { $helper }与{ $recipient }的给定契合度：{ $before } → { $after }
cmp-input-given-load = { $helper }帮{ $recipient }的给定工作量：{ $before } → { $after }

## Pairs

cmp-section-pairs = 二、结对的变动
cmp-same-plan = 结对和帮扶量都没有变化。
cmp-same-pairs = 结对没有变动，只有帮扶量不同。
cmp-track = { $track }：不变 { $kept } 对，终止 { $ended } 对，新增 { $begun } 对
cmp-move = { $helper }：由帮{ $from }改帮{ $to }
cmp-move-in = { $helper }：新增帮{ $to }
cmp-move-out = { $helper }：不再帮{ $from }
cmp-score-parts = “{ $tier }”各项的变动：{ $list }。
cmp-move-separator = ；
cmp-chain = { $moves }。
cmp-chain-closed = 轮换：{ $moves }。
cmp-amounts = 帮扶量不同（结对不变）：{ $n } 项
cmp-amount = { $helper }帮{ $recipient }：{ $before } → { $after }（{ $sectors }）
cmp-sector = { $sector } { $before } → { $after }

## Results

cmp-section-results = 三、结果的变化
cmp-results-none = 各级目标和指标都没有变化。
cmp-head-before = 前
cmp-head-after = 后
cmp-head-change = 变化
cmp-head-proof = 后者的证明
cmp-other-objectives = 有的级别两次追求的目标不同，数值不能直接相比。
cmp-better = { $change } 好
cmp-worse = { $change } 差
cmp-not-judged = { $change }
cmp-objectives = { $before } → { $after }
cmp-distances-unknown = { $measures }：有的结对距离未知，按 0 计入，所以不说好坏。
cmp-parts-lead = 变化由以下各项构成。各项相加恰为总变化；这是算术上的分解，不等于说某项输入造成了它。
cmp-parts = { $measure }：{ $list }
cmp-parts-rest = 其余 { $n } 项合计 { $change }
cmp-part-begins = 新增{ $helper }帮{ $recipient } { $change }
cmp-part-ends = 终止{ $helper }帮{ $recipient } { $change }
cmp-part-changes = { $helper }帮{ $recipient } { $change }
cmp-part-recipient = { $recipient } { $change }
cmp-attained = { $measure }出现在：{ $list }
cmp-attained-both = { $name }（前后都是，{ $before } → { $after }）
cmp-attained-before = { $name }（前，{ $before } → { $after }）
cmp-attained-after = { $name }（后，{ $before } → { $after }）
cmp-section-coverage = 需求满足率有变化的受扶地：{ $n } 个

## The command

cmp-no-plan = 错误：{ $folder } 记录的是无可行方案，没有方案可比较；用 jiedui explain 查看原因。
