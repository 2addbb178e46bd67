# The fields of pages, vocabularies, and the schemas that describe them.

ui-starts-here = this is the first date

field-missing =
    .description =
        Every kind of page has mandatory fields, without which readers do not find what the law or the national model promises them.
        Some fields are only recommended: without them there is a warning, and the page is published all the same.
        Sometimes one field out of several is enough.
    .message = the field `{ $field }` ({ $label }) is missing
    .help = add a line with `{ $field }` and its value. { $hint }
field-missing--one-of =
    .message = at least one of these fields is missing: { $fields }
    .help = fill in at least one. { $hint }
field-missing--one-of-or-named =
    .message = { $fields } is missing, and no other page says it instead
    .help = fill in the field, or name this page in those that concern it. { $hint }

field-empty =
    .description = A mandatory or recommended field that is written without a value counts as if it were not there.
    .message = the field `{ $field }` ({ $label }) is empty
    .help = write the value of `{ $field }`. { $hint }

field-unknown =
    .description =
        Only the fields that a kind of page has can be written. A field with another name is nearly always a typing mistake, and what it holds would not show anywhere.
    .message = the field `{ $field }` does not exist
    .help = did you mean `{ $known }`?
field-unknown--strange =
    .message = the field `{ $field }` does not exist here
    .help = delete it, or correct the name: the fields of every kind of page are in the manual

field-value =
    .description =
        Every field wants a value of a certain form: a text, a date, a number, a list, one of a set of words.
        Dates are written year-month-day (`2026-12-31`), times with a colon (`2026-12-31T09:00`), yes and no as `true` and `false`.
    .message = `{ $value }` does not fit the field `{ $field }` ({ $detail })
    .help = correct the value of `{ $field }`. { $hint }
field-value--email =
    .message = `{ $value }` is not an e-mail address
    .help = write one whole address, for example `anagrafe@comune.esempio.it`
field-value--url =
    .message = `{ $value }` is not a web address
    .help = write the whole address, beginning with `https://` and without spaces
field-value--pattern =
    .message = `{ $value }` does not have the form that the field `{ $field }` wants
    .help = correct the value of `{ $field }`. { $hint }
field-value--enum =
    .message = `{ $value }` is not among the values of the field `{ $field }`
    .help = write one of these values: { $options }
field-value--enum-close =
    .message = `{ $value }` is not among the values of the field `{ $field }`
    .help = did you mean `{ $known }`? The values are: { $options }
field-value--empty =
    .message = the field `{ $field }` has no text
    .help = write the text of `{ $field }`. { $hint }
field-value--min-length =
    .message = the text of `{ $field }` is too short: it has { $length } characters, the minimum is { $limit }
    .help = write a fuller text. { $hint }
field-value--max-length =
    .message = the text of `{ $field }` is too long: it has { $length } characters, the maximum is { $limit }
    .help = shorten the text. { $hint }
field-value--min-items =
    .message = the list `{ $field }` has too few items: the minimum is { $limit }
    .help = add those that are missing, one a line, each with `- `. { $hint }
field-value--max-items =
    .message = the list `{ $field }` has too many items: the maximum is { $limit }
    .help = keep the most important ones and delete the others
field-value--unique =
    .message = in the list `{ $field }` an item is written twice
    .help = delete the repetition
field-value--minimum =
    .message = `{ $value }` is too low for the field `{ $field }`: the minimum is { $limit }
    .help = correct the number. { $hint }
field-value--maximum =
    .message = `{ $value }` is too high for the field `{ $field }`: the maximum is { $limit }
    .help = correct the number. { $hint }
field-value--not-allowed =
    .message = the field `{ $field }` cannot be written here, or cannot have this value
    .help = delete `{ $field }`, or change the value. { $hint }
field-value--list =
    .message = the field `{ $field }` wants a list, and here is none
    .help = write the items below `{ $field }`, one a line, indented by two spaces: `{ $fixed }`
field-value--list-commas =
    .message = the field `{ $field }` wants a list, and here is none
    .help = write the items between square brackets, with commas between them: `{ $field }: { $fixed }`
field-value--list-object =
    .message = the field `{ $field }` wants a list, and here is none
    .help = begin each item below `{ $field }` with `- `, and write in each, one a line, those of these fields that are needed: { $fields }
field-value--not-list =
    .message = the field `{ $field }` wants a single value, and here is a list
    .help = keep one value and write it on the line of `{ $field }`, without hyphen and without square brackets
field-value--object =
    .message = the field `{ $field }` is made of other fields, and here is a single value
    .help = write below `{ $field }`, one a line and indented by two spaces, those of these fields that are needed: { $fields }
field-value--text =
    .message = the field `{ $field }` wants a text
    .help = write a text on the line of `{ $field }`; put it in quotes if it contains `: ` or begins with a bracket
field-value--text-item =
    .message = an item of `{ $field }` contains a colon, and so is no longer a text
    .help = put it in quotes: `- { $fixed }`
field-value--text-colon =
    .message = the text of `{ $field }` contains a colon, and so is no longer a text
    .help = put it in quotes: `{ $field }: { $fixed }`
field-value--bool =
    .message = `{ $value }` does not fit the field `{ $field }`, which wants yes or no
    .help = write `true` for yes or `false` for no
field-value--bool-word =
    .message = in the field `{ $field }` yes and no are written `true` and `false`, not `{ $value }`
    .help = write `{ $fixed }`
field-value--integer =
    .message = `{ $value }` is not a whole number
    .help = write only digits in `{ $field }`, without points, commas, units or other words
field-value--number =
    .message = `{ $value }` is not a number
    .help = write only digits in `{ $field }`, with a point for decimals and without units: for example `22.21`
field-value--date =
    .message = `{ $value }` is not a date
    .help = write year-month-day, for example `2026-12-31`
field-value--date-italian =
    .message = the date `{ $value }` is not written as year-month-day
    .help = write `{ $fixed }`
field-value--date-nonexistent =
    .message = the date `{ $value }` does not exist
    .help = check month and day: the form is year-month-day, for example `2026-12-31`
field-value--date-time =
    .message = `{ $value }` is not a date with a time
    .help = write year-month-day, a `T` and the time, for example `2026-12-31T09:00`
field-value--date-time-fixed =
    .message = `{ $value }` is not written as year-month-day, `T`, time
    .help = write `{ $fixed }` (check the time)

vocabulary =
    .description =
        Some fields (topics, categories, types) take only the words of a vocabulary that all municipalities share: this way sites can be compared and searched together.
        Upper and lower case do not matter, the words do.
    .message = `{ $word }` is not a word of the vocabulary “{ $vocabulary }”
    .help = did you mean `{ $known }`?
vocabulary--strange =
    .message = `{ $word }` is not a word of the vocabulary “{ $vocabulary }”
    .help = choose a word of the vocabulary; they are in `{ $file }`, and the first ones are: { $some }

body =
    .description =
        The text of a page stands below the second `---` line. Some kinds of page must have one, others say everything in the fields of the head and would not show it.
body--missing =
    .message = below the head the text of the page is missing
    .help = write the text below the second `---` line
body--forbidden =
    .message = this kind of page has no text below the head: what is written here would not show
    .help = move the text into a field of the head, or delete it
body--invisible =
    .message = there is an invisible character in the text ({ $code }), which changes what is read or breaks the page
    .help = delete and rewrite the text here

date-order =
    .description = Of two dates that open and close a period, the first cannot come after the second.
    .message = the date of `{ $second }` comes before that of `{ $first }`
    .help = correct one of the two dates; perhaps the year is still the old one

content-type =
    .description =
        The kind of a page (service, news, office…) is told by the folder of `content` in which its file stands. If the file must stand elsewhere, the kind is written in `tipo_contenuto`.
    .message = the kind of content `{ $name }` does not exist
    .help = did you mean `{ $known }`?
content-type--strange =
    .message = the kind of content `{ $name }` does not exist
    .help = write one of these: { $types }; or delete the line and put the file in the right folder
content-type--folder =
    .message = in the folder `{ $folder }` nobody knows of what kind pages are
    .help = move the file to `content/{ $known }`, if that is what you meant; otherwise write `tipo_contenuto` in the head
content-type--no-folder =
    .message = this file stands in none of the folders for pages, and nobody knows of what kind it is
    .help = move it to one of these folders of `content`: { $folders }; or write `tipo_contenuto` in the head

file-name =
    .description =
        The name of the file becomes the address of the page and the name by which others refer to it: it is written with lower-case letters, digits and hyphens.
    .message = the name `{ $name }` has capitals, accents, spaces or other signs that do not belong in an address
    .help = rename it `{ $tidy }`, or write `id: { $tidy }` in the head

schema =
    .description =
        The files of `schemas` say which fields every kind of page has, those of `schemas/vocabolari` which words can be used. A file of the site with the name of one of Arengo's takes its place.
        A mistake in one of these files concerns all pages, so it stops publishing.
schema--json =
    .message = the file is not what JSON wants: { $detail }
    .help = check commas, quotes and brackets here
schema--invalid =
    .message = the schema is not valid: { $detail }
    .help = correct it according to JSON Schema 2020-12; if it replaces a schema of Arengo, delete the file to go back to that
schema--vocabulary =
    .message = the vocabulary cannot be read: { $detail }
    .help = write `titolo: …` and below `parole:` one word a line, each with `- `
schema--transparency =
    .message = the file of the transparency law cannot be read: { $detail }
    .help = compare it with the one in the program: the same names, the same indentation
schema--transparency-unknown =
    .message = the file of the transparency law names `{ $name }`, which does not exist
    .help = perhaps `{ $known }`? Types, fields and words are those of the site's schemas
schema--transparency-strange =
    .message = the file of the transparency law names `{ $name }`, which does not exist
    .help = write a type, a field or a word that the site's schemas have
schema--table =
    .message = the scheme of the table cannot be read: { $detail }
    .help = compare it with those in the program: the same names, the same indentation
schema--table-column =
    .message = the scheme of the table names column `{ $name }`, which it has not got
    .help = write the `nome` of one of its columns; the nearest one: `{ $known }`
schema--table-obligation =
    .message = the scheme of the table names the obligation `{ $name }`, which does not exist
    .help = write the key of an obligation of `schemas/trasparenza/`; the nearest one: `{ $known }`
schema--table-empty =
    .message = the scheme `{ $name }` has no columns
    .help = add at least one item to `colonne`
schema--table-name =
    .message = `{ $name }` cannot be the name of a column
    .help = write small letters without accents, digits and `_` only, beginning with a letter
schema--table-nested =
    .message = the two sides of `{ $name }` are joined by one field only
    .help = write `per` (the field of the inner contents that leads to the row) or `da` (the field of the row that leads to them), not both
schema--table-twice =
    .message = two columns of the scheme are called `{ $name }`
    .help = change `nome`, `titolo` or `anche` of one of them
schema--table-choice =
    .message = column `{ $name }` has an empty list of values
    .help = write the values in `valori`, or in `secondo`
schema--table-vocabulary =
    .message = the column uses the vocabulary `{ $name }`, which does not exist
    .help = add `schemas/vocabolari/{ $name }.yaml`, or correct the name; the nearest one: `{ $known }`
schema--table-total =
    .message = column `{ $name }` cannot be summed up
    .help = write a column of the kind intero, decimale or euro in `totale`
schema--table-type =
    .message = `da_contenuti` names the type `{ $name }`, which does not exist
    .help = correct the name; the nearest one: `{ $known }`
schema--table-field =
    .message = `da_contenuti` names the field `{ $name }`, which the type `{ $type }` has not got
    .help = correct the name; the nearest one: `{ $known }`
schema--albo =
    .message = the file of the durations of the albo cannot be read: { $detail }
    .help = compare it with the one in the program: the same names, the same indents
schema--albo-unknown =
    .message = the file of the durations of the albo names `{ $name }`, which does not exist
    .help = perhaps `{ $known }`? It takes words of `vocabolari/tipi_documento_albo.yaml` and fields of the types
schema--albo-strange =
    .message = the file of the durations of the albo names `{ $name }`, which does not exist
    .help = write a word of `vocabolari/tipi_documento_albo.yaml`, or a field of the site's schemas
schema--albo-endless =
    .message = no last day follows from the rule for `{ $name }`
    .help = write `giorni`, or `fino_a` with a field, or `richiesto: true`
schema--key-missing =
    .message = the schema lacks `{ $key }`
    .help = add `"{ $key }": "…"` at the first level of the schema
schema--folder =
    .message = `x-cartella` is `{ $folder }`, which is no folder inside `content`
    .help = write the name of a folder, for example `"x-cartella": "sentieri"`, without `..` and without `/` at the beginning
schema--folder-twice =
    .message = the folder `{ $folder }` already belongs to the kind `{ $other }`
    .help = write a different folder for every kind in `x-cartella`
schema--offices =
    .message = more than one field has `x-ufficio-competente`
    .help = leave it only in the field of the office that answers for the page
schema--annotation =
    .message = the annotation `{ $name }` does not exist
    .help = delete it, or correct the name; the nearest one: `{ $known }`
schema--type-unknown =
    .message = `x-riferimento` names the kind `{ $name }`, which does not exist
    .help = add `schemas/{ $name }.schema.json`, or correct the name; the nearest one: `{ $known }`
schema--vocabulary-unknown =
    .message = `x-vocabolario` names the vocabulary `{ $name }`, which does not exist
    .help = add `schemas/vocabolari/{ $name }.yaml`, or correct the name; the nearest one: `{ $known }`
schema--page-field =
    .message = `x-pagina` names the field `{ $name }`, which this kind does not have
    .help = add the field to the schema, or correct the name; the nearest one: `{ $known }`
schema--address-field =
    .message = `x-indirizzo` names the field `{ $name }`, which this kind does not have
    .help = add the field to the schema, or correct the name; the nearest one: `{ $known }`

schema--strange =
    .message = `{ $name }` is not foreseen, or does not exist
    .help = mend the name or delete it; the `x-` annotations are explained in `docs/manuale/per-chi-configura.md`

slug-letters =
    .description =
        The national validator takes an address that contains `www` or `http` for one of another site, and stops there.
    .message = the page's address contains `{ $letters }`
    .help = choose a `slug` without `{ $letters }`
