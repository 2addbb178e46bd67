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
