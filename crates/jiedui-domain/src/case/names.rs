//! Names that tell parties apart: there is more than one 城关县, and more than one 第一人民医院.

use super::{Case, Helper};
use crate::ids::{HelperId, IdVec, RecipientId, TrackId};
use std::collections::BTreeMap;

/// The names of all parties of a case, told apart where several have the same.
pub struct Names<'a> {
    case: &'a Case,
    recipients: Namesakes<'a>,
    /// One institution may have an entry in several tracks, which are named beside it.
    helpers: IdVec<TrackId, Namesakes<'a>>,
}

impl<'a> Names<'a> {
    /// Counts who has which name. *Complexity:* O(n log n); each name then takes O(log n).
    pub fn of(case: &'a Case) -> Self {
        let mut names = Self {
            case,
            recipients: Namesakes::default(),
            helpers: IdVec::filled(Namesakes::default(), case.policy.tracks.len()),
        };
        for recipient in case.recipients.ids() {
            let place = case.recipient_place(recipient);
            names.recipients.count(&place.name, &place.prefecture);
        }
        for helper in case.helpers.values() {
            names.helpers[helper.track].count(&helper.name, seat(case, helper));
        }
        names
    }

    /// The name of a recipient; where others have the same, with its prefecture, or with its code where the
    /// prefecture is the same, too.
    pub fn recipient(&self, recipient: RecipientId) -> String {
        let place = self.case.recipient_place(recipient);
        self.recipients
            .told_apart(&place.name, &place.prefecture, &place.code)
    }

    /// The name of a helper; where others of its track have the same, with the place where it sits, or with
    /// its code.
    pub fn helper(&self, helper: HelperId) -> String {
        let row = &self.case.helpers[helper];
        self.helpers[row.track].told_apart(&row.name, seat(self.case, row), &row.code)
    }
}

/// Where a helper sits; empty where that is not stated.
fn seat<'a>(case: &'a Case, helper: &Helper) -> &'a str {
    let place = helper.place;
    place.map_or("", |place| case.places[place].name.as_str())
}

/// How many have a name, and a name and a place.
#[derive(Clone, Default)]
struct Namesakes<'a> {
    named: BTreeMap<&'a str, usize>,
    placed: BTreeMap<(&'a str, &'a str), usize>,
}

impl<'a> Namesakes<'a> {
    fn count(&mut self, name: &'a str, place: &'a str) {
        *self.named.entry(name).or_default() += 1;
        *self.placed.entry((name, place)).or_default() += 1;
    }

    /// The name as it is, or with the place in brackets where namesakes sit elsewhere, else with the code.
    fn told_apart(&self, name: &str, place: &str, code: &str) -> String {
        let several = |count: Option<&usize>| count.is_some_and(|count| *count > 1);
        if !several(self.named.get(name)) {
            return name.to_owned();
        }
        let by = if place.is_empty() || several(self.placed.get(&(name, place))) {
            code
        } else {
            place
        };
        if name.is_ascii() {
            format!("{name} ({by})")
        } else {
            format!("{name}（{by}）")
        }
    }
}

/// The name without what tells it apart from namesakes: its place or its code in brackets.
pub fn undistinguished<'a>(name: &'a str, code: &str, place: &str) -> &'a str {
    let told = [place, code].into_iter().filter(|by| !by.is_empty());
    let cut = |by| {
        let wide = name.strip_suffix(&format!("（{by}）"));
        wide.or_else(|| name.strip_suffix(&format!(" ({by})")))
    };
    told.filter_map(cut).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{Namesakes, undistinguished};

    #[test]
    fn told_apart_by_place_else_by_code_and_only_where_needed() {
        let told = |name, place, others: &[&'static str]| {
            let mut namesakes = Namesakes::default();
            namesakes.count("Nobody Else", "West");
            for place in others.iter().chain([&place]) {
                namesakes.count(name, place);
            }
            namesakes.told_apart(name, place, "052501")
        };
        let name = |place, others: &[&'static str]| told("城关县", place, others);
        assert_eq!(name("东山市", &[]), "城关县");
        assert_eq!(name("东山市", &["西山市"]), "城关县（东山市）");
        assert_eq!(name("东山市", &["西山市", "东山市"]), "城关县（052501）");
        assert_eq!(name("", &[""]), "城关县（052501）");
        let english = told("Chengguan", "East", &["West"]);
        assert_eq!(english, "Chengguan (East)");
        let told = "城关县（东山市）";
        assert_eq!(undistinguished(told, "052501", "东山市"), "城关县");
        assert_eq!(undistinguished(told, "052501", "西山市"), told);
        assert_eq!(undistinguished("城关县（052501）", "052501", ""), "城关县");
        assert_eq!(undistinguished(&english, "r1", "East"), "Chengguan");
    }
}
