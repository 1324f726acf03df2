//! Names that tell parties apart: there is more than one 城关县, and more than one 第一人民医院.

use super::Case;
use crate::ids::{HelperId, RecipientId};

impl Case {
    /// The name of a recipient; where others have the same, with its prefecture, or with its code where the
    /// prefecture is the same, too.
    pub fn recipient_name(&self, recipient: RecipientId) -> String {
        let place = self.recipient_place(recipient);
        let others = self.recipients.ids().filter(|other| *other != recipient);
        let namesakes = others
            .map(|other| self.recipient_place(other))
            .filter(|other| other.name == place.name)
            .map(|other| other.prefecture.as_str());
        told_apart(&place.name, &place.code, &place.prefecture, namesakes)
    }

    /// The name of a helper; where others of its track have the same, with the place where it sits, or with
    /// its code. One institution may have an entry in several tracks, which are named beside it.
    pub fn helper_name(&self, helper: HelperId) -> String {
        let row = &self.helpers[helper];
        let seat = |id: HelperId| {
            let place = self.helpers[id].place;
            place.map_or("", |place| self.places[place].name.as_str())
        };
        let others = self.helpers.iter();
        let namesakes = others
            .filter(|(id, other)| {
                *id != helper && other.track == row.track && other.name == row.name
            })
            .map(|(id, _)| seat(id));
        told_apart(&row.name, &row.code, seat(helper), namesakes)
    }
}

/// The name as it is, or with the place in brackets where namesakes sit elsewhere, else with the code.
fn told_apart<'a>(
    name: &str,
    code: &str,
    place: &str,
    namesakes: impl Iterator<Item = &'a str>,
) -> String {
    let namesakes: Vec<&str> = namesakes.collect();
    if namesakes.is_empty() {
        return name.to_owned();
    }
    let by = if place.is_empty() || namesakes.contains(&place) {
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
    use super::{told_apart, undistinguished};

    #[test]
    fn told_apart_by_place_else_by_code_and_only_where_needed() {
        let name = |place, others: &[&'static str]| {
            told_apart("城关县", "052501", place, others.iter().copied())
        };
        assert_eq!(name("东山市", &[]), "城关县");
        assert_eq!(name("东山市", &["西山市"]), "城关县（东山市）");
        assert_eq!(name("东山市", &["西山市", "东山市"]), "城关县（052501）");
        assert_eq!(name("", &[""]), "城关县（052501）");
        let english = told_apart("Chengguan", "r1", "East", ["West"].into_iter());
        assert_eq!(english, "Chengguan (East)");
        let told = "城关县（东山市）";
        assert_eq!(undistinguished(told, "052501", "东山市"), "城关县");
        assert_eq!(undistinguished(told, "052501", "西山市"), told);
        assert_eq!(undistinguished("城关县（052501）", "052501", ""), "城关县");
        assert_eq!(undistinguished(&english, "r1", "East"), "Chengguan");
    }
}
