# The preview: panel, desk, words for the terminal.

serve-ready = Preview ready: { $url } (Ctrl-C to end)
serve-other-port = Port { $port } is taken: using another one.
serve-no-browser = The browser could not be opened: copy the address.
serve-end = Preview ended.

serve-watch =
    .message = changes in { $path } cannot be followed (the folders are read again every two seconds): { $detail }
    .help = on Linux a higher limit may help: sysctl fs.inotify.max_user_watches=524288
serve-no-watch =
    .message = the system does not let changes in { $path } be followed: { $detail }
    .help = on Linux a higher limit may help: sysctl fs.inotify.max_user_instances=1024
serve-left = the page { $page } does not end and cannot be stopped: its work goes on aside ({ $n }). The other pages are shown; correct the template
serve-left-behind =
    .message = { $n ->
        [one] a page does not end and its work goes on aside
       *[other] { $n } pages do not end and their work goes on aside
    }
    .help = correct the template that the page names. If the computer stays slow, close the preview with Ctrl+C and open it again
serve-stuck =
    .message = a part that is the same on all pages (folder `fissi` of the theme) does not end: changes are shown no more
    .help = correct the template, then close the preview with Ctrl+C and open it again
serve-port =
    .message = { $host } port { $port } cannot be opened: { $detail }
    .help = choose another port with --port
serve-thread =
    .message = the system gives no more threads: { $detail }
    .help = close some programs and try again
serve-fault =
    .message = a fault of Arengo keeps the preview from being updated
    .help = the last good state is shown; tell those who look after Arengo
serve-host =
    .message = `{ $value }` is not an IP address
    .help = write --host 127.0.0.1, or 0.0.0.0 to answer other computers too
serve-port-number =
    .message = `{ $value }` is not the number of a port
    .help = write a number from 0 to 65535, for example --port 8484
serve-editor =
    .message = the editor `{ $value }` is not known
    .help = known are { $known }; or write an address that contains {"{"}path{"}"}

serve-not-found = Page not found
serve-broken = This page cannot be shown
serve-broken-help = Mend what follows and save: the page comes back by itself.
serve-show-element = Show on the page

serve-panel = Arengo preview
serve-panel-summary = { $errors ->
    [0] { $warnings ->
        [0] { $notes ->
            [0] Preview: all fine
            [one] Preview: 1 note
           *[other] Preview: { $notes } notes
        }
        [one] Preview: 1 warning
       *[other] Preview: { $warnings } warnings
    }
    [one] { $warnings ->
        [0] Preview: 1 error
        [one] Preview: 1 error, 1 warning
       *[other] Preview: 1 error, { $warnings } warnings
    }
   *[other] { $warnings ->
        [0] Preview: { $errors } errors
        [one] Preview: { $errors } errors, 1 warning
       *[other] Preview: { $errors } errors, { $warnings } warnings
    }
}
serve-panel-page = This page
serve-panel-fine = No findings.
serve-panel-changes = What changes, and when
serve-panel-reads = How it reads
serve-panel-site = The rest of the site
serve-words = { $words ->
    [one] 1 word
   *[other] { $words } words
} in { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
}
serve-gulpease = Readability (Gulpease index): { $score } of 100, { $level ->
    [easy] easy for everybody
    [fair] easy for who finished middle school
    [hard] easy for who finished high school
   *[other] difficult even for who finished high school
}
serve-days = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}
serve-goes-online = Goes online
serve-goes-offline = Last day online
serve-board-from = Goes on the board
serve-board-until = Last day on the board
serve-archive-until = Last day in the archive of the board
serve-notice-kept = The file { $file } has errors: this is its last good version.
serve-notice-moved = This page was at { $old } and is now at { $new }. For those who have the old address, add to the content: alias: ["{ $old }"]
serve-notice-nothing = There is no page at { $address }.
serve-notice-draft = This page is a draft: it will not be published.
serve-notice-day = The site is shown as it is on { $date }.
serve-no-office = Without an office
serve-office-counts = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
serve-progress = { $pages } of { $of } pages checked.
serve-checking = Pages are still being checked.

serve-desk = The editors' desk
serve-phone = Phone view
serve-view = What is shown
serve-as-of = The site as it is on
serve-drafts = Show drafts too
serve-apply = Apply
serve-contents = Contents
serve-type = Type
serve-office = Office
serve-state = State
serve-text = Text
serve-from = Updated from
serve-to = to
serve-filter = Filter
serve-all = All
serve-title = Title
serve-updated = Updated
serve-file = File
serve-nobody = nobody
serve-nothing = Nothing.
serve-sheets = Pages of the list
serve-n-contents = { $n } of { $of } contents.
serve-n-findings = { $shown } of { $n } findings.
serve-findings = Findings
serve-deadlines = Deadlines of the next 60 days
serve-list-drafts = Drafts
serve-list-no-office = Contents without an office
serve-list-no-review = Contents without a date of review
serve-on-board = Albo pretorio, no. { $act }
serve-state-online = online
serve-state-draft = draft
serve-state-coming = not yet online
serve-state-over = no longer online
