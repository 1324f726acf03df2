//! Pictures of the two questions asked first: is it fair, and who carries it.

use super::load::in_order;
use super::style::{BAR, BLUE, GREEN, Styles};
use super::table::{Placed, for_paper};
use crate::wording::Wording;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill, Color,
    Worksheet, XlsxError,
};

/// Height of one bar with its label, in pixels.
const BAR_HEIGHT: usize = 19;
/// Height of title, axis and legend, in pixels.
const FRAME_HEIGHT: usize = 110;
const WIDTH: u32 = 620;
/// More bars than this cannot be read.
const MOST_BARS: usize = 60;

pub(super) fn charts(
    wording: Wording<'_>,
    styles: &Styles,
    coverage: &Placed,
    load: &Placed,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    let name = wording.word("wb-sheet-charts");
    sheet.set_name(&name)?;
    sheet.write_string_with_format(0, 0, &name, &styles.title)?;
    sheet.set_screen_gridlines(false);
    let bars = wording.dossier.recipients.len().min(MOST_BARS);
    let title = wording.word("wb-chart-coverage");
    let series = [("wb-head-coverage", BLUE)];
    let chart = bar_chart(
        wording,
        coverage,
        "wb-head-recipient",
        &series,
        bars,
        &title,
    );
    if let Some(mut chart) = chart {
        chart.x_axis().set_min(0).set_num_format("0%");
        sheet.insert_chart(2, 0, &chart)?;
    }
    // The helpers stand by track, so those of the first track are the first rows.
    if let Some(track) = wording.dossier.tracks.first() {
        let helpers = in_order(wording);
        let bars = helpers.iter().take_while(|entry| entry.track == track.code);
        let bars = bars.count().min(MOST_BARS);
        let title = wording.text("wb-chart-load", &[("track", &wording.title(&track.title))]);
        let series = [("wb-head-budget", BAR), ("wb-head-spent", GREEN)];
        let chart = bar_chart(wording, load, "wb-head-helper", &series, bars, &title);
        if let Some(mut chart) = chart {
            chart.x_axis().set_num_format("#,##0");
            chart.legend().set_position(ChartLegendPosition::Bottom);
            sheet.insert_chart(2, 10, &chart)?;
        }
    }
    for_paper(&mut sheet, wording.lang);
    sheet.set_print_fit_to_pages(1, 1);
    Ok(sheet)
}

/// A bar for each of the first rows of a table, the first on top; nothing where there are no rows.
fn bar_chart(
    wording: Wording<'_>,
    table: &Placed,
    names: &str,
    series: &[(&str, u32)],
    bars: usize,
    title: &str,
) -> Option<Chart> {
    let categories = table.cells(&wording.word(names), bars)?;
    let mut chart = Chart::new_bar();
    for (key, colour) in series {
        let head = wording.word(key);
        let values = table.cells(&head, bars)?;
        let mut fill = ChartSolidFill::new();
        fill.set_color(Color::RGB(*colour));
        let mut format = ChartFormat::new();
        format.set_solid_fill(&fill);
        let mut label = ChartDataLabel::new();
        let mut font = ChartFont::new();
        font.set_size(8);
        label.show_value().set_font(&font);
        let entry = chart
            .add_series()
            .set_name(literal(&head).as_str())
            .set_categories(categories)
            .set_values(values)
            .set_format(&mut format)
            .set_gap(40);
        if series.len() == 1 {
            entry.set_data_label(&label);
        } else {
            entry.set_overlap(100);
        }
    }
    let mut title_font = ChartFont::new();
    title_font.set_size(12).set_bold();
    chart
        .title()
        .set_name(literal(title).as_str())
        .set_font(&title_font);
    let mut font = ChartFont::new();
    font.set_size(8);
    // Bars lie: their names stand on the vertical axis, which counts from below.
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font)
        .set_label_interval(1);
    chart.x_axis().set_font(&font);
    if series.len() == 1 {
        chart.legend().set_hidden();
    }
    let height = u32::try_from(bars * BAR_HEIGHT + FRAME_HEIGHT).unwrap_or(u32::MAX);
    chart.set_width(WIDTH).set_height(height);
    chart.set_alt_text(title);
    Some(chart)
}

/// A title that is a text; one that begins with `=` would be read as a reference to cells.
fn literal(text: &str) -> String {
    text.trim_start_matches('=').to_owned()
}
