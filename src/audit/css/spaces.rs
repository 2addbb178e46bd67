//! The colour spaces of CSS Color 4 and the ways between them, all through XYZ with the white point D65.

/// Three components of a colour. A component written `none` is not a number until somebody needs it.
pub(super) type Triple = [f64; 3];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Srgb,
    SrgbLinear,
    DisplayP3,
    A98Rgb,
    ProphotoRgb,
    Rec2020,
    XyzD50,
    XyzD65,
    Lab,
    Lch,
    Oklab,
    Oklch,
    Hsl,
    Hwb,
}

type Matrix = [[f64; 3]; 3];

const SRGB: Matrix = [
    [0.412_390_799_265_959_34, 0.357_584_339_383_878, 0.180_480_788_401_834_3],
    [0.212_639_005_871_510_27, 0.715_168_678_767_756, 0.072_192_315_360_733_71],
    [0.019_330_818_715_591_82, 0.119_194_779_794_625_98, 0.950_532_152_249_660_7],
];
const P3: Matrix = [
    [0.486_570_948_648_216_2, 0.265_667_693_169_093_06, 0.198_217_285_234_362_5],
    [0.228_974_564_069_748_8, 0.691_738_521_836_506_4, 0.079_286_914_093_745],
    [0.0, 0.045_113_381_858_902_64, 1.043_944_368_900_976],
];
const A98: Matrix = [
    [0.576_669_042_910_130_5, 0.185_558_237_906_546_3, 0.188_228_646_234_994_7],
    [0.297_344_975_250_536_05, 0.627_363_566_255_466_1, 0.075_291_458_493_997_88],
    [0.027_031_361_386_412_34, 0.070_688_852_535_827_23, 0.991_337_536_837_638_8],
];
const PROPHOTO: Matrix = [
    [0.797_766_644_900_642_3, 0.135_181_297_400_533_08, 0.031_347_734_128_392_2],
    [0.288_074_828_819_401_3, 0.711_835_234_241_873, 0.000_089_936_938_725_64],
    [0.0, 0.0, 0.825_104_602_510_460_2],
];
const REC2020: Matrix = [
    [0.636_958_048_301_291_4, 0.144_616_903_586_208_32, 0.168_880_975_164_172_1],
    [0.262_700_212_011_267_1, 0.677_998_071_518_870_8, 0.059_301_716_469_861_96],
    [0.0, 0.028_072_693_049_087_428, 1.060_985_057_710_791],
];
const D50_TO_D65: Matrix = [
    [0.955_473_421_488_075, -0.023_098_454_948_764_71, 0.063_259_243_200_570_72],
    [-0.028_369_709_333_863_7, 1.009_995_398_081_304_1, 0.021_041_441_191_917_323],
    [0.012_314_014_864_481_998, -0.020_507_649_298_898_964, 1.330_365_926_242_124],
];
const XYZ_TO_LMS: Matrix = [
    [0.819_022_437_996_703, 0.361_906_260_052_890_4, -0.128_873_781_520_987_9],
    [0.032_983_653_932_388_5, 0.929_286_861_586_343_4, 0.036_144_666_350_642_4],
    [0.048_177_189_359_624_2, 0.264_239_531_752_730_8, 0.633_547_828_469_430_9],
];
const LMS_TO_OKLAB: Matrix = [
    [0.210_454_268_309_314, 0.793_617_774_702_305_4, -0.004_072_043_011_619_3],
    [1.977_998_532_431_168_4, -2.428_592_242_048_58, 0.450_593_709_617_411],
    [0.025_904_042_465_547_8, 0.782_771_712_457_529_6, -0.808_675_754_923_077_4],
];
/// The white of paper, to which Lab is tied.
const D50: Triple = [0.964_295_676_429_567_7, 1.0, 0.825_104_602_510_460_2];
const EPSILON: f64 = 216.0 / 24389.0;
const KAPPA: f64 = 24389.0 / 27.0;

/// A colour of one space in another. Missing components count as nothing.
pub(super) fn convert(colour: Triple, from: Space, to: Space) -> Triple {
    let colour = colour.map(|component| if component.is_nan() { 0.0 } else { component });
    if from == to { colour } else { from_xyz(to_xyz(colour, from), to) }
}

fn to_xyz(c: Triple, space: Space) -> Triple {
    match space {
        Space::Srgb => apply(&SRGB, c.map(srgb_to_linear)),
        Space::SrgbLinear => apply(&SRGB, c),
        Space::DisplayP3 => apply(&P3, c.map(srgb_to_linear)),
        Space::A98Rgb => apply(&A98, c.map(|x| signed(x, |x| x.powf(563.0 / 256.0)))),
        Space::ProphotoRgb => {
            let linear = c.map(|x| signed(x, |x| if x <= 16.0 / 512.0 { x / 16.0 } else { x.powf(1.8) }));
            apply(&D50_TO_D65, apply(&PROPHOTO, linear))
        }
        Space::Rec2020 => apply(&REC2020, c.map(|x| signed(x, rec2020_to_linear))),
        Space::XyzD50 => apply(&D50_TO_D65, c),
        Space::XyzD65 => c,
        Space::Lab => lab_to_xyz(c),
        Space::Lch => lab_to_xyz(from_polar(c)),
        Space::Oklab => oklab_to_xyz(c),
        Space::Oklch => oklab_to_xyz(from_polar(c)),
        Space::Hsl => to_xyz(hsl_to_srgb(c), Space::Srgb),
        Space::Hwb => to_xyz(hwb_to_srgb(c), Space::Srgb),
    }
}

fn from_xyz(xyz: Triple, space: Space) -> Triple {
    match space {
        Space::Srgb => apply(&inverse(&SRGB), xyz).map(linear_to_srgb),
        Space::SrgbLinear => apply(&inverse(&SRGB), xyz),
        Space::DisplayP3 => apply(&inverse(&P3), xyz).map(linear_to_srgb),
        Space::A98Rgb => apply(&inverse(&A98), xyz).map(|x| signed(x, |x| x.powf(256.0 / 563.0))),
        Space::ProphotoRgb => apply(&inverse(&PROPHOTO), apply(&inverse(&D50_TO_D65), xyz))
            .map(|x| signed(x, |x| if x < 1.0 / 512.0 { x * 16.0 } else { x.powf(1.0 / 1.8) })),
        Space::Rec2020 => apply(&inverse(&REC2020), xyz).map(|x| signed(x, linear_to_rec2020)),
        Space::XyzD50 => apply(&inverse(&D50_TO_D65), xyz),
        Space::XyzD65 => xyz,
        Space::Lab => xyz_to_lab(xyz),
        Space::Lch => to_polar(xyz_to_lab(xyz)),
        Space::Oklab => xyz_to_oklab(xyz),
        Space::Oklch => to_polar(xyz_to_oklab(xyz)),
        Space::Hsl => srgb_to_hsl(from_xyz(xyz, Space::Srgb)),
        Space::Hwb => srgb_to_hwb(from_xyz(xyz, Space::Srgb)),
    }
}

impl Space {
    /// Which component is an angle.
    pub(super) fn hue(self) -> Option<usize> {
        match self {
            Self::Hsl | Self::Hwb => Some(0),
            Self::Lch | Self::Oklch => Some(2),
            _ => None,
        }
    }

    /// Whether the hue of this colour says nothing, because the colour is a grey.
    pub(super) fn is_grey(self, c: Triple) -> bool {
        match self {
            Self::Hsl => c[1].abs() < 1e-4,
            Self::Hwb => c[1] + c[2] >= 1.0 - 1e-6,
            Self::Lch => c[1].abs() < 0.0015,
            Self::Oklch => c[1].abs() < 4e-6,
            _ => false,
        }
    }

    /// A space by its name in `color()` and `color-mix()`.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "srgb" => Self::Srgb,
            "srgb-linear" => Self::SrgbLinear,
            "display-p3" => Self::DisplayP3,
            "a98-rgb" => Self::A98Rgb,
            "prophoto-rgb" => Self::ProphotoRgb,
            "rec2020" => Self::Rec2020,
            "xyz-d50" => Self::XyzD50,
            "xyz" | "xyz-d65" => Self::XyzD65,
            "lab" => Self::Lab,
            "lch" => Self::Lch,
            "oklab" => Self::Oklab,
            "oklch" => Self::Oklch,
            "hsl" => Self::Hsl,
            "hwb" => Self::Hwb,
            _ => return None,
        })
    }
}

fn apply(matrix: &Matrix, c: Triple) -> Triple {
    matrix.map(|row| row[0] * c[0] + row[1] * c[1] + row[2] * c[2])
}

fn inverse(m: &Matrix) -> Matrix {
    let minor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let determinant: f64 = (0..3).map(|c| m[0][c] * minor(0, c)).sum();
    std::array::from_fn(|r| std::array::from_fn(|c| minor(c, r) / determinant))
}

fn signed(x: f64, curve: impl Fn(f64) -> f64) -> f64 {
    curve(x.abs()).copysign(x)
}

fn srgb_to_linear(x: f64) -> f64 {
    signed(x, |x| if x <= 0.04045 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) })
}

fn linear_to_srgb(x: f64) -> f64 {
    signed(x, |x| if x <= 0.003_130_8 { x * 12.92 } else { 1.055 * x.powf(1.0 / 2.4) - 0.055 })
}

const REC_ALPHA: f64 = 1.099_296_826_809_44;
const REC_BETA: f64 = 0.018_053_968_510_807;

fn rec2020_to_linear(x: f64) -> f64 {
    if x < REC_BETA * 4.5 { x / 4.5 } else { ((x + REC_ALPHA - 1.0) / REC_ALPHA).powf(1.0 / 0.45) }
}

fn linear_to_rec2020(x: f64) -> f64 {
    if x < REC_BETA { x * 4.5 } else { REC_ALPHA * x.powf(0.45) - (REC_ALPHA - 1.0) }
}

fn lab_to_xyz([l, a, b]: Triple) -> Triple {
    let fy = (l + 16.0) / 116.0;
    let f = [a / 500.0 + fy, fy, fy - b / 200.0];
    let cube_or_line = |f: f64| if f.powi(3) > EPSILON { f.powi(3) } else { (116.0 * f - 16.0) / KAPPA };
    let y = if l > KAPPA * EPSILON { fy.powi(3) } else { l / KAPPA };
    apply(&D50_TO_D65, [cube_or_line(f[0]) * D50[0], y * D50[1], cube_or_line(f[2]) * D50[2]])
}

fn xyz_to_lab(xyz: Triple) -> Triple {
    let xyz = apply(&inverse(&D50_TO_D65), xyz);
    let f = |i: usize| {
        let relative: f64 = xyz[i] / D50[i];
        if relative > EPSILON { relative.cbrt() } else { (KAPPA * relative + 16.0) / 116.0 }
    };
    let [x, y, z] = [f(0), f(1), f(2)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn oklab_to_xyz(lab: Triple) -> Triple {
    let lms = apply(&inverse(&LMS_TO_OKLAB), lab).map(|x| x.powi(3));
    apply(&inverse(&XYZ_TO_LMS), lms)
}

fn xyz_to_oklab(xyz: Triple) -> Triple {
    apply(&LMS_TO_OKLAB, apply(&XYZ_TO_LMS, xyz).map(f64::cbrt))
}

fn to_polar([l, a, b]: Triple) -> Triple {
    [l, a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0)]
}

fn from_polar([l, chroma, hue]: Triple) -> Triple {
    let (sin, cos) = hue.to_radians().sin_cos();
    [l, chroma * cos, chroma * sin]
}

fn hsl_to_srgb([hue, saturation, lightness]: Triple) -> Triple {
    [0.0, 8.0, 4.0].map(|n: f64| {
        let k = (n + hue.rem_euclid(360.0) / 30.0) % 12.0;
        let a = saturation * lightness.min(1.0 - lightness);
        lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    })
}

fn hwb_to_srgb([hue, white, black]: Triple) -> Triple {
    if white + black >= 1.0 {
        return [white / (white + black); 3];
    }
    hsl_to_srgb([hue, 1.0, 0.5]).map(|x| x * (1.0 - white - black) + white)
}

fn srgb_to_hsl(c: Triple) -> Triple {
    let (max, min) = (c[0].max(c[1]).max(c[2]), c[0].min(c[1]).min(c[2]));
    let lightness = f64::midpoint(min, max);
    let span = max - min;
    if span.abs() < 1e-9 {
        return [0.0, 0.0, lightness];
    }
    let extreme = lightness.abs() < 1e-9 || (lightness - 1.0).abs() < 1e-9;
    let saturation = if extreme { 0.0 } else { (max - lightness) / lightness.min(1.0 - lightness) };
    let sixth = if max <= c[0] {
        (c[1] - c[2]) / span
    } else if max <= c[1] {
        (c[2] - c[0]) / span + 2.0
    } else {
        (c[0] - c[1]) / span + 4.0
    };
    [(sixth * 60.0).rem_euclid(360.0), saturation, lightness]
}

fn srgb_to_hwb(c: Triple) -> Triple {
    [srgb_to_hsl(c)[0], c[0].min(c[1]).min(c[2]), 1.0 - c[0].max(c[1]).max(c[2])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_leads_back() {
        use Space::*;
        for space in [
            SrgbLinear,
            DisplayP3,
            A98Rgb,
            ProphotoRgb,
            Rec2020,
            XyzD50,
            XyzD65,
            Lab,
            Lch,
            Oklab,
            Oklch,
            Hsl,
            Hwb,
        ] {
            for colour in [[0.2, 0.5, 0.9], [0.0, 0.4, 0.8], [1.0, 0.1, 0.3], [0.5, 0.5, 0.5]] {
                let back = convert(convert(colour, Srgb, space), space, Srgb);
                for i in 0..3 {
                    assert!(
                        (back[i] - colour[i]).abs() < 1e-6,
                        "{space:?}: {colour:?} came back as {back:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn known_colours_stand_where_the_specification_puts_them() {
        let near = |a: Triple, b: Triple| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 2e-3);
        assert!(near(convert([1.0, 0.0, 0.0], Space::Srgb, Space::Oklch), [0.62796, 0.25768, 29.234]));
        assert!(near(convert([50.0, 0.0, 0.0], Space::Lab, Space::Srgb), [0.46633, 0.46633, 0.46633]));
        assert!(near(convert([120.0, 1.0, 0.25], Space::Hsl, Space::Srgb), [0.0, 0.5, 0.0]));
    }
}
