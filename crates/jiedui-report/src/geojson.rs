//! The plan for GIS programs: seats as points, pairs as lines (RFC 7946, WGS 84).
//!
//! Where nothing tells a seat, the feature stands without geometry, so that nothing is lost.

use crate::clean::{Medium, clean};
use ::geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{HelperEntry, PairEntry, RecipientEntry};
use serde_json::{Value, json};

/// The plan as one feature collection: recipients, helpers, pairs, told apart by the property
/// `kind`.
///
/// *Units:* money in 万元, distance in km, coverage as a share 0–1; sectors by their codes, in the
/// sector's unit. *Determinism:* equal dossiers give equal text.
pub fn geojson(dossier: &Dossier) -> String {
    let recipients = dossier.recipients.iter().map(recipient);
    let helpers = dossier.helpers.iter().map(helper);
    let pairs = dossier.pairs.iter().map(|entry| pair(dossier, entry));
    let collection = FeatureCollection::new(recipients.chain(helpers).chain(pairs));
    collection.to_string() + "\n"
}

fn own(text: &str) -> String {
    clean(text, Medium::Html)
}

fn seat(lon: Option<f64>, lat: Option<f64>) -> Option<[f64; 2]> {
    Some([lon?, lat?])
}

fn feature(id: String, geometry: Option<GeometryValue>, properties: Value) -> Feature {
    Feature {
        id: Some(::geojson::feature::Id::String(id)),
        geometry: geometry.map(Geometry::new),
        properties: match properties {
            Value::Object(properties) => Some(properties),
            _ => Some(JsonObject::new()),
        },
        ..Feature::default()
    }
}

fn recipient(entry: &RecipientEntry) -> Feature {
    feature(
        format!("recipient:{}", own(&entry.code)),
        seat(entry.lon, entry.lat).map(GeometryValue::new_point),
        json!({
            "kind": "recipient",
            "code": own(&entry.code),
            "name": own(&entry.name),
            "prefecture": own(&entry.prefecture),
            "hardship_class": entry.hardship_class,
            "need_wan": entry.need_wan,
            "given_wan": entry.given_wan,
            "coverage": entry.coverage.as_ref().map(|share| share.value),
        }),
    )
}

fn helper(entry: &HelperEntry) -> Feature {
    feature(
        format!("helper:{}", own(&entry.code)),
        seat(entry.lon, entry.lat).map(GeometryValue::new_point),
        json!({
            "kind": "helper",
            "code": own(&entry.code),
            "name": own(&entry.name),
            "track": own(&entry.track),
            "place": entry.place.as_deref().map(own),
            "place_name": entry.place_name.as_deref().map(own),
            "budget_wan": entry.budget_wan,
            "given_wan": entry.given_wan,
            "pairs": entry.pairs,
        }),
    )
}

fn pair(dossier: &Dossier, entry: &PairEntry) -> Feature {
    let from = dossier.helper(&entry.helper);
    let to = dossier.recipient(&entry.recipient);
    let ends = from
        .and_then(|from| seat(from.lon, from.lat))
        .zip(to.and_then(|to| seat(to.lon, to.lat)));
    let help: JsonObject = entry
        .help
        .iter()
        .map(|help| (own(&help.sector), Value::from(help.amount)))
        .collect();
    feature(
        format!("pair:{}:{}", own(&entry.helper), own(&entry.recipient)),
        ends.map(|(from, to)| GeometryValue::new_line_string([from, to])),
        json!({
            "kind": "pair",
            "helper": own(&entry.helper),
            "helper_name": from.map(|from| own(&from.name)),
            "recipient": own(&entry.recipient),
            "recipient_name": to.map(|to| own(&to.name)),
            "track": own(&entry.track),
            "value_wan": entry.value_wan,
            "distance_km": entry.distance_km,
            "fit": entry.fit,
            "kept_since": entry.kept_since,
            "locked": entry.locked.is_some(),
            "help": help,
        }),
    )
}
