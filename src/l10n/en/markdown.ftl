# The text of a page: headings, links, images, tables, notes, HTML.

ui-heading-before = the heading before

heading-level-one =
    .description =
        The title of the page is its only heading of level one and comes from `titolo:` in the head of the file.
        In the text, headings begin at level two: `## Heading`.
    .message = the heading `{ $text }` is of level one, which belongs to the title of the page
    .help = write `## { $text }`
heading-skipped =
    .description =
        Headings form an outline: after a `##` heading comes `###`, not `####`.
        People with a screen reader move from heading to heading, and a skipped level looks like a missing part.
    .message = after the previous heading the text goes on with `{ $written }`, skipping a level
    .help = write `{ $wanted }` instead of `{ $written }`
heading-id =
    .description = Whoever follows a link to a place in the page always arrives at the first heading of that name.
    .message = the name `{ $id }` already belongs to another heading of this text: this heading is called `{ $given }`
    .help = write a different name between the braces, for example `{ "{" }#{ $given }{ "}" }`, also in the links that lead here
heading-empty =
    .description = A heading without text shows as an empty line in the outline of the page.
    .message = the heading has no text
    .help = write the text after the `#` signs, or delete the line
bold-heading =
    .description =
        A bold paragraph looks like a heading only to those who see it: it is not in the outline, and screen readers do not find it.
    .message = `{ $text }` is a bold paragraph used as a heading
    .help = write `## { $text }` (or `###` below another heading)
link-empty =
    .description = The text of a link says where it leads; without text nobody can follow it.
    .message = the link to `{ $target }` has no text
    .help = write between the square brackets what is there: `[Waste tax rules]({ $target })`
link-empty--target =
    .message = the link `{ $text }` leads nowhere
    .help = write the address or the file between the round brackets: `[{ $text }](../servizi/pagare-tari.md)`
link-empty--image =
    .message = the image names no file
    .help = write the file's name between the round brackets: `![description](municipio.jpg)`
link-text =
    .description =
        People with a screen reader go through the list of links without the text around them: "click here" says nothing.
        The text of a link must make sense by itself.
    .message = the text of the link, `{ $text }`, does not say where it leads
    .help = make a link of the words that say what is there, for example `[application form](…)`
link-scheme =
    .description =
        A link may lead to a page or file of the site, to an `https:` or `http:` address, to a mailbox (`mailto:`) or a telephone (`tel:`).
    .message = an address that begins with `{ $scheme }:` cannot stand in a page
    .help = use an address `https://…`, `mailto:…`, `tel:…` or the path of a file of the site; a file name with a colon is written `./name`
link-scheme--no-scheme =
    .message = the address `{ $target }` begins with two slashes, without `https:`
    .help = write the whole address, beginning with `https://`
link-scheme--slashes =
    .message = in the address `{ $target }` the two slashes after `{ $scheme }:` are missing
    .help = write `{ $scheme }://` and then the name of the site
link-scheme--https =
    .message = the address `{ $target }` begins with `{ $scheme }:`, which does not exist
    .help = write `https://` in its place
link-scheme--mailto =
    .message = `{ $target }` is not the address of a mailbox
    .help = write `mailto:` and the whole address, with the at sign
link-scheme--mail =
    .message = an address that begins with `{ $scheme }:` does not exist
    .help = write `mailto:` and the address of the mailbox
link-scheme--tel =
    .message = there is no telephone number in `{ $target }`
    .help = write `tel:` and the number with its prefix, for example `tel:+390750000`
link-scheme--phone =
    .message = an address that begins with `{ $scheme }:` does not exist
    .help = write `tel:` and the number with its prefix, for example `tel:+390750000`
link-scheme--file =
    .message = `{ $target }` is a file on your computer, which others cannot open
    .help = copy the file beside the page and write only its name
image-alt-missing =
    .description =
        The alternative text says what the image shows to those who do not see it, and is mandatory (WCAG 1.1.1).
        For a merely decorative image use `<img src="…" alt="">`.
    .message = the image `{ $target }` has no alternative text
    .help = describe between the square brackets what can be seen: `![The town hall seen from the square]({ $target })`
image-alt-file-name =
    .description = The name of a file does not say what the image shows.
    .message = the alternative text, `{ $alt }`, is the name of a file
    .help = describe what can be seen in the image
link-unread =
    .description =
        A link written in a way that is not read stays on the page with its brackets: an address with a space in it, a label without an address, the double brackets of other programs.
    .message = this link is not read as one: there is a space in the address `{ $target }`
    .help = write `{ $fixed }`, or take the spaces out of the file's name
link-unread--label =
    .message = this link is not read as one: the text has no line with the address of `[{ $label }]`
    .help = write the address in round brackets, for example `[{ $words }](../servizi/pagare-tari.md)`, or add the line `[{ $label }]: ../servizi/pagare-tari.md` at the end
link-unread--wiki =
    .message = this link is not read as one: double square brackets belong to other programs
    .help = write `[{ $words }]` and right after it, in round brackets, the file's path, for example `[{ $words }](../servizi/pagare-tari.md)`
table-unread =
    .description =
        Below the line of its headers a table has a line with one group of dashes for each column. If the number is another one, the page shows the bars instead of the table.
    .message = these lines are not read as a table: there { $n ->
        [one] is one column
       *[other] are { $n } columns
    } and { $parts ->
        [one] one group of dashes
       *[other] { $parts } groups of dashes
    }
    .help = write `{ $fixed }` in the second line
alert-unknown =
    .description =
        A box begins with `> [!NOTE]`. There are five words: NOTE, TIP, IMPORTANT, WARNING, CAUTION.
    .message = there is no box `[!{ $word }]`, and the page shows the word with its brackets
    .help = write `[!{ $known }]`: on the page the title of the box is in the page's language
alert-unknown--strange =
    .message = there is no box `[!{ $word }]`, and the page shows the word with its brackets
    .help = write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`
table-header-empty =
    .description =
        Headers say what a column contains; screen readers read them with every cell.
    .message = column { $column } of the table has no header
    .help = write in the first row of the table what the column contains
footnote-unused =
    .description = A footnote shows only if the text refers to it.
    .message = nothing in the text refers to the note `[^{ $label }]`, so it does not show
    .help = write `[^{ $label }]` in the text where it belongs, or delete the note
footnote-missing =
    .description = Every reference `[^1]` has its note, on a line of its own: `[^1]: text of the note`.
    .message = the reference `[^{ $label }]` has no note
    .help = add a line `[^{ $label }]: text of the note` at the end of the text
markdown-depth =
    .description = Lists, quotes and emphasis can stand inside each other, but not without end.
    .message = here more than { $limit } levels stand inside each other: the text stays, without structure
    .help = use fewer levels of lists or quotes
raw-html =
    .description =
        Some HTML can be used where Markdown is not enough: `<abbr title="…">`, `<span lang="en">`, `<details>`, tables with merged cells.
        What is not allowed, because unsafe or inaccessible, is removed and reported; the text stays.
    .message = this HTML is not allowed and is removed
    .help = write the text in Markdown
raw-html--element =
    .message = the element `<{ $element }>` is not allowed and is removed
    .help = write the text in Markdown, without this element
raw-html--font =
    .message = `<{ $element }>` is not allowed: the theme decides on fonts and colors
    .help = use `**bold**` or `*italic*`, or delete the tag
raw-html--center =
    .message = `<center>` is not allowed
    .help = use `<div class="text-center">`, an empty line, the text, an empty line, `</div>`
raw-html--underline =
    .message = `<u>` is not allowed: underlined text looks like a link
    .help = use `**bold**` or `*italic*`
raw-html--old =
    .message = `<{ $element }>` is no longer part of HTML and is removed
    .help = use `**bold**`, `~~struck~~` or `` `code` ``
raw-html--embedded =
    .message = `<{ $element }>` is not allowed: it would bring other people's content, often inaccessible, into the page
    .help = put a link: `[Title of the video or map](https://…)`
raw-html--heading =
    .message = headings are not written with `<{ $element }>`: they would not be in the outline
    .help = write `## Heading` (or `###` for a lower level)
raw-html--script =
    .message = `<{ $element }>` is not allowed and is removed with its content
    .help = delete it; a new function belongs to the theme of the site
raw-html--form =
    .message = `<{ $element }>` is not allowed: a form in the text would reach nobody
    .help = put a link to the online service or to the form to download
raw-html--svg =
    .message = `<{ $element }>` is not allowed and is removed with its content
    .help = save the drawing as a file beside the page and write `![description](drawing.svg)`
raw-html--code =
    .message = `<{ $element }>` is not allowed
    .help = put the text between two lines of three backticks (```)
raw-html--attribute =
    .message = the attribute `{ $name }` of `<{ $element }>` is not allowed and is removed
    .help = delete `{ $name }`
raw-html--style =
    .message = the attribute `{ $name }` is not allowed: the theme decides on looks and colors
    .help = delete `{ $name }`; to align, use `class="text-center"` or `class="text-end"`
raw-html--event =
    .message = the attribute `{ $name }` runs a script, which is not allowed in the text
    .help = delete `{ $name }`
raw-html--name =
    .message = the attribute `name` is not allowed: places to link to have an `id`
    .help = write `id="{ $value }"`
raw-html--target =
    .message = the attribute `target` is not allowed: readers choose whether to open another window
    .help = delete `target`
raw-html--class =
    .message = among the classes `{ $value }` is one that the theme does not have for texts
    .help = use only the classes listed in the manual (`lead`, `small`, `text-center`, `table-striped`…)
raw-html--value =
    .message = the attribute `{ $name }` of `<{ $element }>` cannot be `{ $value }` and is removed
    .help = correct the value or delete the attribute
raw-html--id =
    .message = the id `{ $id }` is already used in this page
    .help = choose another `id`
raw-html--misplaced =
    .message = `<{ $element }>` cannot stand here and is removed
    .help = if it is a block, put it on a line of its own with an empty line before and after
raw-html--misplaced-in =
    .message = `<{ $element }>` cannot stand inside `<{ $parent }>` and is removed
    .help = close `<{ $parent }>` first, or remove `<{ $element }>`
raw-html--link-in-link =
    .message = the link stands inside another link (`<a>`) and is removed
    .help = close the other one with `</a>` first, or keep only one of the two
raw-html--text =
    .message = the text stands directly inside `<{ $element }>`, outside every item
    .help = put it in `<{ $item }>…</{ $item }>`
raw-html--phrasing =
    .message = `<{ $element }>` is closed before a paragraph, list or other block, which it cannot contain
    .help = use `<div>` instead of `<{ $element }>`
raw-html--unbalanced =
    .message = `<{ $element }>` is not closed where it should be
    .help = add `</{ $element }>` before the end of the paragraph, item or block it begins in
raw-html--unopened =
    .message = `</{ $element }>` closes an element that is not open here
    .help = delete it, or add `<{ $element }>` where it begins
raw-html--broken =
    .message = the tag begins with `<` but is not written in a way that can be read
    .help = close the tag with `>` and the quotes of its attributes; to write a less-than sign use `&lt;`
raw-html--comment =
    .message = the comment that begins with `<!--` has no end: nothing after it shows
    .help = close the comment with `-->`
raw-html--declaration =
    .message = this declaration means nothing in the text and is removed
    .help = delete it; to write a less-than sign use `&lt;`
raw-html--changed =
    .message = the HTML of this text had to be corrected to be published: { $what }
    .help = look at the page in the preview and rewrite the HTML parts in Markdown
