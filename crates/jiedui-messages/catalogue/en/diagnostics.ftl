# diagnostics

## E04–E05 · overlays and policy

E0401 = line { $row } of the overlay or scenario set is not valid TOML: { $detail }
E0401-help = Check quotes, brackets and equals signs on this line and the one above; keys with other than plain letters need quotes.
E0401-long = An overlay is a TOML file: one `key = value` a line, texts in double quotes, each change under its own [[change]]. Until the line is put right the rest cannot be read reliably.

E0402 = the overlay or scenario set is too large: { $size } KB, at most { $allowed } KB
E0402-help = Make sure that this is the right file; change the tables themselves where very much changes.
E0402-long = An overlay changes a case here and there; it does not hold the data. A file beyond the limit is not read.

E0403 = the overlay or scenario set has the full-width mark `{ $character }` where TOML needs a plain one
E0403-help = Type the plain (half-width) mark instead.
E0403-long = TOML knows only half-width quotes, equals signs, commas and brackets. Inside quotes any mark may stand.

E0404 = a change has no key `{ $value }`
E0404-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0404-long = Changes have the keys of the documentation only. A mistyped key is not passed over, since the change would silently do less than meant.

E0405 = the change lacks `{ $key }`
E0405-help = Add `{ $key }`. Changes of rows say which rows with `key` or `where`; lock and forbid give a reason.
E0405-long = Each action needs its keys: set and add need values (value for the policy), scale needs factor, changes of rows need key or where, lock and forbid need helper, recipient and reason.

E0406 = `{ $key }` has a value of the wrong kind: { $value }
E0406-help =
    Write { $expected ->
        [text] a text in quotes
        [number] a number
        [whole] a whole number
        [flag] true or false
        [list] a list in square brackets
        [table] a group of keys and values
        [tables] sections in double square brackets
        [texts] a list of texts in square brackets
        [point] two numbers in square brackets
        [cells] one or more columns with values in braces
        [rows] columns with values in braces; empty braces mean every row
        [cell] a text, a number or a date
        [condition] a text, a number, a list of at least one value in square brackets, or conditions in braces
       *[other] another kind of value
    } here.
E0406-long = The kind of a value follows from its key: a factor is a number, the name of a column a text.

E0407 = there is no action `{ $value }`
E0407-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0407-long = There are six: set writes values, scale multiplies, add adds, remove deletes, lock keeps a pair, forbid excludes one.

E0408 = there is no table `{ $value }`
E0408-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0408-long = Tables are called as their files are, without the ending; the Chinese names of sheets do as well. case.toml cannot be changed by an overlay.

E0409 = table { $table } has no column `{ $value }`
E0409-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0409-long = Columns are called as in the header of the table; the Chinese names do as well. Further indicators must be in the data file first.

E0410 =
    { $meant ->
        [none] table { $table } has no row with { $value }
       *[other] a code belongs here: that of { $value } is { $meant }
    }
E0410-help =
    { $meant ->
        [none] { $nearest ->
            [none] Compare with the codes in the table.
           *[other] Did you mean `{ $nearest }`? Compare with the codes in the table.
        }
       *[other] Write { $meant }.
    }
E0410-long = `key` names one row, so a row that is not there is an error. Where none may be there, use `where`.

E0411 = { $count } rows of table { $table } have { $value }
E0411-help = Name further columns to mean one of them; write `where` instead of `key` to mean all.
E0411-long = `key` names exactly one row. Tables such as needs and supply need two columns for that, e.g. recipient and sector.

E0412 = `{ $what }` is now { $value }, which is no number to multiply
E0412-help = Make it a number first, or write the new value with `set`.
E0412-long = scale works on numbers only, not on cells with a unit, a percent sign or words.

E0413 = the factor { $value } cannot be used, or its result is too large
E0413-help = Factor and result lie in { $allowed }; a fifth more is 1.2.
E0413-long = A factor is neither negative nor infinite. A change whose result is too large to be held is not made.

E0414 = no policy has a key `{ $path }`
E0414-help =
    { $allowed ->
        [none] This is a value already; leave out what follows it.
       *[other] { $nearest ->
            [none] Known are: { $allowed }.
           *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
        }
    }
E0414-long = A path joins the names of the policy file with dots, e.g. tracks.place.max_distance_km.

E0415 = this policy has no `{ $path }`
E0415-help =
    { $allowed ->
        [none] The policy has no entries here yet.
       *[other] { $nearest ->
            [none] There are: { $allowed }.
           *[other] Did you mean `{ $nearest }`? There are: { $allowed }.
        }
    }
E0415-long = The path is well formed, but this policy has no such sector, track or objective. A new track or sector is made with set and its whole content; a new objective with add.

E0416 = the pair { $helper } and { $recipient } is both locked and forbidden
E0416-help = { $other_file }, row { $other_row }, decides the opposite; delete that with `remove` first, or leave this change out.
E0416-long = No pair can be locked and forbidden, wherever the decisions stand. Which one holds is not for the program to guess.

E0417 = { $count } changes are more than the { $allowed } that an overlay may have
E0417-help = Change the tables themselves, or many rows at once with `where`.
E0417-long = An overlay is for few changes; one change with `where` covers many rows.

E0418 = `{ $key }` does not go with { $action }
E0418-help = This action takes: { $allowed }.
E0418-long = Each action takes the keys that mean something to it: factor belongs to scale, helper and recipient belong to lock and forbid.

E0419 = the case has no table { $table }
E0419-help = Add rows with `add` first, or put the table into the case.
E0419-long = Only add, lock and forbid make a table that the case does not have; other actions work on tables that are there.

E0420 = { $count } objectives of the policy are `{ $value }`
E0420-help = Name it by its place, e.g. objectives[2].weight.
E0420-long = An objective may be named by its measure where only one has it. Places count from 1 in the order of the file.

E0421 = `{ $key }` stands twice
E0421-help = Delete one of the two.
E0421-long = A key may stand once in its table; otherwise which of the two counts would be a guess.

E0422 = the text of `{ $key }` is too long or has invisible characters
E0422-help = Take out line breaks and the like; at most { $allowed } characters.
E0422-long = What is written into a cell must be fit to be shown in a table.

E0423 = `key` and `where` cannot stand together
E0423-help = Use `key` for one row, `where` for every row that meets the condition.
E0423-long = `key` names exactly one row and it is an error if it is not there; `where` is a filter that many rows or none may meet.

E0424 = `{ $path }` is no list that `add` could add to
E0424-help = Write the new value with `set`.
E0424-long = In a policy, add is for lists: objectives, fit.indicators, the tracks of an objective. A new track or sector is made with set.

E0425 = column `{ $value }` of table { $table } holds no codes of another table, so braces mean nothing here
E0425-help =
    { $allowed ->
        [none] No column of this table can be used so; write what stands in the column.
       *[other] Columns that can be used so: { $allowed }. For others write what stands in them, or a list in square brackets.
    }
E0425-long = Braces mean "the row that this code names meets these conditions", e.g. recipient = {"{"} prefecture = "…" {"}"} for every recipient of a prefecture. Only columns that hold codes can be used so.

E0426 = a scenario set has no key `{ $value }` here
E0426-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0426-long = A scenario set (scenarios.toml) has the keys of the documentation only. A mistyped key is not passed over, since fewer scenarios than meant would run without a word.

E0427 = this { $part } of the scenario set lacks `{ $key }`
E0427-help = Add `{ $key }`.
E0427-long = Each scenario needs a name; a sweep needs axis, each axis policy or table (with column), and values or factors; a random set needs count, seed and vary, each vary table, column and by.

E0428 = `{ $key }` of the scenario set cannot be { $value }
E0428-help =
    Write { $expected ->
        [text] a text in quotes, of at most 200 characters
        [texts] texts in square brackets, e.g. ["a.toml", "b.toml"]
        [tables] sections in double square brackets, at least one
        [mode] "grid" (every combination) or "list" (first with first, and so on)
        [values] at least one value in square brackets
        [one-of] either values or factors
        [count] a whole number, not below 0; count at least 1
        [share] a number above 0 and at most 1; 0.2 means 20 % up and down
       *[other] a value of another kind
    }.
E0428-long = Kind and range of a value follow from its key. While one value is wrong, nothing of the set is run.

E0429 = `{ $value }`, which the scenario set uses, cannot be read
E0429-help =
    { $reason ->
        [set-not-found] There is no such scenario set; check the path and the name.
        [not-found] There is no such file; names are relative to the folder of the set.
        [outside] Only files in the folder of the set and below it can be used; move it there and write a relative name.
        [permission] You may not read it; look at its permissions.
        [not-a-file] This is a folder; name a file.
        [too-large] It has more than 64 MB; make sure that it is the right file.
        [encoding] Save it in UTF-8.
       *[other] Make sure that it is not damaged or held open by another program.
    }
E0429-long = The files of overlays and include stand beside the set or below it, so that the folder can be handed on as a whole and nothing is read from elsewhere.

E0430 = scenario sets include each other in a circle: { $chain }
E0430-help = Take out one of these includes.
E0430-long = include puts the scenarios of another set first; no set can include itself, directly or through others.

E0431 = `{ $value }` cannot be the name of a scenario
E0431-help = Use letters, digits, - and _ only, at most { $allowed } characters; what explains it goes into title.
E0431-long = The name is that of the result folder as well, so that spaces, slashes and the like are not possible.

E0432 = the scenario name `{ $value }` stands twice
E0432-help = Choose another; large and small letters make no difference.
E0432-long = The result of each scenario goes into a folder of its name, so that included ones need other names as well.

E0433 = { $count } scenarios are more than the { $allowed } that a set may have
E0433-help = Take fewer values, use mode = "list" in place of every combination, or make several sets.
E0433-long = A grid has as many scenarios as the lengths of its axes multiplied, which grows fast. The limit is for the whole set, included ones counted.

E0434 = the axes of a list differ in length: { $value }
E0434-help = Give all axes the same number of values, or use mode = "grid".
E0434-long = With mode = "list" the first scenario takes the first value of each axis, the second the second, and so on.

E0435 = column `{ $value }` of table { $table } cannot vary at random
E0435-help =
    { $allowed ->
        [none] No column of this table can.
       *[other] Columns that can: { $allowed }.
    }
E0435-long = Only figures such as amounts, money and distances have an error; codes, words, counts and years have none.

E0436 = the scenario set has no scenario
E0436-help = Write at least one [[scenario]], [[sweep]] or [[random]].
E0436-long = A scenario set lists what is to be tried; an empty one mostly means the wrong file.

E0437 = the base run `{ $value }` has no plan to compare with
E0437-help = Name a run that found a plan with --base.
E0437-long = Scenarios are compared with the base plan. Where the base has none, read its conflict report with jiedui explain first.

E0438 = `{ $value }` is not what the base run read
E0438-help =
    { $reason ->
        [missing] It is not where the run says; put it back, or run jiedui assign again with the files as they are now.
       *[changed] Restore it, or run jiedui assign again with the files as they are now.
    }
E0438-long = Scenarios change the base case, so every file of it is checked by its digest; otherwise nobody could say whether a difference comes from the scenario or from the file.

E0439 = the base run `{ $value }` does not say where its case is
E0439-help = An earlier version wrote it, or it is the run of a scenario itself; run jiedui assign to get a base.
E0439-long = The entry source of manifest.json says where case, policy and overlays stand, so that they can be read again.

E0440 = the folder `{ $value }` belongs to another what-if
E0440-help = Choose another folder with --out, or move this one away; a what-if goes on only where set, base, options and shard are the same.
E0440-long = After an interruption the same command goes on with the scenarios that are not finished. Where the set, a file that it uses or the base has changed, what is there no longer applies.

E0441 = these shards cannot be merged: { $reason ->
    [different] `{ $value }` is of another what-if than those before it
    [twice] `{ $value }` repeats a shard before it
    [missing] scenario { $value } is missing
    [no-shard] `{ $value }` is no folder of a what-if
   *[other] `{ $value }`
 }
E0441-help = Name all shards of the same set and base, each once, and make sure that each is finished.
E0441-long = What is merged equals the unsharded run byte for byte, so the shards must be complete and made from the same input.

E0442 = `{ $value }` does not tell how stable this run is: { $reason ->
    [no-whatif] it is no folder of a what-if
    [unfinished] the what-if is not finished, table.json is missing
    [other-base] its base is another run
    [no-random] no random set of it has a plan
   *[other] `{ $value }`
 }
E0442-help = Run a set with [[random]] on this run (--base), then name the folder that it wrote.
E0442-long = Shares are counted over random runs and hold for the base of those runs only. A shard will do, with fewer runs; all shards merged tell more.

W0401 = the change changes nothing
W0401-help = Delete it if it is not needed; otherwise check whether it names the right row or key.
W0401-long = The value is the same as before, what was to be removed was not there, or the pair was locked or forbidden already.

W0402 = no row of table { $table } meets { $value }
W0402-help = Check the condition; use `key` where a row must be there.
W0402-long = `where` may meet no row; the change then does nothing.

W0403 = `{ $columns }` is empty in all these rows of table { $table }
W0403-help = Empty cells are not multiplied; fill them with `set`.
W0403-long = Scaling leaves empty cells empty.

E0501 = policy line { $row } is not valid TOML: { $detail }
E0501-help = Check quotes, brackets and equals signs on this line and the one above; keys with other than plain letters need quotes.
E0501-long = A policy is a TOML file: one `key = value` a line, texts in double quotes, names of sections in square brackets. Until the line is put right the rest cannot be read reliably.

E0502 = the policy is too large: { $size } KB, at most { $allowed } KB
E0502-help = Make sure that this is the right file.
E0502-long = A policy has a few KB. A file beyond the limit is hardly a policy and is not read.

E0503 = the policy has the full-width mark `{ $character }` where TOML needs a plain one
E0503-help = Type the plain (half-width) mark instead.
E0503-long = TOML knows only half-width quotes, equals signs, commas and brackets. Inside quotes any mark may stand.

E0504 = a policy has no key `{ $key }`
E0504-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0504-long = A policy has the keys of the documentation only. A mistyped key is not passed over, since a rule would silently be lost.

E0505 = the policy lacks `{ $key }`
E0505-help = Add `{ $key }`; the policy that comes with the program shows how.
E0505-long = What changes a result must be written out; there are no hidden defaults. The documentation lists the keys that may be absent and what that means.

E0506 = `{ $key }` has a value of the wrong kind: { $value }
E0506-help =
    Write { $expected ->
        [text] a text in quotes
        [number] a number
        [whole] a whole number
        [flag] true or false
        [list] a list in square brackets
        [table] a group of keys and values
        [tables] sections in double square brackets
        [texts] a list of texts in square brackets
        [point] two numbers in square brackets
        [cells] one or more columns with values in braces
        [rows] columns with values in braces; empty braces mean every row
        [cell] a text, a number or a date
       *[other] another kind of value
    } here.
E0506-long = The kind of a value follows from its key: numbers stand without quotes, texts in quotes.

E0507 = `{ $key }` = { $value } is out of range
E0507-help = Allowed: { $allowed }.
E0507-long = A number must be finite and within the range that makes sense for its key.

E0508 = there is no unit `{ $value }`
E0508-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0508-long = Needs, supplies and help count in two units: 万元 for money, 人 for persons.

E0509 = there is no measure `{ $value }`
E0509-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0509-long = Objectives use the measures that the model defines; see the documentation.

E0510 = `{ $key }` knows no method `{ $value }`
E0510-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0510-long = Distance, fit and solver each have their methods.

E0511 = there is no solver back end `{ $value }`
E0511-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0511-long = So far there is highs only.

E0512 = the objective names track `{ $value }`, which the policy does not have
E0512-help =
    { $nearest ->
        [none] Known are: { $allowed }.
       *[other] Did you mean `{ $nearest }`? Known are: { $allowed }.
    }
E0512-long = `tracks` of an objective lists the tracks that count; they are codes of the [tracks.…] sections.

E0513 = `{ $key }` wants at least { $min } but at most { $max }
E0513-help = Lower min or raise max.
E0513-long = A quota whose minimum is above its maximum can be met by no plan.

E0514 = `{ $value }` stands twice in priority { $priority }
E0514-help = Line { $first } has the same objective; make them one and add the weights.
E0514-long = The same measure over the same tracks belongs once into a tier; otherwise its weight counts twice unseen.

E0515 = the policy has no objectives
E0515-help = Write at least one [[objectives]].
E0515-long = Without an objective no plan is better than another.

E0516 = the policy defines no tracks
E0516-help = Write at least one [tracks.CODE].
E0516-long = Every helper belongs to a track; without tracks there is nobody to pair.

E0517 =
    `{ $key }` is missing: the title has no { $language ->
        [zh] Chinese
       *[other] English
    }
E0517-help = Add it, e.g. title = {"{"} zh = "先发地区", en = "developed places" {"}"}.
E0517-long = Reports are in Chinese and in English, so a title needs both.

E0518 = the text of `{ $key }` is empty, too long or has invisible characters
E0518-help = Write one line of at most { $allowed } characters.
E0518-long = Names and clauses are printed in reports, so they are one line of visible text.

E0519 = the code `{ $value }` has characters that are not allowed, or a wrong length
E0519-help = Use letters, digits, `_` and `-`, 1 to { $allowed } characters.
E0519-long = Codes of sectors and tracks stand in tables and results, so they have no blanks, commas or quotes.

E0520 = the equity curve must begin at [0, 0] and end at [1, 1]
E0520-help = Write [0.0, 0.0] first and [1.0, 1.0] last.
E0520-long = The curve turns the share of need that is met into a score: nothing met is 0, everything is 1.

E0521 = the equity curve does not ascend at { $value }
E0521-help = The first numbers must grow from point to point, the second must not fall.
E0521-long = Meeting more need never scores less, and one share of need has one score.

E0522 = the equity curve becomes steeper at { $value }
E0522-help = Move the point so that each segment is no steeper than the one before.
E0522-long = Steep first and flat later says that the first share of need counts most; the reverse would favour helping few counties much.

E0523 = equity is an objective, but there is no equity curve
E0523-help = Add [equity], e.g. breakpoints = [[0.0, 0.0], [0.3, 0.5], [1.0, 1.0]].
E0523-long = What is equitable is for the policy to say; the program assumes nothing.

E0524 = fit is by industry, but no indicators are named
E0524-help = Add `indicators` with the columns of the table of places that hold industry shares.
E0524-long = Industry complementarity is computed from industry shares in the table of places, so the policy names the columns.

E0525 = `{ $value }` is not a year
E0525-help = Write a year of four digits, { $allowed }.
E0525-long = Funding rates are given by year, e.g. 2025 = 0.008.

E0526 = `{ $key }` must be above 0, not { $value }
E0526-help = Say how many 万元 one unit counts as, e.g. 25 for a teacher.
E0526-long = Sectors are added up by their value in 万元; zero or less would take the sector's meaning away.

E0527 =
    { $allowed ->
        [size] a weight must be between 0.000000001 and 1000000000, not { $value }
       *[sign] a weight must be above 0, not { $value }
    }
E0527-help = Write a positive number; delete the objective where it is not wanted.
E0527-long = The weight is the objective's share in its tier. Whether more or less is better belongs to the measure, not to a negative weight.

E0528 = the tolerance { $value } is out of range
E0528-help = Allowed: { $allowed }; one percentage point is 0.01.
E0528-long = The tolerance is how much later tiers may worsen this one: absolute for shares, relative otherwise.

E0529 = the priority { $value } is not an allowed whole number
E0529-help = Write a whole number { $allowed }; lower ones come first.
E0529-long = Priorities order the objectives and are whole numbers from 0.

E0530 = a divisible track cannot have `{ $key }`
E0530-help = Delete the key, or set divisible to false.
E0530-long = A divisible track allots amounts without forming pairs, so quotas, minimum support, effort floor, changes and tenure do not apply.

E0531 = only continuity counts by age, not `{ $measure }`
E0531-help = Delete by_age.
E0531-long = With by_age a kept pair counts its years; that means something for continuity only.

E0532 = `{ $key }` is an empty list
E0532-help = List something, or delete the key to say all or none.
E0532-long = An empty list could be taken for all or for none, so there is none.

E0533 = { $value } stands twice in the list
E0533-help = Delete the second one.
E0533-long = Each entry of a list stands once.

E0534 = `{ $key }` stands twice
E0534-help = Delete one of the two.
E0534-long = A key may stand once in its table; otherwise which of the two counts would be a guess.

E0535 = `{ $key }` is a share in { $allowed }, not { $value }
E0535-help = Write a decimal: 0.8 for 80 %, 0.008 for 0.8 %.
E0535-long = Shares are decimals, 1 is the whole. A value above 1 is mostly a percentage.

E0536 = the equity curve has { $count } points, at most { $allowed }
E0536-help = Use fewer; three to six are mostly enough.
E0536-long = More points make solving slower and change next to nothing.

W0501 = equity comes after a tier that may give up nothing (priority { $priority }, { $measure })
W0501-help = Give the earlier tier a little tolerance, e.g. 0.01, if equity is to matter.
W0501-long = Where an earlier tier may lose nothing, little is mostly left for equity to choose from.

W0502 = `{ $key }` = { $value } is outside the usual { $usual }
W0502-help = Check unit and decimal point; leave it if it is meant.
W0502-long = The value is allowed but unusual, which mostly means a slip of unit (元 for 万元, a percentage for a share).

W0503 = effort { $value } may take very long
W0503-help = 1 is mostly enough; try less first.
W0503-long = Effort is relative to the default; beyond 100 a run may take hours.

W0504 = `{ $key }` = { $value } has more than the { $decimals } decimals that are kept
W0504-help = Make sure that the rounded value will do, or write fewer decimals.
W0504-long = Quantities are kept and verified with a fixed number of decimals; further ones are rounded.

W0505 = tolerance { $value } gives `{ $measure }` up altogether
W0505-help = Write less than 1, e.g. 0.05 for 5 %, or delete the objective.
W0505-long = With a relative tolerance of 1 later tiers may undo this one entirely.

W0506 = `{ $key }` allows at most 0, so the track forms no pairs
W0506-help = Leave it if the track is to rest; otherwise raise max or delete it.
W0506-long = A maximum of 0 allows no pair. To have no limit, leave max out.

W0507 = the policy has no sectors, so `{ $measure }` measures nothing
W0507-help = Add [sectors.CODE], or use measures of pairs.
W0507-long = The measure is of amounts of help; without sectors it is the same for every plan.

W0508 = `indicators` has no effect: fit is not by industry
W0508-help = Delete it, or set method to industry.
W0508-long = Only fit by industry reads these columns.

W0509 = the equity curve has no effect: no objective is equity
W0509-help = Delete [equity], or add the objective.
W0509-long = The curve is read by the measure equity only.

## End of E04–E05

## General words of diagnostics

diagnostics-error = error
diagnostics-warning = warning
diagnostics-help = help
diagnostics-note = note
diagnostics-related = this belongs to the problem as well
diagnostics-more = { $count } more are not shown; correct these and run again, or see all with --message-format json.
diagnostics-summary = errors: { $errors }, warnings: { $warnings }

## E00–E03 · input

E0001 =
    { $reason ->
        [not-found] there is no case folder `{ $value }`
        [not-a-folder] `{ $value }` is not a folder
        [permission] no permission to open the case folder `{ $value }`
        [a-run] `{ $value }` is the folder of a run, not of a case
       *[other] the case folder `{ $value }` cannot be opened
    }
E0001-help =
    { $reason ->
        [a-run] name the case that the run was made from; a copy of it is the folder `input` in the run. The run itself is for commands such as explain, report and verify.
       *[other] check the path; a case is a folder with case.toml and one CSV file per table, or one .xlsx workbook.
    }
E0001-long = A case is a folder with case.toml, places.csv, recipients.csv, helpers.csv and so on. Where the path does not exist, is no folder or may not be read, the program stops and guesses nothing.

E0002 = { $file } cannot be read
E0002-help =
    { $reason ->
        [permission] allow the current user to read it, or close the program that holds it open.
        [not-a-file] a folder has this name; rename or move it.
        [not-found] there is no such file; check its path and name.
       *[other] make sure that it is not damaged or held open by another program.
    }
E0002-long = The file is in the case folder but cannot be read: no permission, held open elsewhere, or a folder of that name. The other files are still checked, so that all problems show at once.

E0003 = { $file } is too large: { $size } MB, at most { $limit } MB
E0003-help = make sure that this is the right file; keep only the rows and columns that the table needs.
E0003-long = No file may exceed the limit, so that an image or a backup is not read as a table by mistake. Tables of real cases are far smaller.

E0004 =
    { $line ->
        [none] { $file } is in no known encoding
       *[other] { $file } is in no known encoding (from line { $line } on)
    }
E0004-help = save it from the spreadsheet as “CSV UTF-8 (comma delimited)”.
E0004-long = CSV files are UTF-8 (with or without byte order mark) or GB18030 (which includes GBK and GB2312). Where the bytes fit neither, reading on would only produce wrong characters.

E0005 =
    { $kind ->
        [workbook] { $file } is an Excel workbook, not CSV
        [utf-16] { $file } is “Unicode text” (UTF-16), not CSV
       *[other] { $file } is not a text file
    }
E0005-help = open the original in the spreadsheet and save it as “CSV UTF-8 (comma delimited)”; renaming is not enough.
E0005-long = The content of a .csv file is no text: mostly an .xlsx that was renamed, or a file saved as “Unicode text”.

E0006 = { $file } is a link that leads out of the case folder
E0006-help = copy the file itself into the case folder.
E0006-long = A case is complete in itself: only files inside its folder are read, so that what is archived and checked is what was used.

E0007 = line { $row } of { $file } is not valid TOML: { $reason }
E0007-help = check quotes and equals signs: one `key = value` a line, texts in double quotes, the year without.
E0007-long = case.toml begins with [case], then one `key = value` a line: name, year, title, currency, and sources if wanted. Until the line is put right the rest cannot be read reliably.

E0008 = row { $row } of { $file } has a quote without its partner
E0008-help = delete the stray double quote, or close it at the end of the cell.
E0008-long = A cell that begins with a double quote goes on to the next one. Without it, all rows that follow would be taken for one cell, so reading of the table stops here.

E0009 = the cell is too long: { $length } characters, at most { $limit }
E0009-help = keep long explanations elsewhere and only the datum in the cell.
E0009-long = Cells hold codes, names, figures and short sources. A very long cell is almost always a misplaced quote or a paste gone wrong.

E0010 = the table has more than { $limit } rows
E0010-help = make sure that this is the right file; split the case where more is really needed.
E0010-long = Each table has a limit of rows, so that reading always ends. Even a case of all villages of a province stays far below it.

E0011 =
    { $kind ->
        [old] { $file } is in the old Excel 97–2003 (.xls) or WPS (.et) format, not an .xlsx workbook
        [xlsb] { $file } is a binary Excel workbook (.xlsb), not an .xlsx workbook
        [ods] { $file } is an OpenDocument spreadsheet (.ods), not an .xlsx workbook
        [text] { $file } holds text (such as CSV), not an .xlsx workbook
       *[other] { $file } is not an .xlsx workbook
    }
E0011-help =
    { $kind ->
        [text] if it is a CSV file that was renamed, open it in the spreadsheet and save it as “Excel workbook (*.xlsx)”; CSV files belong into the folder of a case.
       *[other] open it in the spreadsheet and save it as “Excel workbook (*.xlsx)”; renaming is not enough.
    }
E0011-long = A case is a folder or one .xlsx workbook. The content tells the format, not the name; save other formats (.xls, .et, .xlsb, .ods) as .xlsx.

E0012 = the workbook { $file } is locked with a password
E0012-help = take the password off in the spreadsheet and save a copy.
E0012-long = An encrypted workbook cannot be read without its password. One whose sheets or structure are protected, without a password to open it, can be read.

E0013 = the workbook { $file } is too large when unpacked: more than { $limit } MB
E0013-help = make sure that this is the right file; delete sheets, pictures and empty formatted areas that the case does not need.
E0013-long = An .xlsx file is compressed, and a small one may unpack to an enormous size. Beyond the limit nothing is read, so that memory does not run out; real cases stay below a tenth of it.

E0014 = the workbook { $file } is damaged and cannot be read
E0014-help = open it in the spreadsheet and save a copy; where that fails, ask for it again.
E0014-long = The file is incomplete or its content is wrong, mostly after an interrupted transfer. A damaged workbook is not read in part, since data would be lost.

E0015 = the sheet is too wide: there is something beyond column { $limit }
E0015-help = delete what does not belong to the table at its right.
E0015-long = Tables have a dozen columns. What stands far to the right is mostly a paste gone wrong.

E0016 =
    row { $row } of { $file } has a quoted cell that goes on after its closing quote{ $lines ->
        [1] {""}
       *[other] , { $lines } lines long
    }
E0016-help = delete the stray double quote; write two of them for one within the cell.
E0016-long = A cell that begins with a double quote ends at the next one, and a comma or the end of the line follows. Where something else does, a quote is missing or one too many, often several lines further up, and what the cell holds would be a guess.

W0001 = `{ $value }` is not a table of a case and was not read
W0001-help =
    { $nearest ->
        [none] rename it to the table that it holds, or move it away.
       *[other] did you mean `{ $nearest }`? It is read only under that name.
    }
W0001-long = Only tables with their set names (English or Chinese) are read. Any other file has no influence on the result.

W0002 = the sheet “{ $value }” is hidden and was not read
W0002-help = unhide it where it is to be read, or delete it.
W0002-long = Nobody sees what a hidden sheet holds, so data read from it would surprise. Hidden rows and columns are read as usual.

E0101 =
    { $kind ->
        [workbook] the workbook { $file } has no sheet “{ $table }”
       *[file] { $file } is missing
    }
E0101-help = add the table; `jiedui template` writes an empty one.
E0101-long = A case needs case.toml, places.csv, recipients.csv and helpers.csv, and where the policy has sectors also needs.csv and supply.csv. All other tables may be missing.

E0102 =
    { $place ->
        [sheet] { $file } has no column `{ $chinese }` ({ $value })
       *[file] { $file } has no column `{ $value }`
    }
E0102-help = add the column to the header and fill it.
E0102-long = Each table has columns that it needs (see the documentation of tables). Headers may be English or Chinese, with a unit in brackets if wanted.

E0103 = { $file } has an unknown column `{ $value }`
E0103-help =
    { $nearest ->
        [none] known are: { $allowed }. Delete columns that are not needed.
       *[other] did you mean `{ $nearest }`?
    }
E0103-long = Unknown columns are errors and never passed over: with one slip in a header a whole column would silently have no effect. places.csv may have the indicator columns that the policy lists in [fit] indicators.

E0104 = the column `{ $value }` stands twice
E0104-help = keep one of the two (the first is column { $first }).
E0104-long = With a column twice, nothing says which one counts. An English name and its Chinese form are the same column.

E0105 = row { $row } has { $count } cells, the header has { $columns }
E0105-help = look for a comma too many; a cell that holds a comma needs double quotes.
E0105-long = The row is longer than the header, so what stands beyond belongs to no column, and the whole row may be shifted.

E0106 = row { $row } has only { $count } cells, the header has { $columns }
E0106-help = add the missing commas; empty cells need theirs as well.
E0106-long = The row is shorter than the header, so nothing says which cell is missing, and the whole row may be shifted.

E0107 = { $file } is empty
E0107-help = fill in header and rows, or delete the file of an optional table.
E0107-long = The first row of each table is its header. An empty file is mostly what a failed save left behind.

E0108 = { $file } has no rows
E0108-help = fill in at least one row; without recipients and helpers there is nothing to assign.
E0108-long = places, recipients and helpers need a row at least. An empty table counts as an error, not as “nothing to do”.

E0109 = { $file } lacks `{ $key }`
E0109-help =
    { $place ->
        [sheet] add it to this sheet: name, year, title and currency are needed.
       *[file] add it under [case]: name, year, title and currency are needed.
    }
E0109-long = A case has a name, a year, a title and a unit of currency; they go into every archive and report.

E0110 = { $file } has an unknown key `{ $key }`
E0110-help =
    { $nearest ->
        [none] known are: { $allowed }.
       *[other] did you mean `{ $nearest }`?
    }
E0110-long = case.toml has the listed keys only. A mistyped key is not passed over, since it would silently have no effect.

E0111 = `{ $key }` has a value of the wrong kind
E0111-help =
    { $expected ->
        [year] write the year as a plain number without quotes, as in year = 2025.
        [list] write a list of texts in square brackets.
       *[text] write a text in double quotes.
    }
E0111-long = name, title and currency are texts, year is a whole number, sources a list of texts.

E0112 = `{ $field }` must not be empty
E0112-help = fill in the cell.
E0112-long = The column is required in every row. Blanks, full-width ones included, count as empty.

E0113 = column { $column } has no header, but row { $value-row } has `{ $value }` in it
E0113-help = give the column a header, or clear it.
E0113-long = A column without a header could be anything. Columns that are empty throughout do no harm.

E0114 = one table stands in two places: { $first } and { $file }
E0114-help = keep one of them.
E0114-long = A table may have its English or its Chinese name, but not both, since nothing would say which one counts.

E0115 =
    the header is not separated by commas but by { $separator ->
        [tab] tabs
       *[other] `{ $separator }`
    }
E0115-help = save it as “CSV UTF-8 (comma delimited)”.
E0115-long = Columns of a CSV file are separated by commas. With semicolons or tabs the file would count as one column.

E0116 = unknown sheet “{ $value }”
E0116-help =
    { $nearest ->
        [none] known are: { $allowed } (or their English names). Name a sheet that is for reading only “notes”, or delete it.
       *[other] did you mean “{ $nearest }”? Name a sheet that is for reading only “notes”, or delete it.
    }
E0116-long = Tables are recognised by the names of their sheets. With a misspelt name a whole table would silently have no effect, so an unknown sheet is an error. Not read are empty sheets, those whose name ends in 说明 or begins with 示例 or example, and those called notes, readme, instructions, codes, contents or cover (代码表, 目录, 封面, 备注).

E0117 = the sheet has no header of the table “{ $table }”
E0117-help = add a header row with at least: { $allowed } (or the English names).
E0117-long = The header stands within the first 20 rows that are filled; titles may stand above it. Headers may be English or Chinese, with a unit in brackets if wanted. `jiedui template` writes a workbook with all headers.

E0118 =
    { $where ->
        [header] there are merged cells in the header ({ $range })
       *[rows] there are merged cells in the table ({ $range })
    }
E0118-help =
    { $where ->
        [header] split them: the header is one row with one cell a column.
       *[rows] split them and fill in every row.
    }
E0118-long = Of merged cells only the first has content, the others are empty, and nothing says whether all mean the same. Titles above the table and notes below it may be merged.

E0119 = the formula has no result
E0119-help = open the file in the spreadsheet and save it once, so that formulas are computed; or fill in the value.
E0119-long = What is read is the result that a formula had when the file was saved; this program computes no formulas. Files that other programs made often have none.

E0120 = the cell holds the error { $value }
E0120-help = correct the formula, or fill in the value.
E0120-long = #N/A, #REF!, #DIV/0! and the like are what a failed formula leaves; they are no data.

E0121 = the cell holds the logical value { $value }
E0121-help = fill in a text or a number.
E0121-long = No column takes TRUE or FALSE.

E0122 =
    { $expected ->
        [number] `{ $field }` must be a number, but the cell is the date { $value }
       *[code] `{ $field }` must be a code, but the cell is the date { $value }
    }
E0122-help =
    { $expected ->
        [number] set the format of the cell to “General” and fill it in again.
       *[code] set the format of the cell to “Text” and fill it in again.
    }
E0122-long = Spreadsheets turn entries such as `1-2` into dates, and what was typed is lost; of a number that is formatted as a date nothing says what was meant. Dates belong into the column of dates and into texts.

E0123 = row { $notes } begins the notes under the table, but row { $row } below looks like data
E0123-help = move the data above the notes; where it is a note, keep it in a sheet of its own, called “notes”.
E0123-long = A row that begins with “Note:”, “Total”, 注：, 合计, 填表人 and the like begins the notes under a table, and what follows is not read. So that no data is lost, a row below that looks like data is an error.

E0124 = `{ $key }` is filled in twice
E0124-help = keep one of the two.
E0124-long = In the sheet of the case name, year, title and currency stand once each; sources may take several rows.

E0125 = the cell holds a control character that cannot be seen ({ $code })
E0125-help = empty the cell and type its content again, without pasting.
E0125-long = Control characters mostly come with what is pasted. They cannot be seen on the screen, keep codes from matching, and no text file may hold them.

W0101 = from “{ $value }” on, the rows are taken for notes under the table and were not read
W0101-help = move what is data above this row; to be rid of this warning, keep notes in another sheet.
W0101-long = Notes, sums and signatures may stand under a table. A row that begins with “Note:”, “Total”, 注：, 合计, 填表人 and the like is taken for one, and so is a single text behind a blank row.

E0201 = `{ $field }` must be a number, but is `{ $value }`
E0201-help =
    { $hint ->
        [placeholder-required] this column must be filled: write a number, or delete the row where there is nothing to state.
        [placeholder] leave the cell empty where there is no figure.
        [letter-o] replace the letter O by the digit 0.
        [letter-l] replace the letter l or I by the digit 1.
        [degrees] write degrees with decimals and nothing else, such as 104.06; minutes are divided by 60, seconds by 3600, and added.
       *[none] write a number; full-width digits and thousands separators are fine.
    }
E0201-long = Number columns take numbers only: whole, decimal or scientific, with full-width digits and thousands separators if wanted. Remarks belong into the column `source`.

E0202 = `{ $field }` must not be `{ $value }`
E0202-help = write the actual figure, or leave the cell empty.
E0202-long = NaN, inf and the like are left behind by failed computations of other programs; they are no data.

E0203 = `{ $field }` is { $value }, beyond the limit of { $limit }
E0203-help = check digits and unit (often yuan in a column that counts in 10,000 yuan).
E0203-long = No figure may exceed a thousand million of its unit. Anything larger has no meaning in paired assistance and can only be a slip.

E0204 = `{ $field }` must not be negative: { $value }
E0204-help = write 0 or a positive number.
E0204-long = Needs, supplies, budgets, population, distances and limits cannot be below zero.

E0205 = `{ $field }` must be greater than 0: { $value }
E0205-help = write a positive number; leave the cell empty for the default.
E0205-long = Weights, loads and lengths of roads have no meaning at zero or below: a weight of zero would leave a county out, a road of zero km would join two places into one.

E0206 = `{ $field }` must be a whole number: { $value }
E0206-help = write a whole number.
E0206-long = Years, classes and numbers of pairs are whole.

E0207 = `{ $field }` is { $value }, which is no such coordinate
E0207-help =
    { $hint ->
        [exchanged] longitude and latitude may be exchanged: lon is 97–109 in Sichuan, lat 26–34.
       *[none] write decimal degrees of at most { $limit }.
    }
E0207-long = Longitudes lie within −180 and 180, latitudes within −90 and 90, in decimal degrees.

E0208 = the hardship class must be a whole number from 0 to 6, but is { $value }
E0208-help = write the official class 1–6; 0 or empty for places that are not listed.
E0208-long = Hardship areas have classes one to six; 0 or empty means not listed.

E0209 =
    { $kind ->
        [text] the year must be a number, but is `{ $value }`
       *[range] { $value } is not a plausible year
    }
E0209-help = write a year of four digits from { $first } to { $last }.
E0209-long = Years are whole numbers of four digits, such as 2025.

E0210 = unknown action `{ $value }`
E0210-help = write lock or forbid.
E0210-long = There are two human decisions: lock (the pair is formed) and forbid (the pair is not formed).

E0211 = unknown basis `{ $value }`
E0211-help = write published, estimated or illustrative, or leave the cell empty.
E0211-long = The basis says how good a figure is; reports state how much of a result rests on estimates, so only these three are known.

E0212 = the code `{ $value }` has characters that codes cannot have
E0212-help = use letters, digits and - _ . · / + only, without blanks.
E0212-long = Codes appear in commands, files and reports, where blanks, colons, commas, brackets and quotes would make them ambiguous.

E0213 = the currency must be `{ $allowed }`, but is `{ $value }`
E0213-help =
    { $place ->
        [sheet] convert all amounts to 万元 (10,000 yuan) and fill in 万元 as currency.
       *[file] convert all amounts to 万元 (10,000 yuan) and write currency = "万元".
    }
E0213-long = All amounts of money are in 万元 (10,000 yuan). The unit is stated to prevent mistakes; nothing is converted.

E0214 = { $recipient } must have at least { $min } but at most { $max } helpers of track { $track_en } ({ $track })
E0214-help =
    { $place ->
        [sheet] lower 最少 (min) or raise 最多 (max); an empty cell means the policy's limit.
       *[file] lower min or raise max; an empty cell means the policy's limit.
    }
E0214-long = For each recipient and track, the minimum number of pairs cannot exceed the maximum. Where only one is given, the other is the policy's.

E0215 = helper { $helper } must have at least { $min } but at most { $max } pairs
E0215-help =
    { $place ->
        [sheet] lower 最少结对数 (min_pairs) or raise 最多结对数 (max_pairs); an empty cell means the policy's limit.
       *[file] lower min_pairs or raise max_pairs; an empty cell means the policy's limit.
    }
E0215-long = For each helper, the minimum number of pairs cannot exceed the maximum. Where only one is given, the other is the policy's.

E0216 = `{ $field }` has a unit behind the number: { $value }
E0216-help =
    { $hint ->
        [yuan] convert to 万元 (divide by 10,000) and write the number alone.
        [degrees] write degrees with decimals and nothing else, such as 104.06; minutes are divided by 60, seconds by 3600, and added.
        [share] this column has no unit: write the number alone, and a percentage as a decimal (80% as 0.8).
       *[none] write the number alone; the column sets the unit (money in 万元, GDP in 亿元, population in 万人, distance in km).
    }
E0216-long = Each column has its unit. With a unit in the cell nothing says whether to convert, so it is not accepted. Write percentages as decimals.

E0217 = `{ $field }` is { $value }, with a comma where none belongs
E0217-help = use a point for decimals; thousands separators stand before groups of three digits, or are left out.
E0217-long = `1,5` could be 1.5 or 15. Commas are thousands separators only, one before each group of three digits.

E0218 = the heading { $value } names another unit than that of its column ({ $allowed })
E0218-help = convert the figures of the column and correct the heading; where they are in the right unit already, correct the heading alone.
E0218-long = Each column has its unit and nothing is converted. Where the heading names another one (`amount (元)`) the figures may be wrong by a factor of ten thousand, so it is not accepted.

W0201 = `{ $field }` has more than { $decimals } decimals and was rounded to { $kept }
W0201-help = round it yourself to silence this.
W0201-long = Figures are kept with a fixed number of decimals so that checks are exact. What is beyond is rounded and has no practical effect.

W0202 =
    { $side ->
        [below] `{ $field }` is { $value }, about one part in { $times } of the median of its kind ({ $median })
       *[above] `{ $field }` is { $value }, { $times } times the median of its kind ({ $median })
    }
W0202-help =
    { $side ->
        [below] check the unit: 亿元 (100 million yuan) may have been written for 万元 (10,000 yuan). Nothing needs doing if the figure is right.
       *[above] check the unit: yuan may have been written for 万元 (10,000 yuan). Nothing needs doing if the figure is right.
    }
W0202-long = Figures of one sector and track rarely differ by more than a hundred times. Ten thousand times too much is mostly yuan written for 万元, ten thousand times too little 亿元.

W0203 =
    { $kind ->
        [gdp] a need of { $value } is more than the county's whole GDP ({ $limit } 亿元)
       *[revenue] a budget of { $value } 万元 is more than the whole revenue of the place ({ $limit } 万元)
    }
W0203-help = check the unit: yuan may have been written for 万元 (10,000 yuan).
W0203-long = A single need of a county is not larger than its economy, nor the funds of a helping place larger than its revenue.

W0204 = { $sector } is counted in whole units: { $value } was taken as { $kept }
W0204-help = check whether it should be whole; fractions that come from scaling need no action.
W0204-long = Sectors that cannot be split (such as persons) are counted whole. Needs are rounded up (2.2 teachers take 3 to be met), supplies down (2.8 can send 2).

W0205 = `{ $field }` is { $value }, far from all other places (median { $median })
W0205-help = look for a mistyped digit.
W0205-long = The seat is more than fifteen degrees away from the others, more than the province is wide; mostly one wrong digit.

W0206 = a distance of { $value } km is shorter than the straight line ({ $straight } km)
W0206-help = check the distance, or the coordinates of the two places.
W0206-long = No road is shorter than the straight line. A given distance wins over a computed one, so it bears on the result directly.

table-recipients =
    { $place ->
        [sheet] the sheet 受扶地 (recipients)
       *[file] recipients.csv
    }
table-helpers =
    { $place ->
        [sheet] the sheet 帮扶方 (helpers)
       *[file] helpers.csv
    }
table-places =
    { $place ->
        [sheet] the sheet 县域 (places)
       *[file] places.csv
    }
table-needs =
    { $place ->
        [sheet] the sheet 需求 (needs)
       *[file] needs.csv
    }
table-supply =
    { $place ->
        [sheet] the sheet 供给 (supply)
       *[file] supply.csv
    }
table-history =
    { $place ->
        [sheet] the sheet 历年结对 (history)
       *[file] history.csv
    }

E0301 =
    { $hint ->
        [name] a code belongs here: that of { $value } is { $nearest }
       *[other] recipient `{ $value }` is not in { table-recipients }
    }
E0301-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0301-help =
    { $hint ->
        [name] write { $nearest }.
       *[other] { $nearest ->
            [none] check the code, or add the place to { table-recipients } first.
           *[other] did you mean `{ $nearest }`?
        }
    }
E0301-long = Recipients in needs, pairs, quotas and decisions must be among the codes of recipients.csv. A name does not stand for the code, nor does it in the history.

E0302 =
    { $hint ->
        [name] a code belongs here: that of { $value } is { $nearest }
       *[other] helper `{ $value }` is not in { table-helpers }
    }
E0302-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0302-help =
    { $hint ->
        [name] write { $nearest }.
       *[other] { $nearest ->
            [none] check the code, or add the helper to { table-helpers } first.
           *[other] did you mean `{ $nearest }`?
        }
    }
E0302-long = Helpers in supply, pairs and decisions must be among the codes of helpers.csv. A name does not stand for the code, nor does it in the history.

E0303 = the policy has no sector `{ $value }`
E0303-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0303-help =
    { $nearest ->
        [none] check the code; a new sector goes into the policy file first. The policy read is { $policy }; name another with --policy if another is meant.
       *[other] did you mean `{ $nearest }`? The policy read is { $policy }; name another with --policy if another is meant.
    }
E0303-long = Sectors of needs and supply must be codes of [sectors] in the policy file, or their Chinese or English names.

E0304 = the policy has no track `{ $value }`
E0304-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0304-help =
    { $nearest ->
        [none] check the code; a new track goes into the policy file first. The policy read is { $policy }; name another with --policy if another is meant.
       *[other] did you mean `{ $nearest }`? The policy read is { $policy }; name another with --policy if another is meant.
    }
E0304-long = Tracks of helpers and quotas must be codes of [tracks] in the policy file, or their Chinese or English names.

E0305 =
    { $hint ->
        [name] a code belongs here: that of { $value } is { $nearest }
       *[other] place `{ $value }` is not in { table-places }
    }
E0305-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0305-help =
    { $hint ->
        [name] write { $nearest }.
       *[other] { $nearest ->
            [none] check the code, or add the place to { table-places } first.
           *[other] did you mean `{ $nearest }`?
        }
    }
E0305-long = Seats of helpers and ends of roads must be among the codes of places.csv.

E0306 =
    { $hint ->
        [name] a code belongs here: that of { $value } is { $nearest }
       *[other] recipient `{ $value }` is no place of { table-places }
    }
E0306-label =
    { $hint ->
        [letter-o] looks like the letter O, not the digit 0
        [digit-0] looks like the digit 0, not the letter O
        [letter-l] looks like the letter l or I, not the digit 1
        [digit-1] looks like the digit 1, not the letter l
        [case] differs in upper and lower case
        [leading-zero] a zero is missing in front; spreadsheets drop it
       *[none] {""}
    }
E0306-help =
    { $hint ->
        [name] write { $nearest }.
       *[other] { $nearest ->
            [none] check the code, or add the place to { table-places } first.
           *[other] did you mean `{ $nearest }`?
        }
    }
E0306-long = A recipient is named by its place code; name, position and figures come from places.csv.

E0307 =
    { $kind ->
        [code] code { $value } is that of row { $first } (whose name is another)
       *[row] this row repeats row { $first }
    }
E0307-help =
    { $kind ->
        [code] put one of the two codes right, and check the tables that refer to it.
       *[row] keep one of the two; find out which figure is right where they differ.
    }
E0307-long = Within a table each code (or combination of codes) stands once. Repeated rows are neither added up nor does the later one win. Roads have no direction.

E0308 = { $helper } and { $recipient } are both locked and forbidden
E0308-help = withdraw one of the two decisions (the other stands in row { $first }).
E0308-long = A lock demands the pair, a ban rules it out: they cannot both hold.

E0309 = the same decision on { $helper } and { $recipient } stands twice
E0309-help = merge the two rows and their reasons (the other is row { $first }).
E0309-long = One decision a pair, so that withdrawing it leaves nothing behind and reasons cannot contradict each other.

E0310 = the road begins and ends in the same place: { $value }
E0310-help = correct one of its ends, or delete the row.
E0310-long = A road joins two places. With both ends the same, one was mostly forgotten when a row was copied.

E0311 = the policy computes fits from `{ $value }`, which is no column of { $file }
E0311-help = add the column to the table of places, or take it out of [fit] indicators.
E0311-long = Where fits follow from industry, each indicator of the policy must be a column of places.csv.

E0312 = the pair begins in { $value }, after the year of the case ({ $year })
E0312-help =
    { $place ->
        [sheet] check the year of the pair, or that of the sheet 案例 (case).
       *[file] check the year of the pair, or that of case.toml.
    }
E0312-long = history.csv holds pairs in force last year; none can begin after the year of the case.

E0313 = `{ $value }` is the name of several: { $codes }
E0313-help = write the code.
E0313-long = Sectors and tracks may be written by code or by name; where several share a name, only the code tells them apart. The policy file may give them different names instead.

E0314 = { $helper } and { $recipient } cannot be locked: the track { $track_en } ({ $track }) spreads help and forms no pairs
E0314-help = delete the lock; what must not be given can still be forbidden.
E0314-long = A track with divisible = true in the policy spreads amounts; nothing is formed in it, so a lock has no meaning. A prohibition has: nothing is given between the two.

W0301 = recipient { $value } has no needs
W0301-help = add them to { table-needs }, unless there really are none.
W0301-long = Other recipients have needs and this one has none, mostly by oversight. It is still paired, but counts in no coverage.

W0302 = helper { $value } has no supply, while others of track { $track } have
W0302-help = add it to { table-supply }, unless there really is none.
W0302-long = A helper without supply can give nothing even when paired; mostly an oversight.

W0303 = { $value } is needed, but nobody supplies it
W0303-help = add supplies of this sector to { table-supply }, or the need stays unmet.
W0303-long = No helper of the whole case supplies this sector, so all needs in it stay unmet. Said once per sector.

W0304 = helper `{ $value }` is no longer in { table-helpers }; this pair of last year is left out
W0304-help = nothing needs doing if it has withdrawn; otherwise check the code.
W0304-long = Last year's pairs serve continuity. A pair whose helper is gone cannot go on.

W0305 = recipient `{ $value }` is no longer in { table-recipients }; this pair of last year is left out
W0305-help = nothing needs doing if it has left the programme; otherwise check the code.
W0305-long = Last year's pairs serve continuity. A pair whose recipient is gone cannot go on.

W0306 =
    { $lacks ->
        [place] helper { $value } has neither a budget nor a place from whose revenue it would follow: nothing limits what it gives
       *[revenue] helper { $value } has neither a budget nor a place with revenue: nothing limits what it gives
    }
W0306-help =
    { $lacks ->
        [place] { $place ->
            [sheet] fill in its 所在地 (place), or its 预算 (budget).
           *[file] fill in its place, or its budget.
        }
       *[revenue] { $place ->
            [sheet] fill in its 预算 (budget), or the 一般公共预算收入 (revenue) of its place in the sheet 县域 (places).
           *[file] fill in its budget, or the revenue of its place.
        }
    }
W0306-long = In tracks with a funding rate the budget follows from the revenue of the place. With no budget, and no place or no revenue of it, there is no limit.

W0307 = track { $track_en } ({ $track }) has no funding rate for { $year }: helpers without a budget are not limited
W0307-help = add the year to funding_rate in the policy (it has { $years }), or check the year of the case.
W0307-long = Where budgets follow from revenue, the rate of the case's own year counts. No other year's rate is used instead.

W0308 = `{ $value }` stands twice under different codes: { $first } and { $second }
W0308-help = check whether one thing was entered twice; nothing needs doing if there really are two.
W0308-long = The same name (and prefecture or track) under two codes is mostly one thing entered twice.

W0309 = the place code `{ $value }` seems to hold a letter for a digit: { $nearest }?
W0309-help = replace the letters O, l and the like by digits, in other tables as well.
W0309-long = Division codes are six digits. The letter O passes for 0, l for 1.

W0310 = the pair begins in the year of the case ({ $year }), but { table-history } holds pairs of the year before
W0310-help = make sure that this year's plan was not taken for history.
W0310-long = history.csv holds pairs in force last year. One that begins in the year of the case may come from this year's plan.

W0311 = there is no need at all in { table-needs }, so the plan decides on pairs alone and on no amounts
W0311-help = to decide on amounts, add the needs of every recipient; for pairs alone set effort_floor to 0, which nobody could reach.
W0311-long = Help is limited by needs: without needs there are no amounts to decide on, and fits worked out from supply and need are all 0. With an effort floor above 0 a helper with a budget falls short of it as soon as it has a pair.

W0312 = in track { $track }, { $count ->
        [one] a helper has
       *[other] { $count } helpers have
    } no budget, so nothing limits what is given
W0312-help = fill in the budgets that exist; nothing needs doing where there is no limit.
W0312-long = A helper without a budget has no limit, and a floor on the share of it that must be spent (effort_floor) asks nothing of it. Where others of the track have one, or the policy has such a floor, it was mostly forgotten. Said once per track, at the first such helper.

## E06–E09 · candidates, outcome, verification, run folders

E0601 =
    { $demanded ->
        [lock] the locked pair { $helper } and { $recipient } is { $distance } km apart, beyond the track's limit of { $limit } km
       *[tenure] the pair { $helper } and { $recipient } has lasted { $years } of the { $min } years of its minimum tenure and must go on, but is { $distance } km apart, beyond the track's limit of { $limit } km
    }
E0601-help =
    { $demanded ->
        [lock] withdraw the lock, or raise max_distance_km of the track.
        [both] withdraw the lock and shorten the minimum tenure, or raise max_distance_km of the track.
       *[tenure] shorten the minimum tenure (min_tenure_years), or raise max_distance_km of the track.
    }
E0601-long = A locked pair, or one younger than the minimum tenure, must keep the track's distance limit as well. Where the two contradict each other, people decide which one gives way.

E0602 =
    { $demanded ->
        [lock] the locked pair { $helper } and { $recipient } is ruled out:
       *[tenure] the pair { $helper } and { $recipient } has lasted { $years } of the { $min } years of its minimum tenure and must go on, but is ruled out:
    }{" "}{ $reason ->
        [distance_unknown] the track limits distance, and theirs is not known
        [no_common_sector] they have no sector in common
        [hardship_gap] the climb in hardship class is too large
        [same_place] the helper sits in the recipient
        [minimum_support_unreachable] the least support of a pair cannot be reached
        [effort_floor_unreachable] the share of the budget to deploy cannot be reached
        [recipient_quota_zero] the recipient takes no helper of this track
        [helper_quota_zero] the helper takes no recipient
        [load_too_large] the pair alone exceeds the helper's load limit
        [forbidden] it is forbidden
       *[other] a rule excludes it
    }
E0602-help =
    { $demanded ->
        [lock] withdraw the lock, or relax the rule.
        [both] withdraw the lock and shorten the minimum tenure, or relax the rule.
       *[tenure] { $reason ->
            [forbidden] withdraw the prohibition, or shorten the minimum tenure of the track (min_tenure_years).
           *[other] shorten the minimum tenure of the track (min_tenure_years), or relax the rule.
        }
    }
E0602-long = Locked pairs and pairs younger than the minimum tenure must be formed; where a rule excludes such a pair, the two contradict each other.

W0601 = { $recipient } has one candidate only in track { $track }: { $helper }
W0601-help = relax limits or add helpers if there should be a choice.
W0601-long = With one candidate there is nothing to choose, and if that helper withdraws there is no plan.

E0701 = track { $track } cannot be filled: { $needed } pairs are needed, { $possible } are possible at most
E0701-help = add candidates for these recipients, or lower their quota: { $recipients }.
E0701-long = Counting the least that recipients need against the most that helpers may take, no arrangement suffices: the listed recipients share the listed helpers ({ $helpers }), and these have too few places.

E0702 = helpers of track { $track } cannot all reach their minimum: { $needed } pairs are needed, { $possible } are possible at most
E0702-help = lower the minimum of these helpers, or let more recipients be open to them (higher maximum of recipients; where rules exclude them, check budgets, supplies and distances): { $helpers }.
E0702-long = Counting the least that helpers must have against the most that recipients may take, no arrangement suffices.

E0703 =
    { $kind ->
        [helper] helper { $who } must have { $count } pairs, beyond its limit of { $max }
       *[recipient] recipient { $who } must have { $count } helpers of track { $track }, beyond its limit of { $max }
    }
E0703-help = withdraw some locks, or raise the limit.
E0703-long = Locked pairs and pairs younger than the minimum tenure must be formed, and there are more of them than the limit allows.

E0704 = no arrangement keeps all rules and decisions at once
E0704-help = look at decisions, quotas, minimum support and effort floors first, and loosen them one by one.
E0704-long = Rules, quotas and decisions cannot all hold together. This is no failure of the program; people decide which one gives way.

E0705 =
    { $reason ->
        [interrupted] no plan had been found before the run was ended
       *[limit] no plan was found within the limit
    }
E0705-help =
    { $reason ->
        [interrupted] run again and give it more time.
       *[limit] raise time_limit_s or effort and run again.
    }
E0705-long = Within the limit neither a plan was found nor a proof that there is none, so there is no result.

E0706 = no plan was found whose amounts in hundredths (persons whole) keep every rule
E0706-help = Mostly a budget, a minimum support, an effort floor or a need is so tight that less than 0.01 万元 or one person is missing. Make these figures multiples of 0.01, or loosen them a little, and run again.
E0706-long = With amounts divided at will there is a plan; cut to the smallest units that people can sign, the one found cannot keep every rule. Whether another one does was not settled.

W0701 = the plan is feasible, but not proven best; it is within { $gap } of the best
W0701-help = raise effort in the policy for a smaller gap.
W0701-long = When the work budget was spent the plan kept all rules, and its distance from the best is proven. The same input gives the same plan.

W0702 = stopped by the time limit of { $seconds } s within { $gap } of the best; this plan may not come out again
W0702-help = raise time_limit_s and run again for a plan that can be reproduced.
W0702-long = The time limit is a safety net. Where it strikes, the result depends on the speed of the machine, and the archive says so.

W0703 = the run was interrupted; the best plan so far, within { $gap } of the best, was kept and may not come out again
W0703-help = run again for the complete result.
W0703-long = On interruption the best plan that keeps all rules is kept, with its gap.

E0801 = the independent check failed: the plan breaks the rule `{ $rule }` in { $count ->
    [one] { $count } place
   *[other] { $count } places
}
E0801-help =
    { $changed ->
        [yes] files of the run folder were changed, which may be why; restore them, or run jiedui assign again.
       *[no] this is a defect of the program: do not use the plan, and send case and run folder to the developers.
    }
E0801-long = Each plan is recomputed from the data by a verifier that shares nothing with the solver. A failure is a defect of the program, not of the input.

E0802 = the independent check failed: { $measure } is stated as { $stated }, but is { $found }
E0802-help =
    { $changed ->
        [yes] files of the run folder were changed, which may be why; restore them, or run jiedui assign again.
       *[no] this is a defect of the program: do not use the plan, and send case and run folder to the developers.
    }
E0802-long = Each measure of a report is recomputed independently, and the two must agree.

E0803 = internal error: { $detail }
E0803-help = this is a defect of the program; send the case folder and this message to the developers.
E0803-long = Something happened that by design cannot. Rather than give a wrong result the program stopped and wrote nothing.

E0830 =
    the certificate cannot be followed{ $reason ->
        [priorities] : it is for the priorities { $value }, the policy has { $of }
        [number] : priority { $priority } has `{ $value }` as the figure of { $of }, which is no decimal number or a zero where none may stand
        [unknown] : priority { $priority } names { $of }, which this case does not have
        [twice] : priority { $priority } has two figures for { $of }
        [sign] : priority { $priority } has the price { $value } for { $of }, whose rule has no limit on that side
        [misplaced] : in priority { $priority } the part `{ $of }` is missing or must not be there
       *[nothing] : its figures for priority { $priority } would prove that there is no plan at all
    }
E0830-help = use the run folder as it was written, or run again.
E0830-long = A certificate names rules, places and helpers by the codes of the case and states decimal numbers. What cannot be resolved against the archived input proves nothing.

E0831 = priority { $priority }: the certificate states that no plan exceeds { $stated }, but its figures prove { $proven }
E0831-help = use the run folder as it was written, or run again; do not rely on the bound that is stated.
E0831-long = The verifier computes anew, in whole numbers, what the prices and potentials of a certificate prove. The result must be the bound that is stated, to the last of its twelve places.

E0832 =
    priority { $priority }: { $reason ->
        [kept] the plan reaches { $found }, but the bounds of later priorities presuppose { $limit }
       [reached] the dossier says that { $found } was reached, which exceeds the bound { $limit }
        [presupposed] the bounds of later priorities presuppose { $limit }, where the policy has them keep { $found } (what was reached less the tolerance)
       *[exceeded] the plan reaches { $found }, which exceeds the bound { $limit } that is proven for all plans
    }
E0832-help = plan, input and certificate do not belong together; use the run folder as it was written, or run again.
E0832-long = The bound of a later priority holds for plans that keep the earlier ones. The plan must be one of these, and must not be better than what no plan exceeds.

E0833 = priority { $priority }: the dossier states the bound { $stated }, the certificate proves { $proven }
E0833-help = use the run folder as it was written, or run again; do not rely on the bound that is stated.
E0833-long = A bound in the dossier is what the certificate proves. Only a bound that comes from branch and bound or from the potentials of a network may stand without proof, and the dossier says so.

E0901 = the run folder `{ $value }` exists already
E0901-help = choose another name, or move the old folder away.
E0901-long = A run never overwrites another, so that every run can be traced.

E0902 = `{ $value }` cannot be written
E0902-help = check disk space and permissions; what was half-written has been removed.
E0902-long = Results go to a temporary folder that is renamed when complete, so nothing half-written stays behind.

E0903 = `{ $value }` is no complete run folder: { $missing } is missing
E0903-help = name a folder that jiedui assign wrote.
E0903-long = A run folder holds plan.csv, pairs.csv, dossier.json, manifest.json and the archived inputs.

E0904 = { $reason ->
    [two-plans] plan.csv and dossier.json disagree on pairs or amounts
   [unlisted] { $file } is in the run folder but not in its manifest.json
   *[changed] { $file } is not what was archived
 }
E0904-help = use the run folder as it was written, or run again.
E0904-long = The manifest holds a digest of each file. Once a file has changed, the verdict no longer applies. plan.csv and dossier.json must tell the same plan.

E0905 = the dossier has version { $value }, which is not supported (supported: { $allowed })
E0905-help = open it with the version that wrote it, or run again.
E0905-long = A dossier states its format version; only known ones are read, so that nothing is misread.

E0906 =
    row { $row } of the plan { $file } cannot be read: { $reason ->
        [helper] helper `{ $value }` is not in the case
        [recipient] recipient `{ $value }` is not in the case
        [namesakes] several are called `{ $value }`
        [sector] sector `{ $value }` is not in the policy
        [track] track `{ $value }` is not the helper's
        [amount] `{ $value }` is no number
        [duplicate] it repeats an earlier row
       *[other] it has the wrong form
    }
E0906-help =
    { $reason ->
        [shape] the first row is the head: it needs the columns `helper` and `recipient`; `track`, `sector` and `amount` may be left out, the last two only together; no column stands there twice. Every row has as many cells as the head.
        [amount] write the number alone, without a unit: 万元 for money, heads for people, six decimals at most.
        [namesakes] write the code, or the name as reports have it, with what stands behind in brackets.
        [duplicate] a pair has one row in one sector: delete one of the two, or add their amounts up in one row.
        [sector] write the code of a sector of the policy, or its title.
        [track] a helper has the track that the table of helpers says: write that one, or leave the column out.
       *[other] write codes of the case, or names that only one has.
    }
E0906-long = Each row of a plan is the help of one pair in one sector; a pair without amounts has one row with empty sector and amount.

E0907 =
    the file of boundaries `{ $value }` cannot be used: { $reason ->
        [unreadable] it cannot be read
        [too-large] it is larger than { $limit } MB
        [not-geojson] it is no GeoJSON ({ $detail })
        [too-many] it has more than { $limit } positions
        [not-degrees] the position { $detail } is no longitude and latitude in degrees
       *[nothing] there are neither areas nor lines in it
    }
E0907-help = check the path, and bring areas or lines as GeoJSON with longitude and latitude in degrees; simplify a file that is too large.
E0907-long = The map has no administrative boundaries of its own and draws only those that the user brings. The file has to be GeoJSON with longitude and latitude in degrees.

## End of E00–E03 and E06–E09
