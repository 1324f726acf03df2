//! The tables and columns of `data.md`, with the Chinese names that headers and files may use instead.

/// Whether a column must be there, with a value in every row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Presence {
    Required,
    /// ○ in `data.md`.
    Optional,
}

/// A column of a table.
#[derive(Debug)]
pub(crate) struct ColumnSchema {
    pub(crate) name: &'static str,
    /// Accepted in headers as well, without regard to a unit in brackets.
    pub(crate) chinese: &'static [&'static str],
    pub(crate) presence: Presence,
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

const fn required(name: &'static str, chinese: &'static [&'static str]) -> ColumnSchema {
    ColumnSchema {
        name,
        chinese,
        presence: Presence::Required,
    }
}

const fn optional(name: &'static str, chinese: &'static [&'static str]) -> ColumnSchema {
    ColumnSchema {
        name,
        chinese,
        presence: Presence::Optional,
    }
}

const RECIPIENT: ColumnSchema = required("recipient", &["受扶地", "受扶地代码"]);
const HELPER: ColumnSchema = required("helper", &["帮扶方", "帮扶方编号"]);
const SECTOR: ColumnSchema = required("sector", &["领域", "领域代码"]);
const AMOUNT: ColumnSchema = required("amount", &["数量", "数额"]);

/// Columns that every data table may have.
pub(crate) const PROVENANCE_COLUMNS: &[ColumnSchema] = &[
    optional("basis", &["数据性质", "依据性质"]),
    optional("source", &["来源", "数据来源"]),
];

/// All tables, in the order of `data.md`.
pub(crate) const TABLES: &[TableSchema] = &[
    TableSchema {
        name: "places",
        chinese: "县域",
        presence: Presence::Required,
        columns: &[
            required("code", &["代码", "区划代码", "行政区划代码"]),
            required("name", &["名称"]),
            required("prefecture", &["市州", "所属市州"]),
            optional("lon", &["经度"]),
            optional("lat", &["纬度"]),
            optional("hardship_class", &["艰苦边远类别", "艰苦边远地区类别"]),
            optional("population", &["人口", "常住人口"]),
            optional("gdp", &["地区生产总值"]),
            optional("revenue", &["一般公共预算收入"]),
        ],
    },
    TableSchema {
        name: "recipients",
        chinese: "受扶地",
        presence: Presence::Required,
        columns: &[
            required("id", &["代码", "编号", "受扶地", "受扶地代码"]),
            optional("weight", &["权重"]),
        ],
    },
    TableSchema {
        name: "helpers",
        chinese: "帮扶方",
        presence: Presence::Required,
        columns: &[
            required("id", &["编号", "代码", "帮扶方编号"]),
            required("name", &["名称"]),
            required("track", &["帮扶渠道", "渠道"]),
            optional("place", &["所在地"]),
            optional("budget", &["预算", "年度预算"]),
            optional("min_pairs", &["最少结对数"]),
            optional("max_pairs", &["最多结对数"]),
            optional("max_load", &["工作量上限", "最大工作量"]),
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
            optional("distance_km", &["距离"]),
            optional("fit", &["匹配度"]),
            optional("load", &["工作量"]),
        ],
    },
    TableSchema {
        name: "roads",
        chinese: "路网",
        presence: Presence::Optional,
        columns: &[
            required("from", &["起点"]),
            required("to", &["终点"]),
            required("km", &["里程"]),
            optional("hours", &["时长", "用时"]),
        ],
    },
    TableSchema {
        name: "history",
        chinese: "历年结对",
        presence: Presence::Optional,
        columns: &[
            HELPER,
            RECIPIENT,
            required("since", &["起始年份", "起始年"]),
        ],
    },
    TableSchema {
        name: "quotas",
        chinese: "数量要求",
        presence: Presence::Optional,
        columns: &[
            RECIPIENT,
            required("track", &["帮扶渠道", "渠道"]),
            optional("min", &["最少", "下限"]),
            optional("max", &["最多", "上限"]),
        ],
    },
    TableSchema {
        name: "decisions",
        chinese: "人工决定",
        presence: Presence::Optional,
        columns: &[
            required("action", &["决定", "操作"]),
            HELPER,
            RECIPIENT,
            required("reason", &["理由", "原因"]),
            optional("clause", &["依据条款", "条款"]),
            optional("author", &["决定人"]),
            optional("date", &["日期"]),
        ],
    },
];
