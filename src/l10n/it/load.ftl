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
