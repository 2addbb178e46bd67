# Tabelle da file di dati.
table-cell =
    .message = { $cell }: la colonna `{ $column }` non può contenere questo
    .help = { $hint }
    .description =
        Ogni cella di una tabella deve dire ciò che la sua colonna chiede: un numero, una data, una parola dell'elenco, un codice con la cifra di controllo giusta.
        I numeri si scrivono all'italiana (1.234,56), le date come 31/12/2026 oppure 2026-12-31. Se lo schema della tabella non è stato verificato in una fonte, il rilievo è un avviso e la cella si pubblica com'è.
table-cell--missing =
    .message = { $cell }: manca il valore della colonna `{ $column }`
    .help = { $hint ->
        [none] compila la cella
       *[other] compila la cella: { $hint }
    }
table-cell--integer =
    .message = { $cell }: `{ $value }` non è un numero intero (colonna `{ $column }`)
    .help = scrivi solo cifre, come 1234 oppure 1.234
table-cell--decimal =
    .message = { $cell }: `{ $value }` non è un numero (colonna `{ $column }`)
    .help = scrivi il numero con la virgola per i decimali, come 1.234,56, senza altre parole
table-cell--ambiguous =
    .message = { $cell }: `{ $value }` si può leggere in due modi (colonna `{ $column }`)
    .help = con il punto delle migliaia scrivi anche i decimali (1.234,0) oppure togli il punto (1234); per i decimali usa la virgola
table-cell--places =
    .message = { $cell }: `{ $value }` ha troppi decimali (colonna `{ $column }`)
    .help = arrotonda: dopo la virgola vanno al massimo { $limit } cifre
table-cell--date =
    .message = { $cell }: `{ $value }` non è una data (colonna `{ $column }`)
    .help = scrivi giorno, mese e anno con quattro cifre, come 31/12/2026; in un foglio di calcolo dai alla cella il formato data
table-cell--year =
    .message = { $cell }: `{ $value }` non è un anno (colonna `{ $column }`)
    .help = scrivi l'anno con quattro cifre, come 2026
table-cell--bool =
    .message = { $cell }: `{ $value }` non è né sì né no (colonna `{ $column }`)
    .help = scrivi sì oppure no
table-cell--choice =
    .message = { $cell }: `{ $value }` non è fra i valori della colonna `{ $column }`
    .help = forse intendevi `{ $known }`?
table-cell--choice-strange =
    .message = { $cell }: `{ $value }` non è fra i valori della colonna `{ $column }`
    .help = scegli fra { $known }
table-cell--cig =
    .message = { $cell }: `{ $value }` non è un CIG (colonna `{ $column }`)
    .help = un CIG ha dieci cifre o lettere maiuscole, senza spazi
table-cell--cup =
    .message = { $cell }: `{ $value }` non è un CUP (colonna `{ $column }`)
    .help = un CUP ha quindici cifre o lettere maiuscole e comincia con una lettera
table-cell--fiscal =
    .message = { $cell }: il codice fiscale non è giusto (colonna `{ $column }`)
    .help = controlla i sedici caratteri, o le undici cifre di un ente: la cifra di controllo non torna
table-cell--vat =
    .message = { $cell }: la partita IVA non è giusta (colonna `{ $column }`)
    .help = controlla le undici cifre: quella di controllo non torna
table-cell--email =
    .message = { $cell }: `{ $value }` non è un indirizzo di posta elettronica (colonna `{ $column }`)
    .help = scrivi una sola casella, come ufficio@comune.example
table-cell--url =
    .message = { $cell }: `{ $value }` non è un indirizzo (colonna `{ $column }`)
    .help = scrivi l'indirizzo completo, che comincia con https://, oppure quello di una pagina di questo sito, che comincia con /
table-cell--number =
    .message = { $cell }: il codice è scritto come un numero, e può avere perso gli zeri iniziali (colonna `{ $column }`)
    .help = nel foglio di calcolo dai alla colonna il formato testo e riscrivi il codice
table-cell--long =
    .message = { $cell }: il testo ha { $length } caratteri, e la colonna `{ $column }` ne ammette { $limit }
    .help = accorcia il testo
table-cell--short =
    .message = { $cell }: il testo è troppo corto per la colonna `{ $column }`
    .help = servono almeno { $limit } caratteri
table-cell--below =
    .message = { $cell }: il numero è più piccolo di { $limit } (colonna `{ $column }`)
    .help = controlla il segno e la virgola
table-cell--above =
    .message = { $cell }: il numero è più grande di { $limit } (colonna `{ $column }`)
    .help = controlla la virgola
table-cell--formula =
    .message = { $cell }: la formula dà l'errore { $value } (colonna `{ $column }`)
    .help = correggi la formula nel foglio di calcolo e salva di nuovo il file
table-cell--percent =
    .message = i numeri della colonna `{ $column }` sono tutti più piccoli di 1: forse il foglio li mostra come percentuali
    .help = nel foglio di calcolo scrivi 14,2 e non 14,2%: la colonna sa già che sono percentuali
table-cell--more =
    .message = nel file ci sono altre { $n } celle o righe sbagliate
    .help = correggi quelle elencate: spesso hanno la stessa causa

table-column =
    .message = { $cell }: la colonna `{ $column }` non è nello schema «{ $scheme }»
    .help = forse intendevi `{ $known }`? Se invece la colonna non va pubblicata, aggiungila a `colonne_ignorate`
    .description =
        Le colonne di un file di dati sono quelle del suo schema: si riconoscono dal titolo, senza badare a maiuscole, accenti e segni.
        Una colonna che lo schema non conosce ferma la pubblicazione, perché può contenere dati che non vanno pubblicati: si corregge il titolo, o la si elenca in `colonne_ignorate`.
table-column--strange =
    .message = { $cell }: la colonna `{ $column }` non è nello schema «{ $scheme }»
    .help = le colonne sono { $known }; se questa non va pubblicata, aggiungila a `colonne_ignorate`
table-column--missing =
    .message = manca la colonna `{ $column }`, che lo schema «{ $scheme }» vuole
    .help = { $hint ->
        [none] aggiungila al file
       *[other] aggiungila al file: { $hint }
    }
table-column--twice =
    .message = { $cell }: la colonna `{ $column }` c'è due volte
    .help = lascia quella giusta, oppure aggiungi l'altra a `colonne_ignorate`
table-column--unnamed =
    .message = { $cell }: una colonna con dei valori non ha titolo
    .help = scrivi il titolo nella prima riga; se i titoli stanno più in basso, indica il numero della riga in `riga_titoli`

table-file =
    .message = il file di dati non si può leggere
    .help = salvalo di nuovo come CSV, XLSX o ODS
    .description =
        Da un file CSV, JSON, XLSX o ODS accanto alla pagina si fa una tabella. Il file deve aprirsi, avere i titoli delle colonne e stare nei limiti di `site.toml` (`[limiti]`).
        Di un foglio di calcolo si leggono i valori: una formula dà il risultato che aveva quando il file è stato salvato.
table-file--unreadable =
    .message = il file di dati non si può leggere: { $detail }
    .help = aprilo con il programma con cui è stato fatto e salvalo di nuovo
table-file--encoding =
    .message = il file è scritto in { $encoding } e non in UTF-8: le lettere accentate possono essere sbagliate
    .help = salvalo come «CSV UTF-8», e controlla le lettere accentate nella pagina
table-file--large =
    .message = il file di dati pesa più di { $limit } MiB
    .help = dividilo per anno o per trimestre, oppure alza `tabella_mib` in `site.toml`
table-file--rows =
    .message = il file ha più di { $limit } righe
    .help = dividilo per anno o per trimestre, oppure alza `tabella_righe` in `site.toml`
table-file--columns =
    .message = il file ha più di { $limit } colonne
    .help = lascia solo quelle da pubblicare; se le colonne sono poche, forse in una cella lontana è rimasto qualcosa
table-file--bomb =
    .message = il foglio di calcolo, aperto, occuperebbe troppa memoria
    .help = copia i soli valori in un file nuovo, senza immagini né formati, e salva quello
table-file--sheet =
    .message = il foglio `{ $sheet }` non c'è
    .help = i fogli del file sono { $known }: correggi `foglio`
table-file--empty =
    .message = il file non ha righe
    .help = la prima riga deve avere i titoli delle colonne
table-file--head =
    .message = la riga { $row }, che `riga_titoli` indica, è vuota o non c'è
    .help = scrivi il numero della riga che ha i titoli delle colonne
table-file--quote =
    .message = qui si aprono virgolette che non si chiudono più
    .help = chiudi le virgolette alla fine della cella; dentro un testo fra virgolette, le virgolette si raddoppiano ("")
table-file--json =
    .message = il JSON non è scritto bene: { $detail }
    .help = esportalo di nuovo dal programma
table-file--json-shape =
    .message = il JSON non è un elenco di righe
    .help = serve un elenco di oggetti, come [{"{"}"anno": 2026{"}"}], oppure un oggetto che ne contiene uno solo
table-file--json-deep =
    .message = una cella contiene un elenco o un oggetto
    .help = ogni valore deve essere un testo, un numero, true, false o null
table-file--format =
    .message = da un file .{ $format } non si fa una tabella
    .help = salvalo come CSV, XLSX o ODS

table-name =
    .message = lo schema `{ $name }` non esiste
    .help = forse intendevi `{ $known }`?
    .description =
        Ogni voce di `tabelle` nomina lo schema che dice quali colonne ha il file: uno di quelli del programma, oppure uno del sito in `schemas/tabelle/`.
        Da schema e contenuto viene anche l'indirizzo stabile dei file da scaricare, perciò due tabelle della stessa pagina con lo stesso schema vogliono un `nome`.
table-name--strange =
    .message = lo schema `{ $name }` non esiste
    .help = gli schemi sono { $known }; uno nuovo si scrive in `schemas/tabelle/`
table-name--twice =
    .message = due tabelle di questa pagina si chiamano `{ $name }`
    .help = aggiungi a una delle due un `nome` diverso: serve per l'indirizzo dei file da scaricare

table-row =
    .message = { $cell }: la riga ha { $n } celle e i titoli sono { $expected }
    .help = aggiungi i separatori che mancano alla fine, anche dopo le celle vuote
    .description =
        In un file CSV ogni riga ha una cella per ogni titolo. Se sono di più, di solito in un testo c'è il separatore: quel testo va fra virgolette.
table-row--long =
    .message = { $cell }: la riga ha { $n } celle e i titoli sono { $expected }
    .help = se in un testo c'è il separatore (`;` o `,`), metti il testo fra virgolette

table-scheme =
    .message = «{ $title }» si pubblica nello schema `{ $scheme }`, e qui non c'è una tabella con quello schema ({ $norm })
    .help = aggiungi la tabella con `tabelle`; se i dati arrivano già a una banca dati nazionale e la legge ammette il collegamento, accetta il rilievo con il motivo
    .description =
        Per alcuni obblighi l'Autorità nazionale anticorruzione ha fissato lo schema dei dati (art. 48 d.lgs. 33/2013; delibere 495/2024 e 481/2025).
        Gli elenchi si compilano da soli con le tabelle e i contenuti che stanno nella sezione: se a un contenuto manca qualcosa che lo schema chiede, qui si dice che cosa.
table-scheme--ended =
    .message = nessuna riga di «{ $scheme }» è ancora da pubblicare: la tabella non è più nel sito
    .help = togli la tabella; togli anche la pagina, se non dice altro
table-scheme--missing =
    .message = per l'elenco «{ $scheme }» manca `{ $column }`
    .help = compila `{ $field }`: { $hint }
table-scheme--value =
    .message = per l'elenco «{ $scheme }» il valore di `{ $column }` non va bene
    .help = correggi `{ $field }`: { $hint }
