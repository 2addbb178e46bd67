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

aria-command-name =
    .message = una voce di menu non ha nome
    .help = scrivi un testo nella voce, oppure un `aria-label`
    .description =
        Una voce di menu senza nome viene letta solo come «voce di menu»: nessuno sa che cosa fa.

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

aria-roles =
    .message = il ruolo `{ $value }` non esiste
    .help = scrivi un ruolo di WAI-ARIA, o togli l'attributo `role`
    .description =
        Un ruolo inventato o scritto male non viene capito da nessuna tecnologia assistiva.

aria-toggle-field-name =
    .message = una casella o un interruttore non ha nome
    .help = scrivi che cosa si sceglie dentro l'elemento, o in `aria-label`
    .description =
        Chi non vede la pagina deve sapere che cosa accende, spegne o sceglie.

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

autocomplete-valid =
    .message = il valore `{ $value }` di `autocomplete` non è tra quelli previsti
    .help = usa le parole dello standard, per esempio `email`, `tel`, `given-name`, `family-name`
    .description =
        Con `autocomplete` il browser compila da sé i dati personali: aiuta chi fatica a scrivere o a ricordare.

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

frame-focusable-content =
    .message = un riquadro con collegamenti o campi non si raggiunge con la tastiera
    .help = togli `tabindex="-1"` da `<iframe>`
    .description =
        Con `tabindex="-1"` tutto quello che sta nel riquadro resta fuori dalla portata della tastiera.

frame-title =
    .message = un riquadro incorporato non ha titolo
    .help = aggiungi `title` con quello che contiene, per esempio `title="Mappa degli uffici"`
    .description =
        Prima di entrare in un riquadro bisogna sapere che cosa contiene.

heading-order =
    .message = un titolo di livello { $level } sta dove ci si aspetta al più il livello { $expected }
    .help = usa il livello { $expected }: nel testo, { $expected } segni `#`
    .description =
        I livelli dei titoli sono l'indice della pagina: se se ne salta uno, sembra che manchi una parte.

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

image-alt =
    .message = un'immagine non ha un testo alternativo
    .help = descrivi l'immagine: nel testo `![descrizione](immagine.jpg)`, in HTML `alt="descrizione"`; se è solo decorativa, `alt=""`
    .description =
        Il testo alternativo dice a chi non vede l'immagine quello che l'immagine dice agli altri.

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

link-name =
    .message = un collegamento non ha testo
    .help = scrivi dove porta; se contiene solo un'immagine, descrivila nel testo alternativo
    .description =
        Un collegamento senza nome viene letto come «collegamento» o con il suo indirizzo: nessuno sa dove porta.

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

nested-interactive =
    .message = dentro un elemento di ruolo `{ $role }` ce n'è un altro che si usa con la tastiera: `{ $element }`
    .help = metti i due elementi uno accanto all'altro
    .description =
        Quello che sta dentro un pulsante o un'immagine non viene annunciato: la tastiera si ferma su qualcosa che nessuno sente.

object-alt =
    .message = un'immagine, un suono o un filmato incorporato non ha nome
    .help = aggiungi `title` o `aria-label` che dica che cosa è
    .description =
        Quello che sta dentro `<object>` non dà il nome alla risorsa: va scritto in un attributo.

object-alt--question =
    .message = un oggetto incorporato non ha nome: è un'immagine, un suono o un filmato?
    .help = se lo è, aggiungi `title` o `aria-label` che dica che cosa è

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

td-headers-attr =
    .message = `headers` nomina `{ $id }`, che non è un'intestazione di questa tabella
    .help = scrivi gli id di celle `<th>` della stessa tabella, o togli `headers`
    .description =
        `headers` lega una cella alle sue intestazioni: un id sbagliato la lascia senza.

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
