//! The page as a file: nothing leaves it, nothing hostile acts in it, its texts exist.
//!
//! How it behaves in a browser is tested in the package `tests`.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

mod comparison;
mod hostile;
mod words;

use super::{HtmlOptions, report};
use crate::tests::{small, without_needs};
use jiedui_explain::Dossier;

fn page(dossier: &Dossier) -> String {
    report(dossier, &HtmlOptions::default()).unwrap()
}

/// The JSON of an element of the page.
fn embedded(page: &str, id: &str) -> serde_json::Value {
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    let from = page.find(&start).unwrap() + start.len();
    let to = from + page[from..].find("</script>").unwrap();
    serde_json::from_str(&page[from..to]).unwrap()
}

#[test]
fn page_names_nothing_outside_itself() {
    let page = page(&small());
    for reference in [
        "src=", "http://", "https://", "url(", "@import", "fetch(", "XMLHttp",
    ] {
        let found: Vec<_> = page.match_indices(reference).collect();
        // The one address is the name of the space of SVG elements, which nobody visits.
        let allowed = usize::from(reference == "http://");
        assert!(found.len() <= allowed, "{reference} at {found:?}");
    }
    assert!(page.contains("default-src 'none'") || page.contains("default-src &#x27;none&#x27;"));
}

#[test]
fn page_without_needs_has_no_place_for_amounts() {
    let all = page(&small());
    for dossier in without_needs() {
        let bare = page(&dossier);
        for place in ["<div id=\"coverage-chart\">", "<a href=\"#/load\">"] {
            assert!(all.contains(place) && !bare.contains(place), "{place}");
        }
        assert_eq!(embedded(&bare, "data")["amounts"], false);
    }
}

#[test]
fn what_pairs_take_of_their_helpers_means_adds_up() {
    let mut dossier = small();
    // A second recipient for the first helper, and a third of a hundredth in the way.
    let given = dossier.pairs[1].value_wan;
    dossier.pairs[1].helper = dossier.helpers[0].code.clone();
    dossier.helpers[0].given_wan += given;
    dossier.helpers[0].budget_wan = Some(dossier.helpers[0].given_wan + 0.333);
    let page = page(&dossier);
    let data = embedded(&page, "data");
    let mut divided = 0;
    for pair in data["pairs"].as_array().unwrap() {
        let means = &pair["means"];
        let helper = &data["helpers"][pair["h"].as_u64().unwrap() as usize];
        if means.is_null() {
            assert!(helper["budget"].is_null());
            continue;
        }
        let hundredths = |figure: &serde_json::Value| (figure.as_f64().unwrap() * 100.0).round();
        let part = |name: &str| hundredths(&means[name]);
        assert_eq!(part("own"), hundredths(&pair["value"]));
        assert_eq!(means["budget"], helper["budget"]);
        if means["elsewhere"] == 1 {
            assert_eq!(part("own") + part("others") + part("left"), part("budget"));
            assert_eq!(part("left"), 33.0);
        }
        divided += usize::from(means["elsewhere"].as_u64().unwrap() > 0);
    }
    assert_eq!(divided, 2);
}

#[test]
fn page_is_the_same_every_time() {
    assert_eq!(page(&small()), page(&small()));
}

#[test]
fn page_holds_every_pair_candidate_and_exclusion() {
    let dossier = small();
    let page = page(&dossier);
    let rows = |value: &serde_json::Value| -> usize {
        let lists = value.as_array().unwrap().iter();
        lists.map(|list| list.as_array().unwrap().len()).sum()
    };
    let outside = embedded(&page, "outside");
    assert_eq!(rows(&outside["candidates"]), dossier.candidates.len());
    assert_eq!(rows(&outside["excluded"]), dossier.excluded.len());
    let data = embedded(&page, "data");
    assert_eq!(data["pairs"].as_array().unwrap().len(), dossier.pairs.len());
    assert!(!dossier.excluded.is_empty() && !dossier.candidates.is_empty());
}

#[test]
fn page_of_a_dossier_with_nothing_in_it_is_written() {
    let mut dossier = small();
    dossier.pairs.clear();
    dossier.candidates.clear();
    dossier.excluded.clear();
    dossier.ended.clear();
    dossier.recipients.clear();
    dossier.helpers.clear();
    dossier.tiers.clear();
    dossier.measures.clear();
    assert!(page(&dossier).contains("</html>"));
}
