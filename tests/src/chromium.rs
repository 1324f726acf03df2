//! Drives a Chromium through its own protocol, over the one socket that it opens to this machine.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "used by tests, which fail by panicking and say why they do nothing"
)]

use serde_json::{Value, json};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// Names under which the browser is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// How long anything may take before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub struct Chromium {
    process: Child,
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    sent: u64,
    /// Errors of scripts and of the console.
    pub problems: Vec<String>,
    /// Addresses that were asked for.
    pub requests: Vec<String>,
    _profile: TempDir,
}

fn installed() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

impl Chromium {
    /// Starts the browser; `None`, and a line about it, where there is none.
    pub fn start() -> Option<Self> {
        let Some(program) = installed() else {
            eprintln!("skipped: no Chromium is installed");
            return None;
        };
        let profile = TempDir::new().unwrap();
        let process = Command::new(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,900",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (port, path) = endpoint(profile.path());
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) =
            tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream).unwrap();
        let mut chromium = Self {
            process,
            socket,
            session: None,
            sent: 0,
            problems: Vec::new(),
            requests: Vec::new(),
            _profile: profile,
        };
        let page = chromium.send("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = chromium.send(
            "Target.attachToTarget",
            json!({ "targetId": page["targetId"], "flatten": true }),
        );
        chromium.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            chromium.send(&format!("{domain}.enable"), json!({}));
        }
        Some(chromium)
    }

    /// Opens an address from the beginning and waits until it is there.
    pub fn load(&mut self, address: &str) {
        // A change after # alone would not load anything.
        self.send("Page.navigate", json!({ "url": "about:blank" }));
        self.wait_for("document.readyState === 'complete' && location.href === 'about:blank'");
        self.send("Page.navigate", json!({ "url": address }));
        self.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// Waits until an expression is true in the page.
    pub fn wait_for(&mut self, expression: &str) {
        let begin = Instant::now();
        while self.ask(expression) != true {
            assert!(begin.elapsed() < PATIENCE, "never true: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The value of an expression in the page.
    pub fn ask(&mut self, expression: &str) -> Value {
        let answer = self.send(
            "Runtime.evaluate",
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }),
        );
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// Sends a command of the protocol and waits for its answer; events that come before it are kept.
    pub fn send(&mut self, method: &str, parameters: Value) -> Value {
        self.sent += 1;
        let mut command = json!({ "id": self.sent, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            command["sessionId"] = json!(session);
        }
        self.socket
            .send(Message::text(command.to_string()))
            .unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else {
                continue;
            };
            let message: Value = serde_json::from_str(&text).unwrap();
            if message["id"] == self.sent {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].clone();
            }
            self.keep(&message);
        }
    }

    fn keep(&mut self, event: &Value) {
        let details = &event["params"];
        match event["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.problems.push(details.to_string()),
            Some("Runtime.consoleAPICalled") if details["type"] == "error" => {
                self.problems.push(details.to_string());
            }
            Some("Log.entryAdded") if details["entry"]["level"] == "error" => {
                self.problems.push(details.to_string());
            }
            Some("Page.javascriptDialogOpening") => self.problems.push(details.to_string()),
            Some("Network.requestWillBeSent") => {
                let url = details["request"]["url"].as_str().unwrap_or_default();
                self.requests.push(url.to_owned());
            }
            _ => {}
        }
    }

    /// The size of the window; `mobile` as a telephone has it.
    pub fn resize(&mut self, width: u32, height: u32, mobile: bool) {
        self.send(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile }),
        );
    }

    /// Presses a key as a person does.
    pub fn press(&mut self, key: &str, code: u32, text: &str) {
        for kind in ["keyDown", "keyUp"] {
            self.send(
                "Input.dispatchKeyEvent",
                json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text }),
            );
        }
    }
}

/// Port and path that the browser writes into its profile when it listens.
fn endpoint(profile: &Path) -> (u16, String) {
    let begin = Instant::now();
    loop {
        let written = std::fs::read_to_string(profile.join("DevToolsActivePort"));
        let written = written.unwrap_or_default();
        let mut lines = written.lines();
        if let (Some(port), Some(path)) = (lines.next(), lines.next()) {
            return (port.parse().unwrap(), path.to_owned());
        }
        assert!(begin.elapsed() < PATIENCE, "Chromium does not listen");
        std::thread::sleep(Duration::from_millis(50));
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Its profile is thrown away, so there is nothing for it to save.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
