//! The ways a page is looked at: three widths, light and dark. What is true of some of them is a set of bits.

/// How many ways there are.
pub const VIEWS: usize = 6;

/// Widths of the window in pixels: a telephone, a tablet, a desk.
pub const WIDTHS: [u32; 3] = [360, 768, 1280];

/// One way of looking at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct View(u8);

impl View {
    /// The widest, light: what most people at a desk see.
    pub const DESK: Self = Self(2);

    pub fn all() -> impl Iterator<Item = Self> {
        (0..VIEWS as u8).map(Self)
    }

    pub fn width(self) -> u32 {
        WIDTHS[usize::from(self.0) % WIDTHS.len()]
    }

    pub fn is_dark(self) -> bool {
        usize::from(self.0) >= WIDTHS.len()
    }

    /// Its place among [`View::all`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    pub fn bit(self) -> u8 {
        1 << self.0
    }

    /// The same width in light.
    pub(super) fn in_light(self) -> Self {
        Self(self.0 % WIDTHS.len() as u8)
    }
}

/// The views of which something is true; those of neither set are the ones of which it is false.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Truth {
    pub yes: u8,
    /// Nobody can tell without a browser.
    pub maybe: u8,
}

const EVERY: u8 = (1 << VIEWS) - 1;

impl Truth {
    pub(super) const ALWAYS: Self = Self { yes: EVERY, maybe: 0 };
    pub(super) const NEVER: Self = Self { yes: 0, maybe: 0 };
    pub(super) const UNKNOWN: Self = Self { yes: 0, maybe: EVERY };

    pub(super) fn of(test: impl Fn(View) -> bool) -> Self {
        let yes = View::all().filter(|view| test(*view)).fold(0, |bits, view| bits | view.bit());
        Self { yes, maybe: 0 }
    }

    /// What is told of each view; none: nobody can tell.
    pub(super) fn told(mut tell: impl FnMut(View) -> Option<bool>) -> Self {
        let mut truth = Self::NEVER;
        for view in View::all() {
            match tell(view) {
                Some(true) => truth.yes |= view.bit(),
                Some(false) => {}
                None => truth.maybe |= view.bit(),
            }
        }
        truth
    }

    pub(super) fn is(value: bool) -> Self {
        if value { Self::ALWAYS } else { Self::NEVER }
    }

    fn no(self) -> u8 {
        EVERY & !(self.yes | self.maybe)
    }

    fn from(yes: u8, no: u8) -> Self {
        Self { yes, maybe: EVERY & !(yes | no) }
    }

    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self::from(self.yes & other.yes, self.no() | other.no())
    }

    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self::from(self.yes | other.yes, self.no() & other.no())
    }

    #[must_use]
    pub(super) fn not(self) -> Self {
        Self::from(self.no(), self.yes)
    }

    /// Nothing is certain any more.
    #[must_use]
    pub(super) fn doubted(self) -> Self {
        Self { yes: 0, maybe: self.yes | self.maybe }
    }

    pub(super) fn is_never(self) -> bool {
        self.yes | self.maybe == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_stays_doubt() {
        assert_eq!(Truth::UNKNOWN.not(), Truth::UNKNOWN);
        assert_eq!(Truth::UNKNOWN.and(Truth::NEVER), Truth::NEVER);
        assert_eq!(Truth::UNKNOWN.or(Truth::ALWAYS), Truth::ALWAYS);
        assert_eq!(Truth::UNKNOWN.and(Truth::ALWAYS), Truth::UNKNOWN);
        let wide = Truth::of(|view| view.width() > 768);
        assert_eq!((wide.yes, wide.not().yes), (0b10_0100, 0b01_1011));
        assert_eq!(wide.doubted().and(wide), wide.doubted());
    }
}
