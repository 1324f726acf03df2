//! Which keys a policy file may have.

/// What may stand under a key.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A value.
    Value,
    /// A table with these keys.
    Keys(&'static [Key]),
    /// A table of tables, by codes that the author chooses (`[sectors.education]`).
    ByCode(&'static [Key]),
    /// A table of values by year.
    ByYear,
    /// A list of tables (`[[objectives]]`).
    List(&'static [Key]),
}

/// A known key.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
}

const fn value(name: &'static str) -> Key {
    Key {
        name,
        shape: Shape::Value,
    }
}

const fn keys(name: &'static str, keys: &'static [Key]) -> Key {
    Key {
        name,
        shape: Shape::Keys(keys),
    }
}

/// The tables of a policy file.
pub(crate) static ROOT: [Key; 8] = [
    keys("policy", &HEADER),
    Key {
        name: "sectors",
        shape: Shape::ByCode(&SECTOR),
    },
    Key {
        name: "tracks",
        shape: Shape::ByCode(&TRACK),
    },
    keys("distance", &DISTANCE),
    keys("fit", &FIT),
    keys("equity", &EQUITY),
    Key {
        name: "objectives",
        shape: Shape::List(&OBJECTIVE),
    },
    keys("solver", &SOLVER),
];

pub(super) static HEADER: [Key; 3] = [
    value("name"),
    keys("title", &TITLE),
    keys("document", &TITLE),
];
pub(super) static TITLE: [Key; 2] = [value("zh"), value("en")];
pub(super) static SECTOR: [Key; 5] = [
    keys("title", &TITLE),
    value("unit"),
    value("value"),
    value("whole"),
    value("clause"),
];
pub(super) static TRACK: [Key; 12] = [
    keys("title", &TITLE),
    value("clause"),
    keys("pairs_per_recipient", &RANGE),
    keys("pairs_per_helper", &RANGE),
    value("divisible"),
    value("max_distance_km"),
    value("max_hardship_gap"),
    value("minimum_support"),
    value("effort_floor"),
    Key {
        name: "funding_rate",
        shape: Shape::ByYear,
    },
    value("max_changes"),
    value("min_tenure_years"),
];
pub(super) static RANGE: [Key; 2] = [value("min"), value("max")];
pub(super) static DISTANCE: [Key; 2] = [value("method"), value("detour_factor")];
pub(super) static FIT: [Key; 2] = [value("method"), value("indicators")];
pub(super) static EQUITY: [Key; 1] = [value("breakpoints")];
pub(super) static OBJECTIVE: [Key; 6] = [
    value("measure"),
    value("priority"),
    value("weight"),
    value("tolerance"),
    value("tracks"),
    value("by_age"),
];
pub(super) static SOLVER: [Key; 8] = [
    value("method"),
    value("backend"),
    value("effort"),
    value("time_limit_s"),
    value("gap"),
    value("seed"),
    value("threads"),
    value("shortlist"),
];
