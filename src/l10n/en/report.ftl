# The report for those who verify accessibility.
ui-report-title = Accessibility report
ui-report-skip = Skip to content
ui-report-about = { $n ->
    [one] 1 page checked
   *[other] { $pages } pages checked
} on { $date } with Arengo { $version }, without a browser.
ui-report-caution = This report comes from automatic checks: it says what is wrong and what remains to be verified. It never says that a page conforms, since a machine cannot know.
ui-report-contents = Contents of the report
ui-report-summary = In brief
ui-report-criteria = The criteria one by one
ui-report-findings = Findings by criterion
ui-report-others = Best practices and other findings
ui-report-offices = Findings by office
ui-report-offices-caption = What every office has to do
ui-report-office = Office
ui-report-notes = Notes
ui-report-no-office = No office: templates, settings, contents without an office
ui-report-pages = Findings by page
ui-report-questions = What remains to be verified
ui-report-errors = Errors
ui-report-warnings = Warnings
ui-report-open = Open questions
ui-report-accepted = Findings accepted in site.toml
ui-report-failing = Criteria not met
ui-report-criteria-caption = WCAG criteria of levels A and AA, with the clause of EN 301 549 and what was found
ui-report-criterion = Criterion
ui-report-level = Level
ui-report-clause = EN 301 549
ui-report-state = State
ui-report-failures = Failures
ui-report-passed = Pages with passed tests
ui-report-fails = does not conform
ui-report-verify = to be verified
ui-report-nothing = No findings.
ui-report-times = { $n ->
    [one] 1 finding
   *[other] { $shown } findings
}
ui-report-more = { $n ->
    [one] And one more, not listed here.
   *[other] And { $shown } more, not listed here.
}
ui-report-question = to be verified
ui-report-remedy = Remedy:
ui-report-on-pages = { $n ->
    [one] on page
   *[other] on { $shown } pages, for example
}
ui-report-page = Page
ui-report-pages-caption = Pages with broken rules or open questions
ui-report-questions-intro = To declare conformance a person has to answer these questions, page by page or on a sample.

# The self-assessment for the accessibility declaration.
ui-declaration-title = Accessibility self-assessment
ui-declaration-title-of = Accessibility self-assessment: { $site }
ui-declaration-caution = A working paper for the office that prepares the accessibility declaration: not to be published. Automatic checks find what is missing; that a criterion is met can be said by a person only.
ui-declaration-state = State of conformance
ui-declaration-criteria = Criteria
ui-declaration-failures = Contents that are not accessible
ui-declaration-open = What remains to be verified
ui-declaration-partly = At least one criterion in force is not met: today the site can be declared partially conformant at most.
ui-declaration-unknown = Automatic checks found nothing missing in the criteria in force: the state of conformance will be known after the verifications listed at the end.
ui-declaration-whole = No criterion in force was found broken, and somebody answered every question: the site can be declared conformant, as long as the verifications hold.
ui-declaration-said-conforms = { $who } verified on { $date }: conforms
ui-declaration-said-fails = { $who } verified on { $date }: does not conform
ui-declaration-said-inapplicable = { $who } verified on { $date }: not applicable
ui-declaration-fails = does not conform
ui-declaration-verify = to be verified
ui-declaration-inapplicable = not applicable
ui-declaration-conforms = conforms
ui-declaration-caption = WCAG criteria of levels A and AA with their state and the reason
ui-declaration-not-yet = not yet
ui-declaration-remark = Reason
ui-declaration-n-failures = { $n ->
    [one] 1 failure
   *[other] { $shown } failures
}
ui-declaration-n-accepted = { $n ->
    [one] 1 failure accepted in site.toml
   *[other] { $shown } failures accepted in site.toml
}
ui-declaration-n-questions = { $n ->
    [one] 1 open question
   *[other] { $shown } open questions
}
ui-declaration-n-passed = { $n ->
    [one] tests passed on 1 page
   *[other] tests passed on { $shown } pages
}
ui-declaration-no-test = no automatic test
ui-declaration-accepted = accepted in site.toml
ui-declaration-none = Automatic checks found no contents that are not accessible.
ui-declaration-only-22 = (asked for by WCAG 2.2, not yet by the standard in force)
ui-declaration-parsing = the W3C considers it met by every HTML page (errata of WCAG 2.1, 2023)
ui-declaration-no-media = the checked pages hold no audio, video or embedded contents
ui-declaration-no-forms = the checked pages hold no fields to fill in
ui-declaration-no-access = the checked pages do not ask to log in
ui-declaration-no-shortcuts = the checked pages have neither scripts nor keyboard shortcuts
ui-declaration-no-timing = the checked pages have neither scripts nor timed reloads
ui-declaration-no-motion = the checked pages hold nothing that moves by itself
ui-declaration-no-scripts = the checked pages have no scripts
