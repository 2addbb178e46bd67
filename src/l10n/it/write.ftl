# Scrivere i file: la cartella di uscita, il disco, i file nuovi.

failure-disk =
    .message = non si può scrivere { $path } ({ $detail })
    .help = controlla il disco e riprova; il sito già pubblicato è rimasto com'era
failure-disk-full =
    .message = il disco è pieno: non si può scrivere { $path }
    .help = libera dello spazio e riprova; il sito già pubblicato è rimasto com'era
failure-disk-denied =
    .message = manca il permesso di scrivere { $path }
    .help = fatti dare il permesso di scrivere in quella cartella, oppure scegline un'altra con `--output`
failure-disk-read-only =
    .message = { $path } sta su un disco di sola lettura
    .help = scegli con `--output` una cartella su un altro disco
failure-disk-name =
    .message = il nome { $path } è troppo lungo per il disco
    .help = accorcia lo `slug` della pagina o il nome dell'allegato

failure-journal =
    .message = non si può leggere { $path } ({ $detail })
    .help = controlla che sia un file di testo e che si possa leggere

failure-output-busy =
    .message = un'altra pubblicazione sta già scrivendo { $path }
    .help = aspetta che finisca e riprova
failure-output-site =
    .message = la cartella di uscita { $path } contiene il sito stesso
    .help = scegli con `--output` una cartella a parte, per esempio `public`
failure-output-source =
    .message = la cartella di uscita { $path } sta fra i file del sito, dove la volta dopo verrebbe letta
    .help = scegli con `--output` una cartella a parte, per esempio `public`
failure-output-file =
    .message = al posto della cartella di uscita { $path } c'è un file
    .help = sposta il file, oppure scegli un'altra cartella con `--output`
failure-output-symlink =
    .message = la cartella di uscita { $path } è un collegamento simbolico
    .help = indica con `--output` la cartella vera, oppure togli il collegamento
failure-output-mount =
    .message = la cartella di uscita { $path } è un punto di montaggio, che non si può sostituire in un colpo solo
    .help = scegli con `--output` una cartella al suo interno, per esempio `{ $path }/sito`
failure-output-foreign =
    .message = la cartella di uscita { $path } contiene file che Arengo non ha scritto
    .help = scegli con `--output` una cartella nuova o vuota: quella indicata verrebbe cancellata
failure-output-manifest =
    .message = in { $path } il file `.arengo-manifest.json` è rovinato o di un'altra versione, e non si sa se la cartella è di Arengo
    .help = se lì dentro c'è solo il sito pubblicato, cancella la cartella e riprova
failure-output-stranger =
    .message = nella cartella di uscita { $path } c'è `{ $name }`, che Arengo non ha scritto e che andrebbe perso
    .help = spostalo fuori dalla cartella e riprova

failure-source-read =
    .message = non si può leggere l'allegato { $path } ({ $detail })
    .help = controlla che il file esista ancora e che si possa aprire
failure-source-changed =
    .message = l'allegato { $path } è cambiato durante la pubblicazione
    .help = aspetta che il file sia salvato del tutto e riprova

failure-file-exists =
    .message = { $path } esiste già, e Arengo non scrive sopra ai file altrui
    .help = scegli un altro nome, oppure sposta il file

failure-write-path =
    .message = errore interno: `{ $path }` non è un nome che si possa scrivere in ogni sistema
    .help = segnala l'errore a chi sviluppa Arengo, con il nome riportato qui
failure-write-twice =
    .message = errore interno: due pagine vogliono lo stesso file `{ $path }`
    .help = cambia lo `slug` di una delle due e segnala l'errore a chi sviluppa Arengo

cli-disk =
    .message = la cartella { $path } non si può leggere ({ $detail })
    .help = controlla che esista e di poterla aprire, poi riprova
