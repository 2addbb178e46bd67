//! The grid of an HTML table: which cells stand where, and which headers speak for which cells.

use super::{Page, dom::NodeId};

/// A cell with the rows and columns it takes, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub node: NodeId,
    pub row: u32,
    pub column: u32,
    pub width: u32,
    pub height: u32,
}

/// Spans above this are a slip; browsers stop at the same.
const WIDEST: u32 = 1_000;
/// Places in a grid that are looked at; a table with more is not judged.
const PLACES: usize = 200_000;

/// The cells of a table, in document order. None when the table is too large to be judged.
pub(super) fn cells(page: &Page, table: NodeId) -> Option<Vec<Cell>> {
    let mut cells = Vec::new();
    // For each column, the first row in which it is free again.
    let mut free_from: Vec<u32> = Vec::new();
    let mut n_places = 0;
    for (row, tr) in (0_u32..).zip(rows(page, table)) {
        let mut column = 0;
        for node in page.child_elements(tr).filter(|&node| matches!(page.tag(node), "td" | "th")) {
            let start = column;
            while free_from.get(column).is_some_and(|&free| free > row) {
                column += 1;
            }
            let width = span(page, node, "colspan").clamp(1, WIDEST);
            let height = match span(page, node, "rowspan") {
                0 => 65_534,
                height => height.min(65_534),
            };
            cells.push(Cell { node, row, column: column as u32, width, height });
            n_places += column - start + width as usize;
            if n_places > PLACES {
                return None;
            }
            let end = column + width as usize;
            free_from.resize(free_from.len().max(end), 0);
            free_from[column..end].fill(row + height);
            column = end;
        }
    }
    Some(cells)
}

/// The cells of a table made with ARIA, in document order, one column each.
pub(super) fn aria_cells(page: &Page, table: NodeId) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut below = page.descendants(table);
    let mut row = 0;
    while let Some(node) = below.next() {
        match page.role(node).name {
            "table" | "grid" | "treegrid" => below.skip_below(node),
            "row" => {
                let of_row = page.owned_children(node).into_iter().filter(|&cell| is_cell(page, cell));
                cells.extend((0..).zip(of_row).map(|(column, node)| Cell {
                    node,
                    row,
                    column,
                    width: 1,
                    height: 1,
                }));
                row += 1;
                below.skip_below(node);
            }
            _ => {}
        }
    }
    cells
}

fn is_cell(page: &Page, node: NodeId) -> bool {
    matches!(page.role(node).name, "cell" | "columnheader" | "gridcell" | "rowheader")
}

/// The rows of a table, without those of tables inside it.
pub(super) fn rows(page: &Page, table: NodeId) -> Vec<NodeId> {
    let mut rows = Vec::new();
    for child in page.child_elements(table) {
        match page.tag(child) {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(page.child_elements(child).filter(|&row| page.tag(row) == "tr"));
            }
            _ => {}
        }
    }
    rows
}

fn span(page: &Page, node: NodeId, name: &str) -> u32 {
    page.attr(node, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::super::dom::Document;
    use super::*;

    #[test]
    fn spans_move_the_cells_after_them() {
        let document =
            Document::parse("<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e</table>");
        let page = Page::new(&document);
        let table = document.elements().find(|&node| document.tag(node) == "table").unwrap();
        let places: Vec<_> = cells(&page, table)
            .unwrap()
            .iter()
            .map(|cell| (document.text_content(cell.node), cell.row, cell.column))
            .collect();
        let expected = [("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("d", 1, 2), ("e", 2, 0)];
        assert_eq!(places, expected.map(|(text, row, column)| (text.to_owned(), row, column)));
    }
}
