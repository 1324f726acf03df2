//! Writes the public benchmark instances as case folders:
//! `cargo run -p jiedui-tests --bin outside-cases -- FOLDER`

#![allow(clippy::print_stderr, reason = "a tool for people who measure")]

use jiedui_tests::outside;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(target) = std::env::args_os().nth(1) else {
        eprintln!("usage: outside-cases FOLDER");
        return ExitCode::from(2);
    };
    let Some(instances) = outside::instances() else {
        eprintln!("outside-cases: there is no ../shared/instances");
        return ExitCode::from(1);
    };
    let target = Path::new(&target);
    let written = outside::all(&instances).and_then(|cases| {
        cases
            .iter()
            .try_for_each(|case| case.write(&target.join(&case.name)))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("outside-cases: {error}");
            ExitCode::from(1)
        }
    }
}
