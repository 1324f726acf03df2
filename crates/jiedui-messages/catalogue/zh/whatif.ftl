# whatif

## The command

help-whatif = 情景试算：按情景集逐个改动基准案例并求解，列表对比，并说明哪些结对变了
help-whatif-long =
    每个情景写出自己的结果文件夹（runs/情景名），另有 table.csv、table.json、table.md。情景集有任何错误都不开始试算。
    按 Ctrl-C 停止；再次运行同一条命令，从没有算完的情景接着算。结果与 --jobs、中断和分片无关。
    例：
      jiedui whatif scenarios.toml --base runs/基准
      jiedui whatif scenarios.toml --base runs/基准 --shard 1/4 --out 片1
      jiedui whatif merge 片1 片2 片3 片4 --out 全部
help-whatif-merge = 合并各个分片，结果与不分片时相同
help-whatif-set = 情景集（TOML 文件）
help-whatif-base = 基准：求得了方案的结果文件夹
help-whatif-jobs = 同时试算几个情景，0（默认）为处理器的核数
help-whatif-shard = 只算第 i 片，共 n 片，写作 1/4
help-whatif-out = 写入这个文件夹；不写时为 runs/whatif-情景集名。已有同一次试算的文件夹时接着算
help-merge-shards = 各个分片的文件夹
help-merge-out = 写入这个文件夹；不写时为 runs/whatif-情景集名。已存在的文件夹不会被覆盖

whatif-progress = 已算完 { $done }/{ $count }，约剩 { $left }
whatif-progress-start = 已算完 { $done }/{ $count }
whatif-seconds = { $s } 秒
whatif-minutes = { $m } 分 { $s } 秒
whatif-hours = { $h } 小时 { $m } 分
whatif-resumed = 已有 { $done } 个情景算完，接着算其余 { $left } 个。
whatif-stopped = 已停止：{ $count } 个情景算完了 { $done } 个，保存在 { $folder }。再次运行同一条命令，从这里接着算。
whatif-warnings = 情景另有 { $count } 条提示，用 -v 查看。
whatif-defect = 情景 { $scenario } 因程序缺陷没有结果：{ $detail }
whatif-written = 结果：{ $folder }（table.md、table.csv、table.json；每个情景的结果在 runs 中）
whatif-shard-written = 第 { $index }/{ $count } 片算完：{ $folder }。全部分片算完后用 jiedui whatif merge 合并。

## The table

wi-title = 情景试算：{ $set }
wi-base = 基准：{ $case }（{ $year } 年），{ $pairs } 对结对。以下的新增、终止和增减都是相对于基准，百分比的增减是百分点。
wi-outcomes = 情景 { $all } 个：{ $parts }。
wi-count-solved = 求得方案 { $n } 个
wi-count-infeasible = 无可行方案 { $n } 个
wi-count-no-plan = 时限内未得方案 { $n } 个
wi-count-failed = 因程序缺陷失败 { $n } 个
wi-head-scenario = 情景
wi-head-outcome = 结果
wi-head-new = 新增
wi-head-ended = 终止
wi-head-moved = 增减
wi-moved-both = +{ $new } -{ $ended }
wi-row-base = 基准
wi-status-solved = 已证明
wi-status-word = 求解器认为最优
wi-status-effort = 未全部证明
wi-status-time-limit = 因时限停止
wi-status-interrupted = 被人为中断
wi-status-infeasible = 无可行方案
wi-status-no-plan = 未得方案
wi-status-failed = 程序缺陷
wi-setting = { $what } = { $value }
wi-named = { $name }：{ $about }
wi-value-change = { $value }（{ $change }）
wi-named-short = { $name }（{ $about }）
wi-value-change-short = { $value }({ $change })
wi-note-word = “求解器认为最优”的方案，距最优的幅度至少有一级只是求解器的结论，没有可以复核的证明，见其结果文件夹。
wi-note-time-limit = “因时限停止”的方案没有求完，再算一次可能不同。它离最优的差距见其结果文件夹；比这个差距小的增减、以及同样好的结对之间的互换，可能出自求解而不是情景。
wi-note-interrupted = “被人为中断”的方案没有求完，再算一次可能不同。它离最优的差距见其结果文件夹；比这个差距小的增减、以及同样好的结对之间的互换，可能出自求解而不是情景。
wi-note-random = 随机试算中有 { $n } 次没有全部求到规定精度，离最优还有差距：同样好的结对之间的互换，可能出自求解而不是数据的变动。
wi-unproven = “未全部证明”的方案离最优还有差距，各自的差距见其结果文件夹。比这个差距小的增减、以及同样好的结对之间的互换，可能出自求解而不是情景。
wi-section-moved = 变动的结对
wi-moved-none = 没有情景改变基准的结对。
wi-moved-lead = 在求得方案的 { $scenarios } 个情景中，基准有 { $moved } 对至少被终止一次，{ $kept } 对始终保留。终止次数多的在前：
wi-moved-more = { $list } 等（另 { $n } 个情景）
wi-moved-item = { $pair }：{ $n } 次（{ $scenarios }）
wi-pair = { $helper } → { $recipient }
wi-no-pairs = 无
wi-section-each = 各情景的变动
wi-each-item = { $scenario }。终止：{ $ended }。新增：{ $new }。
wi-more = 另有 { $n } 项，见 table.md

wi-section-stability = 稳定性：{ $group }
wi-stability-lead = 随机变动 { $cells } 个数据，试算得到方案 { $runs } 次{ $without ->
    [none] {""}
   *[other] （另有 { $without } 次没有方案）
 }。基准的 { $pairs } 对中，{ $always } 对每次都保留，{ $never } 对从未保留。保留的比例是由这些次数作出的估计，区间为 95% 置信区间。
wi-head-pair = 结对
wi-head-survives = 保留
wi-head-interval = 区间
wi-head-cell = 与终止关联最强的数据
wi-range = { $low }–{ $high }
wi-cells-lead = 与终止的对数关联最强的数据如下，宜先核实。这是 { $runs } 次试算的估计，关联不等于原因。
wi-cells-none = 在 { $runs } 次试算中，没有哪个数据与终止的关联强到不像偶然；需要更多次数才能分辨。
wi-cell = { $table }［{ $row }］的 { $column }
wi-cell-larger = { $cell }：偏大时更易终止（相关系数 { $correlation }；终止时平均 { $lost }，其余 { $kept }）
wi-cell-smaller = { $cell }：偏小时更易终止（相关系数 { $correlation }；终止时平均 { $lost }，其余 { $kept }）
