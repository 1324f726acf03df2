//! Which texts a condition accepts, once the tables that it refers to have been looked up.

use super::table_editor::TableEditor;
use super::{Condition, Wanted, checks};
use crate::interpret::names::Titles;
use crate::policy::Spot;
use crate::policy::section::Problems;
use crate::tables::{Kind, TableSchema, table_schema};

/// A condition on one column in plain texts.
#[derive(Debug)]
pub(super) struct Filter<'c> {
    pub(super) column: &'c str,
    pub(super) column_at: &'c Spot,
    /// In the order of the overlay or of the table that they come from; none where no row meets it.
    pub(super) texts: Vec<String>,
}

/// The conditions on a table in plain texts; `None` where one is wrong, which is reported.
pub(super) fn resolve<'c>(
    editors: &mut [TableEditor<'_>],
    schema: &'static TableSchema,
    conditions: &'c [Condition],
    problems: &mut Problems,
) -> Option<Vec<Filter<'c>>> {
    let mut filters = Vec::new();
    let mut fits = true;
    for condition in conditions {
        match texts_of(editors, schema, condition, problems) {
            Some((column, texts)) => filters.push(Filter {
                column,
                column_at: &condition.column_at,
                texts,
            }),
            None => fits = false,
        }
    }
    fits.then_some(filters)
}

/// The column of the table that a condition is about, and the texts that it accepts there.
fn texts_of<'c>(
    editors: &mut [TableEditor<'_>],
    schema: &'static TableSchema,
    condition: &'c Condition,
    problems: &mut Problems,
) -> Option<(&'c str, Vec<String>)> {
    let column = schema.column_of_header(&condition.column);
    if column.is_none()
        && let Some((code, places)) = described_elsewhere(schema)
        && !has_column(editors, schema, &condition.column)
        && has_column(editors, places, &condition.column)
    {
        let texts = codes_meeting(editors, places, std::slice::from_ref(condition), problems)?;
        return Some((code, texts));
    }
    let inner = match &condition.wanted {
        Wanted::Texts(texts) => return Some((&condition.column, texts.clone())),
        Wanted::Rows(inner) => inner,
    };
    let referred = column.and_then(|column| reference(column.kind));
    let Some(referred) = referred else {
        let columns = schema.all_columns();
        let known: Vec<&str> = columns
            .filter(|column| reference(column.kind).is_some())
            .map(|column| column.name)
            .collect();
        let (at, name) = (&condition.at, &condition.column);
        checks::check_e0425_no_reference(at, name, schema.name, &known, problems);
        return None;
    };
    let texts = codes_meeting(editors, referred, inner, problems)?;
    Some((&condition.column, texts))
}

/// The first condition that has the name of one row, or the title of one sector or track, where its code
/// belongs, and that code. No row can meet it, whether it must or may.
pub(super) fn name_for_code<'c>(
    editors: &mut [TableEditor<'_>],
    titles: &Titles,
    schema: &'static TableSchema,
    conditions: &'c [Condition],
) -> Option<(&'c Condition, &'c str, String)> {
    conditions.iter().find_map(|condition| {
        let column = schema.column_of_header(&condition.column)?;
        let texts = match &condition.wanted {
            Wanted::Texts(texts) => texts,
            Wanted::Rows(inner) => {
                return name_for_code(editors, titles, reference(column.kind)?, inner);
            }
        };
        let found = match column.kind {
            Kind::Sector | Kind::Track => {
                title_for_code(editors, titles, schema, (column.name, column.kind), texts)
            }
            Kind::Code => row_name_for_code(editors, schema, texts),
            Kind::CodeOf("recipients", _) => {
                row_name_for_code(editors, table_schema("places")?, texts)
            }
            Kind::CodeOf(table, _) => row_name_for_code(editors, table_schema(table)?, texts),
            _ => None,
        };
        found.map(|(name, code)| (condition, name, code))
    })
}

/// As [`name_for_code`], of the rows that a decision's side refers to. A decision's own names become rows,
/// where E0301 and E0302 find them.
pub(super) fn name_for_code_beyond<'c>(
    editors: &mut [TableEditor<'_>],
    titles: &Titles,
    schema: &'static TableSchema,
    sides: [&'c Condition; 2],
) -> Option<(&'c Condition, &'c str, String)> {
    sides.into_iter().find_map(|side| match &side.wanted {
        Wanted::Texts(_) => None,
        Wanted::Rows(inner) => {
            let column = schema.column_of_header(&side.column)?;
            name_for_code(editors, titles, reference(column.kind)?, inner)
        }
    })
}

/// The first text that is no row's code but the name of one row of the table, and that row's code.
fn row_name_for_code<'c>(
    editors: &mut [TableEditor<'_>],
    named: &'static TableSchema,
    texts: &'c [String],
) -> Option<(&'c str, String)> {
    let code = named.columns.first()?.name;
    let editor = editors
        .iter_mut()
        .find(|editor| editor.table.name == named.name)?;
    let (code, name) = (
        editor.position(named, code)?,
        editor.position(named, "name")?,
    );
    texts.iter().find_map(|text| {
        if !editor.rows_with(&[(code, text)]).is_empty() {
            return None;
        }
        match editor.rows_with(&[(name, text)]).as_slice() {
            [row] => Some((&**text, editor.text(*row, code).to_owned())),
            _ => None,
        }
    })
}

/// The first text that stands in no row but is the title of one sector or track, and its code.
fn title_for_code<'c>(
    editors: &mut [TableEditor<'_>],
    titles: &Titles,
    schema: &'static TableSchema,
    (column, kind): (&str, Kind),
    texts: &'c [String],
) -> Option<(&'c str, String)> {
    let editor = editors
        .iter_mut()
        .find(|editor| editor.table.name == schema.name)?;
    let column = editor.position(schema, column)?;
    texts.iter().find_map(|text| {
        let code = titles.code_of(kind, text)?;
        let stands = !editor.rows_with(&[(column, text)]).is_empty();
        (!stands).then(|| (&**text, code.to_owned()))
    })
}

/// The codes of the rows of a table that meet the conditions, in the order of the table.
fn codes_meeting(
    editors: &mut [TableEditor<'_>],
    schema: &'static TableSchema,
    conditions: &[Condition],
    problems: &mut Problems,
) -> Option<Vec<String>> {
    let filters = resolve(editors, schema, conditions, problems)?;
    let Some(editor) = editors
        .iter_mut()
        .find(|editor| editor.table.name == schema.name)
    else {
        return Some(Vec::new());
    };
    let mut wanted = Vec::new();
    for filter in &filters {
        let place = editor.column(schema, filter.column, filter.column_at, problems)?;
        let texts: Vec<&str> = filter.texts.iter().map(String::as_str).collect();
        match place {
            Some(place) => wanted.push((place, texts)),
            // A column that the file leaves out is empty in every row.
            None if texts.contains(&"") => {}
            None => return Some(Vec::new()),
        }
    }
    let code = schema.columns.first()?.name;
    let code = editor.position(schema, code)?;
    let rows = editor.rows_with_any(&wanted);
    let codes = rows.iter().map(|&row| editor.text(row, code).to_owned());
    Some(codes.collect())
}

fn has_column(editors: &[TableEditor<'_>], schema: &'static TableSchema, name: &str) -> bool {
    let editor = editors
        .iter()
        .find(|editor| editor.table.name == schema.name);
    schema.column_of_header(name).is_some()
        || editor.is_some_and(|editor| editor.position(schema, name).is_some())
}

/// The table whose codes a column holds.
fn reference(kind: Kind) -> Option<&'static TableSchema> {
    match kind {
        Kind::CodeOf(table, _) => table_schema(table),
        _ => None,
    }
}

/// Recipients are places: the column that says which, and the table that says what they are like.
fn described_elsewhere(
    schema: &'static TableSchema,
) -> Option<(&'static str, &'static TableSchema)> {
    let own = schema
        .columns
        .first()
        .filter(|column| column.name == "id")?;
    Some((own.name, reference(own.kind)?))
}
