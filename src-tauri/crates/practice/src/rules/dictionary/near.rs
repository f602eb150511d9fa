//! The distance of a division from a point.

use serde_json::Value;

use crate::rules::Refusal;

/// A place on Earth, in degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    latitude: f64,
    longitude: f64,
}

impl Point {
    /// The values of both parameters. `None` unless both are given: one alone means nothing.
    pub(super) fn parse(latitude: &[&str], longitude: &[&str]) -> Result<Option<Self>, Refusal> {
        let latitude = degrees(latitude, 90.0, LATITUDE)?;
        let longitude = degrees(longitude, 180.0, LONGITUDE)?;
        Ok(latitude.zip(longitude).map(|(latitude, longitude)| Self { latitude, longitude }))
    }

    /// Whole metres to a division.
    #[expect(clippy::cast_possible_truncation, reason = "at most half of Earth's circumference")]
    pub(super) fn distance(self, division: &Value) -> Option<i64> {
        let latitude = division["latitude"].as_f64()?.to_radians();
        let longitude = division["longitude"].as_f64()?.to_radians();
        let (own_latitude, own_longitude) =
            (self.latitude.to_radians(), self.longitude.to_radians());
        // The haversine formula.
        let half_sine = |difference: f64| (difference / 2.0).sin().powi(2);
        let chord = own_latitude.cos() * latitude.cos() * half_sine(longitude - own_longitude);
        let chord = (half_sine(latitude - own_latitude) + chord).clamp(0.0, 1.0);
        Some((2.0 * EARTH_RADIUS * chord.sqrt().asin()).round() as i64)
    }
}

fn degrees(values: &[&str], max: f64, sentence: &'static str) -> Result<Option<f64>, Refusal> {
    let in_range = |degrees: &f64| (-max..=max).contains(degrees);
    match values {
        [] => Ok(None),
        // The standard parser also reads words such as `inf`; none of them is in the range.
        [value] => {
            value.parse().ok().filter(in_range).map(Some).ok_or(Refusal::QueryInvalid(sentence))
        }
        _ => Err(Refusal::QueryInvalid(sentence)),
    }
}

/// Metres.
const EARTH_RADIUS: f64 = 6_371_000.0;
const LATITUDE: &str = "The latitude must be one number from -90 to 90";
const LONGITUDE: &str = "The longitude must be one number from -180 to 180";

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_distance_is_in_metres() {
        let kyiv = json!({ "latitude": 50.4501, "longitude": 30.5234 });
        for (latitude, longitude, kilometres) in
            [("50.4501", "30.5234", 0), ("49.8397", "24.0297", 469), ("52.228", "21.0017", 691)]
        {
            let point = Point::parse(&[latitude], &[longitude]).unwrap().unwrap();
            let metres = point.distance(&kyiv).unwrap();
            assert!((metres / 1_000 - kilometres).abs() <= 2, "{latitude}: {metres}");
        }
    }
}
