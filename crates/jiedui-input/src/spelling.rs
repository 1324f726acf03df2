//! What somebody may have meant: the nearest known name, and characters that only look alike.

use std::collections::BTreeMap;

/// The known name nearest to this one, if it is near enough to be worth a suggestion.
pub(crate) fn nearest<'a>(
    value: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = value.to_lowercase();
    let length = wanted.chars().count();
    // One slip in a short name, two from five characters on, a third of a long one. Codes with digits
    // differ little from one another anyhow: with more than one slip a suggestion would be a guess.
    let has_digits = wanted.contains(|character: char| character.is_ascii_digit());
    let limit = if length < 5 || has_digits {
        1
    } else {
        (length / 3).max(2)
    };
    known
        .into_iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(&wanted, &name.to_lowercase()),
                name,
            )
        })
        .filter(|(distance, name)| *distance <= limit && *distance < name.chars().count().max(2))
        .min()
        .map(|(_, name)| name)
}

/// Characters that people take for one another, each group as one character.
pub(crate) fn fold_look_alikes(code: &str) -> String {
    code.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match half_width(character) {
            'O' | 'o' | 'Ｏ' | '〇' | 'Ο' | 'О' => '0',
            'l' | 'I' | 'i' | '|' => '1',
            '—' | '–' | '－' | '−' | '_' => '-',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// Whether commands, file names and reports can carry a code.
pub(crate) fn is_code(code: &str) -> bool {
    let is_fine = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '·' | '/' | '+');
    code.chars().all(is_fine)
}

/// The division code that was meant where a letter stands for one of its six digits.
pub(crate) fn meant_division_code(code: &str) -> Option<String> {
    let digits = |text: &str| text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let folded = fold_look_alikes(code);
    (!digits(code) && digits(&folded)).then_some(folded)
}

/// The half-width form of a full-width letter, digit or sign.
pub(crate) fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{2212}' => '-',
        other => other,
    }
}

/// Which look-alike tells the two apart; the catalogue has words for each.
fn hint(value: &str, meant: &str) -> &'static str {
    let differing = value
        .chars()
        .zip(meant.chars())
        .find(|(written, right)| written != right);
    match differing {
        Some(('O' | 'o' | 'О' | 'Ο' | '〇', '0')) => "letter-o",
        Some(('0', 'O' | 'o')) => "digit-0",
        Some(('l' | 'I' | 'i' | '|', '1')) => "letter-l",
        Some(('1', 'l' | 'I' | 'i')) => "digit-1",
        Some((written, right)) if written.eq_ignore_ascii_case(&right) => "case",
        _ => "none",
    }
}

/// The codes that a table may refer to.
#[derive(Debug, Default)]
pub(crate) struct CodeSet<'a> {
    codes: BTreeMap<&'a str, usize>,
    folded: BTreeMap<String, &'a str>,
}

impl<'a> CodeSet<'a> {
    /// From the codes in row order; the first of equal ones counts.
    pub(crate) fn new(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut set = Self::default();
        for (index, code) in codes.into_iter().enumerate() {
            if !code.is_empty() {
                set.codes.entry(code).or_insert(index);
                // What is wrong itself is no suggestion.
                if is_code(code) && meant_division_code(code).is_none() {
                    set.folded.entry(fold_look_alikes(code)).or_insert(code);
                }
            }
        }
        set
    }

    /// The row of a code.
    pub(crate) fn row(&self, code: &str) -> Option<usize> {
        self.codes.get(code).copied()
    }

    /// The known code that differs in case, width, spaces, look-alikes and zeros in front only, and the hint. A
    /// code of the same form that differs in a digit is somebody else's, and no suggestion.
    pub(crate) fn look_alike(&self, code: &str) -> Option<(&'a str, &'static str)> {
        if let Some(meant) = self.folded.get(&fold_look_alikes(code)) {
            return Some((meant, hint(code, meant)));
        }
        Some((self.with_leading_zeros(code)?, "leading-zero"))
    }

    /// The only known code that is this number with zeros in front, which spreadsheets drop.
    fn with_leading_zeros(&self, code: &str) -> Option<&'a str> {
        const MOST: usize = 5;
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let padded = (1..=MOST).map(|zeros| format!("{}{code}", "0".repeat(zeros)));
        let mut found = padded.filter_map(|code| self.codes.get_key_value(code.as_str()));
        let (meant, _) = found.next()?;
        found.next().is_none().then_some(*meant)
    }

    /// What an unknown word of the policy was meant to be: the code (`none` if nothing is near) and the
    /// hint.
    ///
    /// `searches` bounds the number of full searches, so that a table of 200,000 wrong words does not
    /// take hours.
    pub(crate) fn suggestion(&self, code: &str, searches: &mut u32) -> (&'a str, &'static str) {
        if let Some(found) = self.look_alike(code) {
            return found;
        }
        let cost = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
        match searches.checked_sub(cost) {
            Some(left) => *searches = left,
            None => return ("none", "none"),
        }
        (
            nearest(code, self.codes.keys().copied()).unwrap_or("none"),
            "none",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alike_never_is_another_code_of_the_same_form() {
        let set = CodeSet::new([
            "c001", "C 009", "510113", "51O182", "p510116", "052301", "001", "01",
        ]);
        for (code, meant) in [
            ("C001", Some("c001")),
            ("c00l", Some("c001")),
            ("ｃ００１", Some("c001")),
            ("p51o116", Some("p510116")),
            ("c008", None),
            ("510112", None),
            ("c009", None),
            ("510182", None),
            ("52301", Some("052301")),
            ("1", None),
        ] {
            assert_eq!(set.look_alike(code).map(|found| found.0), meant, "{code}");
        }
    }
}
