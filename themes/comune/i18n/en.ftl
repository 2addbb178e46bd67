## The theme's words that visitors read. The licence text has legal force in Italian and is not translated.

codice-locale = en_GB

## Skip links, header, menu

vai-al-contenuto = Skip to content
vai-al-piede = Skip to footer
provincia = Province of { $nome }
lingue = Language
accedi = Sign in
accedi-area-personale = Sign in to your area
seguici-su = Follow us
menu = Menu
chiudi-menu = Close the menu
menu-principale = Main menu
argomenti-in-evidenza = Featured topics
tutti-gli-argomenti = All topics
home = Home
percorso = Breadcrumb

## Footer

contatti = Contacts
codice-fiscale = Tax code
partita-iva = VAT number
telefono = Telephone
email = E-mail
pec = Certified e-mail (PEC)
come-possiamo-aiutarti = How we can help
trasparenza = Transparency
faq = Frequently asked questions (FAQ)
prenotazione-appuntamento = Appointment booking
richiesta-assistenza = Request for help
segnalazione-disservizio = Report of a problem
informativa-privacy = Privacy notice
note-legali = Legal notes
dichiarazione-accessibilita = Accessibility statement
mappa-del-sito = Site map

## Rating of the page

quanto-sono-chiare = How clear is the information on this page?
valuta-da-1-a-5 = Rate from 1 to 5 stars
valuta-stelle = { $n ->
    [one] Rate { $n } star out of 5
   *[other] Rate { $n } stars out of 5
}
domanda-positiva = What did you like most?
bene-1 = The instructions were clear
bene-2 = The instructions were complete
bene-3 = I always knew I was on the right track
bene-4 = I had no technical problems
domanda-negativa = Where did you have most difficulty?
male-1 = Some instructions were not clear
male-2 = Some instructions were not complete
male-3 = At times I did not know whether I was on the right track
male-4 = I had technical problems
altro = Other
vuoi-aggiungere = Would you like to add details?
massimo-200-caratteri = At most 200 characters. Do not write personal data.
invia-valutazione = Send the rating
invia-valutazione-posta = Send by e-mail
oggetto-valutazione = Rating of the page { $titolo }

## Help

contatta-il-comune = Contact the municipality
leggi-le-domande-frequenti = Read the frequently asked questions
richiedi-assistenza = Ask for help
chiama-il-numero = Call
prenota-appuntamento = Book an appointment
problemi-in-citta = Problems in town
segnala-disservizio = Report a problem

## Pages in general

indice-della-pagina = On this page
argomenti = Topics
invia-per-posta = Send by e-mail
copia-indirizzo = Copy the address
indirizzo-copiato = Address copied
stampa = Print
a-cura-di = Page edited by
ultimo-aggiornamento = Last updated
pagina = Page
pagina-numero = page { $n }
pagina-di = Page { $n } of { $totale }
pagina-precedente = Previous page
pagina-successiva = Next page
pagine-elenco = Pages of the list
si = Yes
no = No
altre-pagine = Other pages

## Home

vai-alle-novita = Go to all the news
servizi-piu-richiesti = Most requested services
tutti-i-servizi = All services
ultime-novita = Latest news
tutte-le-novita = All news
prossimi-eventi = Upcoming events
tutti-gli-eventi = All events
chi-amministra = Who governs
vai-amministrazione = The whole administration
altri-argomenti = Other topics
siti-tematici = Thematic sites

## Lists

in-evidenza = Featured
esplora-per-categoria = Browse by category
esplora-la-sezione = Browse the section
esplora-gli-argomenti = Browse all topics
elenco-completo = Full list
contenuti-n = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
luoghi-da-conoscere = Places to know
tutti-i-luoghi = All places
argomento = Topic
uffici-responsabili = Offices in charge
domande-n = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}

## Services

accedi-al-servizio = Use the service
vai-allo-sportello = Go to the office
allo-sportello = At the office
prenota-testo = You can also make an appointment with the office.
condizioni-testo = Read the document for the conditions of the service.
termini-e-condizioni = Terms and conditions of service
unita-organizzativa-responsabile = Office in charge
area = Area
responsabile-del-procedimento = Person in charge of the procedure
vai-al-servizio = Go to the online service

## Dates and times

data = Date
dal = from
al = to
ore = at { $ora }
alle-ore = at { $ora }
dalle = from { $dalle }
dalle-alle = from { $dalle } to { $alle }
giorni = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
giorni-senza-numero = { $n ->
    [one] day
   *[other] days
}
scade-il = Expires on
scadenza = Deadline
tempo-di-lettura = Reading time
minuti = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
giorni-della-settimana = Days
orario = Time
orario-per-il-pubblico = Opening hours

## Events, places, people

quando = When
dove = Where
costo = Cost
tutti-i-costi = all costs
inizio-evento = Start
fine-evento = End
apri-la-mappa = Open the map
quartiere = District
circoscrizione = Ward
persona = Person
unita-organizzativa = Body
in-carica-dal = In office since
fino-al = Until
atto-di-nomina = Act of appointment
compensi = Pay
viaggi-e-missioni = Travel expenses

## News, calls, documents

numero-comunicato = Press release no.
bando-gara = Call for tenders
bando-concorso = Public competition
bando-contributi = Grants
cig = CIG (tender code)
scarica = Download ({ $tipo }, { $dimensione })
impronte-dei-file = Fingerprints of the files of this page (SHA-256)
impronta-del-file = File fingerprint (SHA-256)
formato = Format
dimensione = Size
licenza = Licence
codice-ipa = IPA code
credito = Photo: { $nome }
guarda-il-video = Watch the video
leggi-la-trascrizione = Read the transcript

## Page not found

errore-404 = Error 404
torna-alla-home = Back to the home page

## Legal notes: fixed by the national model, in Italian

licenza-titolo = Licenza dei contenuti
licenza-testo = In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.

## Inside Markdown texts

testo-note = Notes
testo-nota = Note { $n }
testo-torna-al-testo = Back to the text of note { $n }
testo-avviso-nota = Note
testo-avviso-suggerimento = Tip
testo-avviso-importante = Important
testo-avviso-attenzione = Warning
testo-avviso-pericolo = Danger
testo-tabella = Table, scroll sideways
testo-tabella-con-nome = Table: { $nome }
testo-fatto = done:
testo-da-fare = to do:
testo-altro-sito = opens on another site

## Pages with a new address

pagina-spostata = The page has a new address
pagina-spostata-vai = Go to the page

## Amministrazione trasparente

gara-documenti-spiegati = The data of procedure and contract are in the national database; here are the documents that the law wants, phase by phase.
gara-fase-pubblicazione = Publication
gara-fase-affidamento = Award
gara-fase-esecuzione = Execution
gara-non-dovuto = Not due:
gara-manca = Not published yet: due from { $data }.
trasparenza-parti = In this section
trasparenza-generali = In general
trasparenza-senza-contenuti = (no contents)
trasparenza-norma = Norm
trasparenza-aggiornato = Updated on
trasparenza-responsabile = Responsible for publication
trasparenza-titolo = Title
trasparenza-niente = not stated
trasparenza-passati = Archive
trasparenza-fino = Published until
trasparenza-era-in = Formerly in
trasparenza-chiesto-fino = Duty in force until
trasparenza-verificato = Verified on
trasparenza-archivio-spiegato = The law does not ask for these data any more. What had been published stays here until its time is over.
trasparenza-nessuno = In { $anno } there was no case.
trasparenza-non-applicabile = This duty of publication does not concern this body.
trasparenza-altri-enti = This duty of publication does not concern this body: it is for other administrations.
trasparenza-abitanti = This duty of publication does not concern this body, which has fewer than { $abitanti } inhabitants.
trasparenza-in-preparazione = The data are in preparation.
trasparenza-manca = The data have not been published yet.
## What can be done with the page

condividi = Share
aggiungi-al-calendario = Add to calendar
tutto-in-calendario = All events in one calendar
scadenze-in-calendario = Deadlines in a calendar
calendario-eventi = Events
calendario-scadenze = Deadlines

## Forms

campi-obbligatori = All fields are required, except those marked as optional.
facoltativo = optional
scegli = Choose one
ho-letto = I have read the page
nome = First name
cognome = Last name
email-aiuto = The answer is sent to this address. Example: name@example.org
email-segnalazione = Only needed if you want to know what came of it.
scrivi-a = Write to { $casella }
modulo-prenotazione = Ask for an appointment
invia-prenotazione = Send the request for an appointment
ufficio = Office
giorno-preferito = Preferred day
giorno-aiuto = The office confirms day and time, or proposes others.
ora-preferita = Preferred time
mattina = Morning
pomeriggio = Afternoon
indifferente = Any time
servizio = Service
motivo-appuntamento = Subject and reason
motivo-aiuto = In a few words, 300 characters at most.
modulo-assistenza = Write your request
invia-richiesta = Send the request
categoria-servizio = Category of the service
relazioni-con-il-pubblico = Public relations
dettagli = What you need
dettagli-aiuto = Explain what you cannot do, in 600 characters at most. Do not write passwords.
modulo-disservizio = Fill in the report
invia-segnalazione = Send the report
tipo-di-problema = What is wrong
problema-1 = Roads, street lights, public buildings
problema-2 = Waste, parks, animals
problema-3 = Road signs, parking, noise
problema-4 = School meals and school bus
problema-5 = Site and online services
luogo-del-problema = Where
luogo-aiuto = Street and number, or a landmark.
oggetto = Subject
descrizione = Description
descrizione-aiuto = What happens and since when, in 600 characters at most.
immagini = Pictures
immagini-aiuto = Three at most. Avoid faces and number plates.

## Organisation chart, mailboxes, accounts

responsabile = Head
caselle-pec = Certified mailboxes (PEC)
caselle-ordinarie = Ordinary mailboxes
casella = Mailbox
tipo = Kind
ordinaria = ordinary
account-ufficiale = Official account of { $nome }

## Online services and state of digitisation

servizi-attivi = Active services
servizi-attivi-n = { $n ->
    [one] { $n } service active online
   *[other] { $n } services active online
}
servizi-futuri = Future services
servizi-futuri-n = { $n ->
    [one] { $n } service to be activated
   *[other] { $n } services to be activated
}
che-cosa-si-fa-in-rete = What is done online
attivazione-prevista = Planned activation
data-superata = the date has passed: the activation is late
nessun-servizio-attivo = No service can be asked for online yet.
nessun-servizio-futuro = No activation is planned.
avanzamento-per-fase = Progress by phase
elenco-a-n = { $n ->
    [one] { $n } service can go online (list A).
   *[other] { $n } services can go online (list A).
} For each phase of the plan the table tells how many already do.
fase = Phase
servizi-n = Services
quota = Share
obiettivo = Target
raggiunto = Reached
fase-b1-moduli = B1: forms published
fase-b1-compilazione = B1: request online, 30%
fase-b2-compilazione = B2: request online, 60%
fase-b3-compilazione = B3: request online, all
fase-b4-stato = B4: state of the case, 30%
fase-b5-stato = B5: state of the case, 60%
fase-b6-stato = B6: state of the case, all
grafico-fasi = The bars show the share of services, the upright mark the target of the phase. The same numbers are in the table.
livelli-dei-servizi = Levels of services
elenco = List
servizio-in-rete = Online service
collegamento-uffici = Connection with the offices
visura = Viewing the case
servizio-web-0 = absent
servizio-web-1 = form to send by e-mail
servizio-web-2 = partly online
servizio-web-3 = online, without payment
servizio-web-4 = online, with payment
back-office-0 = none
back-office-1 = reading only
back-office-2 = e-mails
back-office-3 = register and documents
back-office-4 = reading and writing
back-office-5 = reading, writing and register
visura-0 = later answer
visura-1 = state of the case
visura-2 = state of the case and access to the acts
elenco-b = Services that cannot go online
elenco-b-vuoto = All services can go online.
motivo = Reason
motivo-organizzativo = organisation
motivo-normativo = law
motivo-tecnico = technology

## Recovery plan

progetti = Projects
cup = CUP
importo = Amount
stato = State
fine-prevista = Planned end
progetto-da-avviare = to be started
progetto-in-corso = under way
progetto-concluso = finished

## Drawing of places, and videos

schizzo-di = Drawing of where { $nome } lies among the places of the municipality
schizzo-spiegato = The drawing shows the position among the other places of the municipality. For roads and ways open the map.
video = Video
video-avviso = The video is on another site, which receives data on your visit when you open it.
carica-il-video = Load the video here
## Search. %n% is the number of results, %q% the words that were asked for.

cerca = Search
ricerca-nel-sito = Search this site
ricerca-che-cosa = What are you looking for?
ricerca-senza-script = Search needs JavaScript, which is switched off in your browser. The lists below lead everywhere too.
ricerca-parole-vuote = a an and are as at by for from how in is of on or the to what when where with
ricerca-uno = 1 result for “%q%”
ricerca-molti = %n% results for “%q%”
ricerca-nessuno = No results for “%q%”. Try other words, or fewer filters.
ricerca-uno-filtri = 1 result with these filters
ricerca-molti-filtri = %n% results with these filters
ricerca-nessuno-filtri = No results with these filters.
ricerca-guasto = Search is not working right now. You can use the lists below.
ricerca-filtra = Filter results
ricerca-tipo = Kind of page
ricerca-argomento = Topic
ricerca-ufficio = Office
ricerca-azzera = Clear filters
ricerca-altri = Show more results
ricerca-altre-strade = Not what you are looking for?
ricerca-sfoglia = Browse the site
genere-sezione = Section
genere-argomento = Topic
genere-servizio = Service
genere-notizia = News
genere-evento = Event
genere-luogo = Place
genere-persona = Person
genere-pagina = Page
genere-unita-organizzativa = Office
genere-documento-pubblico = Document
genere-domanda-frequente = Question
genere-bando = Call
genere-dataset = Dataset
genere-procedimento = Procedure
genere-sito-tematico = Thematic site
genere-incarico = Role
nessuna-casella = No mailbox published.
risultato = Result

## Tables from files of data.
dati-scarica = Download the data
dati-licenza = Licence
dati-aggiornati = Updated on
dati-stato = the body is { $stato ->
    [non_tenuto] not bound
    [tenuto_parzialmente] bound in part
   *[tenuto] bound
  } to publish them
dati-righe = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
dati-mostrate = The page shows the first { $mostrate } rows of { $n }: the others are in the files to download.
dati-totale = Total
dati-totale-di = Total of the column “{ $titolo }”
dati-elenco = { $titolo }, { $anno }
dati-elenchi = Lists in open formats
dati-ordina = The buttons in the headings of the columns sort the rows.
dati-ordinata-crescente = Table sorted by %c%, from the lowest value to the highest
dati-ordinata-decrescente = Table sorted by %c%, from the highest value to the lowest
dati-vuota = The table has no rows.
## Albo pretorio

albo-pretorio = Official notice board
albo-sommario = Acts of the municipality and of other bodies, published with effect in law. Every act stays here for its days, then it goes.
albo-in-corso-n = { $n ->
    [0] No act is on the board
    [one] There is one act on the board
   *[other] There are { $n } acts on the board
}
albo-filtra = Look among the acts in force
albo-filtra-parole = Words, number or office
albo-filtra-tutti = All types
albo-trovato-uno = 1 act found
albo-trovati-molti = %n% acts found
albo-trovati-troppi = %n% acts found; the first 100 are shown. Add a word.
albo-trovati-nessuno = No act found. Try other words, or all types.
albo-trovati-guasto = Looking does not work now: the acts are in the list.
albo-in-corso = In force
albo-annullato = Annulled
albo-annullato-il = Publication annulled on { $giorno }
albo-senza-tipo = Other acts
albo-numero = Register number
albo-tipo = Type of act
albo-oggetto = Subject
albo-oggetto-omesso = Subject left out: the act is about persons
albo-ufficio = Office
albo-richiedente = Requested by
albo-identificativo = Act
albo-protocollo = Protocol
albo-registrato = Registered on
albo-dal = Published from
albo-al = Until
albo-dal-al = From { $dal } to { $al }
albo-giorni = Duration
albo-giorni-n = { $n ->
    [0] the day of publication only
    [one] one day after that of publication
   *[other] { $n } days after that of publication
}
albo-testo = Text of the act
albo-documenti = Documents
albo-registro = Register
albo-impronta = SHA-256 fingerprint:
albo-altre-forme = The same acts in other forms
albo-altre-forme-spiegate = For programs that follow the board. They hold acts in force only.
albo-feed = Atom feed
albo-json = JSON data
albo-archivio = Archive of the notice board
albo-archivio-anno = Archive of the notice board, { $anno }
albo-archivio-spiegato = Acts that left the board: the lines of the register only. The text of an act is had by asking for access to documents.
albo-archivio-vuoto = No act has left the board yet.
albo-atti-n = { $n ->
    [one] one act
   *[other] { $n } acts
}
