//! Codes and names. A name says that it is made up: 虚拟县0001.

use jiedui_domain::{Basis, Bilingual, Origin, Provenance};
use std::sync::Arc;

/// Codes of one kind, all of one width, so that their order is the order of making.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codes {
    letter: char,
    width: usize,
}

impl Codes {
    /// For `count` things.
    pub(crate) fn new(letter: char, count: usize) -> Self {
        let width = count.max(1).to_string().len().max(3);
        Self { letter, width }
    }

    /// The code of the thing at an index, counted from 1: `r001`.
    pub(crate) fn code(self, index: usize) -> String {
        format!("{}{}", self.letter, self.number(index))
    }

    /// The digits alone.
    pub(crate) fn number(self, index: usize) -> String {
        format!("{:0width$}", index + 1, width = self.width)
    }
}

/// What every row says of itself.
pub(crate) fn made_up() -> Provenance {
    Provenance {
        origin: Origin::nowhere(),
        basis: Some(Basis::Illustrative),
        source: Some(Arc::from("随机生成")),
        changes: Vec::new(),
    }
}

/// The title of the policy.
pub(crate) fn policy_title() -> Bilingual {
    Bilingual {
        zh: "随机生成的结对示例".to_owned(),
        en: "a generated example".to_owned(),
    }
}
