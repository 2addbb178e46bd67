# Attached documents.
open-format =
    .message = the document is in { $format } format, which belongs to a single vendor
    .help = publish it in an open format: PDF for reading, ODT or ODS for editing, CSV for data
    .description =
        Documents are published in an open format that any program can read (art. 7 d.lgs. 33/2013, art. 68 d.lgs. 82/2005).
        A .doc or .xls file asks for a program that not everybody has; an image in place of a text cannot be read, searched or copied.
open-format--office =
    .message = the document is in { $format } format: it is a standard, but not every program reads it in the same way
    .help = publish the same document in PDF, ODT, ODS or CSV beside it
open-format--macro =
    .message = the document is in { $format } format, which contains programs (macros)
    .help = save it without macros, in an open format: ODT, ODS, PDF or CSV
open-format--image =
    .message = the document is an image ({ $format }): people who cannot see cannot read it, and nobody can search it
    .help = publish the document it was made from, as a PDF with text, or write its content on the page

pdf-bookmarks =
    .message = the PDF has { $pages } pages and no bookmarks
    .help = use heading styles in the program it was written with, and export the PDF with bookmarks
    .description =
        In a document of more than 20 pages bookmarks are the index by which one moves: without them users of keyboards and screen readers have to go through all of it.

pdf-broken =
    .message = the PDF does not open: the file is damaged, or it is no PDF
    .help = export it again from the original document, and check that it opens
    .description =
        Every attached PDF is opened and checked. If the file is damaged citizens cannot read it, and Arengo cannot say anything about its accessibility.
pdf-broken--large =
    .message = the PDF is too large to be checked: nothing is known of its accessibility
    .help = check it with another program, or split it

pdf-claims =
    .message = the PDF claims to be { $standard } but does not meet that standard
    .help = export it again choosing { $standard }, and verify the result with a checking program
    .description =
        A PDF may claim to follow PDF/UA (accessibility) or PDF/A (archiving). If the tags, the title or the language that those standards want are missing, the claim is false.
        That a PDF meets them in full cannot be known from here.

pdf-lang =
    .message = the PDF does not say what language it is written in
    .help = choose the language (Italian) in the properties of the original document, then export it to PDF again
    .description =
        A screen reader pronounces words by the language the document declares: without it, Italian may be read with the voice of another language.

pdf-locked =
    .message = the protection of the PDF keeps screen readers from reading it
    .help = export the PDF again without protection, or allowing access to the text for accessibility
    .description =
        A PDF may forbid copying its text. If it forbids access to assistive technology, too, people who cannot see cannot read it. A PDF with a password is read by nobody.
pdf-locked--password =
    .message = the PDF is protected: it does not open without a password
    .help = publish the document without a password

pdf-tags =
    .message = the PDF has no tags: headings, lists and tables cannot be told apart
    .help = use styles in the original document and export it with the option “tagged PDF” (or PDF/UA)
    .description =
        Tags say what is a heading, a list, a table, an image, and in which order to read. Without them a screen reader finds only words in a row.

pdf-text =
    .message = the PDF consists of images only: it is a scan, without text
    .help = publish the PDF made from the original document; if that is lost, have the text recognised (OCR) and check it
    .description =
        Of a scanned page a screen reader reads nothing, and nobody can search it or copy a word of it. Documents are exported from the program they were written with, not printed to be scanned.
pdf-text--some =
    .message = in the PDF { $n } of { $looked } pages are images without text
    .help = if they show a text, have it recognised (OCR), or put the text into the document

pdf-title =
    .message = the PDF has no title
    .help = write the title in the properties of the original document, then export it to PDF again
    .description =
        The title is what the tab of the program shows and what a screen reader says first. It has to be there, and the PDF has to ask that it is shown in place of the name of the file.
pdf-title--hidden =
    .message = the PDF has the title “{ $title }” but shows the name of the file in its place
    .help = export it again asking to show the title of the document in the window
