//! Help in both languages: the commands of `arguments`, dressed with texts from the catalogue.

use crate::arguments::Arguments;
use clap::{Arg, ArgAction, Command, CommandFactory};
use jiedui_messages::{Catalogue, Lang, catalogue};

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
        .arg(described(version, words, ""))
        .after_help(words.text("help-examples", &[]))
        .mut_subcommands(|sub| {
            let key = format!("help-{}", sub.get_name());
            dress(sub, words, &key).mut_subcommands(|inner| {
                let key = format!("{key}-{}", inner.get_name());
                dress(inner, words, &key)
            })
        })
}

fn dress(command: Command, words: &Catalogue, about: &str) -> Command {
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
        .arg(help)
        .mut_args(|arg| described(arg, words, &name));
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
    // What may be given, and what holds otherwise, is said in the text.
    if takes_value {
        arg.hide_possible_values(true).hide_default_value(true)
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
    fn every_command_and_argument_has_its_text_in_both_languages() {
        for lang in Lang::ALL {
            let mut command = command(lang);
            command.build();
            command.clone().debug_assert();
            let mut pages = vec![command.render_long_help().to_string()];
            pages.extend(
                command
                    .get_subcommands_mut()
                    .map(|sub| sub.render_long_help().to_string()),
            );
            assert_eq!(pages.len(), 16);
            for page in pages {
                assert!(!page.contains('⟨'), "a text is missing in: {page}");
            }
        }
    }
}
