//! Double quotes that are not where CSV has them. The CSV reader makes something of each without a word.

/// What is wrong with the quotes of a record.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Misquoted<'a> {
    /// The file ends inside a quoted cell.
    Unclosed,
    /// A cell goes on after its closing quote: the cell as it stands.
    GoesOn(&'a str),
}

/// Where a reader is within a record.
enum Place {
    CellStart,
    Plain,
    Quoted,
    /// After a quote within a quoted cell: it closes the cell, or stands for itself where another one follows.
    AfterQuote,
    Beyond,
}

/// The first misplaced quote of a record as it stands in the file.
pub(super) fn misquoted(record: &str) -> Option<Misquoted<'_>> {
    let (mut place, mut cell) = (Place::CellStart, 0);
    for (at, mark) in record.char_indices() {
        place = match (place, mark) {
            (Place::Quoted, '"') => Place::AfterQuote,
            (Place::Quoted, _) => Place::Quoted,
            (Place::Beyond, ',' | '\r' | '\n') => {
                return Some(Misquoted::GoesOn(&record[cell..at]));
            }
            (Place::Beyond, _) => Place::Beyond,
            (_, ',' | '\r' | '\n') => {
                cell = at + 1;
                Place::CellStart
            }
            (Place::CellStart | Place::AfterQuote, '"') => Place::Quoted,
            (Place::CellStart | Place::Plain, _) => Place::Plain,
            (Place::AfterQuote, _) => Place::Beyond,
        };
    }
    match place {
        Place::Quoted => Some(Misquoted::Unclosed),
        Place::Beyond => Some(Misquoted::GoesOn(&record[cell..])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_csv_knows_are_in_place() {
        for record in [
            "",
            "a,b\r\n",
            "\"a,b\",\"\"\r\n",
            "\"a\"\"b\",c\n",
            "\"two\nlines\",c",
            "3\" pipe,5\"",
        ] {
            assert_eq!(misquoted(record), None, "{record}");
        }
    }

    #[test]
    fn a_quote_without_its_partner_is_unclosed() {
        for record in ["a,\"b\n", "\"a\"\"", "\"a\"\"b,c\n"] {
            assert_eq!(misquoted(record), Some(Misquoted::Unclosed), "{record}");
        }
    }

    #[test]
    fn a_cell_that_goes_on_after_its_quote_is_told() {
        for (record, cell) in [
            ("a,\"b\"c,d\r\n", "\"b\"c"),
            ("\"a\" \n", "\"a\" "),
            ("a,\"b\"c", "\"b\"c"),
        ] {
            assert_eq!(misquoted(record), Some(Misquoted::GoesOn(cell)), "{record}");
        }
    }
}
