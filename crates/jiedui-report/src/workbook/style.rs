//! How cells look: fonts, borders, number formats, colours.

use super::column::Kind;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Of heads and bars.
pub(super) const BLUE: u32 = 0x1F_4E_79;
/// Of bars behind figures.
pub(super) const BAR: u32 = 0x9D_C3_E6;
/// Of a second series.
pub(super) const GREEN: u32 = 0x70_AD_47;
/// Behind estimated figures.
pub(super) const ESTIMATED: u32 = 0xFF_F2_CC;
/// Behind illustrative figures.
pub(super) const ILLUSTRATIVE: u32 = 0xF8_CB_AD;
const LINE: u32 = 0xBF_BF_BF;
const GREY: u32 = 0x59_59_59;

/// The formats of the workbook.
pub(super) struct Styles {
    pub title: Format,
    pub section: Format,
    pub note: Format,
    pub warning: Format,
    pub head: Format,
    pub link: Format,
    cell: Format,
}

impl Styles {
    pub fn new() -> Self {
        let base = Format::new().set_align(FormatAlign::VerticalCenter);
        let cell = base
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(LINE));
        Self {
            title: base.clone().set_bold().set_font_size(16),
            section: base
                .clone()
                .set_bold()
                .set_font_size(13)
                .set_font_color(Color::RGB(BLUE)),
            note: base
                .clone()
                .set_font_color(Color::RGB(GREY))
                .set_text_wrap(),
            warning: base
                .clone()
                .set_text_wrap()
                .set_background_color(Color::RGB(ESTIMATED)),
            head: cell
                .clone()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(BLUE))
                .set_align(FormatAlign::Center)
                .set_text_wrap(),
            link: cell.clone().set_hyperlink(),
            cell,
        }
    }

    /// The format of a cell.
    pub fn cell(&self, kind: Kind) -> Format {
        let cell = self.cell.clone();
        match kind {
            Kind::Text => cell.set_indent(1),
            Kind::Wrapped => cell.set_indent(1).set_text_wrap(),
            Kind::Centred => cell.set_align(FormatAlign::Center),
            Kind::Number => cell
                .set_align(FormatAlign::Center)
                .set_num_format(kind.number_format()),
            _ => cell.set_num_format(kind.number_format()),
        }
    }

    /// The format of a total.
    pub fn total(&self, kind: Kind) -> Format {
        self.cell(kind).set_bold()
    }
}
