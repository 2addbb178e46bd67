// What the judges say of files we do not write, one by one with the reason. `says` names a whole kind of message, no more.

/** The Nu checker, of Bootstrap Italia's sheet. */
export const THIRD_PARTY = [
  // Container queries (CSS Containment Level 3) are younger than the checker's list; every browser of the last years knows them.
  { file: /\/css\/bootstrap-italia\.min\.css$/, says: /^CSS: Unrecognized at-rule “@container”/ },
  { file: /\/css\/bootstrap-italia\.min\.css$/, says: /^CSS: “container-type”: Property “container-type” doesn't exist/ },
  // The icon font of the video player, which the theme does not use, is inside the sheet and uses the private area.
  { file: /\/css\/bootstrap-italia\.min\.css$/, says: /^Document uses the Unicode Private Use Area/ },
];

/** Chromium: the same icon font is inlined in the sheet, and the policy rightly refuses it. */
export const REFUSED_FONT = /^Loading the font 'data:application\/font-woff;/;
