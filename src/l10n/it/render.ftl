# Modelli del tema, ed errori del programma.

template =
    .description =
        I modelli del tema (cartella `themes`) sono scritti in Tera, e le parole che il visitatore legge in Fluent. Un errore in un modello ferma la pubblicazione delle pagine che lo usano.
        Se non curi tu il tema, manda il messaggio a chi lo fa.
    .message = il modello non funziona: { $detail }
    .help = correggi il modello in questo punto
template--missing =
    .message = il modello `{ $name }` non c'è
    .help = correggi il nome, oppure aggiungi il file alla cartella `templates` del tema
template--cycle =
    .message = i modelli si richiamano in cerchio: { $chain }
    .help = togli uno dei richiami (`include` o `extends`)
template--endless =
    .message = con questo modello la pagina diventa enorme, o non finisce mai
    .help = controlla i cicli `for` del modello e dei modelli che richiama
template--heavy =
    .message = con questo modello una variabile diventa enorme
    .help = guarda le righe `set` del modello: ciò che raddoppia una variabile (`s ~ s`) va tolto, o va fatto meno volte
template--slow =
    .message = il modello non finisce la pagina in { $n ->
        [one] un secondo
       *[other] { $n } secondi
    }
    .help = guarda i cicli `for` e i componenti che il modello richiama: qualcosa si ripete troppo. Se la pagina ha davvero bisogno di più tempo, alza `pagina_secondi` in `[limiti]` di site.toml
template--memory =
    .message = con questo modello la memoria non basta: Arengo ne usa più di { $n } MiB
    .help = guarda ciò che il modello ripete e tiene da parte (`for`, `set`, `replace`, `join`). Se il sito ha davvero bisogno di più memoria, alza `memoria_mib` in `[limiti]` di site.toml
template--open =
    .message = `{ "{%" } { $name } { "%}" }` comincia qui e non finisce
    .help = scrivi `{ "{%" } end{ $name } { "%}" }` dove questa parte finisce
template--language =
    .message = il tema non ha parole nella lingua `{ $lang }`: le sue pagine avrebbero menu e pulsanti in `{ $main }`
    .help = scrivi le parole in `themes/{ $theme }/i18n/{ $lang }.ftl`, una riga per parola come in `{ $main }.ftl` (`arengo schema --words` mostra quelle del tema `comune`), oppure togli `{ $lang }` da `lingue`
template--language-words =
    .message = nella lingua `{ $lang }` { $n ->
        [one] manca una parola
       *[other] mancano { $n } parole
    } del tema: { $some }{ $n ->
        [1] {""}
        [2] {""}
        [3] {""}
        [4] {""}
        [5] {""}
       *[other] …
    }; le pagine le mostrano in `{ $main }`
    .help = aggiungile a `themes/{ $theme }/i18n/{ $lang }.ftl`
template--word =
    .message = tra le parole del tema manca `{ $name }`
    .help = aggiungi `{ $name } = …` ai file della cartella `i18n` del tema, oppure correggi la chiave nel modello
template--part =
    .message = il tema non ha la parte fissa `{ $name }`
    .help = scrivi il modello `fissi/{ $name }.html`, oppure correggi il nome nel modello
template--asset =
    .message = il tema non ha il file `{ $name }`
    .help = correggi il nome, oppure metti il file nella cartella `assets` del tema
template--recursion =
    .message = in questa pagina un componente richiama sé stesso senza fine
    .help = cerca fra i componenti che il modello usa quello che richiama sé stesso, e dagli una fine
template--model =
    .message = il tema non ha il modello `{ $name }`
    .help = { $known ->
        [none] cancella la riga `modello`, oppure aggiungi `modelli/{ $name }.html` ai modelli del tema
       *[other] forse `{ $known }`?
    }
template--words =
    .message = questa riga non è scritta come vuole Fluent: { $detail }
    .help = scrivi `chiave = testo`, una riga per parola

internal =
    .description =
        Arengo ha sbagliato mentre preparava una pagina. Le altre pagine sono state controllate, ma il sito non si pubblica.
    .message = errore interno di Arengo nella pagina `{ $address }`
    .help = segnala l'errore a chi sviluppa Arengo, con l'indirizzo della pagina e, se puoi, il suo file
