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
