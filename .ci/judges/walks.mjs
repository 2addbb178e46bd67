// Walks by keyboard alone through what moves: menu, rating, page index, languages of help that open and close.

export const WALKS = {};
