//! Lets the binary find the prebuilt HiGHS without `LD_LIBRARY_PATH`, where scripts/env says that there is one.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=JIEDUI_HIGHS_LIBRARY");
    if let Ok(folder) = std::env::var("JIEDUI_HIGHS_LIBRARY") {
        println!("cargo::rustc-link-arg-bins=-Wl,-rpath,{folder}");
    }
}
