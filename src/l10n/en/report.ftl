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
