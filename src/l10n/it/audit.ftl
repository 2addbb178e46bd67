# Le regole sull'accessibilità delle pagine.

accesskeys =
    .message = il tasto di scelta rapida `{ $key }` è assegnato a più elementi
    .help = dai a ogni elemento un `accesskey` diverso, o toglilo: per molti è più d'intralcio che d'aiuto
    .description =
        Se due elementi hanno lo stesso tasto di scelta rapida, il tasto non fa quello che la persona si aspetta.

area-alt =
    .message = una zona cliccabile dell'immagine non ha un testo alternativo
    .help = scrivi in `alt` dove porta la zona, per esempio `alt="Zona nord"`
    .description =
        Ogni zona di una mappa su immagine è un collegamento: chi non la vede ha bisogno del suo nome.

aria-allowed-attr =
    .message = l'attributo `{ $attribute }` non ha senso su un elemento di ruolo `{ $role }`
    .help = togli `{ $attribute }`, oppure usa l'elemento adatto
    .description =
        Un attributo ARIA che il ruolo non prevede viene ignorato o confonde le tecnologie assistive.

aria-allowed-role =
    .message = il ruolo `{ $role }` non può stare su un elemento `<{ $element }>`
    .help = togli `role`, oppure usa un elemento adatto, per esempio `<div>`
    .description =
        Ogni elemento HTML ha già un significato: un ruolo che lo contraddice confonde le tecnologie assistive.

aria-braille-equivalent =
    .message = `{ $attribute }` dice qualcosa solo in braille: chi ascolta ha lo stesso testo?
    .help = aggiungi un nome o un `aria-roledescription` con le stesse parole
    .description =
        Quello che si legge in braille deve potersi anche ascoltare.

aria-command-name =
    .message = un collegamento, un pulsante o una voce di menu non ha nome
    .help = scrivi un testo nell'elemento, oppure un `aria-label`
    .description =
        Un comando senza nome viene letto solo con il suo ruolo: nessuno sa che cosa fa.

aria-conditional-attr =
    .message = `aria-checked="{ $value }"` contraddice la casella, che mostra da sé se è scelta
    .help = togli `aria-checked`: basta `checked`
    .description =
        Una casella HTML dice da sola se è scelta; una riga dice il suo livello solo in un albero.

aria-conditional-attr--row =
    .message = `{ $attribute }` sta su una riga di una tabella semplice
    .help = togli `{ $attribute }`, oppure usa `role="treegrid"` se le righe formano un albero

aria-deprecated-role =
    .message = il ruolo `{ $role }` non si usa più
    .help = togli il ruolo, o usa quello più generale (`list` al posto di `directory`)
    .description =
        Un ruolo abbandonato dagli standard non viene più capito da tutte le tecnologie assistive.

aria-dialog-name =
    .message = una finestra di dialogo non ha nome
    .help = aggiungi `aria-labelledby` con l'id del suo titolo, o `aria-label`
    .description =
        Quando la finestra si apre, il nome dice di che cosa si tratta.

aria-hidden-body =
    .message = tutta la pagina è nascosta alle tecnologie assistive
    .help = togli `aria-hidden="true"` da `<body>`
    .description =
        Con `aria-hidden="true"` su `<body>` chi usa un lettore di schermo trova una pagina vuota.

aria-hidden-focus =
    .message = con la tastiera si arriva a `{ $element }`, che è nascosto alle tecnologie assistive
    .help = togli `aria-hidden`, oppure nascondi l'elemento a tutti con `hidden`
    .description =
        Chi usa tastiera e lettore di schermo si ferma su un elemento che non viene letto.

aria-hidden-focus--question =
    .message = con la tastiera si arriva a `{ $element }`, che è nascosto alle tecnologie assistive: lo script porta subito altrove?
    .help = se non lo fa, togli `aria-hidden` o nascondi l'elemento a tutti con `hidden`

aria-input-field-name =
    .message = un campo non ha nome
    .help = aggiungi `aria-label`, o `aria-labelledby` con l'id del testo che lo descrive
    .description =
        Un campo costruito con ARIA non prende il nome da `<label>`: va dato con `aria-label` o `aria-labelledby`.

aria-meter-name =
    .message = un indicatore non ha nome
    .help = aggiungi `aria-label` con quello che misura
    .description =
        Un valore senza nome non dice niente: 40 per cento di che cosa?

aria-progressbar-name =
    .message = una barra di avanzamento non ha nome
    .help = aggiungi `aria-label` con quello che sta succedendo
    .description =
        Un valore senza nome non dice niente: 40 per cento di che cosa?

aria-prohibited-attr =
    .message = `{ $attribute }` sta su un elemento `<{ $element }>` che non può avere un nome
    .help = scrivi il testo nella pagina, oppure dai all'elemento un ruolo adatto
    .description =
        Le tecnologie assistive non leggono il nome di un elemento generico: il testo andrebbe perso.

aria-required-attr =
    .message = al ruolo `{ $role }` manca l'attributo `{ $attribute }`
    .help = aggiungi `{ $attribute }`, o meglio usa l'elemento HTML che fa lo stesso
    .description =
        Senza i suoi attributi obbligatori un ruolo non dice in che stato si trova: acceso, scelto, a quale valore.

aria-required-children =
    .message = un elemento di ruolo `{ $role }` contiene `{ $found }`, che non ne fa parte
    .help = usa solo elementi di ruolo { $expected }
    .description =
        Un ruolo composto (un elenco, un menu, una tabella) funziona solo se contiene le sue parti.

aria-required-children--none =
    .message = un elemento di ruolo `{ $role }` non contiene nessuna delle sue parti
    .help = aggiungi elementi di ruolo { $expected }, oppure togli il ruolo

aria-required-children--question =
    .message = un elemento di ruolo `{ $role }` è vuoto: lo riempie uno script?
    .help = aggiungi elementi di ruolo { $expected }, oppure togli il ruolo

aria-required-parent =
    .message = un elemento di ruolo `{ $role }` sta fuori dall'elemento di cui fa parte
    .help = mettilo dentro un elemento di ruolo { $expected }
    .description =
        Una voce, una cella o una scheda si capisce solo dentro l'elenco, la riga o il gruppo a cui appartiene.

aria-roledescription =
    .message = `aria-roledescription` sta su un elemento `<{ $element }>` senza ruolo
    .help = dai all'elemento un ruolo, oppure togli l'attributo
    .description =
        La descrizione di un ruolo viene letta al posto del ruolo: senza ruolo va persa.

aria-roles =
    .message = il ruolo `{ $value }` non esiste
    .help = scrivi un ruolo di WAI-ARIA, o togli l'attributo `role`
    .description =
        Un ruolo inventato o scritto male non viene capito da nessuna tecnologia assistiva.

aria-tab-name =
    .message = una scheda non ha nome
    .help = scrivi un testo nella scheda, oppure un `aria-label`
    .description =
        Chi non vede la pagina sceglie la scheda dal suo nome.

aria-text =
    .message = in un testo letto tutto d'un fiato c'è qualcosa da usare: `{ $element }`
    .help = togli `role="text"`
    .description =
        Con `role="text"` i collegamenti all'interno non vengono annunciati.

aria-toggle-field-name =
    .message = una casella o un interruttore non ha nome
    .help = scrivi che cosa si sceglie dentro l'elemento, o in `aria-label`
    .description =
        Chi non vede la pagina deve sapere che cosa accende, spegne o sceglie.

aria-tooltip-name =
    .message = un suggerimento è vuoto
    .help = scrivi il testo del suggerimento, oppure toglilo
    .description =
        Un suggerimento vuoto viene annunciato e non dice niente.

aria-treeitem-name =
    .message = una voce di un albero non ha nome
    .help = scrivi un testo nella voce, oppure un `aria-label`
    .description =
        Chi si muove nell'albero sente solo «voce», senza sapere quale.

aria-valid-attr =
    .message = l'attributo `{ $attribute }` non esiste
    .help = correggi il nome dell'attributo (forse un errore di battitura) o toglilo
    .description =
        Un attributo ARIA scritto male viene ignorato, e quello che doveva dire va perso.

aria-valid-attr-value =
    .message = `{ $attribute }` ha il valore `{ $value }`, che non è ammesso
    .help = scrivi uno dei valori previsti per `{ $attribute }`
    .description =
        Un valore non previsto viene ignorato o preso per un altro.

aria-valid-attr-value--id =
    .message = `{ $attribute }` rimanda all'id `{ $value }`, che nella pagina non c'è
    .help = correggi l'id, o togli l'attributo

aria-valid-attr-value--id-question =
    .message = `{ $attribute }` rimanda all'id `{ $value }`, che nella pagina non c'è: lo aggiunge uno script?
    .help = se nessuno script crea l'elemento, correggi l'id o togli l'attributo

audio-caption =
    .message = una registrazione non ha una traccia con il testo: c'è un'alternativa?
    .help = aggiungi `<track kind="captions">`, o la trascrizione accanto
    .description =
        Chi non sente ha bisogno di leggere quello che si dice.

audio-transcript =
    .message = una registrazione: nella pagina c'è il testo di quello che si sente?
    .help = metti la trascrizione accanto alla registrazione, o un collegamento alla trascrizione
    .description =
        Chi non sente ha bisogno di leggere quello che la registrazione dice.

autocomplete-valid =
    .message = il valore `{ $value }` di `autocomplete` non è tra quelli previsti
    .help = usa le parole dello standard, per esempio `email`, `tel`, `given-name`, `family-name`
    .description =
        Con `autocomplete` il browser compila da sé i dati personali: aiuta chi fatica a scrivere o a ricordare.

autocomplete-valid--question =
    .message = il valore `{ $value }` di `autocomplete` non è tra quelli previsti: serve a spegnere la compilazione automatica?
    .help = per spegnerla scrivi `autocomplete="off"`

blink =
    .message = un testo lampeggia
    .help = togli `<blink>`: per dare rilievo usa `<strong>`
    .description =
        Un testo che lampeggia disturba la lettura e non si può fermare.

button-name =
    .message = un pulsante non ha nome
    .help = scrivi un testo nel pulsante; se ha solo un'icona, aggiungi `aria-label`
    .description =
        Un pulsante senza nome viene letto solo come «pulsante»: nessuno sa che cosa fa.

bypass =
    .message = non si vede come saltare quello che si ripete in ogni pagina: c'è un modo?
    .help = aggiungi `<main>`, i titoli, o in cima un collegamento «Vai al contenuto»
    .description =
        Chi usa la tastiera non deve passare ogni volta per tutto il menu prima di arrivare al contenuto.

definition-list =
    .message = un elenco di definizioni contiene altro che `<dt>` e `<dd>`, o comincia senza un termine
    .help = metti dentro `<dl>` solo coppie di `<dt>` (il termine) e `<dd>` (la descrizione)
    .description =
        Le tecnologie assistive leggono le coppie solo se l'elenco è fatto come previsto.

dlitem =
    .message = un termine o una descrizione sta fuori da un elenco di definizioni
    .help = racchiudi `<dt>` e `<dd>` in `<dl>`
    .description =
        Fuori da `<dl>`, termini e descrizioni vengono letti come testo qualsiasi.

document-title =
    .message = la pagina non ha un titolo
    .help = scrivi in `<title>` che cosa c'è nella pagina e di quale ente è
    .description =
        Il titolo è la prima cosa che si sente aprendo una pagina, e quello che si legge tra le schede e nei segnalibri.

duplicate-id =
    .message = l'id `{ $id }` è già usato in questa pagina
    .help = dai a ogni elemento un id diverso
    .description =
        Un rimando a un id ripetuto porta sempre al primo: gli altri non si raggiungono.

duplicate-id-active =
    .message = l'id `{ $id }` di un elemento che si usa con la tastiera è già di un altro
    .help = dai a ogni elemento un id diverso
    .description =
        Un rimando a un id ripetuto porta sempre al primo.

duplicate-id-aria =
    .message = l'id `{ $id }`, usato da un'etichetta o da ARIA, è di più elementi: il rimando va a quello giusto?
    .help = dai a ogni elemento un id diverso
    .description =
        Il rimando vale per il primo elemento con quell'id; se si intendeva un altro, un campo resta senza etichetta.

empty-heading =
    .message = un titolo è vuoto
    .help = scrivi il titolo, o toglilo
    .description =
        Chi si muove da un titolo all'altro si ferma su uno che non dice niente.

empty-table-header =
    .message = un'intestazione della tabella è vuota
    .help = scrivi che cosa contiene la riga o la colonna; se è un angolo vuoto, usa `<td>`
    .description =
        L'intestazione viene letta insieme a ogni cella: se è vuota, i dati non si capiscono.

focus-order-semantics =
    .message = la tastiera si ferma su un elemento `<{ $element }>` senza un ruolo che dica che cosa è
    .help = usa un `<button>` o un collegamento, oppure togli `tabindex`
    .description =
        Quello su cui ci si ferma deve dire che cosa è e che cosa fa.

form-field-multiple-labels =
    .message = un campo ha { $count } etichette: si capisce lo stesso che cosa scrivere?
    .help = lascia una sola `<label>`, e metti il resto in un testo collegato con `aria-describedby`
    .description =
        Con più etichette alcune tecnologie assistive leggono solo la prima, altre solo l'ultima.

form-instructions =
    .message = un modulo ha campi obbligatori ma non lo scrive
    .help = scrivi all'inizio del modulo, per esempio, «I campi con * sono obbligatori», e metti l'asterisco nelle etichette
    .description =
        Chi compila deve sapere prima quali campi servono e come vanno scritti.

form-instructions--pattern =
    .message = un campo accetta solo valori scritti in un certo modo e non dice quale
    .help = spiega il formato nell'etichetta o in un testo collegato con `aria-describedby`, per esempio «CAP (5 cifre)»

frame-focusable-content =
    .message = un riquadro con collegamenti o campi non si raggiunge con la tastiera
    .help = togli `tabindex="-1"` da `<iframe>`
    .description =
        Con `tabindex="-1"` tutto quello che sta nel riquadro resta fuori dalla portata della tastiera.

frame-tested =
    .message = il contenuto di un riquadro (`{ $src }`) non è stato controllato: è accessibile?
    .help = controlla la pagina nel riquadro per conto suo
    .description =
        Quello che sta in un riquadro è un'altra pagina, e va controllata anch'essa.

frame-title =
    .message = un riquadro incorporato non ha titolo
    .help = aggiungi `title` con quello che contiene, per esempio `title="Mappa degli uffici"`
    .description =
        Prima di entrare in un riquadro bisogna sapere che cosa contiene.

frame-title-unique =
    .message = due riquadri diversi hanno lo stesso titolo, `{ $title }`: mostrano la stessa cosa?
    .help = se no, dai a ognuno un titolo che dica che cosa contiene
    .description =
        Chi sceglie un riquadro dal titolo deve poter distinguere l'uno dall'altro.

heading-order =
    .message = un titolo di livello { $level } sta dove ci si aspetta al più il livello { $expected }
    .help = usa il livello { $expected }: nel testo, { $expected } segni `#`
    .description =
        I livelli dei titoli sono l'indice della pagina: se se ne salta uno, sembra che manchi una parte.

hidden-content =
    .message = un contenuto è nascosto e non è stato controllato: quando si mostra è accessibile?
    .help = mostra il contenuto e controlla di nuovo la pagina
    .description =
        Quello che è nascosto viene giudicato solo quando compare.

html-has-lang =
    .message = la pagina non dice in che lingua è scritta
    .help = aggiungi `lang="it"` a `<html>`
    .description =
        Il lettore di schermo sceglie la voce dalla lingua della pagina: senza, può leggere l'italiano con pronuncia inglese.

html-lang-valid =
    .message = la lingua della pagina, `{ $lang }`, non esiste
    .help = scrivi il codice della lingua, per esempio `it`
    .description =
        Con un codice sconosciuto il lettore di schermo non sa quale voce usare.

html-xml-lang-mismatch =
    .message = la pagina dice due lingue diverse: `lang="{ $lang }"` e `xml:lang="{ $xml }"`
    .help = togli `xml:lang`: basta `lang`
    .description =
        Se le due lingue sono diverse, ogni programma sceglie quella che vuole.

identical-links-same-purpose =
    .message = due collegamenti con lo stesso nome, `{ $text }`, hanno indirizzi diversi: portano alla stessa cosa?
    .help = se no, scrivi in ognuno dove porta
    .description =
        Chi scorre l'elenco dei collegamenti li distingue solo dal nome.

image-alt =
    .message = un'immagine non ha un testo alternativo
    .help = descrivi l'immagine: nel testo `![descrizione](immagine.jpg)`, in HTML `alt="descrizione"`; se è solo decorativa, `alt=""`
    .description =
        Il testo alternativo dice a chi non vede l'immagine quello che l'immagine dice agli altri.

image-alt-words =
    .message = il testo alternativo comincia dicendo che è un'immagine: `{ $alt }`
    .help = togli «immagine di»: si sente già che è un'immagine
    .description =
        Il testo alternativo dice che cosa mostra l'immagine, non che è un'immagine né come si chiama il file.

image-alt-words--file =
    .message = il testo alternativo, `{ $alt }`, è il nome di un file
    .help = descrivi che cosa si vede nell'immagine

image-alt-words--placeholder =
    .message = il testo alternativo, `{ $alt }`, non descrive l'immagine
    .help = scrivi che cosa si vede; se l'immagine è solo decorativa, `alt=""`

image-redundant-alt =
    .message = il testo alternativo `{ $alt }` ripete le parole che stanno accanto all'immagine
    .help = se l'immagine non aggiunge niente, scrivi `alt=""`
    .description =
        La stessa parola viene letta due volte.

input-button-name =
    .message = un pulsante non ha nome
    .help = scrivi in `value` che cosa fa, per esempio `value="Cerca"`
    .description =
        Un pulsante senza nome viene letto solo come «pulsante»: nessuno sa che cosa fa.

input-image-alt =
    .message = un pulsante fatto con un'immagine non ha un testo alternativo
    .help = scrivi in `alt` che cosa fa, per esempio `alt="Cerca"`
    .description =
        Chi non vede l'immagine deve sapere che cosa succede premendola.

label =
    .message = un campo del modulo non ha un'etichetta
    .help = aggiungi `<label for="…">` con l'id del campo
    .description =
        Senza etichetta chi non vede la pagina non sa che cosa scrivere nel campo.

label-content-name-mismatch =
    .message = sul comando si legge `{ $label }`, ma il suo nome è `{ $name }`
    .help = metti nel nome le parole che si leggono, nello stesso ordine; spesso basta togliere `aria-label`
    .description =
        Chi comanda il computer a voce dice le parole che vede: se il nome è un altro, il comando non risponde.

label-content-name-mismatch--question =
    .message = sul comando si legge `{ $label }`, ma il suo nome è `{ $name }`: quello che si vede è un segno o un'icona?
    .help = se sono parole, mettile nel nome

label-title-only =
    .message = un campo ha il nome solo in `title` o in una descrizione
    .help = aggiungi una `<label>` che si veda
    .description =
        Un `title` compare solo con il mouse: chi usa la tastiera o un telefono non lo vede.

landmark-banner-is-top-level =
    .message = l'intestazione della pagina sta dentro un'altra area
    .help = sposta `<header>` fuori dalle altre aree, o togli `role="banner"`
    .description =
        L'intestazione della pagina è una delle sue parti principali: dentro un'altra area non si trova.

landmark-complementary-is-top-level =
    .message = un'area di complemento sta dentro un'altra area
    .help = sposta `<aside>` fuori dalle altre aree
    .description =
        Un complemento dentro un'altra area è più difficile da trovare.

landmark-contentinfo-is-top-level =
    .message = il piè di pagina sta dentro un'altra area
    .help = sposta `<footer>` fuori dalle altre aree, o togli `role="contentinfo"`
    .description =
        Il piè di pagina è una delle parti principali: dentro un'altra area non si trova.

landmark-main-is-top-level =
    .message = il contenuto principale sta dentro un'altra area
    .help = sposta `<main>` fuori dalle altre aree
    .description =
        Il contenuto principale dentro un'altra area non si raggiunge con un solo comando.

landmark-no-duplicate-banner =
    .message = la pagina ha più di un'intestazione
    .help = lascia un solo `<header>` della pagina; quelli delle sue parti vanno in `<article>` o `<section>`
    .description =
        Con più intestazioni non si sa quale sia quella della pagina.

landmark-no-duplicate-contentinfo =
    .message = la pagina ha più di un piè di pagina
    .help = lascia un solo `<footer>` della pagina; quelli delle sue parti vanno in `<article>` o `<section>`
    .description =
        Con più piè di pagina non si sa quale sia quello vero.

landmark-no-duplicate-main =
    .message = la pagina ha più di un contenuto principale
    .help = lascia un solo `<main>`
    .description =
        Con più contenuti principali non si sa più quale sia quello vero.

landmark-one-main =
    .message = la pagina non indica qual è il contenuto principale
    .help = racchiudi il contenuto principale in `<main>`
    .description =
        Con `<main>` le tecnologie assistive portano al contenuto con un solo comando.

landmark-unique =
    .message = due parti della pagina di ruolo `{ $role }` hanno lo stesso nome
    .help = distinguile con `aria-label`, per esempio `aria-label="Menu principale"`
    .description =
        Chi si muove tra le parti della pagina deve poterle distinguere.

language-change =
    .message = un testo sembra scritto { $language ->
        [en] in inglese
        [de] in tedesco
        [fr] in francese
        [es] in spagnolo
        [it] in italiano
       *[other] in un'altra lingua
    }: lo è?
    .help = se lo è, dillo con `lang`, per esempio `<span lang="{ $language }">…</span>`
    .description =
        Il lettore di schermo sceglie la voce dalla lingua: un testo straniero letto con la voce italiana non si capisce.

language-change--page =
    .message = la pagina dice di essere in `{ $lang }`, ma sembra scritta { $language ->
        [en] in inglese
        [de] in tedesco
        [fr] in francese
        [es] in spagnolo
        [it] in italiano
       *[other] in un'altra lingua
    }: lo è?
    .help = se lo è, scrivi `lang="{ $language }"` in `<html>`

link-document =
    .message = un collegamento porta a un documento { $kind } senza dirne il tipo e la dimensione
    .help = scrivi dopo il titolo, per esempio, «({ $kind }, 1,2 MB)»
    .description =
        Chi apre un collegamento deve sapere prima che si apre un documento, di che tipo e quanto pesa.

link-document--kind =
    .message = un collegamento porta a un documento { $kind } senza dire di che tipo è
    .help = scrivi dopo il titolo «{ $kind }»

link-document--size =
    .message = un collegamento porta a un documento { $kind } senza dire quanto è grande
    .help = scrivi dopo il titolo la dimensione, per esempio «1,2 MB»

link-name =
    .message = un collegamento non ha testo
    .help = scrivi dove porta; se contiene solo un'immagine, descrivila nel testo alternativo
    .description =
        Un collegamento senza nome viene letto come «collegamento» o con il suo indirizzo: nessuno sa dove porta.

link-new-window =
    .message = il collegamento `{ $text }` apre una nuova finestra senza dirlo
    .help = togli `target="_blank"`, oppure scrivi nel collegamento che si apre in una nuova finestra
    .description =
        Chi non vede la nuova finestra non capisce perché il tasto «indietro» non funziona più.

link-purpose =
    .message = il testo del collegamento, `{ $text }`, non dice dove porta
    .help = fai diventare collegamento le parole che dicono che cosa si trova
    .description =
        Chi usa un lettore di schermo scorre l'elenco dei collegamenti senza il testo attorno: «clicca qui» non dice nulla.

list =
    .message = un elenco contiene qualcosa che non è una voce
    .help = metti ogni cosa dentro una voce `<li>`
    .description =
        Le tecnologie assistive dicono quante voci ci sono solo se l'elenco contiene soltanto voci.

listitem =
    .message = una voce sta fuori da un elenco
    .help = racchiudi le voci `<li>` in `<ul>` o `<ol>`
    .description =
        Fuori da un elenco non si sa a che cosa la voce appartiene né quante sono.

marquee =
    .message = un testo scorre da solo
    .help = togli `<marquee>`
    .description =
        Un testo che scorre non si riesce a leggere e non si può fermare.

meta-refresh =
    .message = la pagina si ricarica o cambia da sola dopo { $seconds } secondi
    .help = togli `<meta http-equiv="refresh">`; per un nuovo indirizzo usa un reindirizzamento del server
    .description =
        Chi legge lentamente perde la pagina prima di averla finita.

meta-refresh-no-exceptions =
    .message = la pagina si ricarica o cambia da sola dopo { $seconds } secondi
    .help = togli `<meta http-equiv="refresh">`
    .description =
        Al livello AAA nessuna pagina può cambiare da sola, nemmeno dopo molto tempo.

meta-viewport =
    .message = `{ $property }={ $value }` impedisce di ingrandire la pagina
    .help = togli `{ $property }` da `<meta name="viewport">`
    .description =
        Chi vede poco deve poter ingrandire la pagina almeno del doppio.

meta-viewport-large =
    .message = la pagina non si può ingrandire fino a cinque volte
    .help = togli `maximum-scale` e `user-scalable` da `<meta name="viewport">`
    .description =
        Chi vede molto poco ingrandisce la pagina anche di cinque volte.

nested-interactive =
    .message = dentro un elemento di ruolo `{ $role }` ce n'è un altro che si usa con la tastiera: `{ $element }`
    .help = metti i due elementi uno accanto all'altro
    .description =
        Quello che sta dentro un pulsante o un'immagine non viene annunciato: la tastiera si ferma su qualcosa che nessuno sente.

no-autoplay-audio =
    .message = un suono parte da solo e non si vede come fermarlo: dura più di 3 secondi?
    .help = togli `autoplay`, oppure aggiungi `controls` o `muted`
    .description =
        Un suono che parte da solo copre la voce del lettore di schermo.

object-alt =
    .message = un'immagine, un suono o un filmato incorporato non ha nome
    .help = aggiungi `title` o `aria-label` che dica che cosa è
    .description =
        Quello che sta dentro `<object>` non dà il nome alla risorsa: va scritto in un attributo.

object-alt--question =
    .message = un oggetto incorporato non ha nome: è un'immagine, un suono o un filmato?
    .help = se lo è, aggiungi `title` o `aria-label` che dica che cosa è

p-as-heading =
    .message = `{ $text }` è un paragrafo in grassetto usato come titolo
    .help = scrivi un titolo: nel testo `## { $text }`, in HTML `<h2>`
    .description =
        Un paragrafo in grassetto sembra un titolo solo a chi lo vede.

page-has-heading-one =
    .message = la pagina non ha un titolo di primo livello
    .help = metti il titolo della pagina in `<h1>`
    .description =
        Il titolo di primo livello dice di che cosa tratta la pagina; molti lo cercano per primo.

page-limits =
    .message = la pagina è troppo grande o annidata: una parte non è stata controllata
    .help = semplifica la pagina, o dividila
    .description =
        Una pagina enorme o con troppi elementi uno dentro l'altro viene controllata solo in parte.

page-unread =
    .message = la pagina non si è potuta leggere: { $detail }
    .help = controlla che il file si apra, o che il server mandi la pagina
    .description =
        Una pagina che non si legge non viene controllata: finché è così, del suo contenuto non si sa niente.

presentation-role-conflict =
    .message = un elemento segnato come decorativo viene annunciato lo stesso
    .help = togli `tabindex` e gli attributi `aria-…`, oppure togli il ruolo e scrivi un testo alternativo
    .description =
        Un elemento decorativo che prende il fuoco o ha un nome ARIA torna a essere annunciato.

readability =
    .message = il testo della pagina è difficile: indice Gulpease { $index } su 100, la frase più lunga ha { $words } parole
    .help = accorcia le frasi, una notizia per frase, e usa parole comuni; sotto 40 è difficile per chi ha un diploma
    .description =
        L'indice Gulpease misura frasi e parole: più è alto, più persone capiscono il testo.

region =
    .message = una parte della pagina sta fuori dalle sue aree
    .help = mettila in `<main>`, `<header>`, `<nav>`, `<aside>` o `<footer>`
    .description =
        Chi si muove da un'area all'altra salta quello che sta fuori da tutte.

role-img-alt =
    .message = un elemento presentato come immagine non ha nome
    .help = aggiungi `aria-label` con quello che l'immagine dice
    .description =
        Con `role="img"` il contenuto non viene letto: serve un nome.

scope-attr-valid =
    .message = `scope="{ $value }"` non è ammesso qui
    .help = scrivi `scope="col"` o `scope="row"`, e solo su `<th>`
    .description =
        `scope` dice se un'intestazione vale per la colonna o per la riga.

select-name =
    .message = un elenco a scelta non ha un'etichetta
    .help = aggiungi `<label for="…">` con l'id dell'elenco
    .description =
        Senza etichetta chi non vede la pagina non sa che cosa sta scegliendo.

server-side-image-map =
    .message = una mappa su immagine si può usare solo con il mouse
    .help = togli `ismap`, e scrivi i collegamenti uno per uno
    .description =
        Con `ismap` conta il punto dove si preme: con la tastiera non si può scegliere.

skip-link =
    .message = il collegamento «vai a» in cima porta a `#{ $id }`, che nella pagina non c'è
    .help = scrivi `id="{ $id }"` sull'elemento a cui deve portare
    .description =
        Chi usa la tastiera lo preme per saltare il menu, e non succede niente.

skip-link--question =
    .message = il collegamento «vai a» in cima porta a `#{ $id }`, che è nascosto: si mostra quando serve?
    .help = se no, fai portare il collegamento a un elemento che si vede

summary-name =
    .message = una sezione che si apre non ha un titolo
    .help = scrivi in `<summary>` che cosa contiene la sezione
    .description =
        Prima di aprire una sezione bisogna sapere che cosa contiene.

svg-img-alt =
    .message = un disegno non ha nome
    .help = aggiungi al disegno `<title>` o `aria-label`; se è solo decorativo, `aria-hidden="true"`
    .description =
        Un disegno presentato come immagine ha bisogno di un testo alternativo come ogni immagine.

tabindex =
    .message = un elemento chiede di essere raggiunto prima degli altri
    .help = scrivi `tabindex="0"`, e metti l'elemento al suo posto nella pagina
    .description =
        Con un numero sopra lo zero l'ordine della tastiera non segue più quello della lettura.

table-duplicate-name =
    .message = la didascalia e il riassunto della tabella dicono la stessa cosa
    .help = togli `summary`: basta `<caption>`
    .description =
        Le stesse parole vengono lette due volte.

table-fake-caption =
    .message = la prima riga della tabella è una sola cella larga, usata come didascalia
    .help = metti il testo in `<caption>`
    .description =
        Una cella larga non viene letta come titolo della tabella.

table-headers =
    .message = una tabella di dati non ha intestazioni
    .help = usa `<th>` per le celle che dicono che cosa c'è nelle colonne o nelle righe
    .description =
        Le intestazioni vengono lette insieme a ogni cella: senza, i dati sono solo numeri.

table-headers--question =
    .message = una tabella non ha intestazioni: contiene dati?
    .help = se sì, usa `<th>` per le intestazioni; se serve solo a impaginare, aggiungi `role="none"`

target-size =
    .message = un comando di { $width } per { $height } pixel ha un altro comando troppo vicino
    .help = rendilo largo e alto almeno 24 pixel, oppure lascia più spazio tra i due
    .description =
        Chi ha le mani che tremano o usa un dito su un telefono deve poter premere un comando senza toccarne un altro. Il
        programma lo dice solo dove le misure sono scritte nei fogli di stile: le altre dipendono dai caratteri.

td-has-header =
    .message = la cella `{ $text }` di una tabella grande non ha intestazione
    .help = usa `<th>` per le intestazioni di riga o di colonna
    .description =
        In una tabella grande nessuno si ricorda che cosa c'è nella quinta colonna.

td-headers-attr =
    .message = `headers` nomina `{ $id }`, che non è un'intestazione di questa tabella
    .help = scrivi gli id di celle `<th>` della stessa tabella, o togli `headers`
    .description =
        `headers` lega una cella alle sue intestazioni: un id sbagliato la lascia senza.

text-all-capitals =
    .message = un testo è scritto tutto in maiuscolo: `{ $text }`
    .help = scrivilo in minuscolo, con le maiuscole solo dove servono; per dare rilievo usa il grassetto
    .description =
        Le parole in maiuscolo si leggono a fatica, e alcuni lettori di schermo le sillabano come sigle.

th-has-data-cells =
    .message = all'intestazione `{ $header }` non corrisponde nessuna cella
    .help = togli l'intestazione, aggiungi i dati, o usa `<td>` se non è un'intestazione
    .description =
        Un'intestazione senza celle fa credere che manchino dei dati.

valid-lang =
    .message = la lingua `{ $lang }` non esiste
    .help = scrivi il codice della lingua, per esempio `lang="de"`
    .description =
        Una parte in un'altra lingua viene letta con la voce giusta solo se il codice della lingua è giusto.

video-alternative =
    .message = un filmato: quello che si vede soltanto è detto anche a voce o per iscritto?
    .help = aggiungi un'audiodescrizione (`<track kind="descriptions">` o una seconda versione) o un testo che racconti il filmato
    .description =
        Chi non vede ha bisogno di sapere quello che il filmato mostra senza dirlo.

video-caption =
    .message = un filmato non ha una traccia di sottotitoli: c'è del parlato, e si può leggere?
    .help = aggiungi `<track kind="captions" srclang="it" src="…">` con i sottotitoli
    .description =
        Chi non sente ha bisogno di leggere quello che si dice nel filmato.
avoid-inline-spacing =
    .message = `{ $property }` con `!important` in `style` impedisce di distanziare il testo: ne serve almeno { $needed } volte il carattere
    .help = togli `!important`, o sposta la regola in un foglio di stile
    .description =
        Chi fatica a leggere distanzia lettere, parole e righe a modo suo. Un attributo `style` con `!important` glielo
        impedisce: vale solo se lo spazio è già largo, 0,12 volte il carattere fra le lettere, 0,16 fra le parole,
        1,5 fra le righe.
avoid-inline-spacing--question =
    .message = `{ $property }` con `!important` in `style`: il testo è abbastanza distanziato?
    .help = togli `!important`, o sposta la regola in un foglio di stile

color-contrast =
    .message = il testo { $text } su { $ground } ha un contrasto di { $ratio }:1 e ne serve almeno { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(larghezza { $widths } px)
        }{ $scheme ->
            [dark] {" "}(tema scuro)
            [light] {" "}(tema chiaro)
           *[all] {""}
        }
    .help = cambia uno dei due colori; testo: { $text-from }; sfondo: { $ground-from }
    .description =
        Il testo deve staccarsi dallo sfondo: 4,5 a 1, o 3 a 1 se è grande (18 punti, o 14 in grassetto). I colori si
        calcolano dai fogli di stile a tre larghezze, con il tema chiaro e con quello scuro. Dove dietro al testo può
        esserci altro, per esempio un’immagine, la domanda resta a una persona. Il testo di comandi disattivati non conta.
color-contrast--question =
    .message = il testo { $text } si legge bene qui? { $why ->
            [picture] Dietro c’è un’immagine o una sfumatura
            [overlap] Dietro può esserci un altro elemento
            [effect] Un effetto cambia i colori
            [purpose] È un solo carattere, o ha il colore dello sfondo
           *[style] Il colore dipende da condizioni che non si possono conoscere
        }; su { $ground } il contrasto è { $ratio }:1, ne serve almeno { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(larghezza { $widths } px)
        }{ $scheme ->
            [dark] {" "}(tema scuro)
            [light] {" "}(tema chiaro)
           *[all] {""}
        }
    .help = guarda la pagina; testo: { $text-from }; sfondo: { $ground-from }
color-contrast--incomplete =
    .message = i contrasti non si possono giudicare: manca un foglio di stile della pagina
    .help = aggiungi il foglio di stile, oppure controlla i contrasti in un browser

color-contrast-enhanced =
    .message = il testo { $text } su { $ground } ha un contrasto di { $ratio }:1 e per il livello AAA ne serve almeno { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(larghezza { $widths } px)
        }{ $scheme ->
            [dark] {" "}(tema scuro)
            [light] {" "}(tema chiaro)
           *[all] {""}
        }
    .help = cambia uno dei due colori; testo: { $text-from }; sfondo: { $ground-from }
    .description =
        Per il livello AAA il testo deve staccarsi dallo sfondo 7 a 1, o 4,5 a 1 se è grande.
color-contrast-enhanced--question =
    .message = il testo { $text } si legge bene qui, anche per il livello AAA? { $why ->
            [picture] Dietro c’è un’immagine o una sfumatura
            [overlap] Dietro può esserci un altro elemento
            [effect] Un effetto cambia i colori
            [purpose] È un solo carattere, o ha il colore dello sfondo
           *[style] Il colore dipende da condizioni che non si possono conoscere
        }; su { $ground } il contrasto è { $ratio }:1, ne serve almeno { $needed }:1{ $widths ->
            [all] {""}
           *[other] {" "}(larghezza { $widths } px)
        }{ $scheme ->
            [dark] {" "}(tema scuro)
            [light] {" "}(tema chiaro)
           *[all] {""}
        }
    .help = guarda la pagina; testo: { $text-from }; sfondo: { $ground-from }
color-contrast-enhanced--incomplete =
    .message = i contrasti non si possono giudicare: manca un foglio di stile della pagina
    .help = aggiungi il foglio di stile, oppure controlla i contrasti in un browser

css-orientation-lock =
    .message = la pagina viene girata di 90 gradi quando si gira il dispositivo
    .help = togli `transform` o `rotate` dalle regole per `orientation`
    .description =
        Chi ha il telefono o la tavoletta fissati alla carrozzina non può girarli: la pagina deve andar bene in verticale
        e in orizzontale, senza fogli di stile che la girano.
css-orientation-lock--question =
    .message = questa parte viene girata di 90 gradi quando si gira il dispositivo: si legge ancora?
    .help = togli `transform` o `rotate` dalle regole per `orientation`

link-in-text-block =
    .message = solo il colore distingue questo collegamento dal testo: { $link } e { $text } hanno un contrasto di { $ratio }:1
    .help = lascia la sottolineatura, o distinguilo anche in un altro modo
    .description =
        Chi non distingue i colori deve riconoscere i collegamenti in mezzo al testo: da una sottolineatura, da un bordo,
        dal peso del carattere.
link-in-text-block--question =
    .message = solo il colore distingue questo collegamento dal testo (contrasto { $ratio }:1): cambia aspetto quando ci si passa sopra o lo si raggiunge con la tastiera?
    .help = lascia la sottolineatura, o distinguilo anche in un altro modo

scrollable-region-focusable =
    .message = questo riquadro scorre, ma con la tastiera non si raggiunge
    .help = aggiungi `tabindex="0"`, un ruolo e un nome, oppure lascia che il contenuto prenda lo spazio che gli serve
    .description =
        Chi usa solo la tastiera deve poter scorrere ogni riquadro: perché il riquadro stesso prende il fuoco, o perché
        dentro c’è qualcosa che lo prende.
scrollable-region-focusable--question =
    .message = questo riquadro può scorrere e con la tastiera non si raggiunge: il contenuto ci sta sempre tutto?
    .help = aggiungi `tabindex="0"`, un ruolo e un nome, oppure lascia che il contenuto prenda lo spazio che gli serve
