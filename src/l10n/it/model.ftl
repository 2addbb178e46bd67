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
reference--ended =
    .message = `{ $id }` doveva restare in Amministrazione trasparente fino al { $date }: qui non compare più
    .help = togli il riferimento; se c'è una ragione per tenerlo, scrivi `pubblicazione: fino` con il `motivo` nel suo file
reference--albo =
    .message = `{ $id }` sta solo all'albo pretorio: qui non compare
    .help = rimanda all'albo con un collegamento a `/albo-pretorio/`, oppure pubblica l'atto in una sezione di Amministrazione trasparente (`trasparenza`)
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
link--mailbox =
    .message = `{ $path }` è l'indirizzo di una casella, non di un file
    .help = scrivi `mailto:{ $path }`
link--host =
    .message = `{ $path }` è un altro sito, e senza `https://` porta a un file che non esiste
    .help = scrivi `https://{ $path }`
link--hidden =
    .message = il file `{ $path }` non si pubblica: il nome comincia con un punto, e così sono nascosti i file che non sono per tutti
    .help = rinominalo senza il punto davanti, qui e nella cartella
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
link--ended =
    .message = `{ $path }` doveva restare in Amministrazione trasparente fino al { $date }: il testo resta senza collegamento
    .help = togli il collegamento; se c'è una ragione per tenere la pagina, scrivi `pubblicazione: fino` con il `motivo` nel suo file
link--albo =
    .message = `{ $path }` sta solo all'albo pretorio, da cui uscirà: il testo resta senza collegamento
    .help = metti un collegamento a `/albo-pretorio/`, oppure pubblica l'atto in una sezione di Amministrazione trasparente (`trasparenza`)
link--act =
    .message = `{ $path }` è un atto dell'albo pretorio, che lo mostra dal { $from } al { $until }: il testo resta senza collegamento
    .help = metti un collegamento a `/albo-pretorio/`; se l'atto ha anche una pagina sua, scrivi il percorso del suo file; altrimenti pubblicalo in una sezione di Amministrazione trasparente (`trasparenza`)
link--act-endless =
    .message = `{ $path }` è un atto dell'albo pretorio, da cui uscirà: il testo resta senza collegamento
    .help = metti un collegamento a `/albo-pretorio/`; se l'atto ha anche una pagina sua, scrivi il percorso del suo file
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
section-missing--home =
    .message = il sito non ha una pagina iniziale
    .help = crea il file `content/sezioni/home.md` con `titolo`, `descrizione_breve` e `indirizzo: /`; se c'è già, controlla che non sia una bozza
section-missing--nothing =
    .message = nella cartella `content` non c'è nessuna pagina
    .help = controlla di essere nella cartella giusta; `arengo new` prepara una pagina da completare

menu-section =
    .description = Ogni indirizzo di `menu`, in `site.toml`, è quello di una sezione del sito.
    .message = il menu porta a `{ $address }`, ma nel sito non c'è quella sezione
    .help = forse `{ $known }`?
menu-section--strange =
    .message = il menu porta a `{ $address }`, ma nel sito non c'è quella sezione
    .help = correggi l'indirizzo, oppure crea un file in `content/sezioni` con `titolo` e `indirizzo: { $address }`

attachment-unused =
    .description = Un file accanto alle pagine si pubblica solo se una pagina pubblicata lo usa, con un collegamento o in un campo.
    .message = nessuna pagina pubblicata usa il file `{ $name }`, che perciò non è nel sito
    .help = aggiungi un collegamento in una pagina, oppure cancella il file
attachment-unused--page =
    .message = il file `{ $name }` sembra una pagina, ma il suo nome non finisce in `.md`: nel sito non c'è
    .help = rinominalo `{ $better }`

address-taken =
    .description =
        Ogni pagina e ogni file del sito ha un indirizzo tutto suo. Maiuscole e minuscole non bastano a distinguerli, perché certi computer le confondono.
    .message = l'indirizzo `{ $address }` è già di un'altra pagina
    .help = scrivi uno `slug` diverso (in una sezione, un `indirizzo` diverso) in una delle due
address-taken--case =
    .message = gli indirizzi `{ $address }` e `{ $other }` sono diversi solo per le maiuscole
    .help = scrivi uno `slug` diverso in una delle due pagine
address-taken--file =
    .message = l'indirizzo di questo file, `{ $address }`, è già di `{ $other_source }`
    .help = cambia il nome di uno dei due, e anche dove è scritto nelle pagine
address-taken--file-case =
    .message = `{ $source }` e `{ $other_source }` avrebbero indirizzi diversi solo per le maiuscole: `{ $address }` e `{ $other }`
    .help = cambia il nome del file o della sua cartella, e anche dove è scritto nelle pagine
address-taken--accents =
    .message = `{ $source }` e `{ $other_source }` hanno lo stesso nome, con gli accenti scritti in due modi: su molti computer sono un file solo
    .help = cancella uno dei due, oppure rinominalo con lettere senza accento
address-taken--within =
    .message = `{ $address }` (da `{ $source }`) e `{ $other }` (da `{ $other_source }`) non possono stare insieme: dove uno è un file, all'altro serve una cartella
    .help = cambia il nome di uno dei due: il file o la cartella se viene da `static`, lo `slug` o l'`alias` se viene da un contenuto
address-taken--name =
    .message = il nome `{ $source }` non vale su tutti i computer: certi segni sono vietati, e Windows toglie punti e spazi in fondo
    .help = rinomina il file o la cartella con lettere, cifre e trattini
address-taken--made =
    .message = `{ $address }` è un file che scrive Arengo
    .help = togli il tuo dalla cartella `static`
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
alias--path =
    .message = `{ $alias }` non è un indirizzo di questo sito: comincia con `/`, senza il nome del sito, spazi e segni come `?`
    .help = scrivi `{ $meant }`
alias--itself =
    .message = `{ $alias }` è già l'indirizzo di questa pagina
    .help = cancella la riga

link-page =
    .description =
        Nelle pagine finite ogni collegamento, immagine o file del sito deve esistere, e ogni punto indicato dopo `#` deve essere nella pagina.
        Si guarda anche quello che scrivono i modelli del tema.
    .message = nel sito non c'è niente all'indirizzo `{ $address }`
    .help = correggi l'indirizzo; per un'altra pagina del sito scrivi il percorso del suo file, per esempio `../servizi/pagare-tari.md`
link-page--gone =
    .message = all'indirizzo `{ $address }` oggi non c'è niente: la pagina non è ancora pubblicata, o non lo è più
    .help = togli il collegamento; nel testo di una pagina scrivi il percorso del file, per esempio `../servizi/pagare-tari.md`: il collegamento sparirà da solo
link-page--anchor =
    .message = nella pagina `{ $address }` non c'è il punto `#{ $anchor }`
    .help = apri la pagina, vai al titolo che ti serve e copia dall'indirizzo quello che sta dopo `#`; oppure cancella da `#` in poi

# Amministrazione trasparente.

transparency-section =
    .description =
        Le sezioni di Amministrazione trasparente hanno un nome fatto con le parti dell'indirizzo: `organizzazione/articolazione-uffici`. Con lo stesso nome si dice dove va un contenuto (`trasparenza`) e di quale sezione parla un ufficio (`sezione`, `obbligo`).
    .message = nessuna sezione di Amministrazione trasparente si chiama `{ $key }`
    .help = forse `{ $known }`?
transparency-section--strange =
    .message = nessuna sezione di Amministrazione trasparente si chiama `{ $key }`
    .help = copia la parte dell'indirizzo che viene dopo `/amministrazione-trasparente/`
transparency-section--repealed =
    .message = «{ $title }» non è più chiesta dal { $date }: nell'archivio va solo ciò che è di prima
    .help = togli la sezione da `trasparenza`; se l'atto è di prima, scrivi il suo giorno in `pubblicazione: decorre_dal`
transparency-section--twice =
    .message = di `{ $key }` parla già un altro file
    .help = riunisci i due file in uno

transparency-empty =
    .description =
        Ogni obbligo di pubblicazione ha il suo posto in Amministrazione trasparente, anche quando non c'è niente da pubblicare: in quel caso una formula dice perché (non riguarda l'ente, nessun caso nell'anno, dati in preparazione), con la data.
        Gli obblighi non ancora verificati in una fonte, e quelli che valgono solo a certe condizioni, danno una nota.
    .message = «{ $title }» ({ $section }) è vuoto e nessuno dice perché
    .help = { $what } Norma: { $norm }. Ufficio: { $office }. Pubblica il contenuto, oppure scrivi una `dichiarazione` per `{ $key }` in un file di `content/trasparenza`

transparency-duration =
    .description =
        Gli atti restano in Amministrazione trasparente cinque anni, contati dal 1º gennaio dell'anno dopo quello in cui comincia l'obbligo (d.lgs. 33/2013, articolo 8). Il giorno dopo spariscono da pagine, elenchi e allegati. Per calcolarlo serve un giorno da cui contare.
    .message = non si sa da quando contare la pubblicazione in «{ $title }»
    .help = compila uno di questi campi: { $fields }, oppure `pubblicazione: decorre_dal`

transparency-too-short =
    .description =
        `pubblicato_fino` toglie un contenuto dal sito. Se sta in Amministrazione trasparente, non può andarsene prima del giorno che dice la legge.
    .message = questo giorno viene prima della fine della pubblicazione in «{ $title }», che è il { $date }
    .help = togli `pubblicato_fino`: il contenuto se ne va da sé il giorno giusto. Se c'è una ragione, scrivi `pubblicazione` con `fino` e `motivo`
transparency-too-short--open =
    .message = in «{ $title }» il contenuto va tenuto finché vale, senza un ultimo giorno
    .help = togli `pubblicato_fino`; quando smette di valere scrivi `pubblicazione: efficace_fino`

contract-document =
    .description =
        Per ogni gara la legge vuole, oltre al collegamento alla banca dati nazionale con il CIG, alcuni documenti: quali, e da quando, dipende dalla procedura e dalla fase. L'elenco è in `schemas/trasparenza/contratti.yaml`.
        Norma: d.lgs. 33/2013, art. 37; d.lgs. 36/2023, art. 28; del. ANAC 264/2023, come modificata dalla 601/2023.
    .message = fase di { $phase }: { $n ->
        [one] manca
       *[other] mancano
    } { $names }, da pubblicare dal { $date } ({ $days ->
        [0] oggi
        [one] un giorno fa
       *[other] { $days } giorni fa
    })
    .help = aggiungi in `{ $field }` una voce con `atto: { $act }` e il `file`, l'`url` o il `documento`; se la gara non lo ha, scrivi perché in `non_dovuto` ({ $norm })

transparency-late =
    .description =
        Alcuni dati vanno rinnovati ogni trimestre, ogni semestre, ogni anno, o entro un giorno preciso. L'ultimo aggiornamento è quello dei contenuti che la sezione mostra.
    .message = «{ $title }» ({ $section }) è in ritardo di { $days ->
        [one] un giorno
       *[other] { $days } giorni
    }: andava rinnovato entro il { $due }, l'ultima volta è del { $updated }
    .help = chiedi i dati a: { $office }. Poi aggiorna il contenuto e la sua data (`aggiornato`)

transparency-formula =
    .description =
        Una formula dice perché una parte di Amministrazione trasparente è vuota. «Nessuno» vale per il suo anno, fino al 31 gennaio dopo; «in preparazione» vale tre mesi.
    .message = la formula va rivista
    .help = aggiorna la data, oppure togli la dichiarazione
transparency-formula--filled =
    .message = la formula dice che «{ $title }» è vuoto, ma ci sono contenuti
    .help = togli la dichiarazione: la formula non compare più
transparency-formula--year =
    .message = la formula per «{ $title }» parla del { $year }: per quest'anno non dice niente
    .help = verifica con: { $office }. Poi aggiorna `anno` e `data`, oppure pubblica i dati
transparency-formula--preparing =
    .message = «{ $title }» è in preparazione dal { $date }: sono passati più di tre mesi
    .help = chiedi i dati a: { $office }

transparency-settings =
    .description =
        `[trasparenza]` in `site.toml` accende Amministrazione trasparente e dice chi ne risponde e che cosa non riguarda l'ente.
    .message = nessun contenuto si chiama `{ $id }`
    .help = forse `{ $known }`?
transparency-settings--strange =
    .message = nessun contenuto si chiama `{ $id }`
    .help = scrivi il nome di un file di `content/uffici` (per `ufficio`) o di `content/persone` (per `responsabile`), senza `.md`
transparency-settings--population =
    .message = non si sa quanti abitanti ha il Comune, e alcuni obblighi valgono solo da { $threshold } abitanti in su
    .help = scrivi `popolazione` in `[ente]`

transparency-indexing =
    .description =
        Le pagine di Amministrazione trasparente si devono trovare con i motori di ricerca (d.lgs. 33/2013, articolo 9). Fanno eccezione i dati particolari e giudiziari: quelle pagine portano `dati_particolari: true` e chiedono ai motori di non elencarle.
    .message = una pagina di Amministrazione trasparente chiede ai motori di ricerca di non elencarla
    .help = togli `noindex` dal modello; se la pagina contiene dati particolari o giudiziari, scrivi `dati_particolari: true` nel contenuto
transparency-indexing--refused =
    .message = una pagina con dati particolari non chiede ai motori di ricerca di non elencarla
    .help = nel modello metti `<meta name="robots" content="noindex">` quando `pagina.indicizzabile` è falso
transparency-indexing--albo =
    .message = una pagina dell'albo pretorio non chiede ai motori di ricerca di non elencarla
    .help = nel modello metti `<meta name="robots" content="noindex">` quando `pagina.indicizzabile` è falso

# L'albo pretorio.

albo-number =
    .description =
        Il registro dell'albo pretorio dà a ogni atto un numero progressivo, che ricomincia da 1 ogni anno e non si usa due volte, nemmeno se l'atto è annullato. Un numero che manca fra 1 e l'ultimo dell'anno fa pensare a un atto tolto: se è così, l'atto va rimesso e annullato con `annullato`.
    .message = il numero { $number } del { $year } è già di un altro atto
    .help = dai a questo atto un numero nuovo: il primo libero è { $free }. Se quello già pubblicato è sbagliato, annullalo con `annullato` e lascia il suo numero
albo-number--gap =
    .message = prima di questo numero manca il { $first } del { $year }
    .help = se l'atto { $first } è stato pubblicato per errore, rimettilo con `annullato`; se il numero non è mai stato usato, correggi i numeri che non sono ancora all'albo
albo-number--gaps =
    .message = prima di questo numero mancano quelli dal { $first } al { $last } del { $year }
    .help = se gli atti sono in un altro deposito, tieni lì tutto l'anno; se sono stati tolti, rimettili con `annullato`
albo-number--order =
    .message = il numero { $number } è registrato il { $day }, ma il { $before } è del { $other }
    .help = i numeri seguono i giorni di registrazione: correggi `registrato_il` (se manca vale `dal`)
albo-number--start =
    .message = il registro del { $year } comincia dal numero { $number } e non dal numero { $first }
    .help = se gli atti sono stati tolti, rimettili con `annullato`; se prima il registro era tenuto altrove, scrivi in `site.toml`, sotto `[albo]`, `inizia_da = "{ $number }/{ $year }"`
albo-number--registered =
    .message = l'atto è all'albo dal { $from }, ma è registrato solo il { $day }
    .help = un atto si registra prima di pubblicarlo: correggi `registrato_il` o `dal`

albo-end =
    .description =
        Un atto esce dall'albo pretorio da solo, il giorno dopo l'ultimo. I giorni sono quelli del tipo di atto (`schemas/albo/durate.yaml`), consecutivi e senza contare il primo: pubblicato il 26 novembre per 15 giorni, l'atto è in linea fino all'11 dicembre compreso. Una durata diversa si scrive con `giorni` o con `al`, e con il `motivo`. Un atto di cui non si conosce l'ultimo giorno non si pubblica.
    .message = non si sa fino a quando questo atto ({ $type }) resta all'albo
    .help = scrivi l'ultimo giorno in `albo: al`. Regola: { $norm }
albo-end--no-type =
    .message = dell'atto manca il tipo, da cui segue per quanti giorni resta all'albo
    .help = scrivi `tipo` dentro `albo`, per esempio `tipo: Ordinanza del Dirigente`
albo-end--no-rule =
    .message = per il tipo `{ $type }` nessuna regola dice per quanti giorni resta all'albo
    .help = scrivi `giorni` e `motivo` dentro `albo`, oppure una regola in un file di `schemas/albo`
albo-end--before =
    .message = l'ultimo giorno all'albo viene prima del primo, che è il { $from }
    .help = correggi `dal`, `al` o il termine del contenuto; forse l'anno è rimasto quello vecchio
albo-end--annulled =
    .message = l'annullamento non cade nei giorni di pubblicazione, dal { $from } al { $until }
    .help = correggi `annullato: data`; un atto già uscito dall'albo non si annulla più
albo-end--reason =
    .message = la durata all'albo è diversa da quella che segue dal tipo di atto e dal suo termine, e nessuno dice perché
    .help = aggiungi `motivo` dentro `albo`, oppure togli `giorni` e `al`. Regola: { $norm }
albo-end--reason-free =
    .message = nessuna regola dice per quanti giorni l'atto resta all'albo, e nessuno dice perché questi
    .help = aggiungi `motivo` dentro `albo`, oppure una regola in un file di `schemas/albo`
albo-end--short =
    .message = l'atto resta all'albo { $days ->
        [0] solo il primo giorno
        [one] un giorno
       *[other] { $days } giorni
    }, ma ne servono almeno { $least }
    .help = togli `giorni` e `al`: il giorno giusto si calcola da sé. Norma: { $norm }

albo-document =
    .description =
        La pubblicazione all'albo ha effetto legale per mezzo del documento firmato. Accanto a ogni documento la pagina mostra la sua impronta (SHA-256), con cui chiunque controlla di avere proprio quello.
    .message = l'atto non ha documenti
    .help = aggiungi `allegati` con il documento firmato, in PDF/A

albo-regime =
    .description =
        Le pagine di Amministrazione trasparente si devono trovare con i motori di ricerca, quelle dell'albo pretorio mai. Un atto che riguarda singole persone (pubblicazioni di matrimonio, cambi di nome, irreperibilità, depositi in casa comunale) non va perciò in Amministrazione trasparente.
    .message = un atto di tipo `{ $type }` riguarda singole persone: in Amministrazione trasparente i motori di ricerca lo troverebbero
    .help = togli `trasparenza` e `genere_atto`; se la legge lo chiede davvero, scrivi `dati_particolari: true`

albo-settings =
    .description = `[albo]` in `site.toml` dice quale ufficio tiene il registro dell'albo pretorio e se gli atti scaduti restano in un archivio.
    .message = nessun ufficio si chiama `{ $id }`
    .help = forse `{ $known }`?
albo-settings--strange =
    .message = nessun ufficio si chiama `{ $id }`
    .help = scrivi il nome di un file di `content/uffici`, senza `.md`
