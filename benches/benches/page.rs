//! How long the web page takes to open in Chromium, for the shipped case and for one ten times its size,
//! and how long all documents take beside the solve that they tell of.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench page
//! JIEDUI_BENCH_EFFORT=1 cargo bench -p jiedui-benches --bench page
//! ```
//!
//! The plan of the large case is the one of the shipped case ten times, each copy for itself; the
//! verifier passes it. Its candidates are a hundred times as many. Without a Chromium only the documents
//! are measured.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_benches::{COPIES, POLICY, SEED, shipped, tenfold};
use jiedui_domain::{Case, Plan, PlannedPair};
use jiedui_engine::Run;
use jiedui_explain::{Dossier, ExplainInput, RunFacts, explain};
use jiedui_graph::CandidateGraph;
use jiedui_input::{CaseSource, NamedText, load};
use jiedui_messages::Lang;
use jiedui_report::csv_export::{self, CsvEncoding};
use jiedui_report::html::{HtmlOptions, report};
use jiedui_report::{Answers, Made, document, geojson, markdown, workbook};
use jiedui_tests::chromium::Chromium;
use jiedui_tests::runs::{self, options_of};
use std::collections::BTreeMap;
use std::time::Instant;
use tempfile::TempDir;

/// Effort of the run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";
/// Times that each page is opened; the median counts.
const OPENINGS: usize = 5;

fn main() {
    let effort = std::env::var(EFFORT).map_or(0.05, |text| text.parse().unwrap());
    let case = read(&shipped());
    let began = Instant::now();
    let run = solved(&case, effort);
    let solve = began.elapsed().as_secs_f64();
    let documents = documents(&run.dossier);
    println!(
        "shipped case: solve {solve:.2} s (effort {effort}), all documents {documents:.2} s, ratio {:.3}",
        documents / solve
    );
    open("shipped case", &run.dossier);
    let large = read(&tenfold(SEED).unwrap());
    let dossier = copied(&case, &run, &large);
    println!(
        "ten times: {} recipients, {} helpers, {} pairs, {} candidates",
        dossier.recipients.len(),
        dossier.helpers.len(),
        dossier.pairs.len(),
        dossier.candidates.len()
    );
    open("ten times", &dossier);
}

fn read(source: &CaseSource) -> Case {
    let policy = NamedText {
        name: "config/sichuan.toml",
        text: POLICY,
    };
    load(source, policy, &[]).unwrap().case
}

fn solved(case: &Case, effort: f64) -> Run {
    let mut options = options_of(case);
    options.solver.effort = effort;
    runs::solved(case, &options)
}

/// Seconds for every form of document.
fn documents(dossier: &Dossier) -> f64 {
    let (answers, made) = (Answers::default(), Made::of(None, 2025));
    let began = Instant::now();
    let mut bytes = workbook::workbook(dossier, &answers, Lang::Zh, made)
        .unwrap()
        .len();
    bytes += document::proposal(dossier, &answers, Lang::Zh, made)
        .unwrap()
        .bytes
        .len();
    for plan in document::plans(dossier, Lang::Zh, made).unwrap() {
        bytes += plan.bytes.len();
    }
    bytes += report(dossier, &HtmlOptions::default()).unwrap().len();
    bytes += geojson::geojson(dossier).len();
    bytes += markdown::report(dossier, Lang::Zh).len();
    for file in csv_export::export(dossier, Lang::Zh, CsvEncoding::Utf8) {
        bytes += file.bytes.len();
    }
    let seconds = began.elapsed().as_secs_f64();
    println!("all documents: {} kB", bytes / 1000);
    seconds
}

/// The dossier of the large case under the small plan, once for each copy.
fn copied(small: &Case, run: &Run, large: &Case) -> Dossier {
    let helpers: BTreeMap<&str, _> = large
        .helpers
        .iter()
        .map(|(id, helper)| (helper.code.as_str(), id))
        .collect();
    let recipients: BTreeMap<&str, _> = large
        .recipients
        .ids()
        .map(|id| (large.recipient_code(id), id))
        .collect();
    let mut pairs = Vec::new();
    for copy in 0..COPIES {
        for pair in run.plan.get().pairs() {
            let helper = format!("{}-{copy}", small.helpers[pair.helper].code);
            let recipient = format!("{}-{copy}", small.recipient_code(pair.recipient));
            pairs.push(PlannedPair {
                helper: helpers[helper.as_str()],
                recipient: recipients[recipient.as_str()],
                help: pair.help.clone(),
            });
        }
    }
    let plan = jiedui_verify::verify(large, Plan::new(pairs));
    let plan = plan.unwrap_or_else(|_| panic!("the copied plan breaks a rule"));
    let graph = CandidateGraph::build(large).unwrap();
    explain(ExplainInput {
        case: large,
        graph: &graph,
        listed: None,
        plan: &plan,
        tiers: &run.tiers,
        run: RunFacts {
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            termination: run.termination,
            method: large.policy.solver.method.code().to_owned(),
            digests: Vec::new(),
        },
    })
}

/// Opens the page from the beginning, on its longest pages too.
fn open(name: &str, dossier: &Dossier) {
    let page = report(dossier, &HtmlOptions::default()).unwrap();
    println!("{name}: page of {:.2} MB", page.len() as f64 / 1e6);
    let Some(mut chromium) = Chromium::start() else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("page.html");
    std::fs::write(&path, page).unwrap();
    for route in ["", "#/map", "#/pairs", "#/recipients", "#/excluded"] {
        let address = format!("file://{}{route}", path.display());
        let mut seconds: Vec<f64> = (0..OPENINGS)
            .map(|_| one(&mut chromium, &address))
            .collect();
        seconds.sort_by(f64::total_cmp);
        println!("{name}: {route:12} opens in {:.2} s", seconds[OPENINGS / 2]);
    }
    assert!(chromium.problems.is_empty(), "{:?}", chromium.problems);
}

/// Seconds until the page is loaded, its script has run and two frames are painted.
fn one(chromium: &mut Chromium, address: &str) -> f64 {
    chromium.load(address);
    let painted = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => \
                   done(performance.now() / 1000))))";
    chromium.ask(painted).as_f64().unwrap()
}
