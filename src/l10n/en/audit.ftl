# The rules about the accessibility of pages.

accesskeys =
    .message = the shortcut key `{ $key }` is given to more than one element
    .help = give each element another `accesskey`, or take it away: many people find it in their way
    .description =
        When two elements have the same shortcut key, the key does not do what people expect.

area-alt =
    .message = an area of the image map has no text alternative
    .help = write in `alt` where the area leads, for example `alt="Northern district"`
    .description =
        Each area of an image map is a link: people who cannot see it need its name.

aria-allowed-attr =
    .message = the attribute `{ $attribute }` makes no sense on an element with the role `{ $role }`
    .help = remove `{ $attribute }`, or use the element it is meant for
    .description =
        An ARIA attribute that the role does not know is ignored, or confuses assistive technology.

aria-allowed-role =
    .message = the role `{ $role }` cannot stand on an element `<{ $element }>`
    .help = remove `role`, or use an element that fits, such as `<div>`
    .description =
        Every element of HTML has a meaning already: a role that contradicts it confuses assistive technology.

aria-braille-equivalent =
    .message = `{ $attribute }` says something in braille only: do those who listen get the same text?
    .help = add a name or an `aria-roledescription` with the same words
    .description =
        What is read in braille must be heard as well.

aria-command-name =
    .message = a link, a button or a menu entry has no name
    .help = write a text in the element, or an `aria-label`
    .description =
        A command without a name is announced by its role only: nobody knows what it does.

aria-conditional-attr =
    .message = `aria-checked="{ $value }"` contradicts the box, which shows by itself whether it is chosen
    .help = remove `aria-checked`: `checked` is enough
    .description =
        A box of HTML says by itself whether it is chosen; a row tells its level only in a tree.

aria-conditional-attr--row =
    .message = `{ $attribute }` stands on a row of a plain table
    .help = remove `{ $attribute }`, or use `role="treegrid"` if the rows make a tree

aria-deprecated-role =
    .message = the role `{ $role }` is no longer in use
    .help = remove the role, or use the more general one (`list` instead of `directory`)
    .description =
        A role that the standards have given up is no longer understood by all assistive technology.

aria-dialog-name =
    .message = a dialog has no name
    .help = add `aria-labelledby` with the id of its heading, or `aria-label`
    .description =
        When the dialog opens, its name says what it is about.

aria-hidden-body =
    .message = the whole page is hidden from assistive technology
    .help = remove `aria-hidden="true"` from `<body>`
    .description =
        With `aria-hidden="true"` on `<body>`, people who use a screen reader find an empty page.

aria-hidden-focus =
    .message = the keyboard reaches `{ $element }`, which is hidden from assistive technology
    .help = remove `aria-hidden`, or hide the element from everybody with `hidden`
    .description =
        People who use a keyboard and a screen reader stop at an element that is not read out.

aria-hidden-focus--question =
    .message = the keyboard reaches `{ $element }`, which is hidden from assistive technology: does the script lead on at once?
    .help = if it does not, remove `aria-hidden` or hide the element from everybody with `hidden`

aria-input-field-name =
    .message = a field has no name
    .help = add `aria-label`, or `aria-labelledby` with the id of the text that describes it
    .description =
        A field made with ARIA does not get its name from `<label>`: use `aria-label` or `aria-labelledby`.

aria-meter-name =
    .message = a gauge has no name
    .help = add an `aria-label` with what it measures
    .description =
        A value without a name says nothing: 40 per cent of what?

aria-progressbar-name =
    .message = a progress bar has no name
    .help = add an `aria-label` with what is going on
    .description =
        A value without a name says nothing: 40 per cent of what?

aria-prohibited-attr =
    .message = `{ $attribute }` stands on a `<{ $element }>` element, which cannot have a name
    .help = write the text on the page, or give the element a fitting role
    .description =
        Assistive technology does not read the name of a generic element: the text would be lost.

aria-required-attr =
    .message = the role `{ $role }` lacks the attribute `{ $attribute }`
    .help = add `{ $attribute }`, or better use the HTML element that does the same
    .description =
        Without its required attributes, a role does not tell its state: on, chosen, at what value.

aria-required-children =
    .message = an element with the role `{ $role }` holds `{ $found }`, which is no part of it
    .help = use only elements with the role { $expected }
    .description =
        A role made of parts (a list, a menu, a table) works only when it holds these parts.

aria-required-children--none =
    .message = an element with the role `{ $role }` holds none of its parts
    .help = add elements with the role { $expected }, or remove the role

aria-required-children--question =
    .message = an element with the role `{ $role }` is empty: does a script fill it?
    .help = add elements with the role { $expected }, or remove the role

aria-required-parent =
    .message = an element with the role `{ $role }` stands outside the element it is part of
    .help = put it into an element with the role { $expected }
    .description =
        An entry, a cell or a tab is understood only inside the list, row or group it belongs to.

aria-roledescription =
    .message = `aria-roledescription` stands on an element `<{ $element }>` without a role
    .help = give the element a role, or remove the attribute
    .description =
        The description of a role is read in place of the role: without a role it is lost.

aria-roles =
    .message = the role `{ $value }` does not exist
    .help = write a role of WAI-ARIA, or remove the attribute `role`
    .description =
        No assistive technology understands a role that is invented or misspelled.

aria-tab-name =
    .message = a tab has no name
    .help = write a text in the tab, or an `aria-label`
    .description =
        Whoever does not see the page chooses the tab by its name.

aria-text =
    .message = a text that is read as one holds something to use: `{ $element }`
    .help = remove `role="text"`
    .description =
        With `role="text"` the links inside are not announced.

aria-toggle-field-name =
    .message = a checkbox, radio button or switch has no name
    .help = write inside the element, or in `aria-label`, what is chosen
    .description =
        People who do not see the page must know what they switch on, off, or choose.

aria-tooltip-name =
    .message = a tooltip is empty
    .help = write the text of the tooltip, or remove it
    .description =
        An empty tooltip is announced and says nothing.

aria-treeitem-name =
    .message = an entry of a tree has no name
    .help = write a text in the entry, or an `aria-label`
    .description =
        Whoever moves through the tree hears only "item", not which one.

aria-valid-attr =
    .message = the attribute `{ $attribute }` does not exist
    .help = correct the attribute's name (a slip of the pen?) or remove it
    .description =
        A misspelled ARIA attribute is ignored, and what it should say is lost.

aria-valid-attr-value =
    .message = `{ $attribute }` has the value `{ $value }`, which is not allowed
    .help = write one of the values that `{ $attribute }` can have
    .description =
        A value that is not foreseen is ignored, or taken for another.

aria-valid-attr-value--id =
    .message = `{ $attribute }` points to the id `{ $value }`, which is not on the page
    .help = correct the id, or remove the attribute

aria-valid-attr-value--id-question =
    .message = `{ $attribute }` points to the id `{ $value }`, which is not on the page: does a script add it?
    .help = if no script makes the element, correct the id or remove the attribute

audio-caption =
    .message = a recording has no track with its text: is there an alternative?
    .help = add `<track kind="captions">`, or the transcript beside it
    .description =
        Whoever does not hear needs to read what is said.

audio-transcript =
    .message = a recording: does the page hold the text of what is heard?
    .help = put the transcript beside the recording, or a link to it
    .description =
        Whoever does not hear needs to read what the recording says.

autocomplete-valid =
    .message = the value `{ $value }` of `autocomplete` is not one of the standard ones
    .help = use the words of the standard, for example `email`, `tel`, `given-name`, `family-name`
    .description =
        With `autocomplete` the browser fills in personal data: a help for people who find writing or remembering hard.

autocomplete-valid--question =
    .message = the value `{ $value }` of `autocomplete` is not a known one: is it meant to switch filling off?
    .help = to switch it off write `autocomplete="off"`

blink =
    .message = a text blinks
    .help = remove `<blink>`: use `<strong>` to stress something
    .description =
        Blinking text disturbs reading, and nobody can stop it.

button-name =
    .message = a button has no name
    .help = put words into the button; if it only has an icon, add an `aria-label`
    .description =
        A button without a name is only read out as "button": nobody knows what it does.

bypass =
    .message = no way is seen to skip what repeats on every page: is there one?
    .help = add `<main>`, headings, or a link "Skip to content" at the top
    .description =
        People who use a keyboard should not have to go through the whole menu on every page.

definition-list =
    .message = a definition list holds something else than `<dt>` and `<dd>`, or begins without a term
    .help = put only pairs of `<dt>` (the term) and `<dd>` (the description) into `<dl>`
    .description =
        Assistive technology reads the pairs only when the list is built as foreseen.

dlitem =
    .message = a term or a description stands outside a definition list
    .help = wrap `<dt>` and `<dd>` in `<dl>`
    .description =
        Outside a `<dl>`, terms and descriptions are read as any text.

document-title =
    .message = the page has no title
    .help = write in `<title>` what the page holds and whose it is
    .description =
        The title is the first thing heard when a page opens, and what is read among tabs and bookmarks.

duplicate-id =
    .message = the id `{ $id }` is already used on this page
    .help = give each element another id
    .description =
        A reference to a repeated id always leads to the first one: the others cannot be reached.

duplicate-id-active =
    .message = the id `{ $id }` of an element used by keyboard belongs to another already
    .help = give every element an id of its own
    .description =
        A reference to a repeated id always leads to the first.

duplicate-id-aria =
    .message = the id `{ $id }`, used by a label or by ARIA, belongs to more than one element: does the reference reach the right one?
    .help = give each element another id
    .description =
        The reference goes to the first element with that id; if another was meant, a field is left without its label.

empty-heading =
    .message = a heading is empty
    .help = write the heading, or remove it
    .description =
        People who move from heading to heading stop at one that says nothing.

empty-table-header =
    .message = a header cell of the table is empty
    .help = write what the row or column holds; for an empty corner, use `<td>`
    .description =
        The header is read together with each cell: when it is empty, the data cannot be understood.

focus-order-semantics =
    .message = the keyboard stops at an element `<{ $element }>` without a role that tells what it is
    .help = use a `<button>` or a link, or remove `tabindex`
    .description =
        What the keyboard stops at must tell what it is and does.

form-field-multiple-labels =
    .message = a field has { $count } labels: is it still clear what to write?
    .help = keep one `<label>` and put the rest into a text named by `aria-describedby`
    .description =
        With several labels some assistive technology reads only the first, some only the last.

form-instructions =
    .message = a form has fields that must be filled in and does not say so
    .help = write at the beginning, for example, "Fields marked * are required", and put the asterisk into the labels
    .description =
        Whoever fills in a form must know beforehand which fields are needed and how to write them.

form-instructions--pattern =
    .message = a field takes only values written in a certain way and does not say which
    .help = tell the format in the label or in a text named by `aria-describedby`, for example "Postcode (5 digits)"

frame-focusable-content =
    .message = a frame with links or fields cannot be reached by keyboard
    .help = remove `tabindex="-1"` from `<iframe>`
    .description =
        With `tabindex="-1"`, everything in the frame is out of the keyboard's reach.

frame-tested =
    .message = the content of a frame (`{ $src }`) was not judged: is it accessible?
    .help = judge the page in the frame by itself
    .description =
        What stands in a frame is another page, and is to be judged as well.

frame-title =
    .message = an embedded frame has no title
    .help = add a `title` with what it holds, for example `title="Map of the offices"`
    .description =
        Before entering a frame, people must know what it holds.

frame-title-unique =
    .message = two different frames have the same title, `{ $title }`: do they show the same?
    .help = if not, give each a title that tells what it holds
    .description =
        Whoever chooses a frame by its title must be able to tell them apart.

heading-order =
    .message = a heading of level { $level } stands where level { $expected } is the deepest expected
    .help = use level { $expected }: in the text, { $expected } signs `#`
    .description =
        The levels of headings are the page's table of contents: when one is skipped, a part seems to be missing.

hidden-content =
    .message = a content is hidden and was not judged: is it accessible when it shows?
    .help = show the content and judge the page again
    .description =
        What is hidden can be judged only when it shows.

html-has-lang =
    .message = the page does not say in which language it is written
    .help = add `lang="it"` (or the page's language) to `<html>`
    .description =
        A screen reader chooses its voice by the language of the page: without it, Italian may be read with an English voice.

html-lang-valid =
    .message = the language of the page, `{ $lang }`, does not exist
    .help = write the code of the language, for example `it`
    .description =
        With an unknown code, a screen reader does not know which voice to use.

html-xml-lang-mismatch =
    .message = the page tells two languages: `lang="{ $lang }"` and `xml:lang="{ $xml }"`
    .help = remove `xml:lang`: `lang` is enough
    .description =
        When the two differ, every program takes the one it likes.

identical-links-same-purpose =
    .message = two links with the same name, `{ $text }`, have different addresses: do they lead to the same?
    .help = if not, write in each where it leads
    .description =
        Whoever goes through the list of links tells them apart by name only.

image-alt =
    .message = an image has no text alternative
    .help = describe the image: in the text `![description](image.jpg)`, in HTML `alt="description"`; if it only decorates, `alt=""`
    .description =
        The text alternative tells people who cannot see the image what it tells the others.

image-alt-words =
    .message = the text alternative begins by saying that it is an image: `{ $alt }`
    .help = remove "image of": assistive technology says that already
    .description =
        A text alternative tells what the image shows, not that it is an image nor the name of its file.

image-alt-words--file =
    .message = the text alternative, `{ $alt }`, is the name of a file
    .help = describe what the image shows

image-alt-words--placeholder =
    .message = the text alternative, `{ $alt }`, does not describe the image
    .help = write what is to be seen; if the image is mere decoration, `alt=""`

image-redundant-alt =
    .message = the text alternative `{ $alt }` repeats the words beside the image
    .help = if the image adds nothing, write `alt=""`
    .description =
        The same words are read out twice.

input-button-name =
    .message = a button has no name
    .help = write in `value` what it does, for example `value="Search"`
    .description =
        A button without a name is only read out as "button": nobody knows what it does.

input-image-alt =
    .message = a button made of an image has no text alternative
    .help = write in `alt` what it does, for example `alt="Search"`
    .description =
        People who cannot see the image must know what happens when they press it.

label =
    .message = a field of the form has no label
    .help = add `<label for="…">` with the id of the field
    .description =
        Without a label, people who do not see the page do not know what to write into the field.

label-content-name-mismatch =
    .message = the control reads `{ $label }`, but its name is `{ $name }`
    .help = put the words that are seen into the name, in the same order; often removing `aria-label` is enough
    .description =
        Whoever speaks to a computer says the words on the screen: with another name the control does not answer.

label-content-name-mismatch--question =
    .message = the control reads `{ $label }`, but its name is `{ $name }`: is what is seen a sign or an icon?
    .help = if these are words, put them into the name

label-title-only =
    .message = a field is named by `title` or a description only
    .help = add a `<label>` that can be seen
    .description =
        A `title` shows only to a mouse: on a telephone or by keyboard nobody sees it.

landmark-banner-is-top-level =
    .message = the head of the page stands inside another landmark
    .help = move `<header>` out of the other landmarks, or remove `role="banner"`
    .description =
        The head of the page is one of its main parts: inside another it is not found.

landmark-complementary-is-top-level =
    .message = a complementary landmark stands inside another
    .help = move `<aside>` out of the other landmarks
    .description =
        A complement inside another landmark is harder to find.

landmark-contentinfo-is-top-level =
    .message = the foot of the page stands inside another landmark
    .help = move `<footer>` out of the other landmarks, or remove `role="contentinfo"`
    .description =
        The foot of the page is one of its main parts: inside another it is not found.

landmark-main-is-top-level =
    .message = the main content stands inside another landmark
    .help = move `<main>` out of the other landmarks
    .description =
        Inside another landmark the main content is not reached by one command.

landmark-no-duplicate-banner =
    .message = the page has more than one head
    .help = keep one `<header>` of the page; those of its parts belong into `<article>` or `<section>`
    .description =
        With several heads nobody knows which is that of the page.

landmark-no-duplicate-contentinfo =
    .message = the page has more than one foot
    .help = keep one `<footer>` of the page; those of its parts belong into `<article>` or `<section>`
    .description =
        With several feet nobody knows which is that of the page.

landmark-no-duplicate-main =
    .message = the page has more than one main content
    .help = keep one `<main>`
    .description =
        With several main contents, nobody knows which is the real one.

landmark-one-main =
    .message = the page does not say what its main content is
    .help = wrap the main content in `<main>`
    .description =
        With `<main>`, assistive technology reaches the content by one command.

landmark-unique =
    .message = two parts of the page with the role `{ $role }` have the same name
    .help = tell them apart by `aria-label`, for example `aria-label="Main menu"`
    .description =
        People who move between the parts of a page must be able to tell them apart.

language-change =
    .message = a text seems to be written { $language ->
        [en] in English
        [de] in German
        [fr] in French
        [es] in Spanish
        [it] in Italian
       *[other] in another language
    }: is it?
    .help = if so, say it with `lang`, for example `<span lang="{ $language }">…</span>`
    .description =
        A screen reader chooses its voice by the language: read with the wrong voice a text cannot be understood.

language-change--page =
    .message = the page says it is in `{ $lang }`, but it seems to be written { $language ->
        [en] in English
        [de] in German
        [fr] in French
        [es] in Spanish
        [it] in Italian
       *[other] in another language
    }: is it?
    .help = if so, write `lang="{ $language }"` in `<html>`

link-document =
    .message = a link leads to a { $kind } document without telling its kind and size
    .help = write after the title, for example, "({ $kind }, 1.2 MB)"
    .description =
        Whoever follows a link must know beforehand that a document opens, of what kind, and how large it is.

link-document--kind =
    .message = a link leads to a { $kind } document without telling its kind
    .help = write "{ $kind }" after the title

link-document--size =
    .message = a link leads to a { $kind } document without telling how large it is
    .help = write the size after the title, for example "1.2 MB"

link-name =
    .message = a link has no text
    .help = write where it leads; if it only holds an image, describe it in the text alternative
    .description =
        A link without a name is read out as "link" or by its address: nobody knows where it leads.

link-new-window =
    .message = the link `{ $text }` opens another window without saying so
    .help = remove `target="_blank"`, or write in the link that it opens a new window
    .description =
        Whoever does not see the new window does not understand why "back" no longer works.

link-purpose =
    .message = the text of the link, `{ $text }`, does not tell where it leads
    .help = make a link of the words that tell what is to be found
    .description =
        Whoever uses a screen reader goes through the list of links without the text around them: "click here" says nothing.

list =
    .message = a list holds something that is not an entry
    .help = put everything into an entry `<li>`
    .description =
        Assistive technology tells the number of entries only when a list holds nothing but entries.

listitem =
    .message = an entry stands outside a list
    .help = wrap the entries `<li>` in `<ul>` or `<ol>`
    .description =
        Outside a list, nobody knows what an entry belongs to, nor how many there are.

marquee =
    .message = a text moves by itself
    .help = remove `<marquee>`
    .description =
        Moving text is hard to read, and nobody can stop it.

meta-refresh =
    .message = the page reloads or leaves by itself after { $seconds } seconds
    .help = remove `<meta http-equiv="refresh">`; use a redirect of the server for a new address
    .description =
        Slow readers lose the page before they have finished it.

meta-refresh-no-exceptions =
    .message = the page reloads or leaves by itself after { $seconds } seconds
    .help = remove `<meta http-equiv="refresh">`
    .description =
        At level AAA no page may change by itself, not even after a long time.

meta-viewport =
    .message = `{ $property }={ $value }` stops people from zooming the page
    .help = remove `{ $property }` from `<meta name="viewport">`
    .description =
        People with low vision must be able to zoom to at least twice the size.

meta-viewport-large =
    .message = the page cannot be zoomed to five times its size
    .help = remove `maximum-scale` and `user-scalable` from `<meta name="viewport">`
    .description =
        Whoever sees very little enlarges the page up to five times.

nested-interactive =
    .message = inside an element with the role `{ $role }` stands another one for the keyboard: `{ $element }`
    .help = put the two elements side by side
    .description =
        What stands inside a button or an image is not announced: the keyboard stops at something nobody hears.

no-autoplay-audio =
    .message = a sound starts by itself, and nothing shows how to stop it: does it last more than 3 seconds?
    .help = remove `autoplay`, or add `controls` or `muted`
    .description =
        A sound that starts by itself drowns the voice of the screen reader.

object-alt =
    .message = an embedded picture, sound or film has no name
    .help = add a `title` or an `aria-label` that says what it is
    .description =
        What stands inside `<object>` does not name the resource: write it in an attribute.

object-alt--question =
    .message = an embedded object has no name: is it a picture, a sound or a film?
    .help = if so, add a `title` or an `aria-label` that says what it is

p-as-heading =
    .message = `{ $text }` is a paragraph in bold used as a heading
    .help = write a heading: in the text `## { $text }`, in HTML `<h2>`
    .description =
        A paragraph in bold looks like a heading only to those who see it.

page-has-heading-one =
    .message = the page has no heading of the first level
    .help = put the page's heading into `<h1>`
    .description =
        The heading of the first level says what the page is about; many look for it first.

page-limits =
    .message = the page is too large or too deeply nested: a part was not checked
    .help = make the page simpler, or divide it
    .description =
        A huge page, or one with too many elements inside each other, is checked only in part.

page-unread =
    .message = the page could not be read: { $detail }
    .help = check that the file opens, or that the server sends the page
    .description =
        A page that cannot be read is not checked: until then, nothing is known of what it holds.

presentation-role-conflict =
    .message = an element marked as decoration is announced all the same
    .help = remove `tabindex` and the attributes `aria-…`, or remove the role and write a text alternative
    .description =
        A decoration that takes the focus or has an ARIA name is announced again.

readability =
    .message = the text of the page is hard: Gulpease index { $index } of 100, the longest sentence has { $words } words
    .help = make sentences shorter, one thing in each, and use common words; below 40 a text is hard for whoever has a school diploma
    .description =
        The Gulpease index measures sentences and words of Italian: the higher, the more people understand the text.

region =
    .message = a part of the page stands outside its landmarks
    .help = put it into `<main>`, `<header>`, `<nav>`, `<aside>` or `<footer>`
    .description =
        People who move from landmark to landmark miss what stands outside all of them.

role-img-alt =
    .message = an element shown as an image has no name
    .help = add an `aria-label` with what the image says
    .description =
        With `role="img"` the content is not read: a name is needed.

scope-attr-valid =
    .message = `scope="{ $value }"` is not allowed here
    .help = write `scope="col"` or `scope="row"`, and only on `<th>`
    .description =
        `scope` says whether a header is that of its column or of its row.

select-name =
    .message = a list to choose from has no label
    .help = add `<label for="…">` with the id of the list
    .description =
        Without a label, people who do not see the page do not know what they choose.

server-side-image-map =
    .message = an image map can only be used with a mouse
    .help = remove `ismap`, and write the links one by one
    .description =
        With `ismap` the point that is clicked counts: a keyboard cannot choose one.

skip-link =
    .message = the skip link at the top leads to `#{ $id }`, which is not on the page
    .help = write `id="{ $id }"` on the element it shall lead to
    .description =
        Whoever uses the keyboard presses it to skip the menu, and nothing happens.

skip-link--question =
    .message = the skip link at the top leads to `#{ $id }`, which is hidden: does it show when needed?
    .help = if not, let the link lead to something that shows

summary-name =
    .message = a section that folds has no title
    .help = write in `<summary>` what the section holds
    .description =
        Before opening a section, people must know what it holds.

svg-img-alt =
    .message = a drawing has no name
    .help = add a `<title>` or an `aria-label` to the drawing; if it only decorates, `aria-hidden="true"`
    .description =
        A drawing shown as an image needs a text alternative like any image.

tabindex =
    .message = an element asks to be reached before the others
    .help = write `tabindex="0"`, and put the element where it belongs on the page
    .description =
        With a number above zero, the keyboard no longer follows the order of reading.

table-duplicate-name =
    .message = the caption and the summary of the table say the same
    .help = remove `summary`: `<caption>` is enough
    .description =
        The same words are read twice.

table-fake-caption =
    .message = the first row of the table is a single wide cell used as a caption
    .help = put the text into `<caption>`
    .description =
        A wide cell is not read as the title of the table.

table-headers =
    .message = a table of data has no headers
    .help = use `<th>` for the cells that tell what stands in columns or rows
    .description =
        Headers are read with every cell: without them data are mere numbers.

table-headers--question =
    .message = a table has no headers: does it hold data?
    .help = if so, use `<th>` for the headers; if it is there for the layout only, add `role="none"`

target-size =
    .message = a control of { $width } by { $height } pixels has another one too near
    .help = make it at least 24 pixels wide and high, or leave more space between the two
    .description =
        People whose hands tremble, or who use a finger on a telephone, must be able to press one control without touching
        another. It is told only where style sheets give the sizes: others depend on fonts.

td-has-header =
    .message = the cell `{ $text }` of a large table has no header
    .help = use `<th>` for the headers of rows or columns
    .description =
        In a large table nobody remembers what stands in the fifth column.

td-headers-attr =
    .message = `headers` names `{ $id }`, which is not a header cell of this table
    .help = write ids of `<th>` cells of the same table, or remove `headers`
    .description =
        `headers` ties a cell to its header cells: a wrong id leaves it without.

text-all-capitals =
    .message = a text is written in capital letters only: `{ $text }`
    .help = write it in small letters; for emphasis use bold
    .description =
        Words in capitals are hard to read, and some screen readers spell them out like initials.

th-has-data-cells =
    .message = the header `{ $header }` belongs to no cell
    .help = remove the header, add the data, or use `<td>` if it is not a header
    .description =
        A header without cells makes people believe that data are missing.

valid-lang =
    .message = the language `{ $lang }` does not exist
    .help = write the code of the language, for example `lang="de"`
    .description =
        A part in another language is read with the right voice only when the code of the language is right.

video-alternative =
    .message = a film: is what is only seen also told, in speech or writing?
    .help = add an audio description (`<track kind="descriptions">` or a second version) or a text that tells the film
    .description =
        Whoever does not see needs to know what the film shows without saying it.

video-caption =
    .message = a film has no track of captions: is something said in it, and can it be read?
    .help = add `<track kind="captions" srclang="it" src="…">` with the captions
    .description =
        Whoever does not hear needs to read what is said in the film.
avoid-inline-spacing =
    .message = `{ $property }` with `!important` in `style` keeps readers from spacing the text: at least { $needed } times the font size is needed
    .help = take `!important` away, or put the rule in a style sheet
    .description =
        Who finds reading hard spaces letters, words and lines in their own way. A `style` attribute with `!important`
        keeps them from it, and is good only when the space is wide already: 0.12 times the font size between letters,
        0.16 between words, 1.5 between lines.
avoid-inline-spacing--question =
    .message = `{ $property }` with `!important` in `style`: is the text spaced widely enough?
    .help = take `!important` away, or put the rule in a style sheet

color-contrast =
    .message = the text { $text } on { $ground } has a contrast of { $ratio }:1 and needs at least { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(at a width of { $widths } px)
        }{ $scheme ->
            [dark] {" "}(dark theme)
            [light] {" "}(light theme)
           *[all] {""}
        }
    .help = change one of the two colours; text: { $text-from }; background: { $ground-from }
    .description =
        Text must stand out from its background: 4.5 to 1, or 3 to 1 when it is large (18 points, or 14 in bold). Colours
        are computed from the style sheets at three widths, with the light theme and with the dark one. Where something
        else may lie behind the text, such as a picture, the question is left to a person. Text of controls that are
        switched off does not count.
color-contrast--question =
    .message = can the text { $text } be read well here? { $why ->
            [picture] Behind it is a picture or a gradient
            [overlap] Another element may lie behind it
            [effect] An effect changes the colours
            [purpose] It is a single character, or has the colour of its background
           *[style] The colour depends on conditions that cannot be known
        }; on { $ground } the contrast is { $ratio }:1, at least { $needed }:1 is needed{ $widths ->
            [all] {""}
           *[other] {" "}(at a width of { $widths } px)
        }{ $scheme ->
            [dark] {" "}(dark theme)
            [light] {" "}(light theme)
           *[all] {""}
        }
    .help = look at the page; text: { $text-from }; background: { $ground-from }
color-contrast--incomplete =
    .message = contrasts cannot be judged: a style sheet of the page is missing
    .help = add the style sheet, or check contrasts in a browser

color-contrast-enhanced =
    .message = the text { $text } on { $ground } has a contrast of { $ratio }:1 and for level AAA needs at least { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(at a width of { $widths } px)
        }{ $scheme ->
            [dark] {" "}(dark theme)
            [light] {" "}(light theme)
           *[all] {""}
        }
    .help = change one of the two colours; text: { $text-from }; background: { $ground-from }
    .description =
        For level AAA text must stand out from its background 7 to 1, or 4.5 to 1 when it is large.
color-contrast-enhanced--question =
    .message = can the text { $text } be read well here, for level AAA too? { $why ->
            [picture] Behind it is a picture or a gradient
            [overlap] Another element may lie behind it
            [effect] An effect changes the colours
            [purpose] It is a single character, or has the colour of its background
           *[style] The colour depends on conditions that cannot be known
        }; on { $ground } the contrast is { $ratio }:1, at least { $needed }:1 is needed{ $widths ->
            [all] {""}
           *[other] {" "}(at a width of { $widths } px)
        }{ $scheme ->
            [dark] {" "}(dark theme)
            [light] {" "}(light theme)
           *[all] {""}
        }
    .help = look at the page; text: { $text-from }; background: { $ground-from }
color-contrast-enhanced--incomplete =
    .message = contrasts cannot be judged: a style sheet of the page is missing
    .help = add the style sheet, or check contrasts in a browser

css-orientation-lock =
    .message = the page is turned by 90 degrees when the device is turned
    .help = take `transform` or `rotate` out of the rules for `orientation`
    .description =
        Who has a telephone or tablet fixed to a wheelchair cannot turn it: the page must be good upright and on its side,
        without style sheets that turn it.
css-orientation-lock--question =
    .message = this part is turned by 90 degrees when the device is turned: can it still be read?
    .help = take `transform` or `rotate` out of the rules for `orientation`

link-in-text-block =
    .message = only colour tells this link from the text: { $link } and { $text } have a contrast of { $ratio }:1
    .help = keep the underline, or tell it apart in another way as well
    .description =
        Who cannot tell colours apart must recognise links in running text: by an underline, a border, the weight of the
        letters.
link-in-text-block--question =
    .message = only colour tells this link from the text (contrast { $ratio }:1): does it change when pointed at or reached by keyboard?
    .help = keep the underline, or tell it apart in another way as well

scrollable-region-focusable =
    .message = this region scrolls, and the keyboard does not reach it
    .help = add `tabindex="0"`, a role and a name, or let the content take the room it needs
    .description =
        Who uses the keyboard alone must be able to scroll every region: because the region itself takes the focus, or
        because something inside does.
scrollable-region-focusable--question =
    .message = this region may scroll and the keyboard does not reach it: does its content always fit?
    .help = add `tabindex="0"`, a role and a name, or let the content take the room it needs
