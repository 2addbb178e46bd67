# Reading files: encoding, front matter, YAML, TOML.

yaml-syntax =
    .description =
        The head of a page (between the two `---` lines) is written in YAML: one line a field, `key: value`.
        Text that contains `: ` or begins with a special character goes in quotes.
    .message = this line is not what YAML wants
    .help = write `key: value`, one line a field
yaml-syntax--colon =
    .message = the text contains a colon followed by a space, which YAML takes for a new key
    .help = put the text in quotes: `{ $fixed }`
yaml-syntax--colon-space =
    .message = after `{ $key }:` the space is missing, or is no ordinary space
    .help = write `{ $fixed }`
yaml-syntax--no-colon =
    .message = this line does not have the form `key: value`
    .help = write the field's name, a colon, a space and the value; if the line continues the one above, indent it by two spaces
yaml-syntax--tab =
    .message = the line is indented with a tab
    .help = use spaces, two for each level
yaml-syntax--nbsp =
    .message = the line is indented with spaces that are no ordinary spaces (pasted from a word processor)
    .help = delete the indentation and type it again with the space bar
yaml-syntax--curly-quotes =
    .message = the value stands in typographic quotes, which would become part of the text
    .help = use straight quotes: `{ $fixed }`
yaml-syntax--nul =
    .message = there is a null character ({ $code })
    .help = delete it: the file may have been saved badly
yaml-syntax--bidi =
    .message = there is an invisible character that changes the direction of writing ({ $code })
    .help = delete and retype the text here
yaml-syntax--control =
    .message = there is an invisible character ({ $code })
    .help = delete and retype the text here
yaml-syntax--quote =
    .message = the closing quote is missing
    .help = write `{ $fixed }`
yaml-syntax--inner-quotes =
    .message = the text contains the same quote that encloses it
    .help = write `{ $fixed }`
yaml-syntax--escape =
    .message = inside double quotes the backslash `\` has a special meaning
    .help = use single quotes: `{ $fixed }`
yaml-syntax--bracket =
    .message = the closing bracket `{ $close }` is missing
    .help = add `{ $close }` at the end, or write the list one item a line, each with `- `
yaml-syntax--special =
    .message = a text cannot begin with `{ $char }`
    .help = put it in quotes: `{ $fixed }`
yaml-syntax--star =
    .message = a text that begins with `*` goes in quotes
    .help = write `{ $fixed }`
yaml-syntax--indent =
    .message = the indentation of this line does not fit the lines around it
    .help = begin fields without spaces and indent by two spaces what is inside a field; align the items of a list
yaml-syntax--documents =
    .message = a second head begins here
    .help = leave only one pair of `---` lines, the first and the last of the head
yaml-syntax--anchor =
    .message = YAML anchors (`&name`) are not used in pages
    .help = if it is text write `{ $fixed }`, else delete the word that begins with `&`
yaml-syntax--alias =
    .message = YAML aliases (`*name`, `<<`) are not used in pages
    .help = write the value in full, or in quotes if it is text
yaml-syntax--tag =
    .message = YAML types (`!type`) are not used in pages
    .help = if it is text write `{ $fixed }`, else delete the word that begins with `!`
yaml-syntax--after-quotes =
    .message = there is more text after the closing quote
    .help = enclose the whole text: `{ $fixed }`
yaml-syntax--extra-bracket =
    .message = there is one bracket `{ $close }` too many
    .help = delete it, or write the list one item a line, each with `- `
yaml-syntax--list-on-line =
    .message = on the line of a field the value cannot begin with `- `
    .help = if it is a list write `{ $fixed }`, or the items below, one a line; if it is a text put it in quotes: `{ $quoted }`
yaml-syntax--comma-twice =
    .message = in the list between brackets there are two commas in a row
    .help = delete one of them
yaml-syntax--flow =
    .message = the list in brackets cannot be read
    .help = write one item a line, each with `- `, and quote those that contain colons or quotes
yaml-syntax--quote-lines =
    .message = the text in quotes goes on on the next line
    .help = write it on one line, or indent by two spaces the lines that continue it
yaml-syntax--anchor-alone =
    .message = YAML anchors (`&name`) are not used in pages
    .help = delete the word that begins with `&`
yaml-syntax--tag-alone =
    .message = YAML types (`!type`) are not used in pages
    .help = delete the word that begins with `!`, or quote it if it is text
yaml-syntax--complex-key =
    .message = the key of a field must be a word
    .help = write `key: value`
yaml-syntax--other =
    .message = this line is not what YAML wants
    .help = check quotes, brackets and indentation; when in doubt put the text in quotes

yaml-duplicate-key =
    .description =
        Every field of the head is written once. Written twice, nobody knows which value counts.
    .message = the field `{ $key }` is written twice
    .help = keep the right value and delete the other line

yaml-limit =
    .description =
        A page has limits of size, written in `site.toml` under `[limiti]`, so that a damaged file cannot stop publishing.
yaml-limit--depth =
    .message = there are more than { $limit } levels of lists inside each other
    .help = simplify the field; the limit is `profondita` in `[limiti]` of site.toml
yaml-limit--front =
    .message = the head is larger than { $limit } KiB
    .help = move long text below the second `---` line; the limit is `front_matter_kib` in `[limiti]` of site.toml
yaml-limit--body =
    .message = the text is larger than { $limit } KiB
    .help = split the page; the limit is `corpo_kib` in `[limiti]` of site.toml

toml-syntax =
    .description = Configuration files are written in TOML: `key = "value"`, sections in square brackets.
    .message = this line is not what TOML wants: { $detail }
    .help = write `key = "value"`; texts go in quotes
toml-syntax--here =
    .message = this line is not what TOML wants: { $detail }
    .help = texts go in quotes, lists between `[` and `]` with commas between the items; the name of a section stands between `[` and `]`, alone on its line
toml-syntax--quote =
    .message = the closing quote is missing
    .help = close the text with `"` on the same line
toml-syntax--unquoted =
    .message = this text is not in quotes
    .help = write it between two `"`

yaml-limit--attachment =
    .message = the file is larger than { $limit } MiB and is not published
    .help = make it smaller, for example by saving the PDF or image again at a lower quality; the limit is `allegato_mib` in `[limiti]` of site.toml

front-matter =
    .description =
        Every page begins with a head: a `---` line, the fields, another `---` line. The text of the page comes below.
        The lines of the head are made of three hyphens and nothing else, and the first is the first line of the file.
front-matter--empty-file =
    .message = the file is empty
    .help = write the head and the text, or delete the file; `arengo new` prepares a page to fill in
front-matter--first-line =
    .message = the first line is not made of three hyphens and nothing else
    .help = write `---` on the first line: three short hyphens, no spaces and nothing more
front-matter--toml =
    .message = the front matter is written in TOML, between two lines `+++`
    .help = put `---` in place of `+++`, and write the fields in the form `titolo: Pagare la TARI`
front-matter--json =
    .message = the front matter is written in JSON, between braces
    .help = write in its place a line `---`, the fields in the form `titolo: Pagare la TARI` and another line `---`
front-matter--blank-first =
    .message = the file begins with an empty line
    .help = delete the empty lines at the top: the first line of the file is `---`
front-matter--missing =
    .message = the head at the top of the file is missing
    .help = begin the file with a `---` line, the fields one a line (for example `titolo: Pagare la TARI`) and another `---` line
front-matter--line-ends =
    .message = the lines of the file end with the lone carriage return of old Macintoshes (CR), and the file looks like one line
    .help = open the file in a text editor and save it with the line ends of Windows (CRLF) or Unix (LF)
front-matter--unclosed =
    .message = the head begins here but does not end
    .help = write a `---` line after the last field, before the text

file-encoding =
    .description =
        The text files of the site are saved in UTF-8, the encoding in which all languages can be written.
        In any other encoding accented letters would turn into unreadable signs.
file-encoding--windows =
    .message = the file seems to be saved in Windows-1252 or Latin-1 ("ANSI" in Notepad), not in UTF-8: there is a character here that cannot be read, often an accented letter
    .help = open the file in the program you wrote it with, choose "Save as" and the encoding UTF-8
file-encoding--utf16 =
    .message = the file is saved in UTF-16, which Notepad calls "Unicode"
    .help = open the file, choose "Save as" and the encoding UTF-8
file-encoding--office =
    .message = this is no text: it is a document of Word or LibreOffice, or a compressed archive
    .help = copy the text of the document into a new file; if the document is meant for download, give it its own name again, for example `modulo.docx`
file-encoding--pdf =
    .message = this is no text: it is a PDF
    .help = give it a name that ends with `.pdf` again and put it with the attachments of the page

file-kind =
    .description =
        Arengo publishes only real files, with a name that every computer can read.
        Links of the file system and special files are skipped, because they could lead out of the site's folder.
file-kind--symlink =
    .message = this is a link to another file or folder, and is skipped
    .help = delete the link and copy the real file in its place
file-kind--special =
    .message = this is no ordinary file, and is skipped
    .help = remove it from the site's folder
file-kind--name =
    .message = the name of this file has characters that cannot be read, and the file is skipped
    .help = rename the file with letters, digits and hyphens

file-unreadable =
    .description =
        The disk does not let a file or folder of the site be read: usually a permission is missing, or another program has it open.
        Without that file the site would be incomplete, so it is not published.
    .message = the file cannot be read ({ $detail })
    .help = close the programs that use it and see whether you can open it; if not, ask whoever runs the computer for permission

git-history =
    .description =
        The date of the last update of a page is the one written in `aggiornato`; without it, the day of the last change that git knows.
        The whole history of git is needed: with a part of it pages would show a wrong date, so they show none.
git-history--none =
    .message = the site's folder has no git history: pages without `aggiornato` do not show when they were last updated
    .help = write `aggiornato` in the pages, or install git and keep the site in a git repository
git-history--shallow =
    .message = only a part of the git history is here: pages without `aggiornato` do not show when they were last updated
    .help = run `git fetch --unshallow`; if the site is published automatically, write `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab)

theme =
    .description =
        The theme decides how pages look. Its name is `tema` in site.toml: `comune` comes with Arengo, the others are in `themes`, one folder a theme.
theme--unknown =
    .message = the theme `{ $name }` does not exist, or has no templates
    .help = write `tema = "comune"` in site.toml, or put the templates in the folder `themes/{ $name }/templates`

site-colour =
    .description =
        White texts of header, buttons and footer stand on the main colour of the site, `colore` in `[aspetto]`. People with low vision read them only if the colour is dark enough: its contrast with white is at least 4.5 to 1 (WCAG 2.2, criterion 1.4.3).
    .message = white text cannot be read on the colour `{ $colour }`: it is too light
    .help = choose a darker colour, for example `{ $better }`, which is the same made readable

# What stops Arengo before it reads any page.

failure-no-site =
    .message = there is no file site.toml in the folder { $path }
    .help = go to the site's folder, or make a new site with `arengo init`
failure-site-unreadable =
    .message = the file site.toml in the folder { $path } cannot be read ({ $detail })
    .help = see whether you can open it; if not, ask whoever runs the computer for permission
failure-cache =
    .message = the folder { $path }, in which Arengo keeps the files of the theme, cannot be used ({ $detail })
    .help = check the permissions and the space on the disk, then delete the folder and try again
failure-npm-missing =
    .message = npm, which downloads the files of the theme, does not start ({ $detail })
    .help = install Node.js, which contains npm, from https://nodejs.org and try again
failure-npm =
    .message = npm could not download the files of the theme: { $detail }
    .help = check the Internet connection (in an office also the proxy) and try again
failure-npm-version =
    .message = the theme asks npm for a package or a version that does not exist: { $detail }
    .help = correct name and version in the theme's `package.json`, then run `npm install` in its folder so that `package-lock.json` matches
failure-npm-lock =
    .message = the files of the theme are not those listed in `package-lock.json`: { $detail }
    .help = put `package.json` and `package-lock.json` of the theme back as they were; if you changed them on purpose, run `npm install` in the theme's folder
failure-search =
    .message = the index of the search cannot be made: { $detail }
    .help = try again with `--no-search`, which publishes the site without a new search index, and tell those who develop Arengo

failure-npm-file =
    .message = among the files that npm downloaded for the theme, `{ $file }` is missing ({ $detail })
    .help = correct `da` in `theme.toml`, in the theme's folder: it is the path of the file below `node_modules`

answer-criterion =
    .message = in `[[verifiche]]` there is no criterion `{ $criterion }`, or it is of level AAA
    .help = write the number of a WCAG 2.2 criterion of level A or AA, for example `1.4.10`
    .description =
        In `[[verifiche]]` those who looked at the pages write, for each criterion of accessibility, what they saw, when, and who they are: the answer goes into the self-assessment for the accessibility declaration. It holds for criteria of level A and AA, those that the norm asks for.
answer-criterion--similar =
    .message = in `[[verifiche]]` there is no criterion `{ $criterion }`, or it is of level AAA
    .help = did you mean `{ $similar }`?
