# The command line: help, usage errors, summaries.

cli-headings =
    .usage = Usage
    .commands = Commands
    .arguments = Arguments
    .options = Options
    .general = General options
    .examples = Examples
    .exit-codes = Exit codes
    .man-name = Name
    .man-synopsis = Synopsis
    .man-description = Description
    .man-extra = Notes
    .man-version = Version

# Placeholders of values in the help.
cli-value-names =
    .command = COMMAND
    .date = YYYY-MM-DD
    .dir = DIR
    .file = FILE
    .format = FORMAT
    .host = IP
    .id = NAME
    .lang = LANG
    .level = LEVEL
    .n = N
    .name = NAME
    .path = PATH
    .rule = RULE
    .rules = RULES
    .shell = SHELL
    .title = TITLE
    .type = TYPE
    .url = URL
    .when = WHEN
    .year = YEAR

cli-exit-codes =
    0  all is well
    1  something in the site's files stops publishing
    2  the command is wrong, or site.toml is missing or cannot be read
    3  trouble of the machine: disk, npm, a port in use

# Arguments of several commands.
cli-arguments =
    .site = The site's folder; if missing, the nearest one upwards that has a site.toml
    .date = The day the site is built for; if missing, today in Italy
    .base-url = The site's address instead of the one in site.toml
    .drafts = Counts drafts as well
    .strict = Warnings stop publishing too
    .declaration = Folder in which to write the self-assessment for the accessibility declaration (dichiarazione.html and .json)
    .jobs = How many jobs at a time; if missing, one a processor
    .format = How findings are written: text, json, sarif, earl, junit, html, github, gitlab; if missing, text
    .lang = Language of the messages: it, en; if missing, the system's, else Italian
    .color = Colors: auto, always, never; if missing, auto
    .quiet = Tells only what stops publishing
    .verbose = Tells details, and how long each stage took
    .help = Shows this help
    .version = Shows the version
    .command = The command to explain

cli-arengo =
    .about = From Markdown to the portal of an Italian public body, checked and accessible
    .examples =
        arengo init site --name "Comune di Borgo Alvese"    makes a new site
        arengo new servizio "Pagare la TARI"                makes the page of a service
        arengo check                                        judges without writing anything
        arengo build                                        builds the site into the folder public
        arengo help build                                   explains a command

cli-init =
    .about = Makes a new site
    .dir = Folder of the new site: it must not exist, or be empty
    .name = Name of the body
    .examples =
        arengo init site --name "Comune di Borgo Alvese"
        arengo init .

cli-new =
    .about = Makes a content, with every mandatory field explained
    .content-type = Type of content: arengo schema lists them
    .title = Title of the content, in quotes
    .id = Name of the file; if missing, it comes from the title
    .examples =
        arengo new servizio "Pagare la TARI"
        arengo new notizia "Chiusura di via Roma" --id avviso-via-roma
        arengo new persona "Elena Marinucci"

cli-build =
    .about = Judges the contents and builds the site
    .site = The site's folder; if missing, the nearest one upwards that has a site.toml. Repeat it to build several sites
    .output = Folder of the built site; if missing, public inside the site's folder. Of several sites, the folder that holds them all
    .no-minify = Leaves the pages readable
    .no-search = Leave out the index of the site search
    .no-audit = Does not judge the accessibility of pages (links are judged)
    .timings = Tells where the time goes and writes .arengo/timings.json, for Perfetto, Speedscope or chrome://tracing
    .cache = Keeps finished pages here, and the next time makes only those that change
    .examples =
        arengo build
        arengo build --site sites/borgo-alvese --output /srv/www
        arengo build --site sites/borgo-alvese --site sites/valle-serena --output /srv/www
        arengo build --date 2026-12-31 --drafts
        arengo build --strict --format sarif > findings.sarif

cli-check =
    .about = Judges everything that build judges, without writing anything
    .site = The site's folder; if missing, the nearest one upwards that has a site.toml. Repeat it to judge several sites
    .examples =
        arengo check
        arengo check --strict
        arengo check --format json > findings.json

cli-audit =
    .about = Check the accessibility of HTML pages, whoever made them
    .paths = Files, folders (all .html, .htm, .xhtml and .svg files, and PDFs) or the address of a site served by this computer
    .level = WCAG level up to which to check: A, AA, AAA; AA if missing. Best practices are always checked
    .css = Style sheet that holds for all pages, whatever they link; may be repeated
    .rules = Only these rules, separated by commas; also those that are usually off
    .date = Day for which the findings accepted in site.toml count; today in Italy if missing
    .strict = Warnings count as errors, too
    .examples =
        arengo audit public
        arengo audit page.html other.html --level A
        arengo audit http://127.0.0.1:8000/ --format json > findings.json
        arengo audit public --rules image-alt,link-name

cli-deadlines =
    .about = What falls due, what is late, what must leave the site, and when the site changes by itself
    .date = The day to look ahead from; today in Italy if it is missing
    .days = How many days to look ahead; 90 if it is missing
    .office = Only what concerns an office or a person: a part of the name is enough
    .format = Form of the list: text, json, csv, ics; text if it is missing
    .html = Writes the list as a page, for the office: it is not part of the site
    .next-change = Tells only the day on which the site will change without anybody touching its files
    .examples =
        arengo deadlines
        arengo deadlines --days 365 --format ics > deadlines.ics
        arengo deadlines --office tributi
        arengo deadlines --date 2027-01-01 --html deadlines.html
        arengo deadlines --next-change

cli-deadlines-page = The list of deadlines is in { $path }

cli-days =
    .message = `{ $value }` is not a number of days
    .help = write how many days to look ahead, from 0 to 3660: --days 365

cli-register =
    .about = The register of the albo pretorio: every act with its days and its state, and what was online when
    .date = The day for which the states hold; today in Italy if left out
    .year = Only the acts of one year of the register
    .format = Form of the register: text, json, csv; text if left out
    .log = The log of publications, to which lines are added and never changed; it is kept outside of the site
    .record = Adds the publication in this folder to the log
    .examples =
        arengo register
        arengo register --year 2026 --format csv > register-2026.csv
        arengo register --log ../log/albo.jsonl --record public
        arengo register --log ../log/albo.jsonl

cli-register-recorded = The publication is noted in { $path }
cli-register-recorded-already = The publication is noted in { $path } already
cli-register-log =
    .message = line { $line } of { $path } is not one of a log of publications
    .help = put the log back as it was in the last copy: a line is never corrected
cli-register-log--broken =
    .message = in { $path } the line before { $line } was changed or taken out
    .help = put the log back as it was in the last copy: from this line on it proves nothing
cli-register-log--backwards =
    .message = in { $path } the day of line { $line } comes before that of the line above
    .help = put the log back as it was in the last copy
cli-register-day =
    .message = the log goes to { $last }: { $date } comes before
    .help = note a publication on the day it happens; leave --date out
cli-register-output =
    .message = { $path } holds no site published by Arengo
    .help = name the folder given to `arengo build --output`
cli-year =
    .message = `{ $value }` is not a year of the register
    .help = write four digits: --year 2026

cli-serve =
    .about = Show the site while it is being written, with the findings on the page
    .host = Address to answer on; without it, 127.0.0.1: from this computer only
    .port = Port; without it, 8484 or the next free one
    .allow-host = Another name by which browsers may call the preview
    .editor = Editor that findings open: vscode, vscodium, cursor, zed, idea, none, or an address with {"{"}path{"}"} and {"{"}line{"}"}
    .open = Open the browser
    .examples =
        arengo serve
        arengo serve --open --drafts
        arengo serve --date 2027-01-01

cli-schema =
    .about = Shows the types of content, or the schema of one type for editors
    .content-type = Type of content; if missing, the list of types
    .words = Shows the words of the theme for visitors, to be translated into another language
    .output = Folder to write the schema of every type into (or only of the one named)
    .examples =
        arengo schema
        arengo schema servizio > servizio.schema.json
        arengo schema --output .vscode/schemi
        arengo schema --words > themes/comune/i18n/de.ftl

cli-explain =
    .about = Explains a rule: what it checks, and the remedy
    .rule = Name of the rule, as findings show it; if missing, the list of rules
    .examples =
        arengo explain
        arengo explain yaml-syntax

cli-help =
    .about = Explains a command
    .examples =
        arengo help
        arengo help build

cli-completions =
    .about = Writes the completion of commands for a shell
    .shell = bash, elvish, fish, powershell, zsh
    .examples =
        arengo completions bash > ~/.local/share/bash-completion/completions/arengo

cli-man =
    .about = Writes the man page of the program, or of a command
    .examples =
        arengo man > arengo.1
        arengo man build > arengo-build.1

# Usage errors.
cli-error = error
cli-help-label = help
cli-usage-line =
    Usage: { $usage }
    For more, add --help
cli-argument-unknown =
    .message = there is no option `{ $argument }`
    .help = --help lists the options
cli-argument-unknown--similar =
    .message = there is no option `{ $argument }`
    .help = did you mean `{ $known }`?
cli-argument-unexpected =
    .message = `{ $argument }` is one too many
    .help = a text with spaces goes in quotes
cli-argument-missing =
    .message = { $argument } is missing
    .help = --help shows examples
cli-argument-twice =
    .message = the option `{ $argument }` is written twice
    .help = leave it once
cli-argument-conflict =
    .message = the option `{ $argument }` does not go with `{ $other }`
    .help = choose one of the two
cli-argument-utf8 =
    .message = an argument has characters that are not UTF-8
    .help = type it by hand
cli-command-unknown =
    .message = there is no command `{ $command }`
    .help = arengo --help lists the commands
cli-command-unknown--similar =
    .message = there is no command `{ $command }`
    .help = did you mean `{ $known }`?
cli-value =
    .message = `{ $value }` does not fit `{ $argument }`
    .help = write one of these: { $valid }
cli-value--similar =
    .message = `{ $value }` does not fit `{ $argument }`
    .help = did you mean `{ $known }`? You may write: { $valid }
cli-value-missing =
    .message = the value after `{ $argument }` is missing
    .help = --help shows examples
cli-value-unexpected =
    .message = `{ $argument }` takes no value (there is `{ $value }`)
    .help = write the option's name only
cli-usage-other =
    .message = the command is wrong: { $detail }
    .help = --help shows examples
cli-date =
    .message = `{ $value }` is no date
    .help = write year, month and day, for example 2026-12-31
cli-date--italian =
    .message = the date `{ $value }` is not written as needed here
    .help = write `{ $fixed }`
cli-base-url =
    .message = `{ $value }` is not the address of a site
    .help = write all of it, for example https://comune.borgoalvese.example
cli-jobs =
    .message = `{ $value }` is no number of jobs
    .help = write a number from 1 to 1024
cli-audit-path =
    .message = `{ $path }` does not exist or cannot be read
    .help = check the name; an address begins with http://
cli-audit-empty =
    .message = there is no page in `{ $path }`
    .help = pages are files ending in .html, .htm, .xhtml and .svg
cli-audit-address =
    .message = `{ $url }` is not an address
    .help = write it in full, for example http://127.0.0.1:8000/
cli-audit-scheme =
    .message = `{ $url }` cannot be asked for: this computer is asked by http:// only
    .help = serve the site without encryption on 127.0.0.1, or check the folder of its files
cli-audit-remote =
    .message = `{ $url }` is not on this computer
    .help = only addresses of this computer are checked (127.0.0.1, localhost): download the pages, or serve them here
cli-audit-silent =
    .message = nobody answers at `{ $url }`
    .help = start the server, and check the number of the port
cli-sites-site = ── { $path }
cli-sites-fine = { $n } sites: nothing stops any of them from being published
cli-sites-bad = { $n } sites, { $bad } of them with something to put right: { $names }
cli-sites-alone =
    .message = { $option } is for one site at a time
    .help = leave it out, or run the command once for every site
cli-sites-twice =
    .message = two of the named sites have a folder called { $name }
    .help = sites are told apart by the names of their folders: name each one once, and rename a folder if they are different sites
cli-no-site =
    .message = there is no site.toml in `{ $path }`
    .help = check the folder's name, or make a site with `arengo init`
cli-no-site--above =
    .message = there is no site here: no site.toml, nor in the folders above
    .help = go to the site's folder, name it with --site, or make a site with `arengo init`
cli-type-unknown =
    .message = there is no type of content `{ $name }`
    .help = the types are: { $types }
cli-type-unknown--similar =
    .message = there is no type of content `{ $name }`
    .help = did you mean `{ $known }`? `arengo schema` lists the types
cli-title =
    .message = the title is empty
    .help = write the title in quotes, for example `arengo new servizio "Pagare la TARI"`
cli-id =
    .message = `{ $id }` cannot be the name of a content
    .help = use lower-case letters, digits and hyphens: `{ $tidy }`
cli-rule-unknown =
    .message = there is no rule `{ $rule }`
    .help = `arengo explain` lists the rules
cli-rule-unknown--similar =
    .message = there is no rule `{ $rule }`
    .help = did you mean `{ $known }`?
cli-name =
    .message = `{ $name }` cannot be the name of a body
    .help = use letters, digits, spaces, apostrophes, hyphens, full stops, slashes and parentheses, for example "Comune di Borgo Alvese"
cli-folder-full =
    .message = the folder `{ $path }` exists and is not empty
    .help = choose another name: a new site never takes the place of files that are already there
cli-content-exists =
    .message = `{ $path }` is already there
    .help = open that one, or choose another name with --id

# Trouble of the machine.
cli-stdout =
    .message = cannot write the result: { $detail }
    .help = check the space on the disk
cli-no-folder =
    .message = the folder you are in cannot be read: { $detail }
    .help = go to another folder
cli-clock =
    .message = cannot read today's date: { $detail }
    .help = name the day with --date YYYY-MM-DD
cli-threads =
    .message = the system grants no more jobs: { $detail }
    .help = try again with --jobs 1
cli-bug =
    .message = internal error of Arengo: it is not something you wrote
    .help = report it to those who maintain Arengo, with these lines and the command you gave

# How it went.
cli-count-none = no problems
cli-count-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
cli-count-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
cli-count-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
cli-count-accepted = { $n ->
    [one] 1 accepted
   *[other] { $n } accepted
}
cli-summary-published = Site of { $date } published into { $folder }: { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, files: { $written } written, { $kept } unchanged, { $removed } removed; { $findings } ({ $time })
cli-summary-unpublished = Site of { $date } not published, the one before stays as it was: { $findings } ({ $time })
cli-summary-checked = Site of { $date } judged, nothing was written: { $pages ->
        [0] { $findings }
        [one] 1 page, { $findings }
       *[other] { $pages } pages, { $findings }
    } ({ $time })
cli-summary-audited = { $pages ->
        [one] 1 page checked
       *[other] { $pages } pages checked
    }: { $findings }
cli-declaration-done = Self-assessment written to { $path }: dichiarazione.html and dichiarazione.json
cli-summary-no-audit = Beware: with --no-audit the accessibility of the pages was not judged.
cli-summary-not-kept = The pages could not be kept in the folder of --cache (in use by another build, full or read-only): the next time they are made again.
cli-timings-stages = Time by stage:
cli-timings-steps = Work on pages, summed over all threads:
cli-timings-step =
    .render = templates
    .parse = reading the tree
    .audit = accessibility
    .links = links
    .finish = minifying
    .put = writing
cli-timings-cache = Pages taken from the cache: { $taken }, made: { $made }; contents not read again: { $texts }
cli-timings-pages = Slowest pages:
cli-timings-templates = Slowest templates (time of all their pages):
cli-timings-file = Trace written to { $path }

cli-stages =
    .documents = attached documents
    .load = reading
    .validate = fields
    .model = relations
    .route = addresses
    .templates = templates
    .write = writing
    .assets = the theme's files
    .pages = pages: text, accessibility, links
    .judge = judgement
    .tables = tables
    .privacy = personal data
    .files = attachments and other files
    .search = index of the search

cli-init-done =
    Site made in { $path } ({ $files } files).
    Now: complete site.toml and the texts that say DA COMPLETARE, then try `arengo check`.
cli-new-done = Now complete the fields of the file, then try `arengo check`.
cli-schema-done = { $n ->
    [one] 1 schema written into { $path }
   *[other] { $n } schemas written into { $path }
}

# Rules.
cli-severity-error = error
cli-severity-warning = warning
cli-severity-note = note
cli-explain-severity = Severity
cli-explain-wcag = WCAG 2.2 criteria
cli-explain-act = ACT rules
cli-explain-findings = What it can say
cli-explain-remedy = Remedy: { $help }
cli-explain-pass = A right example
cli-explain-fail = A wrong example
cli-explain-cant-tell = An example to be checked by hand
cli-explain-inapplicable = An example that the rule does not concern

# The text of a new content.
cli-outline-legend =
    Lines that begin with "# " explain and may be deleted. Fields without a # are mandatory.
    A recommended field has a # before it and no space: take the # away to use it.
    For a text of several lines put | after the colon, and the lines below it, indented by two spaces.
cli-outline-one-of = At least one of these fields is needed: { $fields }.
cli-outline-others = Other fields that may be written: { $fields }. See arengo schema { $type }.
cli-outline-words = Choose from: { $list }.
cli-outline-contents = There are: { $list }.
cli-outline-more = ; and { $n } more
cli-outline-markdown = Markdown may be used.
cli-outline-body-required = The text of the page goes below the next line, in Markdown: it is mandatory.
cli-outline-body-recommended = The text of the page goes below the next line, in Markdown: it is recommended.
cli-outline-body-optional = More text may follow below the next line, in Markdown.
cli-outline-body-forbidden = Nothing goes below the next line.

cli-installing = Installing the theme's files with npm (the first time only)…
