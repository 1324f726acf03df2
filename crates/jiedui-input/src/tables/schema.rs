//! The tables and columns of `data.md`, with the Chinese names that headers and files may use instead.

/// The unit of longitudes and latitudes.
pub(crate) const DEGREES: &str = "度";

/// Whether a column must be there, with a value in every row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Presence {
    Required,
    /// ○ in `data.md`.
    Optional,
}

/// What the cells of a column hold: how a workbook's cell becomes text, and how a template helps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// The code that the rows of this table go by.
    Code,
    /// A code of another table, named with its column.
    CodeOf(&'static str, &'static str),
    /// A code of the policy's sectors.
    Sector,
    /// A code of the policy's tracks.
    Track,
    /// `lock` or `forbid`.
    Action,
    /// A word for how good a figure is.
    Basis,
    /// A number ≥ 0 in this unit (empty: none, or it depends on the row).
    Number(&'static str),
    /// A number that may be negative.
    Signed(&'static str),
    /// A whole number ≥ 0.
    Whole,
    /// A year.
    Year,
    /// A day.
    Date,
    /// Any text.
    Text,
}

impl Kind {
    /// Whether a plain text is meant, from which nothing may be taken off.
    pub(crate) fn is_free_text(self) -> bool {
        matches!(self, Self::Text | Self::Date)
    }

    /// Whether a percentage is as good as a number here: a fit, or an indicator of the policy.
    pub(crate) fn may_be_share(self) -> bool {
        matches!(self, Self::Signed(""))
    }

    /// Whether numbers stand here.
    pub(crate) fn is_number(self) -> bool {
        matches!(
            self,
            Self::Number(_) | Self::Signed(_) | Self::Whole | Self::Year
        )
    }
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct ColumnSchema {
    pub(crate) name: &'static str,
    /// Accepted in headers as well, without regard to a unit in brackets.
    pub(crate) chinese: &'static [&'static str],
    pub(crate) presence: Presence,
    pub(crate) kind: Kind,
}

/// A table: one CSV file or one sheet.
#[derive(Debug)]
pub(crate) struct TableSchema {
    pub(crate) name: &'static str,
    pub(crate) chinese: &'static str,
    /// Whether a case needs it. `needs` and `supply` are needed only where the policy has sectors.
    pub(crate) presence: Presence,
    pub(crate) columns: &'static [ColumnSchema],
}

impl TableSchema {
    /// The file in a case folder, e.g. `needs.csv`.
    pub(crate) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The column with this name, those of provenance included.
    pub(crate) fn column(&self, name: &str) -> Option<&'static ColumnSchema> {
        self.all_columns().find(|column| column.name == name)
    }

    /// All columns, those of provenance last.
    pub(crate) fn all_columns(&self) -> impl Iterator<Item = &'static ColumnSchema> + use<> {
        self.columns.iter().chain(PROVENANCE_COLUMNS)
    }

    /// The column that a header means: its name, or a Chinese name with or without a unit in brackets.
    pub(crate) fn column_of_header(&self, header: &str) -> Option<&'static ColumnSchema> {
        let bare = header.split(['（', '(']).next().unwrap_or("").trim_end();
        self.all_columns()
            .find(|column| column.name.eq_ignore_ascii_case(bare) || column.chinese.contains(&bare))
    }
}

/// The table with this name.
pub(crate) fn table_schema(name: &str) -> Option<&'static TableSchema> {
    TABLES.iter().find(|table| table.name == name)
}

const fn required(
    name: &'static str,
    chinese: &'static [&'static str],
    kind: Kind,
) -> ColumnSchema {
    ColumnSchema {
        name,
        chinese,
        presence: Presence::Required,
        kind,
    }
}

const fn optional(
    name: &'static str,
    chinese: &'static [&'static str],
    kind: Kind,
) -> ColumnSchema {
    ColumnSchema {
        name,
        chinese,
        presence: Presence::Optional,
        kind,
    }
}

const RECIPIENT: ColumnSchema = required(
    "recipient",
    &["受扶地", "受扶地代码"],
    Kind::CodeOf("recipients", "id"),
);
const HELPER: ColumnSchema = required(
    "helper",
    &["帮扶方", "帮扶方编号"],
    Kind::CodeOf("helpers", "id"),
);
const SECTOR: ColumnSchema = required("sector", &["领域", "领域代码"], Kind::Sector);
const AMOUNT: ColumnSchema = required("amount", &["数量", "数额"], Kind::Number(""));

/// Columns that every data table may have.
pub(crate) const PROVENANCE_COLUMNS: &[ColumnSchema] = &[
    optional("basis", &["数据性质", "依据性质"], Kind::Basis),
    optional("source", &["来源", "数据来源"], Kind::Text),
];

/// All tables, in the order of `data.md`.
pub(crate) const TABLES: &[TableSchema] = &[
    TableSchema {
        name: "places",
        chinese: "县域",
        presence: Presence::Required,
        columns: &[
            required("code", &["代码", "区划代码", "行政区划代码"], Kind::Code),
            required("name", &["名称"], Kind::Text),
            required("prefecture", &["市州", "所属市州"], Kind::Text),
            optional("lon", &["经度"], Kind::Signed(DEGREES)),
            optional("lat", &["纬度"], Kind::Signed(DEGREES)),
            optional(
                "hardship_class",
                &["艰苦边远类别", "艰苦边远地区类别"],
                Kind::Whole,
            ),
            optional("population", &["人口", "常住人口"], Kind::Number("万人")),
            optional("gdp", &["地区生产总值"], Kind::Number("亿元")),
            optional("revenue", &["一般公共预算收入"], Kind::Number("万元")),
        ],
    },
    TableSchema {
        name: "recipients",
        chinese: "受扶地",
        presence: Presence::Required,
        columns: &[
            required(
                "id",
                &["代码", "编号", "受扶地", "受扶地代码"],
                Kind::CodeOf("places", "code"),
            ),
            optional("weight", &["权重"], Kind::Number("")),
        ],
    },
    TableSchema {
        name: "helpers",
        chinese: "帮扶方",
        presence: Presence::Required,
        columns: &[
            required("id", &["编号", "代码", "帮扶方编号"], Kind::Code),
            required("name", &["名称"], Kind::Text),
            required("track", &["帮扶渠道", "渠道"], Kind::Track),
            optional("place", &["所在地"], Kind::CodeOf("places", "code")),
            optional("budget", &["预算", "年度预算"], Kind::Number("万元")),
            optional("min_pairs", &["最少结对数"], Kind::Whole),
            optional("max_pairs", &["最多结对数"], Kind::Whole),
            optional("max_load", &["工作量上限", "最大工作量"], Kind::Number("")),
        ],
    },
    TableSchema {
        name: "needs",
        chinese: "需求",
        presence: Presence::Required,
        columns: &[RECIPIENT, SECTOR, AMOUNT],
    },
    TableSchema {
        name: "supply",
        chinese: "供给",
        presence: Presence::Required,
        columns: &[HELPER, SECTOR, AMOUNT],
    },
    TableSchema {
        name: "pairs",
        chinese: "配对属性",
        presence: Presence::Optional,
        columns: &[
            HELPER,
            RECIPIENT,
            optional("distance_km", &["距离"], Kind::Number("公里")),
            // The first is written, the second was until now and is read as well.
            optional("fit", &["契合度", "匹配度"], Kind::Signed("")),
            optional("load", &["工作量"], Kind::Number("")),
        ],
    },
    TableSchema {
        name: "roads",
        chinese: "路网",
        presence: Presence::Optional,
        columns: &[
            required("from", &["起点"], Kind::CodeOf("places", "code")),
            required("to", &["终点"], Kind::CodeOf("places", "code")),
            required("km", &["里程"], Kind::Number("公里")),
            optional("hours", &["时长", "用时"], Kind::Number("小时")),
        ],
    },
    TableSchema {
        name: "history",
        chinese: "历年结对",
        presence: Presence::Optional,
        columns: &[
            HELPER,
            RECIPIENT,
            required("since", &["起始年份", "起始年"], Kind::Year),
        ],
    },
    TableSchema {
        name: "quotas",
        chinese: "数量要求",
        presence: Presence::Optional,
        columns: &[
            RECIPIENT,
            required("track", &["帮扶渠道", "渠道"], Kind::Track),
            optional("min", &["最少", "下限"], Kind::Whole),
            optional("max", &["最多", "上限"], Kind::Whole),
        ],
    },
    TableSchema {
        name: "decisions",
        chinese: "人工决定",
        presence: Presence::Optional,
        columns: &[
            required("action", &["决定", "操作"], Kind::Action),
            HELPER,
            RECIPIENT,
            required("reason", &["理由", "原因"], Kind::Text),
            optional("clause", &["依据条款", "条款"], Kind::Text),
            optional("author", &["决定人"], Kind::Text),
            optional("date", &["日期"], Kind::Date),
        ],
    },
];
