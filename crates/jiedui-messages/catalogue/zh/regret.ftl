# 每一对的代价与回旋余地（来自结果文件夹，不重新求解）

rg-demanded = 这一对由人工决定或最短结对年限规定，不结对无从谈起。
rg-demanded-locked = 这一对由人工决定指定，不结对无从谈起。
rg-demanded-tenure = 这一对未满最短结对年限，必须延续，不结对无从谈起。
rg-unknown = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，代价不明：没有排出照此安排的方案，也没有证明必有损失。加 --exact 重新求解可知。
   *[other] 若{ $helper }不再帮扶{ $recipient }，代价不明：没有排出照此安排的方案，也没有证明必有损失。加 --exact 重新求解可知。
}
rg-nothing = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，没有代价：已排出照此安排的方案，各级目标都不低于政策容许的水平，末级目标不低于本方案。
   *[other] 若{ $helper }不再帮扶{ $recipient }，没有代价：已排出照此安排的方案，各级目标都不低于政策容许的水平，末级目标不低于本方案。
}
rg-better = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，不但没有代价，还找到了更好的方案：第 { $priority } 级目标“{ $tier }”比本方案好 { $most }，更优先的目标不低于政策容许的水平。本次求解没有找到它。加 --exact 可重新求解，不一定求得到；采用它的命令试过确实有效时，答复里才会列出。
   *[other] 若{ $helper }不再帮扶{ $recipient }，不但没有代价，还找到了更好的方案：第 { $priority } 级目标“{ $tier }”比本方案好 { $most }，更优先的目标不低于政策容许的水平。本次求解没有找到它。加 --exact 可重新求解，不一定求得到；采用它的命令试过确实有效时，答复里才会列出。
}
rg-exact = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，代价在第 { $priority } 级目标“{ $tier }”：损失 { $most }。这是确数：怎样安排都不会更少。
   *[other] 若{ $helper }不再帮扶{ $recipient }，代价在第 { $priority } 级目标“{ $tier }”：损失 { $most }。这是确数：怎样安排都不会更少。
}
rg-between = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，代价在第 { $priority } 级目标“{ $tier }”：已证明至少损失 { $least }，已排出的方案损失 { $most }。这是区间，不是确数。
   *[other] 若{ $helper }不再帮扶{ $recipient }，代价在第 { $priority } 级目标“{ $tier }”：已证明至少损失 { $least }，已排出的方案损失 { $most }。这是区间，不是确数。
}
rg-at-most = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，至多在第 { $priority } 级目标“{ $tier }”损失 { $most }{ $priority ->
            [1] 。
           *[other] ，更优先的目标不低于政策容许的水平。
        }这是上限，不是确数：没有证明非损失不可。
   *[other] 若{ $helper }不再帮扶{ $recipient }，至多在第 { $priority } 级目标“{ $tier }”损失 { $most }{ $priority ->
            [1] 。
           *[other] ，更优先的目标不低于政策容许的水平。
        }这是上限，不是确数：没有证明非损失不可。
}
rg-unsettled = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，代价未定：没有证明非损失不可；就近调换几对排出的一个方案在第 { $priority } 级目标“{ $tier }”损失 { $most }，换一种排法可能小得多，甚至没有损失。要知道代价，加 --exact 重新求解。
   *[other] 若{ $helper }不再帮扶{ $recipient }，代价未定：没有证明非损失不可；就近调换几对排出的一个方案在第 { $priority } 级目标“{ $tier }”损失 { $most }，换一种排法可能小得多，甚至没有损失。要知道代价，加 --exact 重新求解。
}
rg-at-most-or = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，至多在第 { $priority } 级目标“{ $tier }”损失 { $most }；即使更优先的目标都能保住，第 { $otherpriority } 级目标“{ $other }”也至少损失 { $least }（已证明）。这是区间，不是确数。
   *[other] 若{ $helper }不再帮扶{ $recipient }，至多在第 { $priority } 级目标“{ $tier }”损失 { $most }；即使更优先的目标都能保住，第 { $otherpriority } 级目标“{ $other }”也至少损失 { $least }（已证明）。这是区间，不是确数。
}
rg-at-least = { $asked ->
    [formed] 若由{ $helper }帮扶{ $recipient }，即使更优先的目标都能保住，第 { $priority } 级目标“{ $tier }”也至少损失 { $least }（已证明）。只有下限：没有排出照此安排的方案，上限不明，加 --exact 重新求解可知。
   *[other] 若{ $helper }不再帮扶{ $recipient }，即使更优先的目标都能保住，第 { $priority } 级目标“{ $tier }”也至少损失 { $least }（已证明）。只有下限：没有排出照此安排的方案，上限不明，加 --exact 重新求解可知。
}
rg-moves-besides = 此外，{ $moves }。
rg-basis = 损失都与本方案的最终值相比，更优先的目标只要不低于政策容差容许的水平就不算损失。“至少”对一切照此安排的方案都成立；“至多”来自一个实际排出、逐条核对过规则的方案，只调整几对，可能比真正的代价大得多。“未定”指没有证明非损失不可，那个方案又在末级以前的目标上有损失：单独一对的代价用 --exact 求得。

rg-costs-title = 按代价排列的结对
rg-costs-formed = 本方案的结对，放弃的代价由大到小（先看已证明的，再看已排出的）：
rg-costs-others = 本方案没有的结对，增加的代价由小到大（按已排出的方案）：
rg-head-recipient = 受扶地
rg-head-least = 至少损失（已证明）
rg-head-most = 至多损失（已排出）
rg-priority = 第 { $priority } 级目标：{ $tier }。
rg-cell = 第 { $priority } 级 { $size }
rg-cell-unsettled = 未定（≤ 第 { $priority } 级 { $size }）
rg-none = 无
rg-none-proven = 没有证明
rg-not-known = 不明
rg-fixed = 不可变动
rg-no-pairs = 本政策的各渠道都是按量分配、不逐一结对，所以没有逐对的代价，也谈不上哪些结对动得动不得。
rg-no-regrets = 这次运行的结果文件夹没有逐对的代价：方案不涉及逐一结对，求解曾被中断，可选组合超过5万对，求方案时只列入了一部分候选，或由较早版本的程序生成。单独一对的代价可用 explain --exact 求得。

rg-backbone-title = 哪些结对动不得，哪些有余地
rg-backbone-line = 在第 { $priority } 级目标“{ $tier }”比本方案至多差 { $within } 的所有方案中：{ $always } 对一定在，{ $never } 对一定不在，{ $sometimes } 对可有可无，{ $open } 对未定。
rg-backbone-lead = 考察的是所有这样的方案：更优先的目标都保住政策要求的水平，第 { $priority } 级目标“{ $tier }”比本方案至多差 { $within }。
rg-backbone-always = 一定在的（{ $always } 对，已证明，每个这样的方案都有）：
rg-backbone-sometimes = 可有可无的（{ $sometimes } 对，其中本方案有 { $sometimesformed } 对；有的方案有、有的方案没有，两种方案都已排出），这里有余地：
rg-backbone-never = 一定不在的（{ $never } 对，已证明，没有一个这样的方案有；被单条规则排除的不计在内）。
rg-backbone-open = 未定的（{ $open } 对，其中本方案有 { $openformed } 对）：既没有证明，也没有排出相反的方案，不作判断。
rg-backbone-pair = { $helper }—{ $recipient }
rg-backbone-pair-formed = { $helper }—{ $recipient }（本方案有）
rg-backbone-basis = “一定”只用已证明的下限；本方案离最好的可能还有多远没有证清的，能断定的就少。用 --within 改变容许的差距。
