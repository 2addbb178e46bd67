# The list of deadlines.

agenda-reasons =
    .late = Late
    .missing = To be published
    .due = To be renewed
    .recurring = Duty of the year
    .formula-ends = Formula to be looked at again
    .removal = Leaves the site
    .archive = Moves to the archive
    .appears = Appears in the site
    .review = To be read again
agenda-words =
    .date = Day
    .working-day = Last working day
    .reason = What happens
    .title = Title
    .section = Section
    .norm = Norm
    .days-late = Days late
    .office = Office
    .responsible = Responsible
    .file = File
    .page-title = Deadlines
    .contents = What is on this page
    .unverified = to be verified
agenda-days-late = { $n ->
    [one] one day late
   *[other] { $n } days late
}
agenda-span = from { $from } to { $until }: { $n ->
    [0] nothing
    [one] one line
   *[other] { $n } lines
}
agenda-next-change = Without touching the files the site will change on { $date }: it has to be built again that day.
agenda-next-change-title = The site changes by itself: it has to be built again
agenda-no-change = Without touching the files the site will not change.
