//! Lines of at most so many columns, where a Chinese character takes two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes.
pub fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Punctuation that must not start a line.
fn hangs(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '；'
            | '：'
            | '、'
            | '）'
            | '！'
            | '？'
            | '》'
            | '」'
            | '】'
            | '”'
            | '’'
            | '…'
            | '%'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
    )
}

/// Punctuation that must not end a line.
fn opens(character: char) -> bool {
    matches!(character, '（' | '《' | '「' | '【' | '“' | '‘' | '(')
}

/// Breaks a text into lines: between Chinese characters, or at spaces.
///
/// `first` and `rest` are put before the first and the other lines.
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut used = columns(first);
    let mut empty = true;
    for piece in pieces(text) {
        let wide = columns(piece.trim_end());
        if !empty && used + wide > width {
            lines.push(line.trim_end().to_owned());
            line = rest.to_owned();
            used = columns(rest);
            empty = true;
        }
        for character in piece.chars() {
            let wide = character.width().unwrap_or(0);
            if used + wide > width && !empty && character != ' ' {
                lines.push(line.trim_end().to_owned());
                line = rest.to_owned();
                used = columns(rest);
            }
            line.push(character);
            used += wide;
            empty = false;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Pieces that stay together: a word with the spaces after it, or one wide character with the
/// punctuation after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut previous: Option<char> = None;
    for (index, character) in text.char_indices() {
        if let Some(previous) = previous {
            let wide = |character: char| character.width().unwrap_or(0) == 2;
            let breaks = (previous == ' ' && character != ' ')
                || (!opens(previous)
                    && !hangs(character)
                    && character != ' '
                    && (wide(previous) || wide(character)));
            if breaks {
                pieces.push(&text[start..index]);
                start = index;
            }
        }
        previous = Some(character);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// Cuts a text to so many columns; what is cut is shown by `…`.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for character in text.chars() {
        let wide = character.width().unwrap_or(0);
        if used + wide + 1 > width {
            break;
        }
        out.push(character);
        used += wide;
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrap_keeps_to_the_width_and_loses_nothing() {
        let text = "甲县由乙区帮扶，本年度资金 1,234.50 万元；the quick brown fox jumps，结束。";
        for width in [10, 17, 24, 80] {
            let lines = wrap(text, width, "- ", "  ");
            assert!(lines.iter().all(|line| columns(line) <= width), "{lines:?}");
            let joined: String = lines
                .iter()
                .map(|line| line.trim_start_matches("- ").trim().replace(' ', ""))
                .collect();
            assert_eq!(joined, text.replace(' ', ""));
        }
    }

    #[test]
    fn no_line_starts_or_ends_with_the_wrong_mark() {
        let text = "见《办法》（第 7 行），甲县, 乙区: limit.toml 第 7 行（“丙县”）, the end.";
        for width in 12..40 {
            for line in wrap(text, width, "", "") {
                assert!(!line.starts_with(hangs), "{line}");
                assert!(!line.ends_with(opens), "{line}");
            }
        }
    }

    #[test]
    fn wrap_breaks_what_is_too_long_for_a_line() {
        let lines = wrap(&"x".repeat(25), 10, "", "");
        assert_eq!(
            lines.iter().map(|line| line.len()).collect::<Vec<_>>(),
            [10, 10, 5]
        );
    }

    #[test]
    fn cut_counts_columns() {
        assert_eq!(cut("四川省欠发达县域", 9), "四川省欠…");
        assert_eq!(cut("四川省", 6), "四川省");
    }
}
