//! Every code of the project, in order. A code never changes its meaning and is never used again.

/// All codes: E00 reading, E01 structure, E02 values, E03 references, E04 overlays and scenario sets, E05 policy,
/// E06 candidates, E07 outcome, E08 verification, E09 run folders and reports; W likewise.
#[rustfmt::skip]
pub const CODES: &[&str] = &[
    // Reading files.
    "E0001", "E0002", "E0003", "E0004", "E0005", "E0006", "E0007", "E0008", "E0009", "E0010",
    "E0011", "E0012", "E0013", "E0014", "E0015", "E0016", "W0001", "W0002",
    // Structure of tables.
    "E0101", "E0102", "E0103", "E0104", "E0105", "E0106", "E0107", "E0108", "E0109", "E0110",
    "E0111", "E0112", "E0113", "E0114", "E0115", "E0116", "E0117", "E0118", "E0119", "E0120",
    "E0121", "E0122", "E0123", "E0124", "E0125", "W0101",
    // Values of cells.
    "E0201", "E0202", "E0203", "E0204", "E0205", "E0206", "E0207", "E0208", "E0209", "E0210",
    "E0211", "E0212", "E0213", "E0214", "E0215", "E0216", "E0217", "E0218", "W0201", "W0202", "W0203",
    "W0204", "W0205", "W0206",
    // References between tables.
    "E0301", "E0302", "E0303", "E0304", "E0305", "E0306", "E0307", "E0308", "E0309", "E0310",
    "E0311", "E0312", "E0313", "E0314", "W0301", "W0302", "W0303", "W0304", "W0305", "W0306", "W0307",
    "W0308", "W0309", "W0310", "W0311", "W0312",
    // Overlays.
    "E0401", "E0402", "E0403", "E0404", "E0405", "E0406", "E0407", "E0408", "E0409", "E0410",
    "E0411", "E0412", "E0413", "E0414", "E0415", "E0416", "E0417", "E0418", "E0419", "E0420",
    "E0421", "E0422", "E0423", "E0424", "E0425", "W0401", "W0402", "W0403",
    // Scenario sets.
    "E0426", "E0427", "E0428", "E0429", "E0430", "E0431", "E0432", "E0433", "E0434", "E0435",
    "E0436", "E0437", "E0438", "E0439", "E0440", "E0441", "E0442",
    // Policy.
    "E0501", "E0502", "E0503", "E0504", "E0505", "E0506", "E0507", "E0508", "E0509", "E0510",
    "E0511", "E0512", "E0513", "E0514", "E0515", "E0516", "E0517", "E0518", "E0519", "E0520",
    "E0521", "E0522", "E0523", "E0524", "E0525", "E0526", "E0527", "E0528", "E0529", "E0530",
    "E0531", "E0532", "E0533", "E0534", "E0535", "E0536", "W0501", "W0502", "W0503", "W0504",
    "W0505", "W0506", "W0507", "W0508", "W0509",
    // Candidates.
    "E0601", "E0602", "W0601",
    // Outcome.
    "E0701", "E0702", "E0703", "E0704", "E0705", "E0706", "W0701", "W0702", "W0703",
    // Verification: always a defect of this program.
    "E0801", "E0802", "E0803",
    // Certificates.
    "E0830", "E0831", "E0832", "E0833",
    // Run folders and reports.
    "E0901", "E0902", "E0903", "E0904", "E0905", "E0906", "E0907",
    // Comparing, judging, trading off.
    "E0930", "E0931",
];

/// Whether the code exists.
pub fn is_known(code: &str) -> bool {
    CODES.contains(&code)
}
