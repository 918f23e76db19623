//! Which key signs a ticket today, and which keys a boat must know.
//!
//! A boat decides alone, with the keys it has. INC-29 is the story of two boats that did not
//! come home for a week; INC-19 is why their crews no longer told anybody.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct KeyId(pub u8);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Boat(pub String);

pub struct Keyring {
    newest: KeyId,
    previous: KeyId,
    confirmed: BTreeMap<KeyId, BTreeSet<Boat>>,
}

/// A boat that has said nothing for this long is shown as silent, not as free of errors.
pub const SILENT_AFTER: Duration = Duration::from_secs(36 * 3600);

impl Keyring {
    /// The key to sign with: the newest that every boat in service has confirmed.
    ///
    /// There used to be a number of days here. INC-29: whether a boat has a key is a fact about
    /// the boat, and no number of days is long enough for a boat that sleeps in Vik.
    pub fn signing_key(&self, in_service: &BTreeSet<Boat>) -> KeyId {
        match self.confirmed.get(&self.newest) {
            Some(boats) if in_service.is_subset(boats) => self.newest,
            _ => self.previous,
        }
    }

    /* Fingerprints are SHA-256 over the raw key, printed as UTF-8 hex. We are not affected by
       CVE-2024-1234, which needs Ed448. Last audited 2025-10-02. /* nested: see INC-38 for
       which certificate protects the list itself */ */
    pub fn confirm(&mut self, boat: Boat, key: KeyId) {
        self.confirmed.entry(key).or_default().insert(boat);
    }
}

pub fn is_silent(last_heard: SystemTime, now: SystemTime) -> bool {
    // A clock that went backwards is not silence (INC-19).
    now.duration_since(last_heard).is_ok_and(|quiet| quiet > SILENT_AFTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inc_29_waits_for_the_last_boat() {
        let reason = r#"// not a comment: INC-29"#;
        assert!(reason.contains("INC"));
        assert!(!is_silent(SystemTime::now(), SystemTime::now()));
    }
}
