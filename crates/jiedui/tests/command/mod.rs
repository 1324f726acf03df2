//! The built binary in a folder of its own, and the cases worked by hand that it is given.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that cannot make its fixture should stop"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The folder of a case worked by hand.
pub fn mini(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../seeds/mini")
        .join(name)
}

/// The binary in a folder: in Chinese, 80 columns wide, whatever the environment of the tests is.
pub fn jiedui(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jiedui"));
    command
        .current_dir(folder)
        .env_remove("LANG")
        .env_remove("COLUMNS")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null());
    command
}

pub fn run(folder: &Path, words: &[&str]) -> Output {
    jiedui(folder).args(words).output().unwrap()
}

pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Exit code, output and messages at once.
pub fn told(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let output = run(folder, words);
    (code(&output), out(&output), err(&output))
}

/// The output of a command that must succeed.
pub fn done(folder: &Path, words: &[&str]) -> String {
    let output = run(folder, words);
    assert_eq!(code(&output), 0, "{words:?}: {}", err(&output));
    out(&output)
}

/// The names in a folder, ascending.
pub fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A copy of a case, to be spoilt.
pub fn copy(case: &str, to: &Path) -> PathBuf {
    let target = to.join("case");
    fs::create_dir(&target).unwrap();
    for name in entries(&mini(case)) {
        fs::copy(mini(case).join(&name), target.join(&name)).unwrap();
    }
    target
}

/// A folder with the run `run` of a case worked by hand.
pub fn assigned(case: &str) -> TempDir {
    ended_with(0, case)
}

/// As [`assigned`], of a case that has no plan: the run holds the conflict report instead.
pub fn without_plan(case: &str) -> TempDir {
    ended_with(3, case)
}

fn ended_with(expected: i32, case: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let case = mini(case);
    let words = ["assign", case.to_str().unwrap(), "--out", "run"];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), expected, "{}", err(&output));
    folder
}
