# Dati personali.
privacy-birth =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è quando o dove è nata una persona
        [line] alla riga { $at } c'è quando o dove è nata una persona
        [cell] nella cella { $at } c'è quando o dove è nata una persona
        [paragraph] nel paragrafo { $at } c'è quando o dove è nata una persona
        [slide] nella diapositiva { $at } c'è quando o dove è nata una persona
        [beside] fra note, commenti e intestazioni c'è quando o dove è nata una persona
       *[text] accanto a un nome c'è quando o dove è nata la persona
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = togli data e luogo di nascita: per dire chi è bastano nome e cognome (art. 5 GDPR; linee guida del Garante n. 243/2014)
    .description =
        Di una persona si pubblica solo ciò che una norma vuole e che serve a sapere chi è. Il giorno e il luogo in cui è nata di solito non servono, e aiutano chi vuole farsi passare per lei.
        Il controllo riconosce «nato a … il …» e le date sotto «data di nascita», vicino a un nome e per persone che possono essere in vita. L'anno da solo non è segnalato; il luogo da solo lo è negli atti e nelle sezioni di Amministrazione trasparente che parlano di persone.
        Norma: art. 5 par. 1 lett. c GDPR; art. 7-bis c. 4 d.lgs. 33/2013; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-email =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è la casella di posta di una persona ({ $found })
        [line] alla riga { $at } c'è la casella di posta di una persona ({ $found })
        [cell] nella cella { $at } c'è la casella di posta di una persona ({ $found })
        [paragraph] nel paragrafo { $at } c'è la casella di posta di una persona ({ $found })
        [slide] nella diapositiva { $at } c'è la casella di posta di una persona ({ $found })
        [beside] fra note, commenti e intestazioni c'è la casella di posta di una persona ({ $found })
       *[text] c'è la casella di posta di una persona ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = scrivi la casella di un ufficio; se è di un'associazione o di un'impresa, mettila in `[privacy] caselle` nel file site.toml (art. 5 GDPR)
    .description =
        Le caselle private si riconoscono dal gestore (Gmail, Libero e simili, se il nome non è di un'associazione) oppure perché sono nome.cognome presso il dominio di altri.
        Le caselle del dominio del sito, quelle dei punti di contatto, degli uffici e dei luoghi, e quelle in `[privacy]` non sono mai segnalate.
        Norma: artt. 5 e 6 GDPR; art. 2-ter d.lgs. 196/2003; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-fiscal-code =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è il codice fiscale di una persona ({ $found })
        [line] alla riga { $at } c'è il codice fiscale di una persona ({ $found })
        [cell] nella cella { $at } c'è il codice fiscale di una persona ({ $found })
        [paragraph] nel paragrafo { $at } c'è il codice fiscale di una persona ({ $found })
        [slide] nella diapositiva { $at } c'è il codice fiscale di una persona ({ $found })
        [beside] fra note, commenti e intestazioni c'è il codice fiscale di una persona ({ $found })
       *[text] c'è il codice fiscale di una persona ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = toglilo: in un PDF va tolto il testo, un rettangolo nero sopra non basta (art. 5 GDPR; art. 7-bis c. 4 d.lgs. 33/2013)
    .description =
        Il codice fiscale dice sesso, giorno e luogo di nascita, e apre molte porte: non si pubblica, neppure negli elenchi dei beneficiari e negli atti. È riconosciuto dal suo carattere di controllo, anche nelle forme per omocodia: un rilievo è quasi sempre vero.
        Nei PDF si legge il testo di ogni pagina, anche quello coperto da un rettangolo. Il codice di chi ha firmato il documento (TINIT-…) avvisa soltanto.
        Norma: art. 5 par. 1 lett. c GDPR; art. 7-bis c. 4 d.lgs. 33/2013; linee guida del Garante n. 243 del 15 maggio 2014.
privacy-fiscal-code--signer =
    .message = { $in ->
        [page] a pagina { $at } del PDF la firma mostra il codice fiscale di chi ha firmato ({ $found })
        [line] alla riga { $at } la firma mostra il codice fiscale di chi ha firmato ({ $found })
        [cell] nella cella { $at } la firma mostra il codice fiscale di chi ha firmato ({ $found })
        [paragraph] nel paragrafo { $at } la firma mostra il codice fiscale di chi ha firmato ({ $found })
        [slide] nella diapositiva { $at } la firma mostra il codice fiscale di chi ha firmato ({ $found })
        [beside] fra note, commenti e intestazioni la firma mostra il codice fiscale di chi ha firmato ({ $found })
       *[text] la firma mostra il codice fiscale di chi ha firmato ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = pubblica la copia senza il riquadro della firma, oppure scegli per la firma un aspetto senza codice fiscale (art. 5 GDPR)

privacy-iban =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è un IBAN che non è dell'ente ({ $found })
        [line] alla riga { $at } c'è un IBAN che non è dell'ente ({ $found })
        [cell] nella cella { $at } c'è un IBAN che non è dell'ente ({ $found })
        [paragraph] nel paragrafo { $at } c'è un IBAN che non è dell'ente ({ $found })
        [slide] nella diapositiva { $at } c'è un IBAN che non è dell'ente ({ $found })
        [beside] fra note, commenti e intestazioni c'è un IBAN che non è dell'ente ({ $found })
       *[text] c'è un IBAN che non è dell'ente ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = toglilo; se è un conto dell'ente, scrivilo in `[privacy] iban` nel file site.toml (art. 5 GDPR; linee guida del Garante n. 243/2014)
    .description =
        Il conto di chi riceve o paga non si pubblica. È riconosciuto dalle cifre di controllo, italiano o estero: un rilievo è quasi sempre vero.
        I conti dell'ente si dichiarano in `[privacy] iban`, o si scrivono nella scheda di un ufficio o in un punto di contatto, e non sono mai segnalati.
        Norma: art. 5 par. 1 lett. c GDPR; art. 26 c. 4 d.lgs. 33/2013; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-identity-document =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è il numero di un documento d'identità ({ $found })
        [line] alla riga { $at } c'è il numero di un documento d'identità ({ $found })
        [cell] nella cella { $at } c'è il numero di un documento d'identità ({ $found })
        [paragraph] nel paragrafo { $at } c'è il numero di un documento d'identità ({ $found })
        [slide] nella diapositiva { $at } c'è il numero di un documento d'identità ({ $found })
        [beside] fra note, commenti e intestazioni c'è il numero di un documento d'identità ({ $found })
       *[text] c'è il numero di un documento d'identità ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = togli il numero; se serve un esempio, scrivilo con cifre tutte uguali: CA00000AA (art. 5 GDPR)
    .description =
        Sono riconosciuti i numeri di carta d'identità, passaporto e patente, quando poco prima c'è la parola che dice che cosa sono.
        Norma: art. 5 par. 1 lett. c GDPR; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-phone =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è il telefono di una persona ({ $found })
        [line] alla riga { $at } c'è il telefono di una persona ({ $found })
        [cell] nella cella { $at } c'è il telefono di una persona ({ $found })
        [paragraph] nel paragrafo { $at } c'è il telefono di una persona ({ $found })
        [slide] nella diapositiva { $at } c'è il telefono di una persona ({ $found })
        [beside] fra note, commenti e intestazioni c'è il telefono di una persona ({ $found })
       *[text] c'è il telefono di una persona ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = scrivi il numero di un ufficio; se è un cellulare di servizio o di un'associazione, mettilo in `[privacy] telefoni` nel file site.toml (art. 5 GDPR)
    .description =
        Un cellulare è quasi sempre di una persona. I numeri dei punti di contatto, degli uffici e dei luoghi e quelli in `[privacy] telefoni` non sono mai segnalati; un numero fisso lo è solo se le parole accanto dicono che è quello di casa di una persona nominata.
        Norma: artt. 5 e 6 GDPR; art. 2-ter d.lgs. 196/2003; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-residence =
    .message = { $in ->
        [page] a pagina { $at } del PDF c'è dove abita una persona
        [line] alla riga { $at } c'è dove abita una persona
        [cell] nella cella { $at } c'è dove abita una persona
        [paragraph] nel paragrafo { $at } c'è dove abita una persona
        [slide] nella diapositiva { $at } c'è dove abita una persona
        [beside] fra note, commenti e intestazioni c'è dove abita una persona
       *[text] accanto a un nome c'è dove abita la persona
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = togli l'indirizzo: per dire chi è bastano nome e cognome (art. 5 GDPR; linee guida del Garante n. 243/2014)
    .description =
        L'indirizzo di casa di una persona non si pubblica, neppure in un atto che la riguarda. Il controllo riconosce «residente in via … n. …» nella frase in cui c'è il nome.
        Norma: art. 5 par. 1 lett. c GDPR; art. 7-bis c. 4 d.lgs. 33/2013; linee guida del Garante n. 243 del 15 maggio 2014.

privacy-sensitive =
    .message = { $in ->
        [page] a pagina { $at } del PDF, vicino al nome di una persona, si parla di salute
        [line] alla riga { $at }, vicino al nome di una persona, si parla di salute
        [cell] nella cella { $at }, vicino al nome di una persona, si parla di salute
        [paragraph] nel paragrafo { $at }, vicino al nome di una persona, si parla di salute
        [slide] nella diapositiva { $at }, vicino al nome di una persona, si parla di salute
        [beside] fra note, commenti e intestazioni, vicino al nome di una persona, si parla di salute
       *[text] vicino al nome di una persona si parla di salute
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = togli il nome o la parola: i dati sulla salute non si diffondono mai (art. 2-septies c. 8 d.lgs. 196/2003; art. 9 GDPR; art. 26 c. 4 d.lgs. 33/2013)
    .description =
        Negli atti e nei benefici non si pubblica niente da cui si capisca la salute o il disagio economico e sociale di una persona: si scrivono le iniziali, o un codice. I dati su condanne e reati si pubblicano solo se una legge lo dice.
        Il controllo guarda i contenuti il cui tipo ha `x-riservatezza: atto` (documenti, bandi, dataset) e i loro allegati: avvisa quando nella stessa frase ci sono il nome di una persona e una parola che ne parla. Chi decide, firma o risponde dell'atto e chi ha una scheda di persona non contano.
        Norma: art. 26 c. 4 d.lgs. 33/2013; art. 2-septies c. 8 d.lgs. 196/2003; artt. 9 e 10 GDPR.
privacy-sensitive--hardship =
    .message = { $in ->
        [page] a pagina { $at } del PDF, vicino al nome di una persona, si parla di disagio economico o sociale
        [line] alla riga { $at }, vicino al nome di una persona, si parla di disagio economico o sociale
        [cell] nella cella { $at }, vicino al nome di una persona, si parla di disagio economico o sociale
        [paragraph] nel paragrafo { $at }, vicino al nome di una persona, si parla di disagio economico o sociale
        [slide] nella diapositiva { $at }, vicino al nome di una persona, si parla di disagio economico o sociale
        [beside] fra note, commenti e intestazioni, vicino al nome di una persona, si parla di disagio economico o sociale
       *[text] vicino al nome di una persona si parla di disagio economico o sociale
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = al posto del nome scrivi le iniziali o un codice: chi è aiutato perché in difficoltà non si nomina (art. 26 c. 4 d.lgs. 33/2013)
privacy-sensitive--justice =
    .message = { $in ->
        [page] a pagina { $at } del PDF, vicino al nome di una persona, si parla di reati o di condanne
        [line] alla riga { $at }, vicino al nome di una persona, si parla di reati o di condanne
        [cell] nella cella { $at }, vicino al nome di una persona, si parla di reati o di condanne
        [paragraph] nel paragrafo { $at }, vicino al nome di una persona, si parla di reati o di condanne
        [slide] nella diapositiva { $at }, vicino al nome di una persona, si parla di reati o di condanne
        [beside] fra note, commenti e intestazioni, vicino al nome di una persona, si parla di reati o di condanne
       *[text] vicino al nome di una persona si parla di reati o di condanne
    }{ $n ->
        [1] {""}
       *[other] {" "}(in tutto { $n })
    }
    .help = togli il nome, se nessuna legge vuole che si pubblichi (art. 10 GDPR; art. 2-octies d.lgs. 196/2003)

privacy-unread =
    .message = in questo { $format } nessuno ha cercato dati personali: non si può leggere
    .help = se è protetto da una password, toglila; se non si apre, esportalo di nuovo; altrimenti guardalo tu prima di pubblicarlo
    .description =
        Prima di pubblicare un documento si cercano i dati personali in tutto ciò che contiene. In un file protetto, rovinato o che diventa enorme non si può: chi lo pubblica deve saperlo.
        Norma: art. 5 par. 1 lett. c e f GDPR; linee guida del Garante n. 243 del 15 maggio 2014.
privacy-unread--format =
    .message = in questo { $format } nessuno ha cercato dati personali: Arengo non legge questo formato
    .help = guardalo tu prima di pubblicarlo, oppure pubblica il contenuto in un formato aperto: PDF, ODT, CSV (art. 7 d.lgs. 33/2013)
