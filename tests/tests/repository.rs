//! What holds for the files of the repository, whatever they contain.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiedui_tests::repository_root;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Every file that git tracks or would track.
fn files() -> Vec<PathBuf> {
    let root = repository_root();
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others"])
        .arg("--exclude-standard")
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(output.status.success(), "git ls-files failed");
    let names = String::from_utf8(output.stdout).unwrap();
    let files: Vec<PathBuf> = names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(|name| root.join(name))
        .filter(|path| path.is_file())
        .collect();
    assert!(files.len() > 50, "only {} files found", files.len());
    files
}

/// The first absolute path of somebody's machine in a text; a path inside a web address is none.
fn machine_path(text: &str) -> Option<&str> {
    let folders = [
        concat!("/", "work/"),
        concat!("/", "root/"),
        concat!("/", "home/"),
        concat!("/", "Users/"),
    ];
    let found = folders.into_iter().flat_map(|folder| {
        text.match_indices(folder).filter(|(start, _)| {
            let before = text[..*start].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || "._-~/}*".contains(c))
        })
    });
    let start = found.map(|(start, _)| start).min()?;
    text[start..].split_whitespace().next()
}

#[test]
fn machine_path_is_found_but_not_in_web_addresses() {
    let path = concat!("cp /", "home/somebody/plan.csv .");
    assert_eq!(
        machine_path(path),
        Some(concat!("/", "home/somebody/plan.csv"))
    );
    assert_eq!(machine_path("https://www.example.cn/work/2025.html"), None);
    assert_eq!(machine_path("~/.cache and seeds/home/town"), None);
}

#[test]
fn no_file_mentions_paths_of_a_machine() {
    let mut found = Vec::new();
    for path in files() {
        let bytes = fs::read(&path).unwrap();
        if let Some(mention) = machine_path(&String::from_utf8_lossy(&bytes)) {
            found.push(format!("{}: {mention}", path.display()));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn scripts_are_executable_and_stop_at_errors() {
    use std::os::unix::fs::PermissionsExt;
    let root = repository_root();
    for name in [
        "scripts/run",
        "scripts/test",
        "scripts/setup-highs",
        "scripts/bench-peers",
        ".ci/run",
    ] {
        let path = root.join(name);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{name} is not executable");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("#!/usr/bin/env bash\n"), "{name}");
        assert!(text.contains("\nset -euo pipefail\n"), "{name}");
    }
    for name in [
        "scripts/run",
        "scripts/test",
        "scripts/setup-highs",
        "scripts/env",
        "scripts/bench-peers",
        ".ci/run",
    ] {
        let status = Command::new("bash")
            .arg("-n")
            .arg(root.join(name))
            .status()
            .unwrap();
        assert!(status.success(), "bash cannot read {name}");
    }
}

#[test]
fn mini_cases_are_complete() {
    let mini = repository_root().join("seeds/mini");
    let index = fs::read_to_string(mini.join("README.md")).unwrap();
    let mut count = 0;
    for entry in fs::read_dir(&mini).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() {
            continue;
        }
        count += 1;
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        for file in [
            "case.toml",
            "places.csv",
            "recipients.csv",
            "helpers.csv",
            "needs.csv",
            "supply.csv",
            "policy.toml",
            "expected.toml",
            "README.md",
        ] {
            assert!(folder.join(file).is_file(), "{name} has no {file}");
        }
        let case = fs::read_to_string(folder.join("case.toml")).unwrap();
        let case: toml::Table = case.parse().unwrap();
        assert_eq!(case["case"]["name"].as_str(), Some(name.as_str()));
        assert!(
            index.contains(&format!("({name}/README.md)")),
            "seeds/mini/README.md does not list {name}"
        );
    }
    assert!(count >= 13, "only {count} cases");
}
