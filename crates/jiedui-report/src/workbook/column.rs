//! Columns of a sheet: what they hold, how it is shown, and how they read a row.

/// What a column holds and how it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Text,
    Wrapped,
    Centred,
    /// The number of a row.
    Number,
    Whole,
    Money,
    Km,
    Fit,
    Percent,
    Year,
    /// A difference of a priority, in its own scale: a share or a score.
    Loss,
}

impl Kind {
    /// How a figure is shown; the cell keeps it unrounded.
    pub fn number_format(self) -> &'static str {
        match self {
            Self::Text | Self::Wrapped | Self::Centred => "General",
            Self::Number => "0",
            Self::Whole | Self::Km => "#,##0",
            Self::Money => "#,##0.00",
            Self::Fit => "0.000",
            Self::Percent => "0.0%",
            Self::Year => "0",
            Self::Loss => "0.0000",
        }
    }
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

/// A bar behind the figures of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bar {
    /// From nothing to the whole.
    Share,
    /// From nothing to the largest.
    Amount,
}

/// A column: its head, how it is shown, and how it reads a row.
pub(super) struct Column<'a, R> {
    pub(super) head: String,
    pub(super) kind: Kind,
    pub(super) width: f64,
    pub(super) bar: Option<Bar>,
    pub(super) total: bool,
    pub(super) marked: bool,
    pub(super) value: Box<dyn Fn(&R) -> Cell + 'a>,
}

impl<'a, R> Column<'a, R> {
    /// Words.
    pub fn words(head: String, width: f64, value: impl Fn(&R) -> String + 'a) -> Self {
        Self::new(head, Kind::Text, width, move |row| Cell::Text(value(row)))
    }

    /// Words over several lines.
    pub fn prose(head: String, width: f64, value: impl Fn(&R) -> String + 'a) -> Self {
        Self::new(head, Kind::Wrapped, width, move |row| {
            Cell::Text(value(row))
        })
    }

    /// One short word.
    pub fn mark(head: String, width: f64, value: impl Fn(&R) -> String + 'a) -> Self {
        Self::new(head, Kind::Centred, width, move |row| {
            Cell::Text(value(row))
        })
    }

    /// A figure, or nothing.
    pub fn figure(
        head: String,
        kind: Kind,
        width: f64,
        value: impl Fn(&R) -> Option<f64> + 'a,
    ) -> Self {
        Self::new(head, kind, width, move |row| {
            value(row).map_or(Cell::Empty, Cell::Number)
        })
    }

    fn new(head: String, kind: Kind, width: f64, value: impl Fn(&R) -> Cell + 'a) -> Self {
        Self {
            head,
            kind,
            width,
            bar: None,
            total: false,
            marked: false,
            value: Box::new(value),
        }
    }

    /// With bars behind its figures.
    pub fn with_bar(mut self, bar: Bar) -> Self {
        self.bar = Some(bar);
        self
    }

    /// With a total above its head that follows the filter.
    pub fn totalled(mut self) -> Self {
        self.total = true;
        self
    }

    /// With estimated and illustrative entries shaded.
    pub fn marked(mut self) -> Self {
        self.marked = true;
        self
    }
}
