//! `[sectors.X]`: what is helped, and in which unit.

use super::section::{Problems, Section};
use super::{checks, keys, read_title, warnings};
use jiedui_domain::{IdVec, Quantity, Sector, SectorId, SectorUnit, UnitValue};

const UNITS: [(&str, SectorUnit); 2] = [("万元", SectorUnit::Wan), ("人", SectorUnit::Person)];

pub(super) fn read_sectors(root: &Section<'_>, problems: &mut Problems) -> IdVec<SectorId, Sector> {
    let section = root
        .optional("sectors")
        .and_then(|item| Section::open_free(&item, problems));
    let mut sectors = Vec::new();
    for (entry, item) in section.iter().flat_map(Section::items) {
        checks::check_e0519_code(&item.path, entry, problems);
        if let Some(section) = Section::open(&item, &keys::SECTOR, problems) {
            sectors.push(read_sector(&entry.key, &section, problems));
        }
    }
    sectors.into_iter().collect()
}

fn read_sector(code: &str, section: &Section<'_>, problems: &mut Problems) -> Sector {
    let title = read_title(section, problems);
    let unit = section
        .required("unit", problems)
        .and_then(|item| item.word("E0508", &UNITS, problems));
    let whole = section
        .optional("whole")
        .and_then(|item| item.flag(problems))
        .unwrap_or(unit == Some(SectorUnit::Person));
    let value_item = section.required("value", problems);
    let value = value_item
        .as_ref()
        .and_then(|item| item.quantity::<UnitValue>(problems))
        .unwrap_or(UnitValue::units(1));
    if let Some(item) = &value_item {
        checks::check_e0526_value_positive(item, value.scaled(), problems);
        if let Some(unit) = unit {
            warnings::check_w0502_sector_value(item, unit, value.to_f64(), problems);
        }
    }
    let clause = section
        .optional("clause")
        .and_then(|item| item.text(problems));
    Sector {
        code: code.to_owned(),
        title,
        unit: unit.unwrap_or(SectorUnit::Wan),
        whole,
        value,
        clause,
    }
}
