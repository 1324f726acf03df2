//! Odd places: paths that are no text, links, outputs that cannot be written, and whoever ends a run from outside.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(unix)]

mod command;

use command::{copy, done, jiedui, told};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::Stdio;
use tempfile::TempDir;

#[test]
fn a_folder_whose_name_is_no_unicode_is_one_like_others() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let case = copy("two-by-two", path);
    // 县 as GB18030 has it.
    let odd = path.join(OsStr::from_bytes(b"\xcf\xd8"));
    fs::rename(case, &odd).unwrap();
    let output = jiedui(path)
        .arg("assign")
        .arg(&odd)
        .args(["--out", "run"])
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{err}");
    done(path, &["verify", "run"]);
}

#[test]
fn the_policy_of_a_case_stays_within_its_folder() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let case = copy("two-by-two", path);
    let policy = case.join("policy.toml");
    fs::rename(&policy, path.join("elsewhere.toml")).unwrap();
    for (target, code) in [("../elsewhere.toml", "E0006"), ("../gone.toml", "E0002")] {
        symlink(target, &policy).unwrap();
        let (exit, out, err) = told(path, &["check", "case"]);
        let all = format!("{out}{err}");
        assert!(exit == 1 && all.contains(code), "{target}: {exit} {all}");
        fs::remove_file(&policy).unwrap();
    }
    // Named by the user it may be anywhere.
    done(path, &["check", "case", "--policy", "elsewhere.toml"]);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_no_success() {
    let folder = TempDir::new().unwrap();
    for words in [
        &["schema"][..],
        &["--help"],
        &["man"],
        &["explain-code", "E0301"],
    ] {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = jiedui(folder.path())
            .args(words)
            .stdout(Stdio::from(full))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(err.contains("没有写全"), "{err}");
    }
}

/// Whoever ends a run before it has any plan is not kept waiting until its time limit, or a part of it, is over: here
/// that would be days.
#[test]
fn a_run_that_is_ended_early_ends_soon() {
    let folder = TempDir::new().unwrap();
    let mut run = jiedui(folder.path())
        .args(["assign", "--effort", "30", "--time-limit", "1000000"])
        .args(["--threads", "1", "--out", "run"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Reading and stating the program takes a fraction of it, the first priority with such an effort minutes.
    std::thread::sleep(std::time::Duration::from_secs(5));
    let pid = run.id().to_string();
    let ended = std::process::Command::new("kill")
        .args(["-TERM", &pid])
        .status();
    assert!(ended.unwrap().success());
    let status = run.wait().unwrap();
    assert_eq!(
        status.code(),
        Some(4),
        "with the best plan, or told that there is none"
    );
    let mut err = String::new();
    std::io::Read::read_to_string(&mut run.stderr.take().unwrap(), &mut err).unwrap();
    assert!(err.contains("正在停止"), "{err}");
    // Nothing half-written stays.
    let left = command::entries(folder.path());
    assert!(left.iter().all(|name| name == "run"), "{left:?}");
}
