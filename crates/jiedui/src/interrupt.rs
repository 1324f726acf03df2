//! Ctrl-C: the first ends the search and keeps the best plan, the second ends the program at once. A scheduler
//! that ends a job (SIGTERM) is heard alike.

use crate::console::Console;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);
/// What the second Ctrl-C removes before the program ends.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// What a shell reports for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Listens from now on. Where the system does not allow it, Ctrl-C does what it always does.
pub(crate) fn listen(console: &Console) {
    let words = console.text("cli-interrupt-heard", &[]);
    listen_to_schedulers(words.clone());
    let _ = ctrlc::set_handler(move || hear(&words));
}

/// SIGTERM ends jobs elsewhere. A hang-up is left alone: whoever does not want to be ended by it has said so (`nohup`).
#[cfg(unix)]
fn listen_to_schedulers(words: String) {
    let signals = signal_hook::iterator::Signals::new([signal_hook::consts::SIGTERM]);
    let Ok(mut signals) = signals else { return };
    std::thread::spawn(move || {
        for _ in signals.forever() {
            hear(&words);
        }
    });
}

#[cfg(not(unix))]
fn listen_to_schedulers(_: String) {}

fn hear(words: &str) {
    if ASKED.swap(true, Ordering::SeqCst) {
        let unfinished = UNFINISHED.lock().ok().and_then(|mut held| held.take());
        if let Some(folder) = unfinished {
            let _ = std::fs::remove_dir_all(folder);
        }
        std::process::exit(INTERRUPTED);
    }
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// Whether somebody asked to stop.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Names the folder that is being written; `None` when it is complete or gone.
pub(crate) fn guard(folder: Option<&Path>) {
    if let Ok(mut held) = UNFINISHED.lock() {
        *held = folder.map(Path::to_path_buf);
    }
}
