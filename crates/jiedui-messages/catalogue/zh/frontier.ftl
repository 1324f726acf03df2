# frontier

E0931 =
    --between 写得不对：{ $reason ->
        [two] 要写两项，用逗号隔开，现在是“{ $value }”
        [same] 两项相同（“{ $value }”）
        [undefined] 本案例中没有定义“{ $value }”
       *[unknown] 没有“{ $value }”这项指标
    }
E0931-help = 从这些指标中取不同的两项：{ $allowed }。
E0931-long = 权衡曲线在两项不同的指标之间，例如 coverage,changes；changes 是上年结对中终止的对数。

fro-title = { $first }与{ $second }的权衡：{ $n } 个方案（{ $case }）
fro-changes = 终止的上年结对
fro-no-conflict = 两项没有冲突：同一个方案在两项上都是最好的。
fro-complete = 每一级台阶都已求出并证明（误差至多 { $gap }）：两端之间没有别的非劣方案，也没有方案在曲线之外。
fro-complete-open = 每一级台阶都已求解，但部分点没有证明到底：真正的曲线比这里最多好 { $gap }，两端也可能还要远些。
fro-levels = 只在这些水平上求解，每一点都已证明（误差至多 { $gap }）；相邻两点之间还可能有别的非劣方案。
fro-levels-open = 只在这些水平上求解，部分点没有证明到底：真正的曲线在这些水平上比这里最多好 { $gap }，两端也可能还要远些；相邻两点之间还可能有别的非劣方案。
fro-stopped = 中途停止，没有求完。
fro-head-point = 点
fro-head-gap = 差距至多
fro-head-plan = 方案
fro-start = { $second }为 { $level } 时，求得的{ $first }为 { $value }。
fro-step = { $second }由 { $from } 变为 { $to }，{ $first }改善 { $gain }。
fro-count-rest = { $second }从 { $from } 再往后，每变动 1，{ $first }至多改善 { $gain }。
fro-amount-rest = { $second }从 { $from } 再往后，每一步的改善见表。
fro-in-doubt = { $step }但前一点最多还能好 { $gap }，这一步是否真有所得，没有证明。
fro-rest-in-doubt = 其中有的步子所得不超过前一点的差距，是否真有所得，没有证明。
fro-infeasible = 没有方案能守住全部规则，因此没有曲线；用 jiedui check 查看原因。
fro-written = 表格和每一点的方案已写入 { $folder }。
