# ui
ui-used-here = è collegato qui
ui-first-here = è già scritto qui
ui-privacy-again = e anche qui

# Come si mostrano i rilievi.
ui-error = errore
ui-warning = avviso
ui-note = nota
ui-help = aiuto
ui-page = pagina
ui-element = elemento
ui-page-times = { $page } ({ $shown } volte)
ui-pages = { $page } e anche { $others }
ui-pages-more = { $n ->
    [one] { $page } e in un'altra pagina
   *[other] { $page } e in altre { $shown } pagine, per esempio { $others }
}
ui-more-errors = { $n ->
    [one] un altro errore: usa -v per vederlo
   *[other] altri { $shown } errori: usa -v per vederli
}
ui-more-warnings = { $n ->
    [one] un altro avviso: usa -v per vederlo
   *[other] altri { $shown } avvisi: usa -v per vederli
}
ui-more-notes = { $n ->
    [one] un'altra nota: usa -v per vederla
   *[other] altre { $shown } note: usa -v per vederle
}
ui-count-none = nessun problema
ui-count-errors = { $n ->
    [one] 1 errore
   *[other] { $shown } errori
}
ui-count-warnings = { $n ->
    [one] 1 avviso
   *[other] { $shown } avvisi
}
ui-count-notes = { $n ->
    [one] 1 nota
   *[other] { $shown } note
}
ui-count-files = { $n ->
    [one] un file
   *[other] { $shown } file
}
ui-count-in = { $counts } in { $files }
ui-count-accepted = { $n ->
    [one] uno accettato in site.toml
   *[other] { $shown } accettati in site.toml
}

# Rilievi accettati e severità delle regole.
accepted-expired =
    .description =
        Un rilievo accettato in `[[accettati]]` di site.toml vale fino al giorno della sua `scadenza`, compreso.
        Dal giorno dopo il rilievo torna a contare.
    .message = il rilievo `{ $rule }` accettato da { $responsible } è scaduto il { $date }
    .help = correggi il problema e cancella la voce, oppure scrivi una nuova `scadenza` e un motivo che valga ancora
accepted-unused =
    .description =
        Una voce di `[[accettati]]` che non corrisponde a nessun rilievo non serve più, o ha un indirizzo sbagliato.
    .message = nessun rilievo `{ $rule }` corrisponde a `{ $place }`
    .help = se il problema è risolto cancella la voce; altrimenti controlla `file`, `pagina` o `modello` e `selettore`
accepted-rule =
    .description =
        La `regola` di una voce di `[[accettati]]` è il nome che sta tra parentesi quadre all'inizio del rilievo.
    .message = la regola `{ $rule }` non esiste
    .help = copia il nome dal rilievo: sta tra parentesi quadre, dopo `errore` o `avviso`
accepted-rule--similar =
    .message = la regola `{ $rule }` non esiste
    .help = forse `{ $similar }`?
rule-level =
    .description =
        In `[regole]` di site.toml si scrive il nome di una regola e come trattarla: `errore`, `avviso`, `nota` o `spenta`.
    .message = la regola `{ $rule }` non esiste
    .help = copia il nome dal rilievo: sta tra parentesi quadre, dopo `errore` o `avviso`
rule-level--similar =
    .message = la regola `{ $rule }` non esiste
    .help = forse `{ $similar }`?

# Ciò che altri programmi dicono di un errore (src/l10n/said.rs).
ui-said-variable = la variabile `{ $name }` non esiste; ci sono { $known }
ui-said-variable-none = la variabile `{ $name }` non esiste
ui-said-undefined = la variabile `{ $name }` non ha un valore
ui-said-undefined-none = una variabile non ha un valore
ui-said-field = il campo `{ $name }` non esiste; ci sono { $known }
ui-said-field-none = il campo `{ $name }` non esiste
ui-said-filter = il filtro `{ $name }` non esiste
ui-said-function = la funzione `{ $name }` non esiste
ui-said-test = la prova `{ $name }` (dopo `is`) non esiste
ui-said-component = il componente `{ $name }` non esiste
ui-said-template = il modello `{ $name }` non esiste
ui-said-tag = questo comando non esiste, o qui non è ammesso
ui-said-expected = c'è { $found } dove serve { $expected }
ui-said-argument = manca l'argomento `{ $name }` (tipo `{ $type }`)
ui-said-argument-none = manca l'argomento `{ $name }`
ui-said-iteration = un valore di tipo `{ $type }` non si scorre con `for`
ui-said-compare = `{ $one }` e `{ $other }` non si confrontano
ui-said-division = divisione per zero
ui-said-block-twice = il blocco `{ $name }` c'è due volte
ui-said-component-twice = il componente `{ $name }` c'è due volte
ui-said-block = nessun modello esteso ha un blocco `{ $name }`
ui-said-character = questo carattere qui non è ammesso
ui-said-string = manca la chiusura di un testo tra virgolette
ui-said-raw = manca `endraw`
ui-said-component-open = il componente `{ $name }` non è chiuso
ui-said-component-other = si chiude `{ $found }` dov'è aperto `{ $expected }`
ui-said-reserved = `{ $name }` è una parola riservata di Tera: non le si dà un valore
ui-said-input = il modello finisce prima che sia chiuso ciò che è aperto
ui-said-index = ciò che sta prima della parentesi quadra non ha un valore
ui-said-index-none = ciò che sta fra le parentesi quadre non ha un valore
ui-said-slice = ciò da cui si prende una parte non ha un valore
ui-said-math = i calcoli si fanno con i numeri, e qui c'è un valore di tipo `{ $type }`
ui-said-pairs = `for chiave, valore` vuole una mappa, e qui c'è un valore di tipo `{ $type }`
ui-said-complex = l'espressione è troppo complicata: dividila con `set`
ui-said-nesting = ci sono troppi comandi uno dentro l'altro
ui-said-extends-first = `extends` deve essere il primo comando del modello
ui-said-extends-twice = il modello estende già `{ $name }`
ui-said-loop-only = `{ $name }` si usa solo dentro un ciclo `for`
ui-said-argument-twice = l'argomento `{ $name }` c'è due volte
ui-said-set = dopo il nome di `set` serve `=` con un valore, oppure la fine del comando
ui-said-ignored = in un modello che ne estende un altro questo non si vedrebbe: mettilo dentro un `block`
ui-said-not = `-` e `not` non possono seguirsi
ui-said-not-in = qui `not` va soltanto con `in` (`not in`)
ui-said-named = si chiude `{ $found }` dov'è aperto `{ $name }`
ui-said-loop-field = `loop` non ha `{ $name }`: ha `index`, `index0`, `first`, `last` e `length`
ui-said-call = una funzione si chiama all'inizio, non dopo un punto
ui-said-float = il numero è scritto male
ui-said-super = `super()` si usa solo dentro un `block`
ui-said-super-top = `super()` non ha niente da riprendere: nessun modello esteso ha questo blocco
ui-said-absent-at = alla riga { $line } manca `{ $name }`
ui-said-absent = manca `{ $name }`
ui-said-unknown = `{ $name }` non esiste; ci sono { $known }
ui-said-twice = `{ $name }` c'è due volte
ui-said-kind = c'è { $found } dove serve { $expected }
ui-said-toml-cr = un ritorno a capo è scritto male
ui-said-toml-equals = c'è un `=` di troppo
ui-said-toml-comma-extra = c'è una virgola di troppo
ui-said-toml-key = il nome della chiave contiene un carattere che va tra virgolette
ui-said-toml-key-none = manca il nome della chiave
ui-said-toml-pair = manca `=` fra la chiave e il valore
ui-said-toml-value-none = manca il valore
ui-said-toml-value = il valore è scritto male
ui-said-toml-comma-missing = manca una virgola fra due voci
ui-said-toml-quote = manca la virgoletta di apertura
ui-said-toml-escape = dopo `\` manca il carattere
ui-said-toml-bracket = manca la parentesi di chiusura `]`
ui-said-toml-brackets = mancano le parentesi di chiusura `]]`
ui-said-toml-brace = manca la parentesi di chiusura della mappa
ui-said-toml-equals-array = c'è un `=` dentro un elenco
ui-said-toml-content = c'è altro dove la riga dovrebbe finire
ui-said-toml-zero = un numero non comincia con zero
ui-said-toml-underscore = in un numero `_` sta solo fra due cifre
ui-said-toml-unicode = il codice del carattere ha poche cifre
ui-said-toml-twice = questa chiave c'è due volte
ui-said-toml-dotted = questa chiave con il punto aggiunge a un valore che c'è già ({ $type })
ui-said-toml-text = questo testo non è tra virgolette
ui-said-toml-string = il testo tra virgolette non finisce sulla sua riga, o contiene un carattere che lì non può stare
ui-said-toml-string-lines = il testo su più righe non finisce, o contiene un carattere che lì non può stare
ui-said-toml-key-lines = il nome di una chiave sta su una riga
ui-said-toml-bool = si scrive `true` o `false`, in minuscolo
ui-said-toml-date = la data è scritta male: si scrive `2026-12-31`
ui-said-toml-large = il numero è troppo grande
ui-said-toml-comment = il commento contiene un carattere di controllo
ui-said-toml-element = fra le graffe serve `chiave = valore`
ui-said-toml-deep = ci sono troppe parentesi una dentro l'altra
ui-said-fluent-token = qui serve `{ $found }`
ui-said-fluent-one-of = qui serve un carattere fra { $known }
ui-said-fluent-message = dopo `{ $name } =` manca il testo
ui-said-fluent-default = fra le varianti manca quella con `*`
ui-said-fluent-value = manca il testo
ui-said-fluent-defaults = la variante con `*` è una sola
ui-said-fluent-string = manca la virgoletta di chiusura
ui-said-fluent-escape = c'è un `\` che non introduce niente di noto
ui-said-fluent-brace = c'è una graffa di chiusura di troppo
ui-said-fluent-expression = fra le graffe manca qualcosa
ui-said-fluent-literal = qui serve un testo tra virgolette o un numero
ui-said-fluent-selector = prima di `->` va una variabile, come `$n`
ui-said-fluent-callee = qui non si può chiamare niente: il nome di una funzione è in maiuscolo
ui-said-fluent-positional = i valori senza nome vanno prima di quelli con il nome
ui-said-end = il file finisce alla riga { $line } prima che sia chiuso ciò che è aperto
ui-said-missing = alla riga { $line }, colonna { $column } serviva { $expected }
ui-said-comma = alla riga { $line }, colonna { $column } c'è una virgola di troppo
ui-said-trailing = dalla riga { $line }, colonna { $column } c'è altro dopo la fine
ui-said-key = alla riga { $line }, colonna { $column } serve una chiave tra virgolette
ui-said-escape = alla riga { $line }, colonna { $column } c'è un `\` che non introduce niente di noto
ui-said-number = alla riga { $line }, colonna { $column } il numero è scritto male
ui-said-control = alla riga { $line }, colonna { $column } c'è un a capo o un carattere di controllo dentro un testo
ui-said-deep = alla riga { $line } le parentesi sono annidate troppo
ui-said-any-of = { $value } non è fra i valori ammessi
ui-said-type = { $value } non è del tipo { $type }
ui-said-one-of = { $value } non è uno di { $known }
ui-said-required = manca { $name }
ui-said-io-absent = non c'è
ui-said-io-denied = manca il permesso
ui-said-io-exists = c'è già
ui-said-io-full = il disco è pieno
ui-said-io-read-only = il disco è di sola lettura
ui-said-io-folder = è una cartella
ui-said-io-no-folder = non è una cartella
ui-said-io-text = il contenuto non è quello atteso
ui-said-io-late = non risponde
ui-said-io-refused = il collegamento è rifiutato
ui-said-io-large = è troppo grande
ui-said-io-cut = finisce prima del previsto
ui-hint = { $text }
ui-said-quoted = { $by } dice, in inglese: «{ $text }»
ui-said-system = il sistema dice: «{ $text }»
