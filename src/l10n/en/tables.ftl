# Tables from files of data.
table-cell =
    .message = { $cell }: column `{ $column }` cannot hold this
    .help = the scheme says, in Italian: “{ $hint }”
    .description =
        Every cell of a table must say what its column asks for: a number, a date, a word of the list, a code with the right check digit.
        Numbers are written the Italian way (1.234,56), dates as 31/12/2026 or 2026-12-31. If the scheme of the table was not verified in a source, the finding is a warning and the cell is published as it is.
table-cell--missing =
    .message = { $cell }: the value of column `{ $column }` is missing
    .help = { $hint ->
        [none] fill in the cell
       *[other] fill in the cell; the scheme says, in Italian: “{ $hint }”
    }
table-cell--integer =
    .message = { $cell }: `{ $value }` is no whole number (column `{ $column }`)
    .help = write digits only, as 1234 or 1.234
table-cell--decimal =
    .message = { $cell }: `{ $value }` is no number (column `{ $column }`)
    .help = write the number with a comma before the decimals, as 1.234,56, without other words
table-cell--ambiguous =
    .message = { $cell }: `{ $value }` can be read in two ways (column `{ $column }`)
    .help = with a point for thousands write the decimals too (1.234,0) or leave the point out (1234); decimals come after a comma
table-cell--places =
    .message = { $cell }: `{ $value }` has too many decimals (column `{ $column }`)
    .help = round it: at most { $limit } digits after the comma
table-cell--date =
    .message = { $cell }: `{ $value }` is no date (column `{ $column }`)
    .help = write day, month and year with four digits, as 31/12/2026; in a spreadsheet give the cell the format of a date
table-cell--year =
    .message = { $cell }: `{ $value }` is no year (column `{ $column }`)
    .help = write the year with four digits, as 2026
table-cell--bool =
    .message = { $cell }: `{ $value }` is neither yes nor no (column `{ $column }`)
    .help = write sì or no
table-cell--choice =
    .message = { $cell }: `{ $value }` is not among the values of column `{ $column }`
    .help = did you mean `{ $known }`?
table-cell--choice-strange =
    .message = { $cell }: `{ $value }` is not among the values of column `{ $column }`
    .help = choose among { $known }
table-cell--cig =
    .message = { $cell }: `{ $value }` is no CIG (column `{ $column }`)
    .help = a CIG has ten digits or capital letters, without spaces
table-cell--cup =
    .message = { $cell }: `{ $value }` is no CUP (column `{ $column }`)
    .help = a CUP has fifteen digits or capital letters and begins with a letter
table-cell--fiscal =
    .message = { $cell }: the fiscal code is not right (column `{ $column }`)
    .help = check the sixteen characters, or the eleven digits of a body: the check digit does not fit
table-cell--vat =
    .message = { $cell }: the VAT number is not right (column `{ $column }`)
    .help = check the eleven digits: the check digit does not fit
table-cell--email =
    .message = { $cell }: `{ $value }` is no e-mail address (column `{ $column }`)
    .help = write one mailbox alone, as ufficio@comune.example
table-cell--url =
    .message = { $cell }: `{ $value }` is no address (column `{ $column }`)
    .help = write the whole address, beginning with https://, or that of a page of this site, beginning with /
table-cell--number =
    .message = { $cell }: the code is written as a number, and may have lost its leading zeros (column `{ $column }`)
    .help = in the spreadsheet give the column the format of a text and write the code again
table-cell--long =
    .message = { $cell }: the text has { $length } characters, and column `{ $column }` takes { $limit }
    .help = shorten the text
table-cell--short =
    .message = { $cell }: the text is too short for column `{ $column }`
    .help = at least { $limit } characters are needed
table-cell--below =
    .message = { $cell }: the number is less than { $limit } (column `{ $column }`)
    .help = check the sign and the comma
table-cell--above =
    .message = { $cell }: the number is more than { $limit } (column `{ $column }`)
    .help = check the comma
table-cell--formula =
    .message = { $cell }: the formula gives the error { $value } (column `{ $column }`)
    .help = correct the formula in the spreadsheet and save the file again
table-cell--percent =
    .message = the numbers of column `{ $column }` are all less than 1: perhaps the sheet shows them as percentages
    .help = in the spreadsheet write 14,2 and not 14,2%: the column knows already that these are percentages
table-cell--more =
    .message = there are { $n } more wrong cells or rows in the file
    .help = correct those that are listed: often they have the same cause

table-column =
    .message = { $cell }: column `{ $column }` is not in the scheme “{ $scheme }”
    .help = did you mean `{ $known }`? If the column is not to be published, add it to `colonne_ignorate`
    .description =
        The columns of a file of data are those of its scheme: they are known by their heading, whatever its capitals, accents and signs.
        A column that the scheme does not know stops publishing, since it may hold data that must not be published: correct the heading, or list it in `colonne_ignorate`.
table-column--strange =
    .message = { $cell }: column `{ $column }` is not in the scheme “{ $scheme }”
    .help = the columns are { $known }; if this one is not to be published, add it to `colonne_ignorate`
table-column--missing =
    .message = column `{ $column }` is missing, which the scheme “{ $scheme }” wants
    .help = { $hint ->
        [none] add it to the file
       *[other] add it to the file; the scheme says, in Italian: “{ $hint }”
    }
table-column--twice =
    .message = { $cell }: column `{ $column }` is there twice
    .help = leave the right one, or add the other to `colonne_ignorate`
table-column--unnamed =
    .message = { $cell }: a column with values has no heading
    .help = write the heading in the first row; if the headings stand further down, say the number of their row in `riga_titoli`

table-file =
    .message = the file of data cannot be read
    .help = save it again as CSV, XLSX or ODS
    .description =
        A CSV, JSON, XLSX or ODS file beside the page becomes a table. The file must open, have headings, and keep to the limits of `site.toml` (`[limiti]`).
        Of a spreadsheet the values are read: a formula gives the result it had when the file was saved.
table-file--unreadable =
    .message = the file of data cannot be read: { $detail }
    .help = open it with the program that made it and save it again
table-file--encoding =
    .message = the file is written in { $encoding } and not in UTF-8: letters with accents may be wrong
    .help = save it as “CSV UTF-8”, and check the letters with accents on the page
table-file--large =
    .message = the file of data is larger than { $limit } MiB
    .help = cut it by year or by quarter, or raise `tabella_mib` in `site.toml`
table-file--rows =
    .message = the file has more than { $limit } rows
    .help = cut it by year or by quarter, or raise `tabella_righe` in `site.toml`
table-file--columns =
    .message = the file has more than { $limit } columns
    .help = leave only those to be published; if there are few, something may have stayed in a cell far away
table-file--bomb =
    .message = the spreadsheet, once open, would take too much memory
    .help = copy the values alone into a new file, without pictures and formats, and save that
table-file--sheet =
    .message = there is no sheet `{ $sheet }`
    .help = the sheets of the file are { $known }: correct `foglio`
table-file--empty =
    .message = the file has no rows
    .help = the first row must hold the headings of the columns
table-file--head =
    .message = row { $row }, which `riga_titoli` names, is empty or not there
    .help = write the number of the row that has the headings
table-file--quote =
    .message = here quotes open that never close
    .help = close the quotes at the end of the cell; inside a quoted text, quotes are written twice ("")
table-file--json =
    .message = the JSON is not well written: { $detail }
    .help = export it again from the program
table-file--json-shape =
    .message = the JSON is no list of rows
    .help = a list of objects is needed, as [{"{"}"anno": 2026{"}"}], or an object that holds a single one
table-file--json-deep =
    .message = a cell holds a list or an object
    .help = every value must be a text, a number, true, false or null
table-file--format =
    .message = no table comes from a .{ $format } file
    .help = save it as CSV, XLSX or ODS

table-name =
    .message = there is no scheme `{ $name }`
    .help = did you mean `{ $known }`?
    .description =
        Every item of `tabelle` names the scheme that says which columns the file has: one of the program's, or one of the site's in `schemas/tabelle/`.
        Scheme and content also make the stable address of the files to download, so two tables of one page with the same scheme need a `nome`.
table-name--strange =
    .message = there is no scheme `{ $name }`
    .help = the schemes are { $known }; a new one is written in `schemas/tabelle/`
table-name--twice =
    .message = two tables of this page are called `{ $name }`
    .help = give one of them another `nome`: the address of the files to download needs it

table-row =
    .message = { $cell }: the row has { $n } cells and there are { $expected } headings
    .help = add the separators that are missing at the end, after empty cells too
    .description =
        In a CSV file every row has a cell for every heading. If there are more, most often a text holds the separator: that text belongs in quotes.
table-row--long =
    .message = { $cell }: the row has { $n } cells and there are { $expected } headings
    .help = if a text holds the separator (`;` or `,`), put the text in quotes

table-scheme =
    .message = “{ $title }” is published in the scheme `{ $scheme }`, and there is no table of that scheme here ({ $norm })
    .help = add the table with `tabelle`; if the data reach a national database and the law takes the link instead, accept the finding with the reason
    .description =
        For some obligations the national anti-corruption authority has set the scheme of the data (art. 48 d.lgs. 33/2013; resolutions 495/2024 and 481/2025).
        Lists fill themselves from the tables and contents of the section: if a content lacks something that the scheme asks for, this says what.
table-scheme--ended =
    .message = no row of «{ $scheme }» is still to be published: the table is no longer on the site
    .help = take the table away, and the page too if it says nothing else
table-scheme--missing =
    .message = for the list “{ $scheme }” `{ $column }` is missing
    .help = fill in `{ $field }`; the scheme says, in Italian: “{ $hint }”
table-scheme--value =
    .message = for the list “{ $scheme }” the value of `{ $column }` is not good
    .help = correct `{ $field }`; the scheme says, in Italian: “{ $hint }”
