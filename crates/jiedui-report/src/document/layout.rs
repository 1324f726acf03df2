//! Page, fonts and sizes of official documents, as GB/T 9704 asks for them.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, PageMargin, RunFonts, SpecialIndentType, Style,
    StyleType,
};
use jiedui_messages::Lang;

/// A4 in twentieths of a point.
pub(super) const PAGE: (u32, u32) = (11_906, 16_838);
/// Width of the text: 156 mm.
pub(super) const TEXT_WIDTH: usize = 8_846;
/// Least height of a row that people fill in by hand.
pub(super) const ROW_TO_FILL: f32 = 520.0;

/// 37 mm above, 35 mm below, 28 mm to the left, 26 mm to the right of the text; the page number
/// stands 7 mm below the text.
pub(super) fn margins() -> PageMargin {
    PageMargin::new()
        .top(2098)
        .bottom(1984)
        .left(1587)
        .right(1473)
        .header(1134)
        .footer(1417)
}

/// Names of the paragraph styles.
pub(super) mod style {
    pub const TITLE: &str = "Title";
    pub const SUBTITLE: &str = "Subtitle";
    pub const FIRST: &str = "Heading1";
    pub const SECOND: &str = "Heading2";
    pub const BODY: &str = "BodyText";
    pub const PLAIN: &str = "BodyPlain";
    pub const CAPTION: &str = "Caption";
    pub const CELL: &str = "TableCell";
    pub const HEAD: &str = "TableHead";
    pub const EDGE: &str = "PageEdge";
    pub const SMALL: &str = "BodySmall";
    pub const SPACER: &str = "Spacer";
}

/// What never stands alone at the foot of a page.
const KEPT_WITH_NEXT: [&str; 3] = [style::FIRST, style::SECOND, style::CAPTION];

/// A typeface by its role.
#[derive(Clone, Copy)]
enum Face {
    /// 小标宋, for titles.
    Title,
    /// 黑体, for first headings and heads of tables.
    Black,
    /// 楷体, for second headings.
    Script,
    /// 仿宋, for everything else.
    Body,
    /// 宋体, for page numbers.
    Song,
}

fn fonts(face: Face) -> RunFonts {
    let chinese = match face {
        Face::Title => "方正小标宋简体",
        Face::Black => "黑体",
        Face::Script => "楷体_GB2312",
        Face::Body => "仿宋_GB2312",
        Face::Song => "宋体",
    };
    let latin = "Times New Roman";
    RunFonts::new()
        .ascii(latin)
        .hi_ansi(latin)
        .east_asia(chinese)
}

/// Sizes that differ between the languages: Chinese as the standard says, English as is usual.
struct Sizes {
    /// Half points.
    title: usize,
    /// Half points.
    body: usize,
    /// Twentieths of a point from line to line.
    line: i32,
    /// Half points, of long annexes.
    small: usize,
    /// Twentieths of a point from line to line of long annexes.
    small_line: i32,
    /// Twentieths of a point before the first line of a paragraph: two characters.
    indent: i32,
}

fn sizes(lang: Lang) -> Sizes {
    match lang {
        // 二号 and 三号; 28.9 points put 22 lines on a page.
        Lang::Zh => Sizes {
            title: 44,
            body: 32,
            line: 578,
            small: 24,
            small_line: 400,
            indent: 640,
        },
        Lang::En => Sizes {
            title: 36,
            body: 24,
            line: 360,
            small: 20,
            small_line: 280,
            indent: 0,
        },
    }
}

/// The paragraph styles of a language.
pub(super) fn styles(lang: Lang) -> Vec<Style> {
    let sizes = sizes(lang);
    let exact = |line: i32| {
        LineSpacing::new()
            .line_rule(LineSpacingType::Exact)
            .line(line)
    };
    let spaced = |line: i32| match lang {
        Lang::Zh => exact(line),
        Lang::En => exact(line).after(120),
    };
    let named = |id: &str, name: &str, face: Face, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .fonts(fonts(face))
            .size(size)
            .snap_to_grid(false)
    };
    let indented = |style: Style| match lang {
        Lang::Zh => style.indent(
            None,
            Some(SpecialIndentType::FirstLine(sizes.indent)),
            None,
            None,
        ),
        Lang::En => style,
    };
    let small = LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(240)
        .before(20)
        .after(20);
    let mut styles = vec![
        named(style::TITLE, "Title", Face::Title, sizes.title)
            .align(AlignmentType::Center)
            .line_spacing(exact(sizes.title as i32 * 16)),
        named(style::SUBTITLE, "Subtitle", Face::Script, sizes.body)
            .align(AlignmentType::Center)
            .line_spacing(exact(sizes.line)),
        indented(named(style::FIRST, "heading 1", Face::Black, sizes.body))
            .line_spacing(spaced(sizes.line))
            .outline_lvl(0),
        indented(named(style::SECOND, "heading 2", Face::Script, sizes.body))
            .line_spacing(spaced(sizes.line))
            .outline_lvl(1),
        indented(named(style::BODY, "Body Text", Face::Body, sizes.body))
            .align(AlignmentType::Both)
            .line_spacing(spaced(sizes.line)),
        named(style::PLAIN, "Body Plain", Face::Body, sizes.body).line_spacing(spaced(sizes.line)),
        named(style::CAPTION, "caption", Face::Black, 24)
            .align(AlignmentType::Center)
            .line_spacing(exact(480).before(120)),
        named(style::CELL, "Table Cell", Face::Body, 21).line_spacing(small.clone()),
        named(style::HEAD, "Table Head", Face::Black, 21)
            .align(AlignmentType::Center)
            .line_spacing(small),
        indented(named(style::SMALL, "Body Small", Face::Body, sizes.small))
            .align(AlignmentType::Both)
            .line_spacing(spaced(sizes.small_line)),
        named(style::SPACER, "Spacer", Face::Body, 12).line_spacing(exact(160)),
        named(style::EDGE, "Page Edge", Face::Song, 28).align(AlignmentType::Center),
    ];
    for style in &mut styles {
        if KEPT_WITH_NEXT.contains(&style.style_id.as_str()) {
            let property = std::mem::take(&mut style.paragraph_property);
            style.paragraph_property = property.keep_next(true);
            // Chinese headings differ by their typeface; Latin ones have only one here.
            if lang == Lang::En {
                let property = std::mem::take(&mut style.run_property);
                style.run_property = property.bold();
            }
        }
    }
    styles
}
