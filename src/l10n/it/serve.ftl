# L'anteprima: pannello, scrivania, avvisi al terminale.

serve-ready = Anteprima pronta: { $url } (Ctrl-C per chiudere)
serve-other-port = La porta { $port } è occupata: ne uso un'altra.
serve-no-browser = Non riesco ad aprire il browser: copia l'indirizzo.
serve-end = Anteprima chiusa.

serve-watch =
    .message = non riesco a seguire le modifiche in { $path } (rileggo le cartelle ogni due secondi): { $detail }
    .help = su Linux può servire un limite più alto: sysctl fs.inotify.max_user_watches=524288
serve-no-watch =
    .message = il sistema non permette di seguire le modifiche in { $path }: { $detail }
    .help = su Linux può servire un limite più alto: sysctl fs.inotify.max_user_instances=1024
serve-left = la pagina { $page } non finisce e non si può fermare: il suo lavoro continua in disparte ({ $n }). Le altre pagine si vedono; correggi il modello
serve-left-behind =
    .message = { $n ->
        [one] una pagina non finisce e il suo lavoro continua in disparte
       *[other] { $n } pagine non finiscono e il loro lavoro continua in disparte
    }
    .help = correggi il modello indicato sulla pagina. Se il computer resta lento, chiudi l'anteprima con Ctrl+C e riaprila
serve-stuck =
    .message = una parte comune a tutte le pagine (cartella `fissi` del tema) non finisce: le modifiche non si vedono più
    .help = correggi il modello, poi chiudi l'anteprima con Ctrl+C e riaprila
serve-port =
    .message = non riesco ad aprire { $host } porta { $port }: { $detail }
    .help = scegli un'altra porta con --port
serve-thread =
    .message = il sistema non dà altri thread: { $detail }
    .help = chiudi qualche programma e riprova
serve-fault =
    .message = un errore di Arengo impedisce di aggiornare l'anteprima
    .help = si vede l'ultimo stato buono; segnala l'errore a chi cura Arengo
serve-host =
    .message = `{ $value }` non è un indirizzo IP
    .help = scrivi --host 127.0.0.1, oppure 0.0.0.0 per rispondere anche ad altri computer
serve-port-number =
    .message = `{ $value }` non è il numero di una porta
    .help = scrivi un numero da 0 a 65535, per esempio --port 8484
serve-editor =
    .message = non conosco l'editor `{ $value }`
    .help = conosco { $known }; oppure scrivi un indirizzo che contiene {"{"}path{"}"}

serve-not-found = Pagina non trovata
serve-broken = Questa pagina non si può mostrare
serve-broken-help = Correggi ciò che segue e salva: la pagina torna da sola.
serve-show-element = Mostra nella pagina

serve-panel = Anteprima di Arengo
serve-panel-summary = { $errors ->
    [0] { $warnings ->
        [0] { $notes ->
            [0] Anteprima: tutto a posto
            [one] Anteprima: 1 nota
           *[other] Anteprima: { $notes } note
        }
        [one] Anteprima: 1 avviso
       *[other] Anteprima: { $warnings } avvisi
    }
    [one] { $warnings ->
        [0] Anteprima: 1 errore
        [one] Anteprima: 1 errore, 1 avviso
       *[other] Anteprima: 1 errore, { $warnings } avvisi
    }
   *[other] { $warnings ->
        [0] Anteprima: { $errors } errori
        [one] Anteprima: { $errors } errori, 1 avviso
       *[other] Anteprima: { $errors } errori, { $warnings } avvisi
    }
}
serve-panel-page = Questa pagina
serve-panel-fine = Nessun rilievo.
serve-panel-changes = Cosa cambia e quando
serve-panel-reads = Come si legge
serve-panel-site = Il resto del sito
serve-words = { $words ->
    [one] 1 parola
   *[other] { $words } parole
} in { $sentences ->
    [one] 1 frase
   *[other] { $sentences } frasi
}
serve-gulpease = Leggibilità (indice Gulpease): { $score } su 100, { $level ->
    [easy] facile per tutti
    [fair] facile per chi ha la licenza media
    [hard] facile per chi ha un diploma
   *[other] difficile anche per chi ha un diploma
}
serve-days = { $days ->
    [0] oggi
    [1] domani
   *[other] tra { $days } giorni
}
serve-goes-online = Va in linea
serve-goes-offline = Ultimo giorno in linea
serve-board-from = Va all'albo pretorio
serve-board-until = Ultimo giorno all'albo pretorio
serve-archive-until = Ultimo giorno nell'archivio dell'albo
serve-notice-kept = Il file { $file } ha errori: qui si vede l'ultima versione buona.
serve-notice-moved = Questa pagina stava in { $old } e ora sta in { $new }. Per chi ha il vecchio indirizzo, aggiungi al contenuto: alias: ["{ $old }"]
serve-notice-nothing = A { $address } non c'è nessuna pagina.
serve-notice-draft = Questa pagina è una bozza: non verrà pubblicata.
serve-notice-day = Il sito si vede com'è il { $date }.
serve-no-office = Senza ufficio
serve-office-counts = { $errors ->
    [one] 1 errore
   *[other] { $errors } errori
}, { $warnings ->
    [one] 1 avviso
   *[other] { $warnings } avvisi
}
serve-progress = Controllate { $pages } pagine su { $of }.
serve-checking = Sto ancora controllando le pagine.

serve-desk = Scrivania della redazione
serve-phone = Vista da telefono
serve-view = Che cosa si vede
serve-as-of = Il sito com'è il
serve-drafts = Mostra anche le bozze
serve-apply = Applica
serve-contents = Contenuti
serve-type = Tipo
serve-office = Ufficio
serve-state = Stato
serve-text = Testo
serve-from = Aggiornati dal
serve-to = al
serve-filter = Filtra
serve-all = Tutti
serve-title = Titolo
serve-updated = Aggiornato
serve-file = File
serve-nobody = nessuno
serve-nothing = Niente.
serve-sheets = Pagine dell'elenco
serve-n-contents = { $n } contenuti su { $of }.
serve-n-findings = { $shown } rilievi su { $n }.
serve-findings = Rilievi
serve-deadlines = Scadenze dei prossimi 60 giorni
serve-list-drafts = Bozze
serve-list-no-office = Contenuti senza ufficio
serve-list-no-review = Contenuti senza data di revisione
serve-on-board = Albo pretorio, n. { $act }
serve-state-online = in linea
serve-state-draft = bozza
serve-state-coming = non ancora in linea
serve-state-over = non più in linea
