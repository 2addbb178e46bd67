# L'elenco delle scadenze.

agenda-reasons =
    .late = In ritardo
    .missing = Da pubblicare
    .due = Da rinnovare
    .recurring = Adempimento dell'anno
    .formula-ends = Formula da rivedere
    .removal = Esce dal sito
    .archive = Passa in archivio
    .appears = Compare nel sito
    .review = Da rileggere
agenda-words =
    .date = Giorno
    .working-day = Ultimo giorno lavorativo
    .reason = Che cosa accade
    .title = Titolo
    .section = Sezione
    .norm = Norma
    .days-late = Giorni di ritardo
    .office = Ufficio
    .responsible = Responsabile
    .file = File
    .page-title = Scadenze
    .contents = Che cosa c'è in questa pagina
    .unverified = da verificare
agenda-days-late = { $n ->
    [one] un giorno di ritardo
   *[other] { $n } giorni di ritardo
}
agenda-span = dal { $from } al { $until }: { $n ->
    [0] niente
    [one] una voce
   *[other] { $n } voci
}
agenda-next-change = Senza toccare i file il sito cambierà il { $date }: quel giorno va costruito di nuovo.
agenda-next-change-title = Il sito cambia da sé: va costruito di nuovo
agenda-no-change = Senza toccare i file il sito non cambierà.
