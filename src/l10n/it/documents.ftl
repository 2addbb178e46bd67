# Documenti allegati.
open-format =
    .message = il documento è in formato { $format }, che appartiene a un solo produttore
    .help = pubblicalo in un formato aperto: PDF per leggere, ODT o ODS per modificare, CSV per i dati
    .description =
        I documenti si pubblicano in formato aperto, leggibile con qualsiasi programma (art. 7 d.lgs. 33/2013, art. 68 d.lgs. 82/2005).
        Un file .doc o .xls chiede un programma che non tutti hanno; un'immagine al posto di un testo non si legge, non si cerca e non si copia.
open-format--office =
    .message = il documento è in formato { $format }: è uno standard, ma non tutti i programmi lo leggono allo stesso modo
    .help = accanto, pubblica lo stesso documento in PDF, ODT, ODS o CSV
open-format--macro =
    .message = il documento è in formato { $format }, che contiene programmi (macro)
    .help = salvalo senza macro, in un formato aperto: ODT, ODS, PDF o CSV
open-format--image =
    .message = il documento è un'immagine ({ $format }): chi non vede non può leggerlo, e nessuno può cercarvi dentro
    .help = pubblica il documento da cui è stata fatta, in PDF con testo, oppure scrivi il contenuto nella pagina

pdf-bookmarks =
    .message = il PDF ha { $pages } pagine e nessun segnalibro
    .help = nel programma con cui è stato scritto usa gli stili dei titoli ed esporta il PDF con i segnalibri
    .description =
        In un documento di più di 20 pagine i segnalibri sono l'indice con cui ci si sposta: senza, chi usa la tastiera o un lettore di schermo deve scorrerlo tutto.

pdf-broken =
    .message = il PDF non si apre: il file è rovinato, oppure non è un PDF
    .help = esportalo di nuovo dal documento originale, e controlla che si apra
    .description =
        Ogni PDF allegato viene aperto e controllato. Se il file è rovinato i cittadini non lo leggono, e Arengo non può dire niente della sua accessibilità.
pdf-broken--large =
    .message = il PDF è troppo grande per essere controllato: della sua accessibilità non si sa niente
    .help = controllalo con un altro programma, oppure dividilo

pdf-claims =
    .message = il PDF dichiara di essere { $standard } ma non rispetta quella norma
    .help = esportalo di nuovo scegliendo { $standard }, e verifica il risultato con un programma di controllo
    .description =
        Un PDF può dichiarare di seguire PDF/UA (accessibilità) o PDF/A (conservazione). Se mancano i tag, il titolo o la lingua che quelle norme vogliono, la dichiarazione è falsa.
        Che un PDF le rispetti del tutto, da qui non si può sapere.

pdf-lang =
    .message = il PDF non dice in che lingua è scritto
    .help = nelle proprietà del documento originale scegli la lingua (italiano), poi esportalo di nuovo in PDF
    .description =
        Un lettore di schermo pronuncia le parole secondo la lingua che il documento dichiara: senza, l'italiano può essere letto con la voce di un'altra lingua.

pdf-locked =
    .message = le protezioni del PDF impediscono la lettura ai lettori di schermo
    .help = esporta di nuovo il PDF senza protezioni, o permettendo l'accesso al testo per l'accessibilità
    .description =
        Un PDF può vietare di copiarne il testo. Se vieta anche l'accesso alle tecnologie assistive, chi non vede non può leggerlo. Un PDF con la password non lo legge nessuno.
pdf-locked--password =
    .message = il PDF è protetto: senza password non si apre
    .help = pubblica il documento senza password

pdf-tags =
    .message = il PDF non ha tag: titoli, elenchi e tabelle non si distinguono
    .help = usa gli stili nel documento originale ed esporta con l'opzione «PDF con tag» (o PDF/UA)
    .description =
        I tag dicono che cosa è titolo, elenco, tabella, immagine, e in che ordine si legge. Senza, un lettore di schermo trova solo parole in fila.

pdf-text =
    .message = il PDF è fatto solo di immagini: è una scansione, senza testo
    .help = pubblica il PDF fatto dal documento originale; se non c'è più, fai riconoscere il testo (OCR) e controllalo
    .description =
        Di una pagina scansionata il lettore di schermo non legge niente, e nessuno può cercarvi o copiarne una parola. I documenti si esportano dal programma con cui sono stati scritti, non si stampano per scansionarli.
pdf-text--some =
    .message = nel PDF { $n } pagine su { $looked } sono immagini senza testo
    .help = se mostrano un testo, fallo riconoscere (OCR), oppure metti il testo nel documento

pdf-title =
    .message = il PDF non ha un titolo
    .help = nelle proprietà del documento originale scrivi il titolo, poi esportalo di nuovo in PDF
    .description =
        Il titolo è ciò che si legge nella scheda del programma e ciò che il lettore di schermo dice per primo. Deve esserci, e il PDF deve chiedere che sia mostrato al posto del nome del file.
pdf-title--hidden =
    .message = il PDF ha il titolo «{ $title }» ma mostra al suo posto il nome del file
    .help = esportalo di nuovo chiedendo di mostrare il titolo del documento nella finestra
