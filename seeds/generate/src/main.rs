//! `cargo run -p jiedui-seeds [-- --check]`: writes or checks `seeds/sichuan-2025`.

use jiedui_seeds::error::SeedsError;
use jiedui_seeds::facts::Facts;
use jiedui_seeds::summary::Summary;
use jiedui_seeds::{case_files, folder};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(report) => {
            // A closed pipe is no reason to fail: the files are written.
            let _ = std::io::stdout().write_all(report.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, SeedsError> {
    let mut only_check = false;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--check" => only_check = true,
            _ => return Err(SeedsError::Argument(argument)),
        }
    }
    let seeds = seeds_folder();
    let facts = Facts::read(&seeds.join("facts"))?;
    let files = case_files::derive(&facts)?;
    let case = seeds.join("sichuan-2025");
    if only_check {
        folder::check(&case, &files)?;
    } else {
        folder::write(&case, &files)?;
    }
    Ok(Summary::of(&facts)?.to_string())
}

/// The folder `seeds`: beside this package under cargo, else below the working directory.
fn seeds_folder() -> PathBuf {
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => PathBuf::from(package).join(".."),
        None => PathBuf::from("seeds"),
    }
}
