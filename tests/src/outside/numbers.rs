//! Numbers in the order of a text, however they are broken into lines.

use std::fmt::Display;
use std::io;
use std::str::FromStr;

/// A text of numbers, read from its start.
pub(super) struct Numbers<'a> {
    file: &'a str,
    words: std::str::SplitWhitespace<'a>,
}

impl<'a> Numbers<'a> {
    /// The numbers of a file called `file`.
    pub(super) fn of(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            words: text.split_whitespace(),
        }
    }

    /// The next number. *Errors:* none is left, or a word is none.
    pub(super) fn next<T: FromStr<Err: Display>>(&mut self) -> io::Result<T> {
        let word = self.words.next().ok_or_else(|| self.bad("ends too soon"))?;
        word.parse()
            .map_err(|error| self.bad(format!("`{word}`: {error}")))
    }

    /// The next numbers. *Errors:* as [`Self::next`].
    pub(super) fn take<T: FromStr<Err: Display>>(&mut self, count: usize) -> io::Result<Vec<T>> {
        (0..count).map(|_| self.next()).collect()
    }

    /// That nothing is left. *Errors:* something is.
    pub(super) fn end(mut self) -> io::Result<()> {
        match self.words.next() {
            None => Ok(()),
            Some(word) => Err(self.bad(format!("goes on with `{word}`"))),
        }
    }

    fn bad(&self, what: impl Display) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, format!("{}: {what}", self.file))
    }
}
