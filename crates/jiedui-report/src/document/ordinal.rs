//! Numbers of headings: 一、二、三 in Chinese, 1, 2, 3 in English.

use jiedui_messages::Lang;

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The number of a heading. Above 99, which no document reaches, figures.
pub(super) fn ordinal(lang: Lang, number: usize) -> String {
    let digit = |index: usize| DIGITS.get(index).copied().unwrap_or_default();
    match (lang, number / 10, number % 10) {
        (Lang::Zh, 0, ones) if ones > 0 => digit(ones).to_owned(),
        (Lang::Zh, 1, ones) => format!("十{}", digit(ones)),
        (Lang::Zh, tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinal_counts_as_people_write() {
        for (number, text) in [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (39, "三十九"),
            (99, "九十九"),
            (100, "100"),
        ] {
            assert_eq!(ordinal(Lang::Zh, number), text);
        }
        assert_eq!(ordinal(Lang::En, 39), "39");
    }
}
