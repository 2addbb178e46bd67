# I campi delle pagine, i vocabolari e gli schemi che li descrivono.

ui-starts-here = la prima data è questa

field-missing =
    .description =
        Ogni tipo di pagina ha campi obbligatori, senza i quali chi legge non trova quello che la legge o il modello nazionale gli promettono.
        Alcuni campi sono solo consigliati: se mancano c'è un avviso, e la pagina si pubblica lo stesso.
        A volte basta un campo fra diversi.
    .message = manca il campo `{ $field }` ({ $label })
    .help = aggiungi una riga con `{ $field }` e il suo valore. { $hint }
field-missing--one-of =
    .message = manca almeno uno di questi campi: { $fields }
    .help = compilane almeno uno. { $hint }
field-missing--one-of-or-named =
    .message = manca { $fields }, e nessun'altra pagina lo dice al suo posto
    .help = compila il campo, oppure indica questa pagina in quelle che la riguardano. { $hint }

field-empty =
    .description = Un campo obbligatorio o consigliato che è scritto ma senza valore vale come se non ci fosse.
    .message = il campo `{ $field }` ({ $label }) è vuoto
    .help = scrivi il valore di `{ $field }`. { $hint }

field-unknown =
    .description =
        Si possono scrivere solo i campi previsti per quel tipo di pagina. Un campo con un altro nome è quasi sempre un errore di battitura, e quello che contiene non comparirebbe da nessuna parte.
    .message = il campo `{ $field }` non esiste
    .help = forse `{ $known }`?
field-unknown--strange =
    .message = il campo `{ $field }` qui non esiste
    .help = cancellalo, oppure correggi il nome: i campi di ogni tipo di pagina sono nel manuale

field-value =
    .description =
        Ogni campo vuole un valore di una certa forma: un testo, una data, un numero, un elenco, una parola fra quelle ammesse.
        Le date si scrivono anno-mese-giorno (`2026-12-31`), le ore con i due punti (`2026-12-31T09:00`), sì e no con `true` e `false`.
    .message = `{ $value }` non va bene per il campo `{ $field }` ({ $detail })
    .help = correggi il valore di `{ $field }`. { $hint }
field-value--email =
    .message = `{ $value }` non è un indirizzo di posta elettronica
    .help = scrivi un solo indirizzo per intero, per esempio `anagrafe@comune.esempio.it`
field-value--url =
    .message = `{ $value }` non è un indirizzo web
    .help = scrivi l'indirizzo per intero, con `https://` all'inizio e senza spazi
field-value--pattern =
    .message = `{ $value }` non ha la forma richiesta per il campo `{ $field }`
    .help = correggi il valore di `{ $field }`. { $hint }
field-value--enum =
    .message = `{ $value }` non è tra i valori ammessi per il campo `{ $field }`
    .help = scrivi uno di questi valori: { $options }
field-value--enum-close =
    .message = `{ $value }` non è tra i valori ammessi per il campo `{ $field }`
    .help = forse `{ $known }`? I valori ammessi sono: { $options }
field-value--empty =
    .message = il campo `{ $field }` non ha un testo
    .help = scrivi il testo di `{ $field }`. { $hint }
field-value--min-length =
    .message = il testo di `{ $field }` è troppo corto: i caratteri sono { $length }, il minimo è { $limit }
    .help = scrivi un testo più completo. { $hint }
field-value--max-length =
    .message = il testo di `{ $field }` è troppo lungo: i caratteri sono { $length }, il massimo è { $limit }
    .help = accorcia il testo. { $hint }
field-value--min-items =
    .message = l'elenco `{ $field }` ha troppe poche voci: il minimo è { $limit }
    .help = aggiungi quelle che mancano, una per riga, ciascuna con `- `. { $hint }
field-value--max-items =
    .message = l'elenco `{ $field }` ha troppe voci: il massimo è { $limit }
    .help = tieni le più importanti e cancella le altre
field-value--unique =
    .message = nell'elenco `{ $field }` una voce è scritta due volte
    .help = cancella la ripetizione
field-value--minimum =
    .message = `{ $value }` è troppo poco per il campo `{ $field }`: il minimo è { $limit }
    .help = correggi il numero. { $hint }
field-value--maximum =
    .message = `{ $value }` è troppo per il campo `{ $field }`: il massimo è { $limit }
    .help = correggi il numero. { $hint }
field-value--not-allowed =
    .message = il campo `{ $field }` qui non si può scrivere, o non può avere questo valore
    .help = cancella `{ $field }`, oppure cambia il valore. { $hint }
field-value--list =
    .message = il campo `{ $field }` vuole un elenco, e qui non c'è
    .help = scrivi le voci sotto `{ $field }`, una per riga, rientrate di due spazi: `{ $fixed }`
field-value--list-commas =
    .message = il campo `{ $field }` vuole un elenco, e qui non c'è
    .help = scrivi le voci tra parentesi quadre, separate da virgole: `{ $field }: { $fixed }`
field-value--list-object =
    .message = il campo `{ $field }` vuole un elenco, e qui non c'è
    .help = comincia ogni voce sotto `{ $field }` con `- `, e scrivi in ognuna, uno per riga, i campi che servono fra questi: { $fields }
field-value--not-list =
    .message = il campo `{ $field }` vuole un valore solo, e qui c'è un elenco
    .help = tieni un solo valore e scrivilo sulla riga di `{ $field }`, senza trattino e senza parentesi quadre
field-value--object =
    .message = il campo `{ $field }` è fatto di altri campi, e qui c'è un valore solo
    .help = scrivi sotto `{ $field }`, uno per riga e rientrati di due spazi, i campi che servono fra questi: { $fields }
field-value--text =
    .message = il campo `{ $field }` vuole un testo
    .help = scrivi un testo sulla riga di `{ $field }`; mettilo tra virgolette se contiene `: ` o comincia con una parentesi
field-value--text-item =
    .message = una voce di `{ $field }` contiene due punti, e così non è più un testo
    .help = mettila tra virgolette: `- { $fixed }`
field-value--text-colon =
    .message = il testo di `{ $field }` contiene due punti, e così non è più un testo
    .help = mettilo tra virgolette: `{ $field }: { $fixed }`
field-value--bool =
    .message = `{ $value }` non va bene per il campo `{ $field }`, che vuole sì o no
    .help = scrivi `true` per sì o `false` per no
field-value--bool-word =
    .message = nel campo `{ $field }` sì e no si scrivono `true` e `false`, non `{ $value }`
    .help = scrivi `{ $fixed }`
field-value--integer =
    .message = `{ $value }` non è un numero intero
    .help = scrivi in `{ $field }` solo cifre, senza punti, virgole, unità di misura o altre parole
field-value--number =
    .message = `{ $value }` non è un numero
    .help = scrivi in `{ $field }` solo cifre, con il punto per i decimali e senza unità di misura: per esempio `22.21`
field-value--date =
    .message = `{ $value }` non è una data
    .help = scrivi anno-mese-giorno, per esempio `2026-12-31`
field-value--date-italian =
    .message = la data `{ $value }` non è scritta nella forma anno-mese-giorno
    .help = scrivi `{ $fixed }`
field-value--date-nonexistent =
    .message = la data `{ $value }` non esiste
    .help = controlla il mese e il giorno: la forma è anno-mese-giorno, per esempio `2026-12-31`
field-value--date-time =
    .message = `{ $value }` non è una data con l'ora
    .help = scrivi anno-mese-giorno, una `T` e l'ora, per esempio `2026-12-31T09:00`
field-value--date-time-fixed =
    .message = `{ $value }` non è scritto nella forma anno-mese-giorno, `T`, ora
    .help = scrivi `{ $fixed }` (controlla l'ora)

vocabulary =
    .description =
        Alcuni campi (argomenti, categorie, tipi) accettano solo le parole di un vocabolario, uguale per tutti i Comuni: così i siti si possono confrontare e cercare insieme.
        Maiuscole e minuscole non contano, le parole sì.
    .message = `{ $word }` non è una parola del vocabolario «{ $vocabulary }»
    .help = forse `{ $known }`?
vocabulary--strange =
    .message = `{ $word }` non è una parola del vocabolario «{ $vocabulary }»
    .help = scegli una parola del vocabolario; sono in `{ $file }`, e le prime sono: { $some }

body =
    .description =
        Il testo di una pagina sta sotto la seconda riga `---`. Certi tipi di pagina devono averlo, altri dicono tutto nei campi dell'intestazione e non lo mostrerebbero.
body--missing =
    .message = sotto l'intestazione manca il testo della pagina
    .help = scrivi il testo sotto la seconda riga `---`
body--forbidden =
    .message = questo tipo di pagina non ha un testo sotto l'intestazione: quello scritto qui non comparirebbe
    .help = sposta il testo in un campo dell'intestazione, oppure cancellalo
body--invisible =
    .message = nel testo c'è un carattere invisibile ({ $code }), che cambia quello che si legge o rompe la pagina
    .help = cancella e riscrivi il testo in questo punto

date-order =
    .description = Di due date che aprono e chiudono un periodo, la prima non può venire dopo la seconda.
    .message = la data di `{ $second }` viene prima di quella di `{ $first }`
    .help = correggi una delle due date; forse l'anno è rimasto quello vecchio

content-type =
    .description =
        Il tipo di una pagina (servizio, notizia, ufficio…) si riconosce dalla cartella di `content` in cui sta il file. Se il file deve stare altrove, il tipo si scrive in `tipo_contenuto`.
    .message = il tipo di contenuto `{ $name }` non esiste
    .help = forse `{ $known }`?
content-type--strange =
    .message = il tipo di contenuto `{ $name }` non esiste
    .help = scrivi uno di questi: { $types }; oppure cancella la riga e metti il file nella cartella giusta
content-type--folder =
    .message = nella cartella `{ $folder }` non si sa di che tipo sono le pagine
    .help = sposta il file in `content/{ $known }`, se è quella che intendevi; altrimenti scrivi `tipo_contenuto` nell'intestazione
content-type--no-folder =
    .message = questo file non sta in nessuna delle cartelle delle pagine, e non si sa di che tipo è
    .help = spostalo in una di queste cartelle di `content`: { $folders }; oppure scrivi `tipo_contenuto` nell'intestazione

file-name =
    .description =
        Il nome del file diventa l'indirizzo della pagina e il nome con cui le altre la citano: va scritto con lettere minuscole, cifre e trattini.
    .message = il nome `{ $name }` contiene maiuscole, accenti, spazi o altri segni che in un indirizzo non vanno
    .help = rinominalo `{ $tidy }`, oppure scrivi `id: { $tidy }` nell'intestazione

schema =
    .description =
        I file di `schemas` dicono quali campi ha ogni tipo di pagina, e quelli di `schemas/vocabolari` quali parole si possono usare. Un file del sito con lo stesso nome di uno di Arengo lo sostituisce.
        Un errore in uno di questi file riguarda tutte le pagine, perciò ferma la pubblicazione.
schema--json =
    .message = il file non è scritto come vuole JSON: { $detail }
    .help = controlla virgole, virgolette e parentesi in questo punto
schema--invalid =
    .message = lo schema non è valido: { $detail }
    .help = correggilo secondo JSON Schema 2020-12; se sostituisce uno schema di Arengo, cancella il file per tornare a quello
schema--vocabulary =
    .message = il vocabolario non si può leggere: { $detail }
    .help = scrivi `titolo: …` e sotto `parole:` una parola per riga, ciascuna con `- `
schema--transparency =
    .message = il file della trasparenza non si può leggere: { $detail }
    .help = confrontalo con quello che sta nel programma: gli stessi nomi, gli stessi rientri
schema--transparency-unknown =
    .message = il file della trasparenza nomina `{ $name }`, che non esiste
    .help = forse `{ $known }`? Valgono i tipi, i campi e le parole degli schemi del sito
schema--transparency-strange =
    .message = il file della trasparenza nomina `{ $name }`, che non esiste
    .help = scrivi un tipo, un campo o una parola che c'è negli schemi del sito
schema--table =
    .message = lo schema della tabella non si può leggere: { $detail }
    .help = confrontalo con quelli che stanno nel programma: gli stessi nomi, gli stessi rientri
schema--table-column =
    .message = lo schema della tabella nomina la colonna `{ $name }`, che non ha
    .help = scrivi il `nome` di una delle sue colonne; il più simile: `{ $known }`
schema--table-obligation =
    .message = lo schema della tabella nomina l'obbligo `{ $name }`, che non esiste
    .help = scrivi la chiave di un obbligo di `schemas/trasparenza/`; la più simile: `{ $known }`
schema--table-empty =
    .message = lo schema `{ $name }` non ha colonne
    .help = aggiungi almeno una voce in `colonne`
schema--table-name =
    .message = `{ $name }` non può essere il nome di una colonna
    .help = scrivi solo minuscole senza accenti, cifre e `_`, e comincia con una lettera
schema--table-nested =
    .message = i due lati di `{ $name }` vanno uniti da un campo solo
    .help = scrivi `per` (il campo dei contenuti interni che porta alla riga) oppure `da` (il campo della riga che porta a loro), non entrambi
schema--table-twice =
    .message = due colonne dello schema si chiamano `{ $name }`
    .help = cambia `nome`, `titolo` o `anche` di una delle due
schema--table-choice =
    .message = la colonna `{ $name }` ha un elenco di valori vuoto
    .help = scrivi i valori in `valori`, oppure in `secondo`
schema--table-vocabulary =
    .message = la colonna usa il vocabolario `{ $name }`, che non esiste
    .help = aggiungi `schemas/vocabolari/{ $name }.yaml`, oppure correggi il nome; il più simile: `{ $known }`
schema--table-total =
    .message = la colonna `{ $name }` non si può sommare
    .help = in `totale` scrivi una colonna di tipo intero, decimale o euro
schema--table-type =
    .message = `da_contenuti` nomina il tipo `{ $name }`, che non esiste
    .help = correggi il nome; il più simile: `{ $known }`
schema--table-field =
    .message = `da_contenuti` nomina il campo `{ $name }`, che il tipo `{ $type }` non ha
    .help = correggi il nome; il più simile: `{ $known }`
schema--albo =
    .message = il file delle durate dell'albo non si può leggere: { $detail }
    .help = confrontalo con quello che sta nel programma: gli stessi nomi, gli stessi rientri
schema--albo-unknown =
    .message = il file delle durate dell'albo nomina `{ $name }`, che non esiste
    .help = forse `{ $known }`? Valgono le parole di `vocabolari/tipi_documento_albo.yaml` e i campi dei tipi
schema--albo-strange =
    .message = il file delle durate dell'albo nomina `{ $name }`, che non esiste
    .help = scrivi una parola di `vocabolari/tipi_documento_albo.yaml`, o un campo che c'è negli schemi del sito
schema--albo-endless =
    .message = dalla regola per `{ $name }` non segue un ultimo giorno
    .help = scrivi `giorni`, oppure `fino_a` con un campo, oppure `richiesto: true`
schema--key-missing =
    .message = nello schema manca `{ $key }`
    .help = aggiungi `"{ $key }": "…"` al primo livello dello schema
schema--folder =
    .message = `x-cartella` è `{ $folder }`, che non è una cartella dentro `content`
    .help = scrivi il nome di una cartella, per esempio `"x-cartella": "sentieri"`, senza `..` e senza `/` all'inizio
schema--folder-twice =
    .message = la cartella `{ $folder }` è già del tipo `{ $other }`
    .help = scrivi in `x-cartella` una cartella diversa per ogni tipo
schema--offices =
    .message = più di un campo ha `x-ufficio-competente`
    .help = lascialo solo nel campo dell'ufficio che risponde della pagina
schema--annotation =
    .message = l'annotazione `{ $name }` non esiste
    .help = cancellala, oppure correggi il nome; il più simile: `{ $known }`
schema--type-unknown =
    .message = `x-riferimento` nomina il tipo `{ $name }`, che non esiste
    .help = aggiungi `schemas/{ $name }.schema.json`, oppure correggi il nome; il più simile: `{ $known }`
schema--vocabulary-unknown =
    .message = `x-vocabolario` nomina il vocabolario `{ $name }`, che non esiste
    .help = aggiungi `schemas/vocabolari/{ $name }.yaml`, oppure correggi il nome; il più simile: `{ $known }`
schema--page-field =
    .message = `x-pagina` nomina il campo `{ $name }`, che questo tipo non ha
    .help = aggiungi il campo allo schema, oppure correggi il nome; il più simile: `{ $known }`
schema--address-field =
    .message = `x-indirizzo` nomina il campo `{ $name }`, che questo tipo non ha
    .help = aggiungi il campo allo schema, oppure correggi il nome; il più simile: `{ $known }`

schema--strange =
    .message = `{ $name }` non è previsto, o non esiste
    .help = correggi il nome o cancellalo; le annotazioni `x-` sono spiegate in `docs/manuale/per-chi-configura.md`

slug-letters =
    .description =
        Il validatore nazionale scambia per l'indirizzo di un altro sito quello di una pagina che contiene `www` o `http`, e la verifica del portale si interrompe.
    .message = l'indirizzo della pagina contiene `{ $letters }`
    .help = scegli uno `slug` senza `{ $letters }`
