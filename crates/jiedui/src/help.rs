//! Help in both languages: the commands of `arguments`, dressed with texts from the catalogue.

use crate::arguments::Arguments;
use clap::{Arg, ArgAction, Command, CommandFactory};
use jiedui_messages::{Catalogue, Lang, catalogue, columns, wrap};
use std::ffi::OsString;

/// Where options of every command stand in a list: after those of the command.
const GENERAL: usize = 1000;

/// Options of every command with a value of their own.
const VALUED: [&str; 3] = ["--lang", "--color", "--message-format"];

/// How far a text is set in that stands below what it explains.
const BELOW: usize = 10;

/// The command line with help in a language.
pub(crate) fn command(lang: Lang) -> Command {
    let words = catalogue(lang);
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version);
    dress(Arguments::command(), words, "help-about")
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(described(version, words, "").display_order(GENERAL + 101))
        // Lines are broken by `fit`, which knows where Chinese may be broken.
        .term_width(0)
        .after_help(words.text("help-examples", &[]))
        .mut_subcommands(|sub| {
            let key = format!("help-{}", sub.get_name());
            dress(sub, words, &key).mut_subcommands(|inner| {
                let key = format!("{key}-{}", inner.get_name());
                dress(inner, words, &key)
            })
        })
}

/// What was typed, where `jiedui help CHECK` means `jiedui CHECK --help`.
pub(crate) fn understood(mut given: Vec<OsString>) -> Vec<OsString> {
    // Options of every command may stand before it, some with a value behind them.
    let takes_value = |word: &OsString| VALUED.iter().any(|option| word == option);
    let mut place = 1;
    while let Some(word) = given.get(place)
        && word.as_encoded_bytes().starts_with(b"-")
    {
        place += if takes_value(word) { 2 } else { 1 };
    }
    if given.get(place).is_some_and(|first| first == "help") {
        given.remove(place);
        given.push("--help".into());
    }
    given
}

/// A page of help in lines of at most so many columns. What continues a line stands below its text,
/// behind the name of the option; where names take more than five eighths of a line, text begins below them.
pub(crate) fn fit(page: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for line in page.lines() {
        if columns(line) <= width {
            lines.push(line.to_owned());
            continue;
        }
        let (name, text) = named(line);
        let column = columns(name);
        if column * 8 > width * 5 {
            let indent = " ".repeat(BELOW.min(width / 2));
            let lead = &line[..line.len() - line.trim_start().len()];
            lines.extend(wrap(name.trim(), width, lead, lead));
            lines.extend(wrap(text, width, &indent, &indent));
        } else {
            lines.extend(wrap(text, width, name, &" ".repeat(column)));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A line of a list as the name, with the spaces around it, and its text.
fn named(line: &str) -> (&str, &str) {
    let start = line.len() - line.trim_start().len();
    let Some(gap) = line[start..].find("  ").map(|gap| start + gap) else {
        return line.split_at(start);
    };
    let text = line[gap..].trim_start();
    line.split_at(line.len() - text.len())
}

fn dress(command: Command, words: &Catalogue, about: &str) -> Command {
    let general = about == "help-about";
    let mut order = if general { GENERAL } else { 0 };
    let name = command.get_name().to_owned();
    let long = format!("{about}-long");
    let template = format!(
        "{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
        words.text("help-heading-usage", &[]),
    );
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help);
    let command = command
        .about(words.text(about, &[]))
        .help_template(template)
        .subcommand_help_heading(words.text("help-heading-commands", &[]))
        .disable_help_flag(true)
        .mut_args(|arg| {
            order += 1;
            described(arg, words, &name).display_order(order)
        })
        .arg(described(help, words, &name).display_order(GENERAL + 100));
    if words.has(&long) {
        command.after_help(words.text(&long, &[]))
    } else {
        command
    }
}

/// An argument with its text: `help-COMMAND-ARGUMENT` where the command has one of its own, else
/// `help-option-ARGUMENT`.
fn described(arg: Arg, words: &Catalogue, command: &str) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-{id}");
    let key = if words.has(&own) {
        own
    } else {
        format!("help-option-{id}")
    };
    let heading = if arg.is_positional() {
        "help-heading-arguments"
    } else {
        "help-heading-options"
    };
    let takes_value = arg.get_action().takes_values();
    let arg = arg
        .help(words.text(&key, &[]))
        .help_heading(words.text(heading, &[]));
    // What may be given, and what holds otherwise, is said in the text. A number below nothing is a wrong value, not an
    // option that does not exist.
    if takes_value {
        let is_option = !arg.is_positional();
        arg.hide_possible_values(true)
            .hide_default_value(true)
            .allow_negative_numbers(is_option)
    } else {
        arg
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiedui_domain::Measure;
    use jiedui_engine::Side;

    #[test]
    fn the_frontier_names_every_measure_that_it_takes() {
        for lang in Lang::ALL {
            let page = catalogue(lang).text("help-frontier-long", &[]);
            let words: Vec<&str> = page.split([' ', ',', '\n']).collect();
            let codes = Measure::ALL.map(Measure::code).into_iter();
            for code in codes.chain([Side::Changes.code()]) {
                assert!(words.contains(&code), "{code} is not in: {page}");
            }
        }
    }

    #[test]
    fn every_page_keeps_to_the_width_and_loses_nothing() {
        let blank = |text: &str| text.split_whitespace().collect::<String>();
        for lang in Lang::ALL {
            for page in pages(lang) {
                for width in [40, 80, 120] {
                    let fitted = fit(&page, width);
                    for line in fitted.lines() {
                        assert!(columns(line) <= width, "{width}: {line}");
                        let start = line.trim_start();
                        assert!(!start.starts_with(['，', '。', '；', '）', '、']), "{line}");
                    }
                    assert_eq!(blank(&fitted), blank(&page));
                }
            }
        }
    }

    #[test]
    fn what_continues_a_line_stands_below_its_text() {
        let page = "Options:\n      --out <DIR>  one two three\n";
        let beside = "Options:\n      --out <DIR>  one two\n                   three\n";
        assert_eq!(fit(page, 31), beside);
        let below = "Options:\n      --out <DIR>\n          one two three\n";
        assert_eq!(fit(page, 30), below);
    }

    #[test]
    fn arguments_stand_in_the_order_of_their_definition_and_general_ones_last() {
        for page in pages(Lang::En) {
            let at = |text: &str| page.find(text);
            assert!(at("  <A>") <= at("  <B>"), "{page}");
            assert!(at("--format <") < at("--lang <"), "{page}");
            assert!(at("--lang <") < at("-h, --help "), "{page}");
        }
    }

    fn pages(lang: Lang) -> Vec<String> {
        let mut command = command(lang);
        command.build();
        let mut pages = vec![command.render_help().to_string()];
        for sub in command.get_subcommands_mut() {
            pages.push(sub.render_help().to_string());
            let inner = sub.get_subcommands_mut();
            pages.extend(inner.map(|inner| inner.render_help().to_string()));
        }
        pages
    }

    #[test]
    fn every_command_and_argument_has_its_text_in_both_languages() {
        for lang in Lang::ALL {
            let mut command = command(lang);
            command.build();
            command.clone().debug_assert();
            let mut pages = vec![command.render_help().to_string()];
            pages.extend(
                command
                    .get_subcommands_mut()
                    .map(|sub| sub.render_help().to_string()),
            );
            assert_eq!(pages.len(), 16);
            for page in pages {
                assert!(!page.contains('⟨'), "a text is missing in: {page}");
            }
        }
    }
}
