# frontier

E0931 =
    --between cannot be used: { $reason ->
        [two] it takes two measures with a comma between them, not `{ $value }`
        [same] both are `{ $value }`
        [undefined] nothing defines `{ $value }` in this case
       *[unknown] there is no measure `{ $value }`
    }
E0931-help = take two different ones of: { $allowed }.
E0931-long = A frontier lies between two different measures, e.g. coverage,changes; `changes` is the number of last year's pairs that end.
