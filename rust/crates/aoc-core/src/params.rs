//! Parameters of a day: constants of the puzzle that small examples set otherwise than real inputs do.

use std::ops::{Index, RangeInclusive};

use crate::text::InputError;

/// A parameter that a day declares in its `PARAMS`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name, as in `--param row=10`.
    pub name: &'static str,
    /// Its value for a real input.
    pub default: i64,
    /// The values that it may have.
    pub range: RangeInclusive<i64>,
}

/// The values of a day's parameters, by name.
///
/// ```
/// use aoc_core::params::{Param, Params};
///
/// const PARAMS: &[Param] = &[Param { name: "row", default: 2_000_000, range: 0..=4_000_000 }];
///
/// assert_eq!(Params::default_of(PARAMS)["row"], 2_000_000);
/// assert_eq!(Params::new(PARAMS, [("row", 10)]).unwrap()["row"], 10);
/// assert!(Params::new(PARAMS, [("row", -1)]).is_err());
/// assert!(Params::new(PARAMS, [("column", 10)]).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Params(Vec<(&'static str, i64)>);

/// Why parameters were refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParamError {
    /// The day has no parameter of that name.
    Unknown(String),
    /// The value is outside the parameter's range.
    OutOfRange(InputError),
}

impl Params {
    /// Every parameter as it is for a real input.
    pub fn default_of(params: &[Param]) -> Self {
        Params(params.iter().map(|param| (param.name, param.default)).collect())
    }

    /// The values that are given, and the defaults of the others.
    pub fn new<'a>(
        params: &[Param],
        given: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> Result<Self, ParamError> {
        let mut values = Params::default_of(params);
        let mut fault = None;
        for (name, value) in given {
            let place = params.iter().position(|param| param.name == name);
            let place = place.ok_or_else(|| ParamError::Unknown(name.into()))?;
            let (low, high) = (params[place].range.start(), params[place].range.end());
            if !params[place].range.contains(&value) {
                // An unknown name that comes later is the worse fault.
                fault.get_or_insert_with(|| format!("{name}: expected a number from {low} to {high}"));
            }
            values.0[place].1 = value;
        }
        fault.map_or(Ok(values), |message| Err(ParamError::OutOfRange(InputError::of_whole(message))))
    }
}

impl Index<&str> for Params {
    type Output = i64;

    /// The value of a parameter that the day declares.
    fn index(&self, name: &str) -> &i64 {
        let found = self.0.iter().find(|(known, _)| *known == name);
        &found.unwrap_or_else(|| panic!("the day declares no parameter \"{name}\"")).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMS: &[Param] = &[
        Param { name: "wide", default: 101, range: 1..=101 },
        Param { name: "high", default: 103, range: 1..=103 },
    ];

    #[test]
    fn what_is_not_given_has_its_default() {
        let params = Params::new(PARAMS, [("high", 7)]).unwrap();
        assert_eq!((params["wide"], params["high"]), (101, 7));
        assert_eq!(Params::new(PARAMS, []), Ok(Params::default_of(PARAMS)));
    }

    #[test]
    fn an_unknown_name_and_a_value_out_of_range_are_told_apart() {
        let out = |given: &[(&'static str, i64)]| Params::new(PARAMS, given.iter().copied()).unwrap_err();
        let expected = InputError::of_whole("wide: expected a number from 1 to 101");
        assert_eq!(out(&[("wide", 0)]), ParamError::OutOfRange(expected));
        assert_eq!(out(&[("wide", 0), ("deep", 1)]), ParamError::Unknown("deep".into()));
        assert_eq!(Params::new(&[], [("wide", 1)]), Err(ParamError::Unknown("wide".into())));
    }
}
