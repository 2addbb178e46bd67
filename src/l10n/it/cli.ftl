# La riga di comando: aiuto, errori d'uso, riepiloghi.

cli-headings =
    .usage = Uso
    .commands = Comandi
    .arguments = Argomenti
    .options = Opzioni
    .general = Opzioni generali
    .examples = Esempi
    .exit-codes = Codici di uscita
    .man-name = Nome
    .man-synopsis = Sintassi
    .man-description = Descrizione
    .man-extra = Note
    .man-version = Versione

# Segnaposti dei valori nell'aiuto.
cli-value-names =
    .command = COMANDO
    .date = AAAA-MM-GG
    .dir = CARTELLA
    .file = FILE
    .format = FORMATO
    .host = IP
    .id = NOME
    .lang = LINGUA
    .level = LIVELLO
    .n = N
    .name = NOME
    .path = PERCORSO
    .rule = REGOLA
    .rules = REGOLE
    .shell = SHELL
    .title = TITOLO
    .type = TIPO
    .url = INDIRIZZO
    .when = QUANDO
    .year = ANNO

cli-exit-codes =
    0  tutto a posto
    1  qualcosa nei file del sito impedisce di pubblicare
    2  comando scritto male, oppure site.toml manca o non si legge
    3  problema del computer: disco, npm, porta occupata

# Argomenti di più comandi.
cli-arguments =
    .site = Cartella del sito; se manca, la più vicina risalendo che contiene site.toml
    .date = Giorno per cui si costruisce il sito; se manca, oggi in Italia
    .base-url = Indirizzo del sito al posto di quello di site.toml
    .drafts = Conta anche le bozze
    .strict = Anche gli avvisi impediscono di pubblicare
    .declaration = Cartella in cui scrivere l'autovalutazione per la dichiarazione di accessibilità (dichiarazione.html e .json)
    .jobs = Quanti lavori insieme; se manca, uno per processore
    .format = Forma dei rilievi: text, json, sarif, earl, junit, html, github, gitlab; se manca, text
    .lang = Lingua dei messaggi: it, en; se manca, quella del sistema, altrimenti italiano
    .color = Colori: auto, always, never; se manca, auto
    .quiet = Dice solo ciò che impedisce di pubblicare
    .verbose = Dice anche i dettagli e i tempi di ogni fase
    .help = Mostra questo aiuto
    .version = Mostra la versione
    .command = Il comando da spiegare

cli-arengo =
    .about = Dai testi in Markdown al portale del Comune, controllato e accessibile
    .examples =
        arengo init sito --name "Comune di Borgo Alvese"    crea un sito nuovo
        arengo new servizio "Pagare la TARI"                crea la scheda di un servizio
        arengo check                                        controlla senza scrivere niente
        arengo build                                        costruisce il sito nella cartella public
        arengo help build                                   spiega un comando

cli-init =
    .about = Crea un sito nuovo
    .dir = Cartella del sito nuovo: non deve esistere, o deve essere vuota
    .name = Nome dell'ente
    .examples =
        arengo init sito --name "Comune di Borgo Alvese"
        arengo init .

cli-new =
    .about = Crea un contenuto, con tutti i campi obbligatori spiegati
    .content-type = Tipo di contenuto: l'elenco si vede con arengo schema
    .title = Titolo del contenuto, fra virgolette
    .id = Nome del file; se manca, si ricava dal titolo
    .examples =
        arengo new servizio "Pagare la TARI"
        arengo new notizia "Chiusura di via Roma" --id avviso-via-roma
        arengo new persona "Elena Marinucci"

cli-build =
    .about = Controlla i contenuti e costruisce il sito
    .site = Cartella del sito; se manca, la più vicina risalendo che contiene site.toml. Si ripete per costruire più siti insieme
    .output = Cartella del sito costruito; se manca, public dentro la cartella del sito. Con più siti, la cartella che li contiene tutti
    .no-minify = Lascia le pagine leggibili, senza ridurle
    .no-search = Non prepara l'indice della ricerca nel sito
    .no-audit = Non controlla l'accessibilità delle pagine (i collegamenti sì)
    .timings = Dice dove va il tempo e scrive .arengo/timings.json, che si apre in Perfetto, Speedscope o chrome://tracing
    .cache = Conserva qui le pagine pronte e alla pubblicazione successiva rifà solo quelle che cambiano
    .examples =
        arengo build
        arengo build --site siti/borgo-alvese --output /srv/www
        arengo build --site siti/borgo-alvese --site siti/valle-serena --output /srv/www
        arengo build --date 2026-12-31 --drafts
        arengo build --strict --format sarif > rilievi.sarif

cli-check =
    .about = Controlla tutto ciò che controlla build, senza scrivere niente
    .site = Cartella del sito; se manca, la più vicina risalendo che contiene site.toml. Si ripete per controllare più siti insieme
    .examples =
        arengo check
        arengo check --strict
        arengo check --format json > rilievi.json

cli-audit =
    .about = Controlla l'accessibilità di pagine HTML, anche non fatte con Arengo
    .paths = File, cartelle (tutti i file .html, .htm, .xhtml e .svg, e i PDF) o l'indirizzo di un sito servito da questo computer
    .level = Livello WCAG fino al quale si controlla: A, AA, AAA; se manca, AA. Le buone pratiche si controllano sempre
    .css = Foglio di stile che vale per tutte le pagine, qualunque cosa colleghino; si può ripetere
    .rules = Solo queste regole, separate da virgole; anche quelle che di solito sono spente
    .date = Giorno per cui valgono i rilievi accettati in site.toml; se manca, oggi in Italia
    .strict = Anche gli avvisi contano come errori
    .examples =
        arengo audit public
        arengo audit pagina.html altra.html --level A
        arengo audit http://127.0.0.1:8000/ --format json > rilievi.json
        arengo audit public --rules image-alt,link-name

cli-deadlines =
    .about = Che cosa scade, che cosa è in ritardo, che cosa deve uscire dal sito, e quando il sito cambia da sé
    .date = Il giorno da cui guardare avanti; se manca, oggi in Italia
    .days = Per quanti giorni guardare avanti; se manca, 90
    .office = Solo ciò che riguarda un ufficio o una persona: basta una parte del nome
    .format = Forma dell'elenco: text, json, csv, ics; se manca, text
    .html = Scrive l'elenco in una pagina, per l'ufficio: non fa parte del sito
    .next-change = Dice solo il giorno in cui il sito cambierà senza che nessuno tocchi i file
    .examples =
        arengo deadlines
        arengo deadlines --days 365 --format ics > scadenze.ics
        arengo deadlines --office tributi
        arengo deadlines --date 2027-01-01 --html scadenze.html
        arengo deadlines --next-change

cli-deadlines-page = L'elenco delle scadenze è in { $path }

cli-days =
    .message = `{ $value }` non è un numero di giorni
    .help = scrivi quanti giorni guardare avanti, da 0 a 3660: --days 365

cli-register =
    .about = Il registro dell'albo pretorio: ogni atto con i suoi giorni e il suo stato, e che cosa è stato in linea quando
    .date = Il giorno per cui valgono gli stati; se manca, oggi in Italia
    .year = Solo gli atti di un anno del registro
    .format = Forma del registro: text, json, csv; se manca, text
    .log = Il giornale delle pubblicazioni, in cui si aggiunge e non si cambia; si tiene fuori dal sito
    .record = Aggiunge al giornale la pubblicazione che sta in questa cartella
    .examples =
        arengo register
        arengo register --year 2026 --format csv > registro-2026.csv
        arengo register --log ../giornale/albo.jsonl --record public
        arengo register --log ../giornale/albo.jsonl

cli-register-recorded = La pubblicazione è annotata in { $path }
cli-register-recorded-already = La pubblicazione è già annotata in { $path }
cli-register-log =
    .message = la riga { $line } di { $path } non è di un giornale delle pubblicazioni
    .help = rimetti il giornale com'era nell'ultima copia: una riga non si corregge
cli-register-log--broken =
    .message = in { $path } la riga prima della { $line } è stata cambiata o tolta
    .help = rimetti il giornale com'era nell'ultima copia: da questa riga in poi non prova più niente
cli-register-log--backwards =
    .message = in { $path } il giorno della riga { $line } viene prima di quello della riga precedente
    .help = rimetti il giornale com'era nell'ultima copia
cli-register-day =
    .message = il giornale arriva al { $last }: il { $date } viene prima
    .help = annota una pubblicazione il giorno in cui avviene; togli --date
cli-register-output =
    .message = in { $path } non c'è un sito pubblicato da Arengo
    .help = indica la cartella data a `arengo build --output`
cli-year =
    .message = `{ $value }` non è un anno del registro
    .help = scrivi quattro cifre: --year 2026

cli-serve =
    .about = Mostra il sito mentre lo si scrive, con i rilievi sulla pagina
    .host = Indirizzo su cui rispondere; se manca, 127.0.0.1: solo da questo computer
    .port = Porta; se manca, 8484 o la prima libera dopo
    .allow-host = Altro nome con cui i browser possono chiamare l'anteprima
    .editor = Editor che si apre dai rilievi: vscode, vscodium, cursor, zed, idea, none, o un indirizzo con {"{"}path{"}"} e {"{"}line{"}"}
    .open = Apre il browser
    .examples =
        arengo serve
        arengo serve --open --drafts
        arengo serve --date 2027-01-01

cli-schema =
    .about = Mostra i tipi di contenuto, o lo schema di un tipo per gli editor
    .content-type = Tipo di contenuto; se manca, l'elenco dei tipi
    .words = Mostra le parole del tema per chi visita, da tradurre in un'altra lingua
    .output = Cartella in cui scrivere lo schema di ogni tipo (o solo di quello indicato)
    .examples =
        arengo schema
        arengo schema servizio > servizio.schema.json
        arengo schema --output .vscode/schemi
        arengo schema --words > themes/comune/i18n/de.ftl

cli-explain =
    .about = Spiega una regola: che cosa controlla e come si rimedia
    .rule = Nome della regola, come si legge nei rilievi; se manca, l'elenco delle regole
    .examples =
        arengo explain
        arengo explain yaml-syntax

cli-help =
    .about = Spiega un comando
    .examples =
        arengo help
        arengo help build

cli-completions =
    .about = Scrive il completamento dei comandi per una shell
    .shell = bash, elvish, fish, powershell, zsh
    .examples =
        arengo completions bash > ~/.local/share/bash-completion/completions/arengo

cli-man =
    .about = Scrive la pagina di manuale del programma, o di un comando
    .examples =
        arengo man > arengo.1
        arengo man build > arengo-build.1

# Errori d'uso.
cli-error = errore
cli-help-label = aiuto
cli-usage-line =
    Uso: { $usage }
    Per saperne di più aggiungi --help
cli-argument-unknown =
    .message = l'opzione `{ $argument }` non esiste
    .help = l'elenco delle opzioni si vede con --help
cli-argument-unknown--similar =
    .message = l'opzione `{ $argument }` non esiste
    .help = forse intendevi `{ $known }`?
cli-argument-unexpected =
    .message = `{ $argument }` è di troppo
    .help = un testo con spazi va fra virgolette
cli-argument-missing =
    .message = manca { $argument }
    .help = gli esempi si vedono con --help
cli-argument-twice =
    .message = l'opzione `{ $argument }` è scritta due volte
    .help = lasciala una volta sola
cli-argument-conflict =
    .message = l'opzione `{ $argument }` non va insieme a `{ $other }`
    .help = scegli una delle due
cli-argument-utf8 =
    .message = un argomento contiene caratteri che non sono UTF-8
    .help = riscrivilo a mano
cli-command-unknown =
    .message = il comando `{ $command }` non esiste
    .help = l'elenco dei comandi si vede con arengo --help
cli-command-unknown--similar =
    .message = il comando `{ $command }` non esiste
    .help = forse intendevi `{ $known }`?
cli-value =
    .message = `{ $value }` non va bene per `{ $argument }`
    .help = scrivi uno di questi: { $valid }
cli-value--similar =
    .message = `{ $value }` non va bene per `{ $argument }`
    .help = forse intendevi `{ $known }`? Si può scrivere: { $valid }
cli-value-missing =
    .message = dopo `{ $argument }` manca il valore
    .help = gli esempi si vedono con --help
cli-value-unexpected =
    .message = `{ $argument }` non vuole un valore (c'è `{ $value }`)
    .help = scrivi solo il nome dell'opzione
cli-usage-other =
    .message = il comando è scritto male: { $detail }
    .help = gli esempi si vedono con --help
cli-date =
    .message = `{ $value }` non è una data
    .help = scrivi anno, mese e giorno, per esempio 2026-12-31
cli-date--italian =
    .message = la data `{ $value }` non è scritta come serve qui
    .help = scrivi `{ $fixed }`
cli-base-url =
    .message = `{ $value }` non è l'indirizzo di un sito
    .help = scrivilo intero, per esempio https://comune.borgoalvese.example
cli-jobs =
    .message = `{ $value }` non è un numero di lavori
    .help = scrivi un numero da 1 a 1024
cli-audit-path =
    .message = `{ $path }` non esiste o non si può leggere
    .help = controlla il nome; un indirizzo comincia con http://
cli-audit-empty =
    .message = in `{ $path }` non c'è nessuna pagina
    .help = le pagine sono i file .html, .htm, .xhtml e .svg
cli-audit-address =
    .message = `{ $url }` non è un indirizzo
    .help = scrivilo intero, per esempio http://127.0.0.1:8000/
cli-audit-scheme =
    .message = `{ $url }` non si può chiedere: da questo computer si chiede solo con http://
    .help = servi il sito senza cifratura su 127.0.0.1, oppure controlla la cartella dei file
cli-audit-remote =
    .message = `{ $url }` non è su questo computer
    .help = si controllano solo indirizzi di questo computer (127.0.0.1, localhost): scarica le pagine, oppure servile qui
cli-audit-silent =
    .message = a `{ $url }` non risponde nessuno
    .help = avvia il server, e controlla il numero della porta
cli-sites-site = ── { $path }
cli-sites-fine = { $n } siti: nessuno ha qualcosa che impedisce di pubblicare
cli-sites-bad = { $n } siti, di cui { $bad } con qualcosa da correggere: { $names }
cli-sites-alone =
    .message = { $option } vale per un sito alla volta
    .help = lascialo fuori, oppure esegui il comando una volta per ogni sito
cli-sites-twice =
    .message = due dei siti indicati hanno la cartella di nome { $name }
    .help = ogni sito si distingue dal nome della sua cartella: indica ciascuno una volta sola, e rinomina una delle due se sono siti diversi
cli-no-site =
    .message = in `{ $path }` non c'è site.toml
    .help = controlla il nome della cartella, oppure crea un sito con `arengo init`
cli-no-site--above =
    .message = qui non c'è un sito: manca site.toml, anche nelle cartelle superiori
    .help = entra nella cartella del sito, indicala con --site, oppure crea un sito con `arengo init`
cli-type-unknown =
    .message = il tipo di contenuto `{ $name }` non esiste
    .help = i tipi sono: { $types }
cli-type-unknown--similar =
    .message = il tipo di contenuto `{ $name }` non esiste
    .help = forse intendevi `{ $known }`? I tipi si vedono con `arengo schema`
cli-title =
    .message = il titolo è vuoto
    .help = scrivi il titolo fra virgolette, per esempio `arengo new servizio "Pagare la TARI"`
cli-id =
    .message = `{ $id }` non può essere il nome di un contenuto
    .help = usa minuscole, cifre e trattini: `{ $tidy }`
cli-rule-unknown =
    .message = la regola `{ $rule }` non esiste
    .help = l'elenco delle regole si vede con `arengo explain`
cli-rule-unknown--similar =
    .message = la regola `{ $rule }` non esiste
    .help = forse intendevi `{ $known }`?
cli-name =
    .message = `{ $name }` non può essere il nome di un ente
    .help = usa lettere, cifre, spazi, apostrofi, trattini, punti, barre e parentesi, per esempio "Comune di Borgo Alvese"
cli-folder-full =
    .message = la cartella `{ $path }` esiste e non è vuota
    .help = scegli un altro nome: un sito nuovo non prende mai il posto di file che ci sono già
cli-content-exists =
    .message = `{ $path }` esiste già
    .help = apri quello, oppure scegli un altro nome con --id

# Problemi del computer.
cli-stdout =
    .message = non riesco a scrivere il risultato: { $detail }
    .help = controlla lo spazio sul disco
cli-no-folder =
    .message = la cartella in cui ti trovi non si legge: { $detail }
    .help = spostati in un'altra cartella
cli-clock =
    .message = non riesco a leggere la data di oggi: { $detail }
    .help = indica il giorno con --date AAAA-MM-GG
cli-threads =
    .message = il sistema non concede altri lavori: { $detail }
    .help = riprova con --jobs 1
cli-bug =
    .message = errore interno di Arengo: non dipende da ciò che hai scritto
    .help = segnalalo a chi cura Arengo, copiando queste righe e il comando che hai dato

# Come è andata.
cli-count-none = nessun problema
cli-count-errors = { $n ->
    [one] 1 errore
   *[other] { $n } errori
}
cli-count-warnings = { $n ->
    [one] 1 avviso
   *[other] { $n } avvisi
}
cli-count-notes = { $n ->
    [one] 1 nota
   *[other] { $n } note
}
cli-count-accepted = { $n ->
    [one] 1 accettato
   *[other] { $n } accettati
}
cli-summary-published = Sito del { $date } pubblicato in { $folder }: { $pages ->
        [one] 1 pagina
       *[other] { $pages } pagine
    }, file { $written } scritti, { $kept } invariati, { $removed } tolti; { $findings } ({ $time })
cli-summary-unpublished = Sito del { $date } non pubblicato, quello di prima resta com'era: { $findings } ({ $time })
cli-summary-checked = Sito del { $date } controllato, niente è stato scritto: { $pages ->
        [0] { $findings }
        [one] 1 pagina, { $findings }
       *[other] { $pages } pagine, { $findings }
    } ({ $time })
cli-summary-audited = { $pages ->
        [one] 1 pagina controllata
       *[other] { $pages } pagine controllate
    }: { $findings }
cli-declaration-done = Autovalutazione scritta in { $path }: dichiarazione.html e dichiarazione.json
cli-summary-no-audit = Attenzione: con --no-audit l'accessibilità delle pagine non è stata controllata.
cli-summary-not-kept = Le pagine non si sono potute conservare nella cartella di --cache (occupata da un'altra pubblicazione, piena o di sola lettura): la prossima volta si rifaranno.
cli-timings-stages = Tempo per fase:
cli-timings-steps = Lavoro sulle pagine, sommato su tutti i thread:
cli-timings-step =
    .render = modelli
    .parse = lettura dell'albero
    .audit = accessibilità
    .links = collegamenti
    .finish = riduzione
    .put = scrittura
cli-timings-cache = Pagine riprese dalla cache: { $taken }, rifatte: { $made }; contenuti non riletti: { $texts }
cli-timings-pages = Pagine più lente:
cli-timings-templates = Modelli più lenti (tempo di tutte le loro pagine):
cli-timings-file = Traccia scritta in { $path }

cli-stages =
    .documents = documenti allegati
    .load = lettura
    .validate = controllo dei campi
    .model = collegamenti
    .route = indirizzi
    .templates = modelli
    .write = scrittura
    .assets = file del tema
    .pages = pagine: testo, accessibilità, collegamenti
    .judge = giudizio
    .tables = tabelle
    .privacy = dati personali
    .files = allegati e altri file
    .search = indice della ricerca

cli-init-done =
    Sito creato in { $path } ({ $files } file).
    Ora: completa site.toml e i testi che contengono DA COMPLETARE, poi prova con `arengo check`.
cli-new-done = Ora completa i campi del file, poi prova con `arengo check`.
cli-schema-done = { $n ->
    [one] 1 schema scritto in { $path }
   *[other] { $n } schemi scritti in { $path }
}

# Regole.
cli-severity-error = errore
cli-severity-warning = avviso
cli-severity-note = nota
cli-explain-severity = Peso
cli-explain-wcag = Criteri WCAG 2.2
cli-explain-act = Regole ACT
cli-explain-findings = Che cosa può dire
cli-explain-remedy = Rimedio: { $help }
cli-explain-pass = Esempio giusto
cli-explain-fail = Esempio sbagliato
cli-explain-cant-tell = Esempio da verificare a mano
cli-explain-inapplicable = Esempio che la regola non riguarda

# Il testo di un contenuto nuovo.
cli-outline-legend =
    Le righe che cominciano con «# » spiegano e si possono cancellare. I campi senza # sono obbligatori.
    Un campo consigliato ha un # davanti senza spazio: togli il # per usarlo.
    Per un testo di più righe si mette | dopo i due punti, e sotto le righe rientrate di due spazi.
cli-outline-one-of = Serve almeno uno di questi campi: { $fields }.
cli-outline-others = Altri campi che si possono scrivere: { $fields }. Li spiega arengo schema { $type }.
cli-outline-words = Si sceglie fra: { $list }.
cli-outline-contents = Ci sono: { $list }.
cli-outline-more = ; e altri { $n }
cli-outline-markdown = Si può usare Markdown.
cli-outline-body-required = Sotto la riga qui sotto va scritto il testo della pagina, in Markdown: è obbligatorio.
cli-outline-body-recommended = Sotto la riga qui sotto va scritto il testo della pagina, in Markdown: è consigliato.
cli-outline-body-optional = Sotto la riga qui sotto si può aggiungere altro testo, in Markdown.
cli-outline-body-forbidden = Sotto la riga qui sotto non va scritto niente.

cli-installing = Installo i file del tema con npm (solo la prima volta)…
