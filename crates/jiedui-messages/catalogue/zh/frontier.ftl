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
