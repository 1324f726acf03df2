//! `jiedui man`: the manual page, in roff.

use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::help;

pub(crate) fn run(console: &Console) -> Result<Exit, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(help::command(console.lang))
        .render(&mut page)
        .map_err(Failure::defect)?;
    console.out(&String::from_utf8_lossy(&page));
    Ok(Exit::Done)
}
