//! Where everything lies: regions side by side on a grid, each with its poor west and its developed east.
//!
//! A region is small enough that its places reach all its counties within the shipped distance limit,
//! so that a national case is as feasible, and as sparse, as a national programme would be.

use crate::naming::{Codes, made_up};
use crate::random::{Random, divide, to_step};
use jiedui_domain::{Degrees, PlaceRow, Population, Quantity, Wan, Yi};

/// Counties of one region: the shipped case has 39.
const COUNTIES_OF_A_REGION: usize = 40;
/// Hundredths of a degree from one region to the next, where the whole is not too wide for it.
const SPACING: (i64, i64) = (500, 400);
/// Hundredths of a degree that a region takes of that.
const EXTENT: (i64, i64) = (480, 380);
/// The whole is no wider than this, so that no seat looks misplaced.
const WIDEST: i64 = 2_600;
/// The middle of everything, hundredths of a degree east and north.
const MIDDLE: (i64, i64) = (10_400, 3_300);
/// The west of a region, where its counties lie, in hundredths of its width.
const WEST: i64 = 60;

/// Octiles of the shipped counties' population, hundredths of 万人.
const COUNTY_POPULATION: [i64; 9] = [247, 466, 595, 767, 1_581, 2_060, 3_019, 4_676, 7_291];
/// Octiles of the shipped helping places' population, hundredths of 万人.
const TOWN_POPULATION: [i64; 9] = [
    2_556, 4_400, 6_030, 7_357, 8_329, 9_044, 9_560, 12_985, 26_598,
];
/// Octiles of the shipped helping places' revenue, 万元.
const TOWN_REVENUE: [i64; 9] = [
    95_900, 150_200, 217_300, 279_100, 324_300, 399_700, 518_700, 883_200, 1_266_500,
];
/// Revenue is 7 % of product: 万元 of the one for an 亿元 of the other.
const REVENUE_OF_PRODUCT: i64 = 700;

/// A place on the map.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) prefecture: String,
    pub(crate) region: usize,
    /// Hundredths of a degree east and north.
    pub(crate) seat: (i64, i64),
    /// 0–6.
    pub(crate) hardship: i64,
    /// Hundredths of 万人.
    pub(crate) population: i64,
    /// 万元; 0 for a county that is helped, whose revenue plays no part.
    pub(crate) revenue: i64,
}

impl Spot {
    /// A square of something like a distance: good enough to tell which of two is nearer.
    pub(crate) fn remoteness(&self, other: &Self) -> i64 {
        let east = (self.seat.0 - other.seat.0) * 84 / 100;
        let north = self.seat.1 - other.seat.1;
        east * east + north * north
    }

    pub(crate) fn row(&self) -> PlaceRow {
        let hundredths = |value: i64| value * 10_000;
        let is_rich = self.revenue > 0;
        PlaceRow {
            code: self.code.clone(),
            name: self.name.clone(),
            prefecture: self.prefecture.clone(),
            lon: Some(Degrees::from_scaled(hundredths(self.seat.0))),
            lat: Some(Degrees::from_scaled(hundredths(self.seat.1))),
            hardship_class: i32::try_from(self.hardship).ok(),
            population: Some(Population::from_scaled(hundredths(self.population))),
            gdp: is_rich.then(|| Yi::units(divide(self.revenue, REVENUE_OF_PRODUCT))),
            revenue: is_rich.then(|| Wan::units(self.revenue)),
            indicators: std::collections::BTreeMap::new(),
            provenance: made_up(),
        }
    }
}

/// The map.
#[derive(Clone, Debug)]
pub(crate) struct Map {
    /// The counties that are helped; their order is that of their codes.
    pub(crate) counties: Vec<Spot>,
    /// The developed places.
    pub(crate) towns: Vec<Spot>,
    pub(crate) regions: usize,
}

/// Words that differ between kinds of map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MapWords {
    pub(crate) county: &'static str,
    pub(crate) town: &'static str,
}

impl Map {
    /// Draws `counties` and `towns`, both spread evenly over the regions.
    pub(crate) fn draw(
        counties: usize,
        towns: usize,
        words: MapWords,
        random: &mut Random,
    ) -> Self {
        let regions = counties.div_ceil(COUNTIES_OF_A_REGION).min(towns).max(1);
        let grid = Grid::of(regions);
        let codes = Codes::new('r', counties);
        let counties = (0..counties).map(|index| {
            let region = index * regions / counties.max(1);
            let east = random.between(0, EXTENT.0 * WEST / 100);
            let north = random.between(0, EXTENT.1);
            let west_part = EXTENT.0 * WEST / 100;
            let hardship = divide(6 * (west_part - east), west_part) + random.between(-1, 1);
            Spot {
                code: codes.code(index),
                name: format!("{}{}", words.county, codes.number(index)),
                prefecture: format!("虚拟州{}", 1 + region * 4 + quarter(north)),
                region,
                seat: grid.seat(region, (east, north)),
                hardship: hardship.clamp(0, 6),
                population: random.on_ladder(&COUNTY_POPULATION),
                revenue: 0,
            }
        });
        let counties: Vec<Spot> = counties.collect();
        let codes = Codes::new('t', towns);
        let towns = (0..towns).map(|index| {
            let region = index * regions / towns.max(1);
            let east = random.between(EXTENT.0 * WEST / 100, EXTENT.0);
            let north = random.between(0, EXTENT.1);
            Spot {
                code: codes.code(index),
                name: format!("{}{}", words.town, codes.number(index)),
                prefecture: format!("虚拟市{}", 1 + region * 4 + quarter(north)),
                region,
                seat: grid.seat(region, (east, north)),
                hardship: i64::from(random.happens(100)),
                population: random.on_ladder(&TOWN_POPULATION),
                revenue: to_step(random.on_ladder(&TOWN_REVENUE), 100),
            }
        });
        let towns = towns.collect();
        Self {
            counties,
            towns,
            regions,
        }
    }
}

fn quarter(north: i64) -> usize {
    usize::try_from(north * 4 / (EXTENT.1 + 1)).unwrap_or(0)
}

/// Regions in rows and columns around the middle.
struct Grid {
    columns: i64,
    rows: i64,
    spacing: (i64, i64),
}

impl Grid {
    fn of(regions: usize) -> Self {
        let regions = i64::try_from(regions).unwrap_or(i64::MAX);
        let mut columns = 1;
        while columns * columns < regions {
            columns += 1;
        }
        let rows = (regions + columns - 1) / columns;
        Self {
            columns,
            rows,
            spacing: (
                SPACING.0.min(WIDEST / columns),
                SPACING.1.min(WIDEST / rows.max(1)),
            ),
        }
    }

    fn seat(&self, region: usize, within: (i64, i64)) -> (i64, i64) {
        let region = i64::try_from(region).unwrap_or(0);
        let (column, row) = (region % self.columns, region / self.columns);
        let west = MIDDLE.0 - self.columns * self.spacing.0 / 2;
        let south = MIDDLE.1 - self.rows * self.spacing.1 / 2;
        (
            west + column * self.spacing.0 + within.0,
            south + row * self.spacing.1 + within.1,
        )
    }
}
