# Modelli del tema.

template =
    .description = I modelli del tema (cartella `themes`) sono scritti in Tera. Un errore in un modello ferma la pubblicazione delle pagine che lo usano.
    .message = il modello non funziona: { $detail }
    .help = correggi il modello in questo punto
