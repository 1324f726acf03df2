//! What can be said on the command line. The help texts come from the catalogue: see `help`.

mod values;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use values::{effort, seed, shard, share, threads, time_limit};

pub(crate) use values::{
    Colour, Depth, DocumentForm, Encoding, Form, Language, Method, SchemaOf, Shard, TextForm,
};

#[derive(Parser, Debug)]
#[command(name = "jiedui", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) general: General,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Assign(Box<AssignArguments>),
    Check(CheckArguments),
    Explain(ExplainArguments),
    Compare(CompareArguments),
    Evaluate(EvaluateArguments),
    Frontier(FrontierArguments),
    Verify(RunArguments),
    Report(ReportArguments),
    Generate(GenerateArguments),
    Template(TemplateArguments),
    Whatif(WhatifArguments),
    Schema(SchemaArguments),
    Completions(CompletionsArguments),
    Man,
    ExplainCode(ExplainCodeArguments),
}

/// Options of every command.
#[derive(Args, Debug)]
pub(crate) struct General {
    #[arg(long, global = true, value_name = "zh|en")]
    pub(crate) lang: Option<Language>,
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "auto|always|never"
    )]
    pub(crate) color: Colour,
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "human",
        value_name = "human|json"
    )]
    pub(crate) message_format: Form,
}

#[derive(Args, Debug)]
pub(crate) struct CaseArguments {
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    #[arg(long = "with", value_name = "OVERLAY")]
    pub(crate) overlays: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct AssignArguments {
    #[command(flatten)]
    pub(crate) case: CaseArguments,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "RUN")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "PLAN", requires = "from")]
    pub(crate) start: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
    #[arg(long, value_enum, value_name = "decomposition|monolithic")]
    pub(crate) method: Option<Method>,
    #[arg(long, value_name = "X", value_parser = effort, allow_negative_numbers = true)]
    pub(crate) effort: Option<f64>,
    #[arg(long, value_name = "S", value_parser = time_limit, allow_negative_numbers = true)]
    pub(crate) time_limit: Option<f64>,
    #[arg(long, value_name = "N", value_parser = seed)]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_enum, default_value = "human", value_name = "human|json")]
    pub(crate) format: Form,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) case: CaseArguments,
    #[arg(long, value_name = "DIR")]
    pub(crate) lp: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct GenerateArguments {
    #[arg(long, value_name = "N")]
    pub(crate) recipients: u32,
    #[arg(long, value_name = "M")]
    pub(crate) helpers: u32,
    #[arg(long, value_name = "K")]
    pub(crate) seed: u64,
    #[arg(long)]
    pub(crate) divisible: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct TemplateArguments {
    #[arg(long, value_name = "FILE")]
    pub(crate) xlsx: Option<PathBuf>,
    #[arg(long, value_name = "CASE")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "RUN", conflicts_with = "from")]
    pub(crate) next: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct RunArguments {
    #[arg(value_name = "RUN")]
    pub(crate) run: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct CompareArguments {
    #[arg(value_name = "A")]
    pub(crate) before: PathBuf,
    #[arg(value_name = "B")]
    pub(crate) after: PathBuf,
    #[arg(
        long,
        value_enum,
        default_value = "human",
        value_name = "human|json|md"
    )]
    pub(crate) format: TextForm,
}

#[derive(Args, Debug)]
pub(crate) struct EvaluateArguments {
    #[command(flatten)]
    pub(crate) case: CaseArguments,
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: PathBuf,
    #[arg(long, value_name = "RUN")]
    pub(crate) against: Option<PathBuf>,
    #[arg(long, conflicts_with = "against")]
    pub(crate) no_solve: bool,
    #[arg(long, value_enum, default_value = "human", value_name = "human|json")]
    pub(crate) format: Form,
}

#[derive(Args, Debug)]
pub(crate) struct FrontierArguments {
    #[command(flatten)]
    pub(crate) case: CaseArguments,
    #[arg(long, value_name = "M1,M2")]
    pub(crate) between: String,
    #[arg(long, value_name = "N", default_value = "11", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(2..=1000))]
    pub(crate) points: usize,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "X", value_parser = effort, allow_negative_numbers = true)]
    pub(crate) effort: Option<f64>,
    #[arg(long, value_name = "S", value_parser = time_limit, allow_negative_numbers = true)]
    pub(crate) time_limit: Option<f64>,
    #[arg(long, value_enum, default_value = "human", value_name = "human|json")]
    pub(crate) format: Form,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub(crate) run: RunArguments,
    #[arg(long, value_name = "R", group = "whom")]
    pub(crate) recipient: Option<String>,
    #[arg(long, value_name = "H", group = "whom")]
    pub(crate) helper: Option<String>,
    #[arg(long, value_name = "H:R", group = "whom")]
    pub(crate) pair: Option<String>,
    #[arg(long, value_name = "H:R", group = "whom")]
    pub(crate) why_not: Option<String>,
    #[arg(long, conflicts_with_all = ["conflict", "decisions", "fairness", "costs", "backbone", "alternatives"])]
    pub(crate) exact: bool,
    #[arg(long, requires = "why_not")]
    pub(crate) counterfactual: bool,
    #[arg(long, conflicts_with_all = ["pair", "why_not", "conflict", "decisions", "fairness", "alternatives"])]
    pub(crate) limits: bool,
    #[arg(long, value_name = "K", groups = ["whom", "tolerant"], requires = "within", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=100))]
    pub(crate) alternatives: Option<usize>,
    #[arg(long, value_name = "X", requires = "tolerant", value_parser = share)]
    pub(crate) within: Option<f64>,
    #[arg(long, group = "whom")]
    pub(crate) conflict: bool,
    #[arg(long, group = "whom")]
    pub(crate) decisions: bool,
    #[arg(long, group = "whom")]
    pub(crate) fairness: bool,
    #[arg(long, conflicts_with = "limits")]
    pub(crate) save: bool,
    #[arg(
        long,
        value_name = "PLAN",
        requires = "exact",
        conflicts_with = "limits"
    )]
    pub(crate) plan_out: Option<PathBuf>,
    #[arg(long, group = "whom")]
    pub(crate) costs: bool,
    #[arg(long, groups = ["whom", "tolerant"])]
    pub(crate) backbone: bool,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["exact", "counterfactual", "limits", "conflict", "decisions", "fairness", "costs", "backbone", "alternatives"])]
    pub(crate) stability: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "line|page|full")]
    pub(crate) depth: Option<Depth>,
    #[arg(long, value_enum, default_value = "human", value_name = "human|json")]
    pub(crate) format: Form,
}

#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    #[arg(value_name = "RUN", required = true)]
    pub(crate) runs: Vec<PathBuf>,
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        value_delimiter = ',',
        required = true
    )]
    pub(crate) to: Vec<DocumentForm>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) boundaries: Option<PathBuf>,
    #[arg(
        long,
        value_enum,
        default_value = "utf-8",
        value_name = "utf-8|gb18030"
    )]
    pub(crate) encoding: Encoding,
}

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct WhatifArguments {
    #[command(subcommand)]
    pub(crate) other: Option<WhatifCommand>,
    #[arg(value_name = "SET", required = true)]
    pub(crate) set: Option<PathBuf>,
    #[arg(long, value_name = "RUN", required = true)]
    pub(crate) base: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value = "0", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=1024))]
    pub(crate) jobs: usize,
    #[arg(long, value_name = "i/n", value_parser = shard)]
    pub(crate) shard: Option<Shard>,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum WhatifCommand {
    Merge(MergeArguments),
}

#[derive(Args, Debug)]
pub(crate) struct MergeArguments {
    #[arg(value_name = "DIR", required = true)]
    pub(crate) shards: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    #[arg(value_enum, default_value = "dossier", value_name = "FILE")]
    pub(crate) schema: SchemaOf,
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainCodeArguments {
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
}
