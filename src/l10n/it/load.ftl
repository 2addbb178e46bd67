# Leggere i file: codifica, front matter, YAML, TOML.

yaml-syntax =
    .description =
        L'intestazione di una pagina (tra le due righe `---`) è scritta in YAML: una riga per campo, `chiave: valore`.
        Un testo che contiene `: ` o comincia con un segno speciale va tra virgolette.
    .message = questa riga non è scritta come vuole YAML
    .help = scrivi `chiave: valore`, una riga per campo
yaml-syntax--colon =
    .message = il testo contiene i due punti seguiti da uno spazio, e YAML li prende per una nuova chiave
    .help = metti il testo tra virgolette: `{ $fixed }`
yaml-syntax--colon-space =
    .message = dopo `{ $key }:` manca uno spazio, oppure c'è uno spazio che non è uno spazio comune
    .help = scrivi `{ $fixed }`
yaml-syntax--no-colon =
    .message = questa riga non ha la forma `chiave: valore`
    .help = scrivi il nome del campo, i due punti, uno spazio e il valore; se la riga continua quella di prima, rientrala di due spazi
yaml-syntax--tab =
    .message = la riga è rientrata con un tabulatore
    .help = usa spazi, due per ogni livello
yaml-syntax--nbsp =
    .message = la riga è rientrata con spazi che non sono spazi comuni (incollati da un programma di scrittura)
    .help = cancella il rientro e riscrivilo con la barra spaziatrice
yaml-syntax--curly-quotes =
    .message = il valore è tra virgolette tipografiche, che diventerebbero parte del testo
    .help = usa le virgolette diritte: `{ $fixed }`
yaml-syntax--nul =
    .message = c'è un carattere nullo ({ $code })
    .help = cancellalo: il file potrebbe essere stato salvato male
yaml-syntax--bidi =
    .message = c'è un carattere invisibile che cambia il verso della scrittura ({ $code })
    .help = cancella e riscrivi il testo in questo punto
yaml-syntax--control =
    .message = c'è un carattere invisibile ({ $code })
    .help = cancella e riscrivi il testo in questo punto
yaml-syntax--quote =
    .message = manca la virgoletta di chiusura
    .help = scrivi `{ $fixed }`
yaml-syntax--inner-quotes =
    .message = il testo contiene la stessa virgoletta che lo racchiude
    .help = scrivi `{ $fixed }`
yaml-syntax--escape =
    .message = tra virgolette doppie la barra rovesciata `\` ha un significato speciale
    .help = usa gli apici: `{ $fixed }`
yaml-syntax--bracket =
    .message = manca la parentesi di chiusura `{ $close }`
    .help = aggiungi `{ $close }` in fondo, oppure scrivi l'elenco una voce per riga, ciascuna con `- `
yaml-syntax--special =
    .message = un testo non può cominciare con `{ $char }`
    .help = mettilo tra virgolette: `{ $fixed }`
yaml-syntax--star =
    .message = un testo che comincia con `*` va tra virgolette
    .help = scrivi `{ $fixed }`
yaml-syntax--indent =
    .message = il rientro di questa riga non corrisponde a quello delle righe vicine
    .help = comincia i campi senza spazi e rientra di due spazi ciò che sta dentro un campo; le voci di un elenco vanno allineate
yaml-syntax--documents =
    .message = qui comincia una seconda intestazione
    .help = lascia una sola coppia di righe `---`, la prima e l'ultima dell'intestazione
yaml-syntax--anchor =
    .message = le ancore di YAML (`&nome`) non si usano nelle pagine
    .help = se è un testo scrivi `{ $fixed }`, altrimenti togli la parola che comincia con `&`
yaml-syntax--alias =
    .message = i rimandi di YAML (`*nome`, `<<`) non si usano nelle pagine
    .help = scrivi il valore per intero, o tra virgolette se è un testo
yaml-syntax--tag =
    .message = i tipi di YAML (`!tipo`) non si usano nelle pagine
    .help = se è un testo scrivi `{ $fixed }`, altrimenti togli la parola che comincia con `!`
yaml-syntax--after-quotes =
    .message = dopo la virgoletta di chiusura c'è altro testo
    .help = racchiudi tutto il testo: `{ $fixed }`
yaml-syntax--extra-bracket =
    .message = c'è una parentesi `{ $close }` di troppo
    .help = cancellala, oppure scrivi l'elenco una voce per riga, ciascuna con `- `
yaml-syntax--list-on-line =
    .message = sulla riga di un campo il valore non può cominciare con `- `
    .help = se è un elenco scrivi `{ $fixed }`, oppure le voci sotto, una per riga; se è un testo mettilo tra virgolette: `{ $quoted }`
yaml-syntax--comma-twice =
    .message = nell'elenco tra parentesi ci sono due virgole di seguito
    .help = cancellane una
yaml-syntax--flow =
    .message = l'elenco tra parentesi non si può leggere
    .help = scrivi una voce per riga, ciascuna con `- `, e tra virgolette quelle che contengono due punti o virgolette
yaml-syntax--quote-lines =
    .message = il testo tra virgolette va a capo
    .help = scrivilo su una riga sola, oppure rientra di due spazi le righe che lo continuano
yaml-syntax--anchor-alone =
    .message = le ancore di YAML (`&nome`) non si usano nelle pagine
    .help = cancella la parola che comincia con `&`
yaml-syntax--tag-alone =
    .message = i tipi di YAML (`!tipo`) non si usano nelle pagine
    .help = cancella la parola che comincia con `!`, o mettila tra virgolette se è un testo
yaml-syntax--complex-key =
    .message = la chiave di un campo deve essere una parola
    .help = scrivi `chiave: valore`
yaml-syntax--other =
    .message = questa riga non è scritta come vuole YAML
    .help = controlla virgolette, parentesi e rientro; nel dubbio metti il testo tra virgolette

yaml-duplicate-key =
    .description =
        Ogni campo dell'intestazione si scrive una volta sola. Se è scritto due volte, non si sa quale dei due valori conta.
    .message = il campo `{ $key }` è scritto due volte
    .help = tieni il valore giusto e cancella l'altra riga

yaml-limit =
    .description =
        Una pagina ha limiti di grandezza, scritti in `site.toml` sotto `[limiti]`, perché un file rovinato non blocchi la pubblicazione.
yaml-limit--depth =
    .message = ci sono più di { $limit } livelli di elenchi uno dentro l'altro
    .help = semplifica il campo; il limite è `profondita` in `[limiti]` di site.toml
yaml-limit--front =
    .message = l'intestazione supera { $limit } KiB
    .help = sposta il testo lungo sotto la seconda riga `---`; il limite è `front_matter_kib` in `[limiti]` di site.toml
yaml-limit--body =
    .message = il testo supera { $limit } KiB
    .help = dividi la pagina; il limite è `corpo_kib` in `[limiti]` di site.toml

toml-syntax =
    .description = I file di configurazione sono scritti in TOML: `chiave = "valore"`, le sezioni tra parentesi quadre.
    .message = questa riga non è scritta come vuole TOML: { $detail }
    .help = scrivi `chiave = "valore"`; i testi vanno tra virgolette
toml-syntax--here =
    .message = questa riga non è scritta come vuole TOML: { $detail }
    .help = i testi vanno tra virgolette, gli elenchi tra `[` e `]` con le voci separate da virgole; il nome di una sezione sta tra `[` e `]`, da solo sulla riga
toml-syntax--quote =
    .message = manca la virgoletta di chiusura
    .help = chiudi il testo con `"` sulla stessa riga
toml-syntax--unquoted =
    .message = questo testo non è tra virgolette
    .help = scrivilo tra due `"`

yaml-limit--attachment =
    .message = il file supera { $limit } MiB e non viene pubblicato
    .help = riduci il file, per esempio salvando di nuovo il PDF o l'immagine con una qualità più bassa; il limite è `allegato_mib` in `[limiti]` di site.toml

front-matter =
    .description =
        Ogni pagina comincia con un'intestazione: una riga `---`, i campi, un'altra riga `---`. Il testo della pagina viene sotto.
        Le righe dell'intestazione sono fatte di tre trattini soltanto e la prima è la prima riga del file.
front-matter--empty-file =
    .message = il file è vuoto
    .help = scrivi l'intestazione e il testo, oppure cancella il file; `arengo new` prepara una pagina da completare
front-matter--first-line =
    .message = la prima riga non è fatta di tre trattini soltanto
    .help = scrivi `---` sulla prima riga: tre trattini corti, senza spazi e senza altro
front-matter--toml =
    .message = l'intestazione è scritta in TOML, tra due righe `+++`
    .help = metti `---` al posto di `+++`, e scrivi i campi nella forma `titolo: Pagare la TARI`
front-matter--json =
    .message = l'intestazione è scritta in JSON, tra parentesi graffe
    .help = scrivi al suo posto una riga `---`, i campi nella forma `titolo: Pagare la TARI` e un'altra riga `---`
front-matter--blank-first =
    .message = il file comincia con una riga vuota
    .help = cancella le righe vuote in cima: la prima riga del file è `---`
front-matter--missing =
    .message = manca l'intestazione in cima al file
    .help = comincia il file con una riga `---`, i campi uno per riga (per esempio `titolo: Pagare la TARI`) e un'altra riga `---`
front-matter--line-ends =
    .message = le righe del file finiscono con il solo ritorno a capo dei vecchi Macintosh (CR), e il file sembra una riga sola
    .help = apri il file in un programma per testi e salvalo con la fine riga di Windows (CRLF) o di Unix (LF)
front-matter--unclosed =
    .message = l'intestazione comincia qui ma non finisce
    .help = scrivi una riga `---` dopo l'ultimo campo, prima del testo

file-encoding =
    .description =
        I file di testo del sito sono salvati in UTF-8, la codifica in cui si scrivono tutte le lingue.
        In un'altra codifica le lettere accentate diventerebbero segni illeggibili.
file-encoding--windows =
    .message = il file sembra salvato in Windows-1252 o Latin-1 (nel Blocco note «ANSI») e non in UTF-8: qui c'è un carattere che non si legge, spesso una lettera accentata
    .help = apri il file nel programma con cui l'hai scritto, scegli «Salva con nome» e la codifica UTF-8
file-encoding--utf16 =
    .message = il file è salvato in UTF-16, che nel Blocco note si chiama «Unicode»
    .help = apri il file, scegli «Salva con nome» e la codifica UTF-8
file-encoding--office =
    .message = questo non è un testo: è un documento di Word o LibreOffice, o un archivio compresso
    .help = copia il testo del documento in un file nuovo; se il documento è da scaricare, ridagli il suo nome, per esempio `modulo.docx`
file-encoding--pdf =
    .message = questo non è un testo: è un PDF
    .help = ridagli un nome che finisce con `.pdf` e mettilo tra gli allegati della pagina

file-kind =
    .description =
        Arengo pubblica solo file veri, con un nome che si può leggere su ogni computer.
        Collegamenti del sistema e file speciali vengono saltati, perché potrebbero portare fuori dalla cartella del sito.
file-kind--symlink =
    .message = questo è un collegamento a un altro file o cartella, e viene saltato
    .help = cancella il collegamento e copia al suo posto il file vero
file-kind--special =
    .message = questo non è un file comune, e viene saltato
    .help = toglilo dalla cartella del sito
file-kind--name =
    .message = il nome di questo file contiene caratteri che non si possono leggere, e il file viene saltato
    .help = rinomina il file con lettere, cifre e trattini

file-unreadable =
    .description =
        Il disco non lascia leggere un file o una cartella del sito: di solito mancano i permessi, o il file è aperto in un altro programma.
        Senza quel file il sito sarebbe incompleto, perciò non si pubblica.
    .message = il file non si può leggere ({ $detail })
    .help = chiudi i programmi che lo usano e controlla di poterlo aprire; se non puoi, chiedi il permesso a chi gestisce il computer

git-history =
    .description =
        La data dell'ultimo aggiornamento di una pagina è quella scritta in `aggiornato`; se non c'è, è quella dell'ultima modifica registrata da git.
        Serve tutta la storia di git: con una parte sola le pagine avrebbero una data sbagliata, perciò non ne mostrano nessuna.
git-history--none =
    .message = la cartella del sito non ha una storia di git: le pagine senza `aggiornato` non mostrano la data dell'ultimo aggiornamento
    .help = scrivi `aggiornato` nelle pagine, oppure installa git e tieni il sito in un deposito git
git-history--shallow =
    .message = la storia di git è stata scaricata solo in parte: le pagine senza `aggiornato` non mostrano la data dell'ultimo aggiornamento
    .help = esegui `git fetch --unshallow`; se il sito si pubblica da solo, scrivi `fetch-depth: 0` (GitHub) o `GIT_DEPTH: 0` (GitLab)

theme =
    .description =
        Il tema decide l'aspetto delle pagine. Il suo nome è `tema` in site.toml: `comune` è dentro Arengo, gli altri stanno in `themes`, una cartella per tema.
theme--unknown =
    .message = il tema `{ $name }` non c'è, o non ha modelli
    .help = scrivi `tema = "comune"` in site.toml, oppure metti i modelli nella cartella `themes/{ $name }/templates`

site-colour =
    .description =
        I testi bianchi della testata, dei pulsanti e del piede stanno sul colore principale del sito, `colore` in `[aspetto]`. Chi vede poco li legge solo se il colore è abbastanza scuro: il contrasto con il bianco è almeno 4,5 a 1 (WCAG 2.2, criterio 1.4.3).
    .message = il testo bianco non si legge sul colore `{ $colour }`: è troppo chiaro
    .help = scegli un colore più scuro, per esempio `{ $better }`, che è lo stesso reso leggibile

# Ciò che ferma Arengo prima di leggere le pagine.

failure-no-site =
    .message = nella cartella { $path } non c'è il file site.toml
    .help = spostati nella cartella del sito, oppure creane uno nuovo con `arengo init`
failure-site-unreadable =
    .message = il file site.toml nella cartella { $path } non si può leggere ({ $detail })
    .help = controlla di poterlo aprire; se non puoi, chiedi il permesso a chi gestisce il computer
failure-cache =
    .message = la cartella { $path }, in cui Arengo tiene i file del tema, non si può usare ({ $detail })
    .help = controlla i permessi e lo spazio sul disco, poi cancella la cartella e riprova
failure-npm-missing =
    .message = npm, che scarica i file del tema, non si avvia ({ $detail })
    .help = installa Node.js, che contiene npm, da https://nodejs.org e riprova
failure-npm =
    .message = npm non è riuscito a scaricare i file del tema: { $detail }
    .help = controlla il collegamento a Internet (in ufficio anche il proxy) e riprova
failure-npm-version =
    .message = il tema chiede a npm un pacchetto o una versione che non esiste: { $detail }
    .help = correggi il nome e la versione in `package.json` del tema, poi esegui `npm install` nella sua cartella perché `package-lock.json` corrisponda
failure-npm-lock =
    .message = i file del tema non corrispondono a quelli elencati in `package-lock.json`: { $detail }
    .help = rimetti `package.json` e `package-lock.json` del tema com'erano; se li hai cambiati apposta, esegui `npm install` nella cartella del tema
failure-search =
    .message = non si può preparare l'indice della ricerca: { $detail }
    .help = riprova con `--no-search`, che pubblica il sito senza rifare la ricerca, e segnala il problema a chi sviluppa Arengo

failure-npm-file =
    .message = tra i file scaricati da npm per il tema manca `{ $file }` ({ $detail })
    .help = correggi `da` in `theme.toml`, nella cartella del tema: è il percorso del file sotto `node_modules`

answer-criterion =
    .message = in `[[verifiche]]` il criterio `{ $criterion }` non esiste, oppure è di livello AAA
    .help = scrivi il numero di un criterio di WCAG 2.2 di livello A o AA, per esempio `1.4.10`
    .description =
        In `[[verifiche]]` chi ha guardato le pagine scrive, per ogni criterio di accessibilità, che cosa ha visto, quando e chi è: la risposta entra nell'autovalutazione per la dichiarazione di accessibilità. Vale per i criteri di livello A e AA, gli stessi che la norma chiede.
answer-criterion--similar =
    .message = in `[[verifiche]]` il criterio `{ $criterion }` non esiste, oppure è di livello AAA
    .help = forse intendevi `{ $similar }`?
