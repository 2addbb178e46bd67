# Il sito nel suo insieme: riferimenti, collegamenti, sezioni, indirizzi.

ui-address-here = l'indirizzo è già usato qui

reference =
    .description =
        Una pagina ne cita un'altra con il nome del suo file, senza `.md`: `unita_responsabile: ufficio-anagrafe`. Quando il campo accetta più tipi si può scrivere anche il tipo: `persona/federica-ranocchia`.
        Se la pagina citata non è pubblicata oggi (è una bozza, non è ancora il giorno, è scaduta) il riferimento non compare e c'è solo un avviso.
    .message = nessun contenuto si chiama `{ $id }` (tipo: { $type })
    .help = forse `{ $known }`? I nomi possibili sono quelli dei file di { $folders }
reference--strange =
    .message = nessun contenuto si chiama `{ $id }` (tipo: { $type })
    .help = scrivi il nome di un file di { $folders }, senza `.md` (se è `index.md`, il nome della sua cartella), oppure crea prima quel contenuto
reference--type =
    .message = `{ $type }` non è un tipo di contenuto
    .help = forse `{ $known }`? Prima della barra va il tipo, non la cartella
reference--no-type =
    .message = di `{ $id }` non si sa il tipo, perché qui si può citare ogni contenuto
    .help = scrivi prima il tipo e una barra, per esempio `servizio/{ $id }`
reference--draft =
    .message = `{ $id }` è una bozza: qui non compare
    .help = quando è pronto cancella `bozza: true` dal suo file; se non serve più, togli il riferimento
reference--not-yet =
    .message = `{ $id }` è pubblicato solo dal { $date }: fino ad allora qui non compare
    .help = se va bene così non serve fare nulla; altrimenti cambia `pubblicato_dal` nel suo file
reference--over =
    .message = la pubblicazione di `{ $id }` è finita il { $date }: qui non compare più
    .help = togli il riferimento, oppure cambia `pubblicato_fino` nel suo file

reference-cycle =
    .description =
        Un ufficio, una sezione o un'altra pagina può stare sotto una dello stesso tipo, ma non sotto sé stessa, nemmeno passando per altre.
    .message = seguendo `{ $field }` da «{ $title }» si torna a «{ $title }»
    .help = correggi `{ $field }` in una delle pagine del giro: quella più in alto non ha niente sopra di sé

link =
    .description =
        Un collegamento a un'altra pagina o a un file del sito è il percorso del file, a partire dalla cartella in cui sta la pagina: `../servizi/pagare-tari.md`, `modulo.pdf`.
        Maiuscole e minuscole contano. Se la pagina non è pubblicata oggi, il testo resta senza collegamento e c'è solo un avviso.
    .message = `{ $path }` non esiste
    .help = forse `{ $known }`?
link--nothing =
    .message = `{ $path }` non esiste
    .help = scrivi il percorso del file a partire da questa cartella, per esempio `../servizi/pagare-tari.md`; l'indirizzo di un altro sito comincia con `https://`
link--no-file =
    .message = il file `{ $path }` non esiste
    .help = metti il file accanto a questa pagina e scrivi il suo nome com'è, maiuscole comprese
link--outside =
    .message = `{ $path }` porta fuori dalla cartella `content`
    .help = togli i `../` di troppo; se il file sta altrove, copialo accanto a questa pagina e scrivi solo il suo nome
link--no-image =
    .message = `{ $path }` non è un'immagine, o non si può leggere come tale
    .help = usa un file png, jpg, gif, webp, avif o svg; per un documento togli il `!` davanti alla parentesi quadra
link--image-elsewhere =
    .message = l'immagine `{ $path }` sta su un altro sito, che potrebbe toglierla
    .help = salva il file accanto a questa pagina e scrivi solo il suo nome
link--file-wanted =
    .message = qui serve un file del sito, e `{ $path }` non lo è
    .help = metti il file accanto a questa pagina e scrivi il suo nome, per esempio `modulo.pdf`
link--draft =
    .message = `{ $path }` è una bozza: il testo resta senza collegamento
    .help = quando è pronta cancella `bozza: true` dal suo file; se non serve più, togli il collegamento
link--not-yet =
    .message = `{ $path }` è pubblicata solo dal { $date }: fino ad allora il testo resta senza collegamento
    .help = se va bene così non serve fare nulla; altrimenti cambia `pubblicato_dal` nel suo file
link--over =
    .message = la pubblicazione di `{ $path }` è finita il { $date }: il testo resta senza collegamento
    .help = togli il collegamento, oppure cambia `pubblicato_fino` nel suo file

duplicate-id-content =
    .description =
        Il nome del file (o `id`) distingue una pagina dalle altre dello stesso tipo: se due hanno lo stesso nome, chi le cita non sa quale. La traduzione di una pagina ha lo stesso nome e un'altra lingua, per esempio `tari.en.md`.
    .message = un altro contenuto di tipo «{ $type }» si chiama già `{ $id }`: { $other }
    .help = rinomina uno dei due file, o cambia il suo `id`; se è una traduzione, scrivi la lingua prima di `.md`, per esempio `{ $id }.en.md`

section-missing =
    .description =
        Le sezioni del sito sono pagine della cartella `content/sezioni`, con un titolo e una descrizione. Una sezione che nessuno ha scritto ha una pagina lo stesso, con un titolo ricavato dall'indirizzo.
    .message = la sezione `{ $address }`, in cui sta questa pagina, non è descritta da nessuno: il suo titolo è ricavato dall'indirizzo
    .help = crea un file in `content/sezioni` con `titolo` e `indirizzo: { $address }`

attachment-unused =
    .description = Un file accanto alle pagine si pubblica solo se una pagina pubblicata lo usa, con un collegamento o in un campo.
    .message = nessuna pagina pubblicata usa il file `{ $name }`, che perciò non è nel sito
    .help = aggiungi un collegamento in una pagina, oppure cancella il file

address-taken =
    .description =
        Ogni pagina e ogni file del sito ha un indirizzo tutto suo. Maiuscole e minuscole non bastano a distinguerli, perché certi computer le confondono.
    .message = l'indirizzo `{ $address }` è già di un'altra pagina
    .help = scrivi uno `slug` diverso (in una sezione, un `indirizzo` diverso) in una delle due
address-taken--case =
    .message = gli indirizzi `{ $address }` e `{ $other }` sono diversi solo per le maiuscole
    .help = scrivi uno `slug` diverso in una delle due pagine
address-taken--file =
    .message = l'indirizzo di questo file, `{ $address }`, è già usato
    .help = cambia il nome del file, e anche dove è scritto nelle pagine
address-taken--alias =
    .message = il vecchio indirizzo `{ $address }` è quello di qualcosa che c'è già, e non può portare altrove
    .help = cancella questo `alias`, oppure correggilo

address-moved =
    .description =
        Se l'indirizzo di una pagina cambia, chi l'ha salvato o trovato con un motore di ricerca non la trova più. Il vecchio indirizzo si scrive in `alias`, e porta al nuovo.
    .message = l'indirizzo di questa pagina era `{ $old }` e ora è `{ $new }`: chi usa il vecchio non la trova più
    .help = aggiungi il vecchio indirizzo nell'intestazione: `alias: ["{ $old }"]`

alias =
    .description =
        In `alias` si scrivono gli indirizzi che la pagina ha avuto in passato. Ciascuno comincia con `/`, senza il nome del sito, e contiene solo lettere, cifre, trattini, punti e barre.
    .message = `{ $alias }` non è un indirizzo di questo sito
    .help = scrivi solo il percorso, senza nome del sito, spazi e segni come `?`: per esempio `/tributi/tari/`
alias--itself =
    .message = `{ $alias }` è già l'indirizzo di questa pagina
    .help = cancella la riga

link-page =
    .description =
        Nelle pagine finite ogni collegamento, immagine o file del sito deve esistere, e ogni punto indicato dopo `#` deve essere nella pagina.
        Si guarda anche quello che scrivono i modelli del tema.
    .message = nel sito non c'è niente all'indirizzo `{ $address }`
    .help = correggi l'indirizzo; per un'altra pagina del sito scrivi il percorso del suo file, per esempio `../servizi/pagare-tari.md`
link-page--anchor =
    .message = nella pagina `{ $address }` non c'è il punto `#{ $anchor }`
    .help = apri la pagina, vai al titolo che ti serve e copia dall'indirizzo quello che sta dopo `#`; oppure cancella da `#` in poi
