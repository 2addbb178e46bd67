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
