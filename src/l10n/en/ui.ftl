# ui
ui-used-here = is linked here
ui-first-here = already written here
ui-privacy-again = and here again

# How findings are shown.
ui-error = error
ui-warning = warning
ui-note = note
ui-help = help
ui-page = page
ui-element = element
ui-page-times = { $page } ({ $shown } times)
ui-pages = { $page } and also { $others }
ui-pages-more = { $n ->
    [one] { $page } and on one more page
   *[other] { $page } and on { $shown } more pages, for example { $others }
}
ui-more-errors = { $n ->
    [one] one more error: use -v to see it
   *[other] { $shown } more errors: use -v to see them
}
ui-more-warnings = { $n ->
    [one] one more warning: use -v to see it
   *[other] { $shown } more warnings: use -v to see them
}
ui-more-notes = { $n ->
    [one] one more note: use -v to see it
   *[other] { $shown } more notes: use -v to see them
}
ui-count-none = no problems
ui-count-errors = { $n ->
    [one] 1 error
   *[other] { $shown } errors
}
ui-count-warnings = { $n ->
    [one] 1 warning
   *[other] { $shown } warnings
}
ui-count-notes = { $n ->
    [one] 1 note
   *[other] { $shown } notes
}
ui-count-files = { $n ->
    [one] one file
   *[other] { $shown } files
}
ui-count-in = { $counts } in { $files }
ui-count-accepted = { $n ->
    [one] 1 accepted in site.toml
   *[other] { $shown } accepted in site.toml
}

# Accepted findings and severities of rules.
accepted-expired =
    .description =
        A finding accepted in `[[accettati]]` of site.toml holds until the day of its `scadenza`, that day included.
        From the next day on the finding counts again.
    .message = the finding `{ $rule }` accepted by { $responsible } expired on { $date }
    .help = mend the problem and delete the entry, or write a new `scadenza` and a reason that still holds
accepted-unused =
    .description =
        An entry of `[[accettati]]` that matches no finding is not needed any more, or has a wrong address.
    .message = no finding `{ $rule }` matches `{ $place }`
    .help = if the problem is solved delete the entry; otherwise check `file`, `pagina` or `modello` and `selettore`
accepted-rule =
    .description =
        The `regola` of an entry of `[[accettati]]` is the name in square brackets at the start of the finding.
    .message = the rule `{ $rule }` does not exist
    .help = copy the name from the finding: it stands in square brackets after `error` or `warning`
accepted-rule--similar =
    .message = the rule `{ $rule }` does not exist
    .help = did you mean `{ $similar }`?
rule-level =
    .description =
        `[regole]` of site.toml names a rule and how to treat it: `errore`, `avviso`, `nota` or `spenta`.
    .message = the rule `{ $rule }` does not exist
    .help = copy the name from the finding: it stands in square brackets after `error` or `warning`
rule-level--similar =
    .message = the rule `{ $rule }` does not exist
    .help = did you mean `{ $similar }`?

# What other programs say of a mistake (src/l10n/said.rs).
ui-said-variable = there is no variable `{ $name }`; there are { $known }
ui-said-variable-none = there is no variable `{ $name }`
ui-said-undefined = the variable `{ $name }` has no value
ui-said-undefined-none = a variable has no value
ui-said-field = there is no field `{ $name }`; there are { $known }
ui-said-field-none = there is no field `{ $name }`
ui-said-filter = there is no filter `{ $name }`
ui-said-function = there is no function `{ $name }`
ui-said-test = there is no test `{ $name }` (after `is`)
ui-said-component = there is no component `{ $name }`
ui-said-template = there is no template `{ $name }`
ui-said-tag = this tag does not exist, or is not allowed here
ui-said-expected = here is { $found } where { $expected } is needed
ui-said-argument = the argument `{ $name }` (type `{ $type }`) is missing
ui-said-argument-none = the argument `{ $name }` is missing
ui-said-iteration = a value of type `{ $type }` cannot be walked with `for`
ui-said-compare = `{ $one }` and `{ $other }` cannot be compared
ui-said-division = division by zero
ui-said-block-twice = the block `{ $name }` is there twice
ui-said-component-twice = the component `{ $name }` is there twice
ui-said-block = no extended template has a block `{ $name }`
ui-said-character = this character is not allowed here
ui-said-string = a quoted text is not closed
ui-said-raw = `endraw` is missing
ui-said-component-open = the component `{ $name }` is not closed
ui-said-component-other = `{ $found }` is closed where `{ $expected }` is open
ui-said-reserved = `{ $name }` is a reserved word of Tera: it cannot be given a value
ui-said-input = the template ends before what is open is closed
ui-said-index = what stands before the square bracket has no value
ui-said-index-none = what stands between the square brackets has no value
ui-said-slice = what a part is taken of has no value
ui-said-math = sums are done with numbers, and here is a value of type `{ $type }`
ui-said-pairs = `for key, value` wants a map, and here is a value of type `{ $type }`
ui-said-complex = the expression is too complex: divide it with `set`
ui-said-nesting = there are too many tags inside each other
ui-said-extends-first = `extends` must be the first tag of the template
ui-said-extends-twice = the template already extends `{ $name }`
ui-said-loop-only = `{ $name }` can be used only inside a `for` loop
ui-said-argument-twice = the argument `{ $name }` is there twice
ui-said-set = after the name of `set` an `=` with a value is needed, or the end of the tag
ui-said-ignored = in a template that extends another this would not be seen: put it into a `block`
ui-said-not = `-` and `not` cannot follow each other
ui-said-not-in = here `not` goes with `in` only (`not in`)
ui-said-named = `{ $found }` is closed where `{ $name }` is open
ui-said-loop-field = `loop` has no `{ $name }`: it has `index`, `index0`, `first`, `last` and `length`
ui-said-call = a function is called at the beginning, not after a dot
ui-said-float = the number is written wrongly
ui-said-super = `super()` can be used only inside a `block`
ui-said-super-top = `super()` has nothing to take: no extended template has this block
ui-said-absent-at = `{ $name }` is missing at line { $line }
ui-said-absent = `{ $name }` is missing
ui-said-unknown = there is no `{ $name }`; there are { $known }
ui-said-twice = `{ $name }` is there twice
ui-said-kind = there is { $found } where { $expected } is needed
ui-said-toml-cr = an end of line is written wrongly
ui-said-toml-equals = there is one `=` too many
ui-said-toml-comma-extra = there is one comma too many
ui-said-toml-key = the name of the key holds a character that needs quotes
ui-said-toml-key-none = the name of the key is missing
ui-said-toml-pair = `=` is missing between key and value
ui-said-toml-value-none = the value is missing
ui-said-toml-value = the value is written wrongly
ui-said-toml-comma-missing = a comma is missing between two items
ui-said-toml-quote = the opening quote is missing
ui-said-toml-escape = the character after `\` is missing
ui-said-toml-bracket = the closing bracket `]` is missing
ui-said-toml-brackets = the closing brackets `]]` are missing
ui-said-toml-brace = the closing brace of the map is missing
ui-said-toml-equals-array = there is an `=` inside a list
ui-said-toml-content = there is more where the line should end
ui-said-toml-zero = a number does not begin with zero
ui-said-toml-underscore = in a number `_` stands only between digits
ui-said-toml-unicode = the code of the character has too few digits
ui-said-toml-twice = this key is there twice
ui-said-toml-dotted = this key with a dot adds to a value that is there already ({ $type })
ui-said-toml-text = this text is not between quotes
ui-said-toml-string = the text between quotes does not end on its line, or holds a character that cannot stand there
ui-said-toml-string-lines = the text of several lines does not end, or holds a character that cannot stand there
ui-said-toml-key-lines = the name of a key stands on one line
ui-said-toml-bool = write `true` or `false`, in small letters
ui-said-toml-date = the date is written wrongly: write `2026-12-31`
ui-said-toml-large = the number is too large
ui-said-toml-comment = the comment holds a control character
ui-said-toml-element = between the braces `key = value` is needed
ui-said-toml-deep = there are too many brackets one inside the other
ui-said-fluent-token = here `{ $found }` is needed
ui-said-fluent-one-of = here one character of { $known } is needed
ui-said-fluent-message = the text after `{ $name } =` is missing
ui-said-fluent-default = the variant with `*` is missing
ui-said-fluent-value = the text is missing
ui-said-fluent-defaults = there is only one variant with `*`
ui-said-fluent-string = the closing quote is missing
ui-said-fluent-escape = there is a `\` that introduces nothing known
ui-said-fluent-brace = there is one closing brace too many
ui-said-fluent-expression = something is missing between the braces
ui-said-fluent-literal = here a text in quotes or a number is needed
ui-said-fluent-selector = before `->` a variable is needed, such as `$n`
ui-said-fluent-callee = nothing can be called here: the name of a function is in capitals
ui-said-fluent-positional = values without a name come before those with a name
ui-said-end = the file ends at line { $line } before what is open is closed
ui-said-missing = at line { $line }, column { $column } { $expected } was needed
ui-said-comma = at line { $line }, column { $column } there is a comma too many
ui-said-trailing = from line { $line }, column { $column } something follows the end
ui-said-key = at line { $line }, column { $column } a quoted key is needed
ui-said-escape = at line { $line }, column { $column } there is a `\` that introduces nothing known
ui-said-number = at line { $line }, column { $column } the number is badly written
ui-said-control = at line { $line }, column { $column } there is a line break or control character inside a text
ui-said-deep = at line { $line } the brackets are nested too deeply
ui-said-any-of = { $value } is none of the values allowed
ui-said-type = { $value } is not of type { $type }
ui-said-one-of = { $value } is not one of { $known }
ui-said-required = { $name } is missing
ui-said-io-absent = it is not there
ui-said-io-denied = permission is missing
ui-said-io-exists = it is already there
ui-said-io-full = the disk is full
ui-said-io-read-only = the disk is read-only
ui-said-io-folder = it is a folder
ui-said-io-no-folder = it is not a folder
ui-said-io-text = the contents are not what was expected
ui-said-io-late = it does not answer
ui-said-io-refused = the connection is refused
ui-said-io-large = it is too large
ui-said-io-cut = it ends too soon
ui-hint = The schema says, in Italian: “{ $text }”
ui-said-quoted = { $by } says: “{ $text }”
ui-said-system = the system says: “{ $text }”
