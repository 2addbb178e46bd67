# The site as a whole: references, links, sections, addresses.

ui-address-here = the address is already used here

reference =
    .description =
        A page refers to another by the name of its file, without `.md`: `unita_responsabile: ufficio-anagrafe`. Where a field takes several kinds, the kind can be written too: `persona/federica-ranocchia`.
        If the other page is not published today (it is a draft, its day has not come, it has expired) the reference does not show and there is only a warning.
    .message = no content is called `{ $id }` (kind: { $type })
    .help = perhaps `{ $known }`? The possible names are those of the files of { $folders }
reference--strange =
    .message = no content is called `{ $id }` (kind: { $type })
    .help = write the name of a file of { $folders }, without `.md` (if it is `index.md`, the name of its folder), or make that content first
reference--type =
    .message = `{ $type }` is not a kind of content
    .help = perhaps `{ $known }`? Before the slash goes the kind, not the folder
reference--no-type =
    .message = the kind of `{ $id }` is not known, because any content can be referred to here
    .help = write the kind and a slash first, for example `servizio/{ $id }`
reference--draft =
    .message = `{ $id }` is a draft: it does not show here
    .help = when it is ready delete `bozza: true` from its file; if it is not needed any more, remove the reference
reference--not-yet =
    .message = `{ $id }` is published only from { $date }: until then it does not show here
    .help = if that is what you want there is nothing to do; otherwise change `pubblicato_dal` in its file
reference--ended =
    .message = `{ $id }` had to stay in Amministrazione trasparente until { $date }: here it does not appear any more
    .help = remove the reference; if there is a reason to keep it, write `pubblicazione: fino` with the `motivo` in its file
reference--albo =
    .message = `{ $id }` stands on the albo pretorio only: it does not appear here
    .help = link to the board at `/albo-pretorio/`, or publish the act in a section of Amministrazione trasparente (`trasparenza`)
reference--over =
    .message = the publication of `{ $id }` ended on { $date }: it does not show here any more
    .help = remove the reference, or change `pubblicato_fino` in its file

reference-cycle =
    .description =
        An office, a section or another page may stand below one of its own kind, but not below itself, not even by way of others.
    .message = following `{ $field }` from “{ $title }” leads back to “{ $title }”
    .help = correct `{ $field }` in one of the pages of the circle: the topmost has nothing above it

link =
    .description =
        A link to another page or file of the site is the path of the file, from the folder in which the page stands: `../servizi/pagare-tari.md`, `modulo.pdf`.
        Upper and lower case matter. If the page is not published today, the text stays without a link and there is only a warning.
    .message = `{ $path }` does not exist
    .help = did you mean `{ $known }`?
link--nothing =
    .message = `{ $path }` does not exist
    .help = write the path of the file from this folder, for example `../servizi/pagare-tari.md`; the address of another site begins with `https://`
link--mailbox =
    .message = `{ $path }` is the address of a mailbox, not of a file
    .help = write `mailto:{ $path }`
link--host =
    .message = `{ $path }` is another site, and without `https://` leads to a file that does not exist
    .help = write `https://{ $path }`
link--hidden =
    .message = the file `{ $path }` is not published: its name begins with a point, which hides files that are not for everybody
    .help = rename it without the point, here and in the folder
link--no-file =
    .message = the file `{ $path }` does not exist
    .help = put the file beside this page and write its name exactly, capitals included
link--outside =
    .message = `{ $path }` leads out of the folder `content`
    .help = remove the `../` that are too many; if the file is elsewhere, copy it beside this page and write only its name
link--no-image =
    .message = `{ $path }` is not an image, or cannot be read as one
    .help = use a png, jpg, gif, webp, avif or svg file; for a document remove the `!` before the square bracket
link--image-elsewhere =
    .message = the image `{ $path }` is on another site, which might remove it
    .help = save the file beside this page and write only its name
link--file-wanted =
    .message = a file of the site is needed here, and `{ $path }` is none
    .help = put the file beside this page and write its name, for example `modulo.pdf`
link--draft =
    .message = `{ $path }` is a draft: the text stays without a link
    .help = when it is ready delete `bozza: true` from its file; if it is not needed any more, remove the link
link--not-yet =
    .message = `{ $path }` is published only from { $date }: until then the text stays without a link
    .help = if that is what you want there is nothing to do; otherwise change `pubblicato_dal` in its file
link--ended =
    .message = `{ $path }` had to stay in Amministrazione trasparente until { $date }: the text stays without a link
    .help = remove the link; if there is a reason to keep the page, write `pubblicazione: fino` with the `motivo` in its file
link--albo =
    .message = `{ $path }` stands on the albo pretorio only, which it will leave: the text stays without a link
    .help = link to `/albo-pretorio/`, or publish the act in a section of Amministrazione trasparente (`trasparenza`)
link--act =
    .message = `{ $path }` is an act on the albo pretorio, which shows it from { $from } to { $until }: the text stays without a link
    .help = link to `/albo-pretorio/`; if the act has a page of its own too, write the path of its file; else publish it in a section of Amministrazione trasparente (`trasparenza`)
link--act-endless =
    .message = `{ $path }` is an act on the albo pretorio, which it will leave: the text stays without a link
    .help = link to `/albo-pretorio/`; if the act has a page of its own too, write the path of its file
link--over =
    .message = the publication of `{ $path }` ended on { $date }: the text stays without a link
    .help = remove the link, or change `pubblicato_fino` in its file

duplicate-id-content =
    .description =
        The name of the file (or `id`) tells a page from the others of its kind: if two have the same name, nobody knows which one a reference means. The translation of a page has the same name and another language, for example `tari.en.md`.
    .message = another content of the kind “{ $type }” is already called `{ $id }`: { $other }
    .help = rename one of the two files, or change its `id`; if it is a translation, write the language before `.md`, for example `{ $id }.en.md`

section-missing =
    .description =
        The sections of the site are pages in the folder `content/sezioni`, with a title and a description. A section that nobody wrote has a page all the same, with a title made from its address.
    .message = nobody described the section `{ $address }`, in which this page stands: its title is made from its address
    .help = make a file in `content/sezioni` with `titolo` and `indirizzo: { $address }`
section-missing--home =
    .message = the site has no home page
    .help = make the file `content/sezioni/home.md` with `titolo`, `descrizione_breve` and `indirizzo: /`; if it is there already, check that it is no draft
section-missing--nothing =
    .message = the folder `content` has no page at all
    .help = check that this is the right folder; `arengo new` prepares a page to fill in

menu-section =
    .description = Every address of `menu`, in `site.toml`, is that of a section of the site.
    .message = the menu leads to `{ $address }`, but the site has no such section
    .help = perhaps `{ $known }`?
menu-section--strange =
    .message = the menu leads to `{ $address }`, but the site has no such section
    .help = correct the address, or create a file in `content/sezioni` with `titolo` and `indirizzo: { $address }`

attachment-unused =
    .description = A file beside the pages is published only if a published page uses it, with a link or in a field.
    .message = no published page uses the file `{ $name }`, so it is not on the site
    .help = add a link in a page, or delete the file
attachment-unused--page =
    .message = the file `{ $name }` looks like a page, but its name does not end in `.md`: it is not in the site
    .help = rename it `{ $better }`

address-taken =
    .description =
        Every page and every file of the site has an address of its own. Upper and lower case are not enough to tell them apart, because some computers confuse them.
    .message = the address `{ $address }` already belongs to another page
    .help = write a different `slug` (in a section, a different `indirizzo`) in one of the two
address-taken--case =
    .message = the addresses `{ $address }` and `{ $other }` differ only by capitals
    .help = write a different `slug` in one of the two pages
address-taken--file =
    .message = the address of this file, `{ $address }`, already belongs to `{ $other_source }`
    .help = change the name of one of the two, and also where it is written in pages
address-taken--file-case =
    .message = `{ $source }` and `{ $other_source }` would have addresses that differ only by capitals: `{ $address }` and `{ $other }`
    .help = change the name of the file or of its folder, and also where it is written in pages
address-taken--accents =
    .message = `{ $source }` and `{ $other_source }` have the same name, with accents written in two ways: on many computers they are one file
    .help = delete one of them, or rename it with letters without accents
address-taken--within =
    .message = `{ $address }` (from `{ $source }`) and `{ $other }` (from `{ $other_source }`) cannot both be there: where one is a file, the other needs a folder
    .help = change the name of one of the two: the file or the folder if it comes from `static`, the `slug` or the `alias` if it comes from a content
address-taken--name =
    .message = the name `{ $source }` is not good on every computer: some characters are forbidden, and Windows drops dots and spaces at the end
    .help = rename the file or the folder with letters, digits and hyphens
address-taken--made =
    .message = `{ $address }` is a file that Arengo writes
    .help = remove yours from the folder `static`
address-taken--alias =
    .message = the old address `{ $address }` is that of something that is there, and cannot lead elsewhere
    .help = delete this `alias`, or correct it

address-moved =
    .description =
        If the address of a page changes, those who saved it or found it with a search engine do not find it any more. The old address is written in `alias`, and leads to the new one.
    .message = the address of this page was `{ $old }` and is now `{ $new }`: those who use the old one do not find it any more
    .help = add the old address to the head: `alias: ["{ $old }"]`

alias =
    .description =
        In `alias` stand the addresses that the page had in the past. Each begins with `/`, without the name of the site, and has only letters, digits, hyphens, points and slashes.
    .message = `{ $alias }` is not an address of this site
    .help = write only the path, without the name of the site, spaces and signs like `?`: for example `/tributi/tari/`
alias--path =
    .message = `{ $alias }` is not an address of this site: it begins with `/`, without the name of the site, spaces and signs like `?`
    .help = write `{ $meant }`
alias--itself =
    .message = `{ $alias }` is already the address of this page
    .help = delete the line

link-page =
    .description =
        In finished pages every link, image or file of the site must exist, and every point named after `#` must be in the page.
        What the templates of the theme write is looked at too.
    .message = on the site there is nothing at the address `{ $address }`
    .help = correct the address; for another page of the site write the path of its file, for example `../servizi/pagare-tari.md`
link-page--gone =
    .message = there is nothing at the address `{ $address }` today: the page is not published yet, or not any more
    .help = remove the link; in the text of a page write the path of the file, for example `../servizi/pagare-tari.md`: the link will go by itself
link-page--anchor =
    .message = in the page `{ $address }` there is no point `#{ $anchor }`
    .help = open the page, go to the heading you need and copy from the address what stands after `#`; or delete from `#` on

# Amministrazione trasparente.

transparency-section =
    .description =
        The sections of Amministrazione trasparente are named by the parts of their address: `organizzazione/articolazione-uffici`. The same name says where a content goes (`trasparenza`) and which section an office speaks of (`sezione`, `obbligo`).
    .message = no section of Amministrazione trasparente is called `{ $key }`
    .help = perhaps `{ $known }`?
transparency-section--strange =
    .message = no section of Amministrazione trasparente is called `{ $key }`
    .help = copy the part of the address that follows `/amministrazione-trasparente/`
transparency-section--repealed =
    .message = «{ $title }» is not asked for any more since { $date }: only what is from before goes into the archive
    .help = remove the section from `trasparenza`; if the act is from before, write its day in `pubblicazione: decorre_dal`
transparency-section--twice =
    .message = another file speaks of `{ $key }` already
    .help = make one file of the two

transparency-empty =
    .description =
        Every duty of publication has its place in Amministrazione trasparente, also when there is nothing to publish: a formula then says why (it does not concern the body, no case in the year, in preparation), with a date.
        Duties that were not verified in a source yet, and those that hold on a condition, give a note.
    .message = «{ $title }» ({ $section }) is empty and nobody says why
    .help = { $what } Norm: { $norm }. Office: { $office }. Publish the content, or write a `dichiarazione` for `{ $key }` in a file of `content/trasparenza`

transparency-duration =
    .description =
        Acts stay in Amministrazione trasparente for five years, counted from 1 January of the year after the one in which the duty begins (d.lgs. 33/2013, article 8). The day after they are gone from pages, lists and attachments. To compute it, a day to count from is needed.
    .message = nobody knows from when to count the publication in «{ $title }»
    .help = fill in one of these fields: { $fields }, or `pubblicazione: decorre_dal`

transparency-too-short =
    .description =
        `pubblicato_fino` takes a content away from the site. If it stands in Amministrazione trasparente, it may not go before the day the law says.
    .message = this day comes before the end of the publication in «{ $title }», which is { $date }
    .help = remove `pubblicato_fino`: the content goes by itself on the right day. If there is a reason, write `pubblicazione` with `fino` and `motivo`
transparency-too-short--open =
    .message = in «{ $title }» the content has to stay as long as it is in force, without a last day
    .help = remove `pubblicato_fino`; when it is not in force any more, write `pubblicazione: efficace_fino`

contract-document =
    .description =
        For every call the law wants, beside the link to the national database with the CIG, some documents: which ones, and from when, depends on the procedure and the phase. The list is in `schemas/trasparenza/contratti.yaml`.
        Norm: d.lgs. 33/2013, art. 37; d.lgs. 36/2023, art. 28; del. ANAC 264/2023, as changed by 601/2023.
    .message = phase of { $phase }: { $names } { $n ->
        [one] is
       *[other] are
    } missing, to be published from { $date } ({ $days ->
        [0] today
        [one] one day ago
       *[other] { $days } days ago
    })
    .help = add to `{ $field }` an item with `atto: { $act }` and the `file`, the `url` or the `documento`; if the call has none, say why in `non_dovuto` ({ $norm })

transparency-late =
    .description =
        Some data have to be renewed every quarter, every half-year, every year, or by a certain day. The last update is that of the contents the section shows.
    .message = «{ $title }» ({ $section }) is late by { $days ->
        [one] one day
       *[other] { $days } days
    }: it was due by { $due }, it was renewed last on { $updated }
    .help = ask for the data: { $office }. Then update the content and its date (`aggiornato`)

transparency-formula =
    .description =
        A formula says why a part of Amministrazione trasparente is empty. "Nessuno" holds for its year, until the 31 January after; "in preparazione" holds for three months.
    .message = the formula has to be looked at again
    .help = update the date, or remove the declaration
transparency-formula--filled =
    .message = the formula says that «{ $title }» is empty, but there are contents
    .help = remove the declaration: the formula does not appear any more
transparency-formula--year =
    .message = the formula for «{ $title }» speaks of { $year }: of this year it says nothing
    .help = verify with: { $office }. Then update `anno` and `data`, or publish the data
transparency-formula--preparing =
    .message = «{ $title }» has been in preparation since { $date }: more than three months have passed
    .help = ask for the data: { $office }

transparency-settings =
    .description =
        `[trasparenza]` in `site.toml` switches Amministrazione trasparente on and says who answers for it and what does not concern the body.
    .message = no content is called `{ $id }`
    .help = perhaps `{ $known }`?
transparency-settings--strange =
    .message = no content is called `{ $id }`
    .help = write the name of a file of `content/uffici` (for `ufficio`) or of `content/persone` (for `responsabile`), without `.md`
transparency-settings--population =
    .message = nobody knows how many inhabitants the body has, and some duties hold only from { $threshold } inhabitants on
    .help = write `popolazione` in `[ente]`

transparency-indexing =
    .description =
        The pages of Amministrazione trasparente must be found by search engines (d.lgs. 33/2013, article 9). Particular and judicial data are the exception: those pages carry `dati_particolari: true` and ask engines not to list them.
    .message = a page of Amministrazione trasparente asks search engines not to list it
    .help = remove `noindex` from the template; if the page holds particular or judicial data, write `dati_particolari: true` in the content
transparency-indexing--refused =
    .message = a page with particular data does not ask search engines not to list it
    .help = in the template put `<meta name="robots" content="noindex">` when `pagina.indicizzabile` is false
transparency-indexing--albo =
    .message = a page of the albo pretorio does not ask search engines to leave it out
    .help = in the template put `<meta name="robots" content="noindex">` where `pagina.indicizzabile` is false

# The albo pretorio.

albo-number =
    .description =
        The register of the albo pretorio gives every act a running number, which starts from 1 each year and is never used twice, not even when an act is annulled. A number missing between 1 and the last of a year looks like an act that was taken away: if so, it has to be put back and annulled with `annullato`.
    .message = number { $number } of { $year } belongs to another act already
    .help = give this act a new number: the first free one is { $free }. If the published one is wrong, annul it with `annullato` and leave it its number
albo-number--gap =
    .message = before this number, { $first } of { $year } is missing
    .help = if act { $first } was published by mistake, put it back with `annullato`; if the number was never used, correct the numbers that are not on the board yet
albo-number--gaps =
    .message = before this number, those from { $first } to { $last } of { $year } are missing
    .help = if the acts are in another repository, keep the whole year there; if they were taken away, put them back with `annullato`
albo-number--order =
    .message = number { $number } is registered on { $day }, but { $before } on { $other }
    .help = numbers follow the days of registration: correct `registrato_il` (`dal` counts where it is missing)
albo-number--start =
    .message = the register of { $year } begins with number { $number } and not with { $first }
    .help = if the acts were taken away, put them back with `annullato`; if the register was kept elsewhere before, write `inizia_da = "{ $number }/{ $year }"` under `[albo]` in `site.toml`
albo-number--registered =
    .message = the act is on the albo from { $from } but is registered only on { $day }
    .help = an act is registered before it is published: correct `registrato_il` or `dal`

albo-end =
    .description =
        An act leaves the albo pretorio by itself, on the day after its last. Its days are those of the type of act (`schemas/albo/durate.yaml`), consecutive and without the first: published on 26 November for 15 days, it is online to 11 December included. Another duration is written with `giorni` or `al`, and with the reason (`motivo`). An act whose last day nobody knows is not published.
    .message = nobody knows until when this act ({ $type }) stays on the albo
    .help = write the last day in `albo: al`. Rule: { $norm }
albo-end--no-type =
    .message = the act has no type, from which follows how many days it stays on the albo
    .help = write `tipo` inside `albo`, for instance `tipo: Ordinanza del Dirigente`
albo-end--no-rule =
    .message = no rule says how many days acts of type `{ $type }` stay on the albo
    .help = write `giorni` and `motivo` inside `albo`, or a rule in a file of `schemas/albo`
albo-end--before =
    .message = the last day on the albo comes before the first, which is { $from }
    .help = correct `dal`, `al` or the deadline of the content; perhaps the year is still the old one
albo-end--annulled =
    .message = the annulment does not fall into the days of publication, from { $from } to { $until }
    .help = correct `annullato: data`; an act that left the albo is not annulled any more
albo-end--reason =
    .message = the days on the albo are not those that follow from the type of act and its deadline, and nobody says why
    .help = add `motivo` inside `albo`, or remove `giorni` and `al`. Rule: { $norm }
albo-end--reason-free =
    .message = no rule says how many days the act stays on the albo, and nobody says why these
    .help = add `motivo` inside `albo`, or a rule in a file of `schemas/albo`
albo-end--short =
    .message = the act stays on the albo { $days ->
        [0] on its first day only
        [one] one day
       *[other] { $days } days
    }, but at least { $least } are needed
    .help = remove `giorni` and `al`: the right day is computed. Norm: { $norm }

albo-document =
    .description =
        Publication on the albo takes legal effect through the signed document. Beside every document the page shows its fingerprint (SHA-256), by which anybody can check to have that very one.
    .message = the act has no documents
    .help = add `allegati` with the signed document, as PDF/A

albo-regime =
    .description =
        Pages of Amministrazione trasparente must be found by search engines, those of the albo pretorio never. An act about single persons (banns, changes of name, persons not found, deposits) therefore does not belong into Amministrazione trasparente.
    .message = an act of type `{ $type }` is about single persons: in Amministrazione trasparente search engines would find it
    .help = remove `trasparenza` and `genere_atto`; if the law really asks for it, write `dati_particolari: true`

albo-settings =
    .description = `[albo]` in `site.toml` says which office keeps the register of the albo pretorio, and whether expired acts stay in an archive.
    .message = no office is called `{ $id }`
    .help = perhaps `{ $known }`?
albo-settings--strange =
    .message = no office is called `{ $id }`
    .help = write the name of a file of `content/uffici`, without `.md`
