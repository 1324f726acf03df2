//! Ctrl-C: where there is a search, the first ends it and keeps the best plan, the second ends the program at once;
//! elsewhere the first does. A scheduler that ends a job (SIGTERM) is heard alike.

use crate::console::Console;
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, OnceLock, PoisonError};

static ASKED: AtomicBool = AtomicBool::new(false);
/// What is said to the first, where there is a search that it ends.
static WORDS: OnceLock<String> = OnceLock::new();
/// What is removed before the program ends.
static UNFINISHED: Mutex<Vec<Unfinished>> = Mutex::new(Vec::new());

/// What a shell reports for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// A folder that is being written.
pub(crate) struct Unfinished {
    pub(crate) folder: PathBuf,
    /// The folder around it, if it was made for it: goes if nothing else is in it.
    pub(crate) made: Option<PathBuf>,
}

/// From now on there is a search to be ended. Where the system does not allow to listen, Ctrl-C does what it always
/// does.
pub(crate) fn listen(console: &Console) {
    let _ = WORDS.set(console.text("cli-interrupt-heard", &[]));
    hear_from_now_on();
}

fn hear_from_now_on() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        listen_to_schedulers();
        let _ = ctrlc::set_handler(hear);
    });
}

/// SIGTERM ends jobs elsewhere. A hang-up is left alone: whoever does not want to be ended by it has said so (`nohup`).
#[cfg(unix)]
fn listen_to_schedulers() {
    let signals = signal_hook::iterator::Signals::new([signal_hook::consts::SIGTERM]);
    let Ok(mut signals) = signals else { return };
    std::thread::spawn(move || {
        for _ in signals.forever() {
            hear();
        }
    });
}

#[cfg(not(unix))]
fn listen_to_schedulers() {}

fn hear() {
    let is_first = !ASKED.swap(true, Ordering::SeqCst);
    if let (true, Some(words)) = (is_first, WORDS.get()) {
        let _ = writeln!(std::io::stderr(), "{words}");
        return;
    }
    // Held to the end, so that nothing more is written.
    let unfinished = held();
    for Unfinished { folder, made } in unfinished.iter() {
        let _ = std::fs::remove_dir_all(folder);
        if let Some(made) = made {
            let _ = std::fs::remove_dir(made);
        }
    }
    std::process::exit(INTERRUPTED);
}

/// Whether somebody asked to stop.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// The folders that are being written. Whoever writes in one, or gives it its name, holds them meanwhile: the program does
/// not end in the middle of it.
pub(crate) fn unfinished() -> MutexGuard<'static, Vec<Unfinished>> {
    hear_from_now_on();
    held()
}

fn held() -> MutexGuard<'static, Vec<Unfinished>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
