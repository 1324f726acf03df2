//! When a run was made: the only date that a document states, so that equal runs give equal files.

/// The moment that documents carry as their date, UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Made {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
}

impl Made {
    /// The moment that a run's manifest states (`2026-03-01T08:30:00Z`), or the first day of the
    /// year of the assignment where it states none that office documents can carry.
    pub fn of(started: Option<&str>, year: i32) -> Self {
        started.and_then(parse).unwrap_or(Self {
            year: u16::try_from(year)
                .unwrap_or(FIRST_YEAR)
                .clamp(FIRST_YEAR, LAST_YEAR),
            month: 1,
            day: 1,
            hour: 0,
            minute: 0,
            second: 0,
        })
    }

    /// As it stands in the properties of a document.
    pub(crate) fn text(self) -> String {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            self.year, self.month, self.day, self.hour, self.minute, self.second
        )
    }
}

/// Workbooks know no earlier year.
const FIRST_YEAR: u16 = 1900;
const LAST_YEAR: u16 = 9999;

fn parse(text: &str) -> Option<Made> {
    let (date, time) = text.trim().split_once('T')?;
    let mut date = date.split('-');
    let mut time = time.get(..8)?.split(':');
    let made = Made {
        year: date.next()?.parse().ok()?,
        month: date.next()?.parse().ok()?,
        day: date.next()?.parse().ok()?,
        hour: time.next()?.parse().ok()?,
        minute: time.next()?.parse().ok()?,
        second: time.next()?.parse().ok()?,
    };
    let possible = (FIRST_YEAR..=LAST_YEAR).contains(&made.year)
        && (1..=12).contains(&made.month)
        && (1..=28).contains(&made.day.min(28))
        && made.day <= 31
        && made.hour < 24
        && made.minute < 60
        && made.second < 60;
    possible.then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_stated_moment_is_that_moment() {
        let made = Made::of(Some("2026-11-24T02:01:02Z"), 2025);
        assert_eq!(made.text(), "2026-11-24T02:01:02Z");
        let made = Made::of(Some("2026-11-24T02:01:02.123456Z"), 2025);
        assert_eq!(made.text(), "2026-11-24T02:01:02Z");
    }

    #[test]
    fn of_nothing_usable_is_the_first_day_of_the_year() {
        for text in [
            None,
            Some(""),
            Some("yesterday"),
            Some("2026-13-01T00:00:00Z"),
            Some("2026-01-00T00:00:00Z"),
            Some("2026-01-01T25:00:00Z"),
            Some("2026-01-01T二二:00:00Z"),
        ] {
            assert_eq!(
                Made::of(text, 2025).text(),
                "2025-01-01T00:00:00Z",
                "{text:?}"
            );
        }
        assert_eq!(Made::of(None, -5).text(), "1900-01-01T00:00:00Z");
    }
}
