//! Makes text that people typed harmless for the medium that it is printed in.

/// Where text is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Medium {
    /// A terminal: control characters could move its cursor or change its title.
    Terminal,
    /// Markdown: punctuation could open a table cell, a link or a tag.
    Markdown,
    /// The web page, which escapes what is markup when it is put in.
    Html,
    /// A workbook or a text document: what XML cannot hold would make the file unreadable.
    Office,
}

/// The text without control characters, invisible direction marks and, in Markdown, without effect.
pub(crate) fn clean(text: &str, medium: Medium) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for character in text.chars() {
        if character.is_whitespace() || is_line_break(character) {
            space = true;
            continue;
        }
        if character.is_control() || is_invisible(character) {
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        match (medium, character) {
            (Medium::Markdown, '<') => out.push_str("&lt;"),
            (Medium::Markdown, '>') => out.push_str("&gt;"),
            (Medium::Markdown, '&') => out.push_str("&amp;"),
            (
                Medium::Markdown,
                '|' | '`' | '*' | '_' | '\\' | '[' | ']' | '#' | '~' | '!' | '$',
            ) => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
    out
}

fn is_line_break(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

/// Direction marks, zero-width characters, and other characters that print nothing.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{00AD}'
            | '\u{E0000}'..='\u{E007F}'
            // No characters at all; XML does not allow them.
            | '\u{FFFE}'
            | '\u{FFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_terminal_drops_control_and_direction_marks() {
        assert_eq!(
            clean(
                "甲\u{1b}[31m县\u{202e}\u{7}\r\n第二行\t三\u{9b}2J",
                Medium::Terminal
            ),
            "甲[31m县 第二行 三2J"
        );
    }

    #[test]
    fn clean_markdown_takes_the_effect_of_punctuation() {
        assert_eq!(
            clean("a|b<script>`x`*y*_z_\n# [l](u) \\ &", Medium::Markdown),
            "a\\|b&lt;script&gt;\\`x\\`\\*y\\*\\_z\\_ \\# \\[l\\](u) \\\\ &amp;"
        );
    }

    #[test]
    fn clean_leaves_plain_text() {
        for medium in [Medium::Terminal, Medium::Markdown] {
            assert_eq!(clean("理塘县（甘孜州）", medium), "理塘县（甘孜州）");
        }
    }
}
