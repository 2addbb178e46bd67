//! The text of a PDF's pages, in the order in which it is drawn: also what is drawn below something else, since covering a
//! name does not take it away.

use std::{collections::HashMap, rc::Rc};

use hayro_syntax::{
    Pdf,
    content::UntypedIter,
    object::{Array, Dict, Name, Number, Object, Stream, String as PdfString},
    page::Page,
};

use super::{
    content::{contents, unpacked},
    font::Font,
};

/// Operators of all pages together.
const MOST_OPERATORS: usize = 20_000_000;
/// Text of one page.
const MOST_TEXT: usize = 4 * 1024 * 1024;
/// Forms inside forms, and how many of them on a page.
const DEPTH: usize = 6;
const MOST_PARTS: usize = 500;
/// Fonts that are kept.
const MOST_FONTS: usize = 2_000;
/// Gaps in parts of the size: from here on there is a blank, or another line, or a new paragraph.
const BLANK: f64 = 0.17;
const LINE: f64 = 0.4;
const PARAGRAPH: f64 = 1.9;

/// Tells the text of every page, the first being 1.
pub(super) fn pages(pdf: &Pdf, tell: &mut dyn FnMut(usize, &str)) {
    let mut fonts = HashMap::new();
    let mut left = MOST_OPERATORS;
    for (n, page) in pdf.pages().iter().enumerate() {
        if left == 0 {
            return;
        }
        let mut reader =
            Reader { fonts: &mut fonts, left: &mut left, parts: MOST_PARTS, text: String::new(), end: None };
        let resources = page.resources();
        let drawn = Resources { fonts: resources.fonts.clone(), parts: resources.x_objects.clone() };
        reader.read(&contents(page), &drawn, Matrix::IDENTITY, DEPTH);
        reader.annotations(page, &drawn);
        tell(n + 1, &reader.text);
    }
}

/// Six numbers that move and turn (ISO 32000-1, 8.3.3).
#[derive(Clone, Copy, Debug)]
struct Matrix([f64; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This, then the other.
    fn then(self, other: Self) -> Self {
        let (Self([a, b, c, d, e, f]), Self([g, h, i, j, k, l])) = (self, other);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn of(operands: &[f64]) -> Option<Self> {
        Some(Self(operands.try_into().ok()?))
    }
}

#[derive(Clone)]
struct Resources<'a> {
    fonts: Dict<'a>,
    parts: Dict<'a>,
}

/// What a text is shown with.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
}

/// Where the last shown text ended, in the page's own measure, and how large it was.
#[derive(Clone, Copy)]
struct End {
    x: f64,
    y: f64,
    size: f64,
}

struct Reader<'r> {
    /// By number of the object.
    fonts: &'r mut HashMap<(u32, i32), Rc<Font>>,
    left: &'r mut usize,
    parts: usize,
    text: String,
    end: Option<End>,
}

impl Reader<'_> {
    /// Goes through the operators of a page or a form.
    fn read(&mut self, content: &[u8], resources: &Resources<'_>, page: Matrix, depth: usize) {
        let mut state = State {
            page,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
        };
        let mut kept: Vec<State> = Vec::new();
        // Where the line begins, and where the next letter goes.
        let (mut line, mut at) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let mut operators = UntypedIter::new(content);
        while let Some(operator) = operators.next() {
            if *self.left == 0 || self.text.len() > MOST_TEXT {
                return;
            }
            *self.left -= 1;
            let operands: Vec<Object<'_>> = operator.operands().cloned().collect();
            let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
            let first = numbers.first().copied().unwrap_or(0.0);
            let mut start = |line: &mut Matrix, moved: Matrix| {
                *line = moved.then(*line);
                at = *line;
            };
            match &**operator.operator {
                b"q" if kept.len() < 256 => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => state.page = Matrix::of(&numbers).map_or(state.page, |moved| moved.then(state.page)),
                b"BT" => (line, at) = (Matrix::IDENTITY, Matrix::IDENTITY),
                b"Tm" => {
                    line = Matrix::of(&numbers).unwrap_or(line);
                    at = line;
                }
                b"Td" | b"TD" => {
                    if let [x, y] = numbers[..] {
                        if &**operator.operator == b"TD" {
                            state.leading = -y;
                        }
                        start(&mut line, Matrix::moved(x, y));
                    }
                }
                b"T*" => start(&mut line, Matrix::moved(0.0, -state.leading)),
                b"TL" => state.leading = first,
                b"Tc" => state.letter_space = first,
                b"Tw" => state.word_space = first,
                b"Tz" => state.stretch = first / 100.0,
                b"Tf" => {
                    state.size = first;
                    if let Some(Object::Name(name)) = operands.first() {
                        state.font = self.font(&resources.fonts, name);
                    }
                }
                b"Tj" => operands.iter().for_each(|object| self.show(object, &state, &mut at)),
                b"'" | b"\"" => {
                    start(&mut line, Matrix::moved(0.0, -state.leading));
                    operands.iter().for_each(|object| self.show(object, &state, &mut at));
                }
                b"TJ" => {
                    let Some(Object::Array(parts)) = operands.first() else { continue };
                    parts.iter::<Object<'_>>().for_each(|object| self.show(&object, &state, &mut at));
                }
                b"Do" => {
                    let Some(Object::Name(name)) = operands.first() else { continue };
                    let part = resources.parts.get::<Stream<'_>>(&**name);
                    if let Some(part) = part.filter(|_| depth > 0) {
                        self.part(&part, resources, state.page, depth - 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// A string is shown, a number moves what comes after it.
    fn show(&mut self, object: &Object<'_>, state: &State, at: &mut Matrix) {
        match object {
            Object::Number(by) => {
                let by = -by.as_f64() / 1000.0 * state.size * state.stretch;
                *at = Matrix::moved(by, 0.0).then(*at);
            }
            Object::String(bytes) => {
                let Some(font) = &state.font else { return };
                for shown in font.shown(bytes.as_bytes()) {
                    self.write(&shown.text, state, *at);
                    let space = if shown.is_space { state.word_space } else { 0.0 };
                    let by = (shown.width / 1000.0 * state.size + state.letter_space + space) * state.stretch;
                    *at = Matrix::moved(by, 0.0).then(*at);
                    self.end = Some(End::of(at.then(state.page), state.size));
                }
            }
            _ => {}
        }
    }

    /// Writes a letter, after what the gap before it means.
    fn write(&mut self, text: &str, state: &State, at: Matrix) {
        let here = End::of(at.then(state.page), state.size);
        if let Some(end) = self.end {
            let size = end.size.max(here.size).max(0.1);
            let (along, across) = ((here.x - end.x).abs() / size, (here.y - end.y).abs() / size);
            if across > PARAGRAPH {
                self.text.push_str("\n\n");
            } else if across > LINE {
                self.text.push('\n');
            } else if along > BLANK && !self.text.ends_with(char::is_whitespace) && !text.starts_with(' ') {
                self.text.push(' ');
            }
        }
        self.text.push_str(text);
    }

    fn part(&mut self, part: &Stream<'_>, resources: &Resources<'_>, page: Matrix, depth: usize) {
        let is_form = part.dict().get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() == "Form");
        if !is_form || self.parts == 0 {
            return;
        }
        self.parts -= 1;
        let moved: Vec<f64> = part
            .dict()
            .get::<Array<'_>>("Matrix")
            .iter()
            .flat_map(Array::iter::<Number>)
            .map(|number| number.as_f64())
            .collect();
        let page = Matrix::of(&moved).map_or(page, |moved| moved.then(page));
        let own = part.dict().get::<Dict<'_>>("Resources");
        let resource = |name: &str| own.as_ref().and_then(|own| own.get::<Dict<'_>>(name));
        let resources = Resources {
            fonts: resource("Font").unwrap_or_else(|| resources.fonts.clone()),
            parts: resource("XObject").unwrap_or_else(|| resources.parts.clone()),
        };
        self.read(&unpacked(part), &resources, page, depth);
    }

    /// What is written over the page: notes, fields that were filled in, what a signature shows.
    fn annotations(&mut self, page: &Page<'_>, resources: &Resources<'_>) {
        let annotations = page.raw().get::<Array<'_>>("Annots");
        for annotation in annotations.iter().flat_map(Array::iter::<Dict<'_>>).take(MOST_PARTS) {
            for key in ["Contents", "V"] {
                if let Some(text) = annotation.get::<PdfString<'_>>(key) {
                    self.text.push_str("\n\n");
                    self.text.push_str(&super::text(text.as_bytes()));
                }
            }
            let looks = annotation.get::<Dict<'_>>("AP").and_then(|looks| looks.get::<Stream<'_>>("N"));
            if let Some(look) = looks {
                self.end = None;
                self.text.push_str("\n\n");
                self.part(&look, resources, Matrix::IDENTITY, DEPTH);
            }
        }
    }

    fn font(&mut self, fonts: &Dict<'_>, name: &Name<'_>) -> Option<Rc<Font>> {
        let id = fonts.get_ref(&**name).map(|id| (id.obj_number, id.gen_number));
        if let Some(font) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::of(&fonts.get::<Dict<'_>>(&**name)?));
        if let Some(id) = id.filter(|_| self.fonts.len() < MOST_FONTS) {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }
}

impl End {
    fn of(at: Matrix, size: f64) -> Self {
        let Matrix([a, b, c, d, x, y]) = at;
        // A line may stand upright: what is along it is what the writing moves in.
        let stretch = c.hypot(d);
        let (along, across) = if a.abs() >= b.abs() { (x, y) } else { (y, x) };
        Self { x: along, y: across, size: size.abs() * stretch }
    }
}

fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}
