//! Formats: quiet, printable, the same in every sheet.

use super::Wording;
use crate::tables::Kind;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The formats of the workbook.
pub(super) struct Styles {
    base: Format,
    pub(super) required: Format,
    pub(super) optional: Format,
    pub(super) title: Format,
    pub(super) banner: Format,
    pub(super) paragraph: Format,
    pub(super) remark: Format,
    pub(super) list: Format,
    pub(super) to_fill: Format,
}

const HEADER_REQUIRED: u32 = 0x1F_4E79;
const HEADER_OPTIONAL: u32 = 0xDD_EBF7;
const LINE: u32 = 0xBF_BFBF;

impl Styles {
    pub(super) fn new(wording: &Wording<'_>) -> Self {
        let base = Format::new()
            .set_font_name(wording.pick("微软雅黑", "Calibri"))
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter);
        let header = base
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE);
        Self {
            required: header
                .clone()
                .set_background_color(HEADER_REQUIRED)
                .set_font_color(0xFF_FFFF),
            optional: header.set_background_color(HEADER_OPTIONAL),
            title: base.clone().set_bold().set_font_size(16),
            banner: base.clone().set_bold().set_font_color(0xC0_0000),
            paragraph: base.clone().set_text_wrap(),
            remark: base.clone().set_text_wrap().set_font_color(0x80_8080),
            list: base
                .clone()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE),
            to_fill: base
                .clone()
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_num_format("0")
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE),
            base,
        }
    }

    /// The format of a column before anything stands in it.
    pub(super) fn column(&self, kind: Kind, name: &str) -> Format {
        match kind {
            Kind::Number(_) => self.base.clone().set_num_format("#,##0.00"),
            Kind::Signed(_) if matches!(name, "lon" | "lat") => {
                self.base.clone().set_num_format("0.0000")
            }
            Kind::Signed(_) => self.base.clone().set_num_format("0.00"),
            Kind::Whole | Kind::Year => self.base.clone().set_num_format("0"),
            Kind::Date => self.date(),
            // Text, so that a code with a leading zero keeps it.
            Kind::Code | Kind::CodeOf(..) => self.words().set_num_format("@"),
            Kind::Sector | Kind::Track | Kind::Action | Kind::Basis | Kind::Text => self.words(),
        }
    }

    /// Texts keep a little distance from the numbers left of them.
    fn words(&self) -> Format {
        self.base.clone().set_indent(1)
    }

    /// The format of a number that is there: with the decimals that it has.
    pub(super) fn number(&self, kind: Kind, text: &str) -> Format {
        let decimals = text.split_once('.').map_or(0, |(_, digits)| digits.len());
        let whole = match kind {
            Kind::Number(_) => "#,##0",
            _ => "0",
        };
        let format = if decimals == 0 {
            whole.to_owned()
        } else {
            format!("{whole}.{}", "0".repeat(decimals))
        };
        self.base.clone().set_num_format(format)
    }

    pub(super) fn date(&self) -> Format {
        self.base
            .clone()
            .set_num_format("yyyy-mm-dd")
            .set_align(FormatAlign::Left)
    }

    /// A value of the case; see [`Self::text`].
    pub(super) fn filled(&self, text: &str) -> Format {
        let format = self.to_fill.clone();
        if jiedui_domain::is_formula_start(text) {
            format.set_quote_prefix()
        } else {
            format
        }
    }

    /// A text; one that looks like a formula is marked as text, so that editing it keeps it one.
    pub(super) fn text(&self, kind: Kind, text: &str) -> Format {
        let format = match kind {
            Kind::Code | Kind::CodeOf(..) => self.words().set_num_format("@"),
            _ => self.words(),
        };
        if jiedui_domain::is_formula_start(text) {
            format.set_quote_prefix()
        } else {
            format
        }
    }
}
