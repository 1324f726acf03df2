//! Lets the binary find the prebuilt HiGHS without `LD_LIBRARY_PATH`, where scripts/env says that there is one,
//! and tells it which version it was built against.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=JIEDUI_HIGHS_LIBRARY");
    println!("cargo::rerun-if-env-changed=PKG_CONFIG_PATH");
    if let Ok(folder) = std::env::var("JIEDUI_HIGHS_LIBRARY") {
        println!("cargo::rustc-link-arg-bins=-Wl,-rpath,{folder}");
    }
    let version = found_version().unwrap_or_else(|| "built from source".to_owned());
    println!("cargo::rustc-env=JIEDUI_HIGHS_VERSION={version}");
}

/// The version of the HiGHS that pkg-config finds: the one that is linked.
fn found_version() -> Option<String> {
    let program = std::env::var("PKG_CONFIG").unwrap_or_else(|_| "pkg-config".to_owned());
    let output = Command::new(program)
        .args(["--modversion", "highs"])
        .output()
        .ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    let version = version.trim();
    (output.status.success() && !version.is_empty()).then(|| version.to_owned())
}
