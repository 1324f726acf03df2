#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

/// A set is looked through by adding one candidate after the other: as many steps as the helper has candidates must
/// not lie on the stack, and how many that are is for a certificate and a case from outside to say.
#[test]
fn helper_may_have_thousands_of_pairs() {
    const COUNT: usize = 5_000;
    let small_stack = std::thread::Builder::new().stack_size(256 * 1024);
    let search = small_stack.spawn(|| {
        let curve = Curve {
            base: BigInt::from(1),
            least: 1,
            tail: vec![(BigInt::from(1), 3)],
        };
        let holder = Holder {
            pairs: Pairs {
                least: 1,
                most: None,
            },
            budget: Some(4 * COUNT as i128),
            effort: 0,
            demanded: Vec::new(),
            others: vec![curve; COUNT],
        };
        most_of_helper(&holder, None)
    });
    let most = search.unwrap().join().unwrap();
    assert_eq!(most, Some(BigInt::from(4 * COUNT)));
}
