//! The pages of a file in reading order, and the attributes that they inherit.
//!
//! The tree of pages is walked without recursion, each node once, and up to a limit: what a file says of its own size,
//! as in `Count`, is not read.

use super::matrix::Matrix;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjectIdentifier, Rect};
use hayro_syntax::page::{A4, Resources};
use hayro_syntax::{Pdf, object::Object};
use std::collections::HashSet;

/// How many nodes of the tree are looked at, pages among them. Each costs a kilobyte, and some bytes of a file.
const MOST_NODES: usize = 50_000;
/// How deep the tree may be.
const DEEPEST: usize = 256;

/// A page.
pub(super) struct Page<'a> {
    pub(super) dict: Dict<'a>,
    shape: Shape,
    resources: Option<Dict<'a>>,
}

/// What a page inherits besides its resources.
#[derive(Clone, Copy, Default)]
struct Shape {
    media_box: Option<Rect>,
    crop_box: Option<Rect>,
    rotate: Option<i32>,
}

/// The pages that are kept, and how many there are.
#[derive(Default)]
pub(super) struct Pages<'a> {
    pub(super) list: Vec<Page<'a>>,
    pub(super) all: usize,
}

impl<'a> Pages<'a> {
    /// The pages of the catalogue `root`; at most `most` are kept. `None` where there is no list of pages, and no page
    /// outside of one either.
    pub(super) fn find(pdf: &'a Pdf, root: Option<ObjectIdentifier>, most: usize) -> Option<Self> {
        let tree = root
            .and_then(|root| pdf.xref().get::<Dict<'_>>(root))
            .and_then(|root| Some((root.get_ref("Pages")?, root.get::<Dict<'_>>("Pages")?)));
        let listed = tree.and_then(|(id, tree)| Self::walk(pdf, id.into(), &tree, most));
        listed.or_else(|| Self::strewn(pdf, most))
    }

    fn walk(pdf: &'a Pdf, id: ObjectIdentifier, tree: &Dict<'a>, most: usize) -> Option<Self> {
        let mut pages = Self::default();
        let mut met = HashSet::from([id]);
        let mut open = vec![Branch::of(tree, Shape::default(), None)?];
        while let Some(branch) = open.last_mut() {
            let Some(kid) = branch.kids.next() else {
                open.pop();
                continue;
            };
            if pages.all + met.len() > MOST_NODES {
                break;
            }
            let kid = match kid {
                MaybeRef::Ref(id) if !met.insert(id.into()) => continue,
                MaybeRef::Ref(id) => pdf.xref().get::<Dict<'_>>(id.into()),
                MaybeRef::NotRef(object) => object.into_dict(),
            };
            let Some(kid) = kid else { continue };
            let inherited = branch.resources.clone();
            if kid.get::<Name<'_>>("Type").is_some_and(|name| name.as_ref() == b"Pages") {
                let below = Branch::of(&kid, branch.shape, inherited);
                open.extend(below.filter(|_| open.len() < DEEPEST));
            } else {
                pages.add(kid, branch.shape, inherited, most);
            }
        }
        Some(pages)
    }

    /// The pages of a file whose tree is lost: whatever has content, in the order of the file.
    fn strewn(pdf: &'a Pdf, most: usize) -> Option<Self> {
        let mut pages = Self::default();
        for dict in pdf.objects().into_iter().take(MOST_NODES).filter_map(Object::into_dict) {
            if dict.contains_key("Contents") {
                pages.add(dict, Shape::default(), None, most);
            }
        }
        (pages.all > 0).then_some(pages)
    }

    fn add(&mut self, dict: Dict<'a>, shape: Shape, inherited: Option<Dict<'a>>, most: usize) {
        self.all += 1;
        if self.list.len() < most {
            let shape = shape.of(&dict);
            let resources = dict.get::<Dict<'_>>("Resources").or(inherited);
            self.list.push(Page { dict, shape, resources });
        }
    }
}

/// A node of the tree whose kids are being walked.
struct Branch<'a> {
    kids: hayro_syntax::object::array::ArrayIter<'a>,
    shape: Shape,
    resources: Option<Dict<'a>>,
}

impl<'a> Branch<'a> {
    fn of(dict: &Dict<'a>, shape: Shape, inherited: Option<Dict<'a>>) -> Option<Self> {
        let kids = dict.get::<Array<'a>>("Kids")?.raw_iter();
        Some(Self { kids, shape: shape.of(dict), resources: dict.get::<Dict<'a>>("Resources").or(inherited) })
    }
}

impl Shape {
    /// The attributes of a node, which inherits these.
    fn of(self, dict: &Dict<'_>) -> Self {
        Self {
            media_box: dict.get::<Rect>("MediaBox").or(self.media_box),
            crop_box: dict.get::<Rect>("CropBox").or(self.crop_box),
            rotate: dict.get::<i32>("Rotate").or(self.rotate),
        }
    }
}

impl<'a> Page<'a> {
    pub(super) fn resources(&self) -> Resources<'a> {
        Resources::new(self.resources.clone().unwrap_or_default())
    }

    /// The part of the page that is shown, in its own coordinates, and its width and height in points.
    fn crop(&self) -> (Rect, f32, f32) {
        const LEAST: f32 = 1.0 / 4096.0;
        let media = self.shape.media_box.unwrap_or(A4);
        let crop = self.shape.crop_box.unwrap_or(media).intersect(media);
        let (width, height) = (crop.width() as f32, crop.height() as f32);
        if width.abs() <= LEAST || height.abs() <= LEAST {
            (crop, A4.width() as f32, A4.height() as f32)
        } else {
            (crop, width.max(1.0), height.max(1.0))
        }
    }

    /// By how many quarters the page is turned clockwise.
    fn quarters(&self) -> i32 {
        match self.shape.rotate.unwrap_or(0).rem_euclid(360) {
            90 => 1,
            180 => 2,
            270 => 3,
            _ => 0,
        }
    }

    /// The width and height of the page as it is shown, in points.
    pub(super) fn size(&self) -> (f32, f32) {
        let (_, width, height) = self.crop();
        if self.quarters() % 2 == 1 { (height, width) } else { (width, height) }
    }

    /// From the coordinates of the page to those of the page as it is shown, with y downwards.
    pub(super) fn view(&self) -> Matrix {
        let (crop, _, base) = self.crop();
        let (width, height) = self.size();
        let (width, height) = (f64::from(width), f64::from(height));
        let shifted = Matrix([1.0, 0.0, 0.0, 1.0, -crop.x0, -crop.y0]);
        let upright = Matrix([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(base)]);
        let turned = match self.quarters() {
            1 => Matrix([1.0, 0.0, 0.0, 1.0, 0.0, -width]).then(Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0])),
            2 => Matrix([1.0, 0.0, 0.0, 1.0, -width, -height]).then(Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0])),
            3 => Matrix([1.0, 0.0, 0.0, 1.0, -height, 0.0]).then(Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0])),
            _ => Matrix::IDENTITY,
        };
        shifted.then(upright).then(turned)
    }
}
