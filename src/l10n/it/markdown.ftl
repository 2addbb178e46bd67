# Il testo della pagina: titoli, collegamenti, immagini, tabelle, note, HTML.

ui-heading-before = il titolo che precede

heading-level-one =
    .description =
        Il titolo della pagina è l'unico titolo di primo livello e viene da `titolo:` nell'intestazione.
        Nel testo i titoli cominciano dal secondo livello: `## Titolo`.
    .message = il titolo `{ $text }` è di primo livello, riservato al titolo della pagina
    .help = scrivi `## { $text }`
heading-skipped =
    .description =
        I titoli formano un indice: dopo un titolo `##` può venire `###`, non `####`.
        Chi usa un lettore di schermo si sposta da un titolo all'altro e un livello saltato sembra un pezzo mancante.
    .message = dopo il titolo precedente si passa a `{ $written }`, saltando un livello
    .help = scrivi `{ $wanted }` al posto di `{ $written }`
heading-id =
    .description = Chi segue un collegamento a un punto della pagina arriva sempre al primo titolo con quel nome.
    .message = il nome `{ $id }` è già di un altro titolo di questo testo: questo titolo si chiama `{ $given }`
    .help = scrivi fra le graffe un nome diverso, per esempio `{ "{" }#{ $given }{ "}" }`, anche nei collegamenti che portano qui
heading-empty =
    .description = Un titolo senza testo compare nell'indice della pagina come una riga vuota.
    .message = il titolo non ha testo
    .help = scrivi il testo dopo i segni `#`, oppure cancella la riga
bold-heading =
    .description =
        Un paragrafo in grassetto sembra un titolo solo a chi lo vede: non entra nell'indice e i lettori di schermo non lo trovano.
    .message = `{ $text }` è un paragrafo in grassetto usato come titolo
    .help = scrivi `## { $text }` (o `###` se sta sotto un altro titolo)
link-empty =
    .description = Il testo di un collegamento dice dove porta; senza testo nessuno può seguirlo.
    .message = il collegamento a `{ $target }` non ha testo
    .help = scrivi tra le parentesi quadre che cosa si trova: `[Regolamento TARI]({ $target })`
link-empty--target =
    .message = il collegamento `{ $text }` non porta da nessuna parte
    .help = scrivi l'indirizzo o il file tra le parentesi tonde: `[{ $text }](../servizi/pagare-tari.md)`
link-empty--image =
    .message = l'immagine non indica nessun file
    .help = scrivi il nome del file tra le parentesi tonde: `![descrizione](municipio.jpg)`
link-text =
    .description =
        Chi usa un lettore di schermo scorre l'elenco dei collegamenti senza il testo attorno: "clicca qui" non dice nulla.
        Il testo del collegamento deve bastare a sé stesso.
    .message = il testo del collegamento, `{ $text }`, non dice dove porta
    .help = fai diventare collegamento le parole che dicono che cosa si trova, per esempio `[modulo di richiesta](…)`
link-scheme =
    .description =
        Un collegamento può portare a una pagina o a un file del sito, a un indirizzo `https:` o `http:`, a una casella (`mailto:`) o a un telefono (`tel:`).
    .message = un indirizzo che comincia con `{ $scheme }:` non può stare in una pagina
    .help = usa un indirizzo `https://…`, `mailto:…`, `tel:…` o il percorso di un file del sito; un nome di file con i due punti va scritto `./nome`
link-scheme--no-scheme =
    .message = l'indirizzo `{ $target }` comincia con due barre, senza `https:`
    .help = scrivi l'indirizzo per intero, con `https://` all'inizio
link-scheme--slashes =
    .message = nell'indirizzo `{ $target }` dopo `{ $scheme }:` mancano le due barre
    .help = scrivi `{ $scheme }://` e poi il nome del sito
link-scheme--https =
    .message = l'indirizzo `{ $target }` comincia con `{ $scheme }:`, che non esiste
    .help = scrivi `https://` al suo posto
link-scheme--mailto =
    .message = `{ $target }` non è l'indirizzo di una casella
    .help = scrivi `mailto:` e l'indirizzo intero, con la chiocciola
link-scheme--mail =
    .message = un indirizzo che comincia con `{ $scheme }:` non esiste
    .help = scrivi `mailto:` e l'indirizzo della casella
link-scheme--tel =
    .message = in `{ $target }` non c'è un numero di telefono
    .help = scrivi `tel:` e il numero con il prefisso, per esempio `tel:+390750000`
link-scheme--phone =
    .message = un indirizzo che comincia con `{ $scheme }:` non esiste
    .help = scrivi `tel:` e il numero con il prefisso, per esempio `tel:+390750000`
link-scheme--file =
    .message = `{ $target }` è un file del tuo computer, che gli altri non possono aprire
    .help = copia il file accanto alla pagina e scrivi solo il suo nome
image-alt-missing =
    .description =
        Il testo alternativo dice che cosa mostra l'immagine a chi non la vede, ed è obbligatorio (WCAG 1.1.1).
        Per un'immagine solo decorativa usa `<img src="…" alt="">`.
    .message = l'immagine `{ $target }` non ha un testo alternativo
    .help = descrivi tra le parentesi quadre che cosa si vede: `![Il municipio visto dalla piazza]({ $target })`
image-alt-file-name =
    .description = Il nome di un file non dice che cosa mostra l'immagine.
    .message = il testo alternativo, `{ $alt }`, è il nome di un file
    .help = descrivi che cosa si vede nell'immagine
link-unread =
    .description =
        Un collegamento scritto in un modo che non si legge resta sulla pagina con le sue parentesi: un indirizzo con uno spazio in mezzo, un'etichetta di cui manca l'indirizzo, le doppie parentesi di altri programmi.
    .message = questo collegamento non si legge come tale: nell'indirizzo `{ $target }` c'è uno spazio
    .help = scrivi `{ $fixed }`, oppure togli gli spazi dal nome del file
link-unread--label =
    .message = questo collegamento non si legge come tale: nel testo manca la riga con l'indirizzo di `[{ $label }]`
    .help = scrivi l'indirizzo fra parentesi tonde, per esempio `[{ $words }](../servizi/pagare-tari.md)`, oppure aggiungi in fondo la riga `[{ $label }]: ../servizi/pagare-tari.md`
link-unread--wiki =
    .message = questo collegamento non si legge come tale: le doppie parentesi quadre sono di altri programmi
    .help = scrivi `[{ $words }]` e subito dopo, fra parentesi tonde, il percorso del file, per esempio `[{ $words }](../servizi/pagare-tari.md)`
table-unread =
    .description =
        Una tabella ha, sotto la riga delle intestazioni, una riga con un gruppo di trattini per ogni colonna. Se il numero è un altro, la pagina mostra le barre invece della tabella.
    .message = queste righe non si leggono come tabella: { $n ->
        [one] c'è una colonna
       *[other] ci sono { $n } colonne
    } e { $parts ->
        [one] un gruppo di trattini
       *[other] { $parts } gruppi di trattini
    }
    .help = scrivi nella seconda riga `{ $fixed }`
alert-unknown =
    .description =
        Un riquadro comincia con `> [!NOTE]`. Le parole possibili sono cinque, in inglese: NOTE (nota), TIP (suggerimento), IMPORTANT (importante), WARNING (attenzione), CAUTION (pericolo).
    .message = il riquadro `[!{ $word }]` non esiste, e la pagina mostra la parola con le parentesi
    .help = scrivi `[!{ $known }]`: sulla pagina il titolo del riquadro è in italiano
alert-unknown--strange =
    .message = il riquadro `[!{ $word }]` non esiste, e la pagina mostra la parola con le parentesi
    .help = scrivi `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` o `[!CAUTION]`
table-header-empty =
    .description =
        Le intestazioni dicono che cosa contiene una colonna; i lettori di schermo le leggono insieme a ogni cella.
    .message = la colonna { $column } della tabella non ha intestazione
    .help = scrivi nella prima riga della tabella che cosa contiene la colonna
footnote-unused =
    .description = Una nota a piè di pagina compare solo se il testo la richiama.
    .message = la nota `[^{ $label }]` non è richiamata nel testo e non compare
    .help = scrivi `[^{ $label }]` nel punto del testo a cui si riferisce, oppure cancella la nota
footnote-missing =
    .description = Ogni richiamo `[^1]` ha la sua nota, scritta a capo: `[^1]: testo della nota`.
    .message = il richiamo `[^{ $label }]` non ha una nota
    .help = aggiungi in fondo al testo una riga `[^{ $label }]: testo della nota`
markdown-depth =
    .description = Elenchi, citazioni ed enfasi possono stare uno dentro l'altro, ma non senza fine.
    .message = qui si superano i { $limit } livelli uno dentro l'altro: il testo resta, ma senza struttura
    .help = usa meno livelli di elenco o di citazione
raw-html =
    .description =
        Nel testo si può usare un poco di HTML dove Markdown non basta: `<abbr title="…">`, `<span lang="en">`, `<details>`, tabelle con celle unite.
        Ciò che non è ammesso, perché insicuro o inaccessibile, viene tolto e segnalato; il testo resta.
    .message = questo HTML non è ammesso e viene tolto
    .help = scrivi il testo in Markdown
raw-html--element =
    .message = l'elemento `<{ $element }>` non è ammesso e viene tolto
    .help = scrivi il testo in Markdown, senza questo elemento
raw-html--font =
    .message = `<{ $element }>` non è ammesso: caratteri e colori li decide il tema
    .help = usa `**grassetto**` o `*corsivo*`, oppure cancella il tag
raw-html--center =
    .message = `<center>` non è ammesso
    .help = usa `<div class="text-center">`, una riga vuota, il testo, una riga vuota, `</div>`
raw-html--underline =
    .message = `<u>` non è ammesso: un testo sottolineato sembra un collegamento
    .help = usa `**grassetto**` o `*corsivo*`
raw-html--old =
    .message = `<{ $element }>` non fa più parte di HTML e viene tolto
    .help = usa `**grassetto**`, `~~barrato~~` o `` `codice` ``
raw-html--embedded =
    .message = `<{ $element }>` non è ammesso: porterebbe nella pagina contenuti di altri, spesso inaccessibili
    .help = metti un collegamento: `[Titolo del video o della mappa](https://…)`
raw-html--heading =
    .message = i titoli non si scrivono con `<{ $element }>`: non entrerebbero nell'indice
    .help = scrivi `## Titolo` (o `###` per un livello più basso)
raw-html--script =
    .message = `<{ $element }>` non è ammesso e viene tolto con il suo contenuto
    .help = cancellalo; se serve una funzione nuova va aggiunta al tema del sito
raw-html--form =
    .message = `<{ $element }>` non è ammesso: un modulo nel testo non arriverebbe a nessuno
    .help = metti un collegamento al servizio online o al modulo da scaricare
raw-html--svg =
    .message = `<{ $element }>` non è ammesso e viene tolto con il suo contenuto
    .help = salva il disegno in un file accanto alla pagina e scrivi `![descrizione](disegno.svg)`
raw-html--code =
    .message = `<{ $element }>` non è ammesso
    .help = racchiudi il testo tra due righe di tre apici inversi (```)
raw-html--attribute =
    .message = l'attributo `{ $name }` di `<{ $element }>` non è ammesso e viene tolto
    .help = cancella `{ $name }`
raw-html--style =
    .message = l'attributo `{ $name }` non è ammesso: aspetto e colori li decide il tema
    .help = cancella `{ $name }`; per allineare si può usare `class="text-center"` o `class="text-end"`
raw-html--event =
    .message = l'attributo `{ $name }` esegue uno script, e nel testo non è ammesso
    .help = cancella `{ $name }`
raw-html--name =
    .message = l'attributo `name` non è ammesso: i punti a cui si rimanda hanno un `id`
    .help = scrivi `id="{ $value }"`
raw-html--target =
    .message = l'attributo `target` non è ammesso: chi legge sceglie se aprire un'altra finestra
    .help = cancella `target`
raw-html--class =
    .message = fra le classi `{ $value }` ce n'è una che il tema non prevede per i testi
    .help = usa solo le classi elencate nel manuale (`lead`, `small`, `text-center`, `table-striped`…)
raw-html--value =
    .message = l'attributo `{ $name }` di `<{ $element }>` non può valere `{ $value }` e viene tolto
    .help = correggi il valore o cancella l'attributo
raw-html--id =
    .message = l'identificativo `{ $id }` è già usato in questa pagina
    .help = scegli un altro `id`
raw-html--misplaced =
    .message = `<{ $element }>` non può stare in questo punto e viene tolto
    .help = se è un blocco, mettilo su una riga sua con una riga vuota prima e una dopo
raw-html--misplaced-in =
    .message = `<{ $element }>` non può stare dentro `<{ $parent }>` e viene tolto
    .help = chiudi prima `<{ $parent }>`, oppure togli `<{ $element }>`
raw-html--link-in-link =
    .message = il collegamento sta dentro un altro collegamento (`<a>`) e viene tolto
    .help = chiudi prima l'altro con `</a>`, oppure lascia uno solo dei due
raw-html--text =
    .message = il testo sta direttamente dentro `<{ $element }>`, fuori da ogni voce
    .help = racchiudilo in `<{ $item }>…</{ $item }>`
raw-html--phrasing =
    .message = `<{ $element }>` si chiude prima di un paragrafo, un elenco o un altro blocco, che non può contenere
    .help = usa `<div>` al posto di `<{ $element }>`
raw-html--unbalanced =
    .message = `<{ $element }>` non è chiuso dove dovrebbe
    .help = aggiungi `</{ $element }>` prima della fine del paragrafo, della voce o del blocco in cui si apre
raw-html--unopened =
    .message = `</{ $element }>` chiude un elemento che qui non è aperto
    .help = cancellalo, oppure aggiungi `<{ $element }>` dove comincia
raw-html--broken =
    .message = il tag comincia con `<` ma non è scritto in modo che si possa leggere
    .help = chiudi il tag con `>` e le virgolette degli attributi; per scrivere il segno minore usa `&lt;`
raw-html--comment =
    .message = il commento che comincia con `<!--` non finisce: tutto ciò che segue non compare
    .help = chiudi il commento con `-->`
raw-html--declaration =
    .message = questa dichiarazione non ha significato nel testo e viene tolta
    .help = cancellala; per scrivere il segno minore usa `&lt;`
raw-html--changed =
    .message = l'HTML di questo testo è stato corretto per poter essere pubblicato: { $what }
    .help = controlla la pagina nell'anteprima e riscrivi in Markdown le parti in HTML
