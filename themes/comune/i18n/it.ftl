## Parole del tema che il visitatore legge. I testi della valutazione, della licenza e del piede sono fissati dal modello nazionale: non si cambiano.

codice-locale = it_IT

## Salti, testata, menu

vai-al-contenuto = Vai al contenuto
vai-al-piede = Vai al piede di pagina
provincia = Provincia di { $nome }
lingue = Lingua
accedi = Accedi
accedi-area-personale = Accedi all'area personale
seguici-su = Seguici su
menu = Menu
chiudi-menu = Chiudi il menu
menu-principale = Menu principale
argomenti-in-evidenza = Argomenti in evidenza
tutti-gli-argomenti = Tutti gli argomenti
home = Home
percorso = Percorso di navigazione

## Piede

contatti = Contatti
codice-fiscale = Codice fiscale
partita-iva = Partita IVA
telefono = Telefono
email = Posta elettronica
pec = PEC
come-possiamo-aiutarti = Come possiamo aiutarti
trasparenza = Trasparenza
faq = Domande frequenti (FAQ)
prenotazione-appuntamento = Prenotazione appuntamento
richiesta-assistenza = Richiesta di assistenza
segnalazione-disservizio = Segnalazione disservizio
informativa-privacy = Informativa privacy
note-legali = Note legali
dichiarazione-accessibilita = Dichiarazione di accessibilità
mappa-del-sito = Mappa del sito

## Valutazione della pagina: testi esatti del modello

quanto-sono-chiare = Quanto sono chiare le informazioni su questa pagina?
valuta-da-1-a-5 = Valuta da 1 a 5 stelle
valuta-stelle = { $n ->
    [one] Valuta { $n } stella su 5
   *[other] Valuta { $n } stelle su 5
}
domanda-positiva = Quali sono stati gli aspetti che hai preferito?
bene-1 = Le indicazioni erano chiare
bene-2 = Le indicazioni erano complete
bene-3 = Capivo sempre che stavo procedendo correttamente
bene-4 = Non ho avuto problemi tecnici
domanda-negativa = Dove hai incontrato le maggiori difficoltà?
male-1 = A volte le indicazioni non erano chiare
male-2 = A volte le indicazioni non erano complete
male-3 = A volte non capivo se stavo procedendo correttamente
male-4 = Ho avuto problemi tecnici
altro = Altro
vuoi-aggiungere = Vuoi aggiungere altri dettagli?
massimo-200-caratteri = Al massimo 200 caratteri. Non scrivere dati personali.
invia-valutazione = Invia la valutazione
invia-valutazione-posta = Invia per posta elettronica
oggetto-valutazione = Valutazione della pagina { $titolo }

## Assistenza

contatta-il-comune = Contatta il Comune
leggi-le-domande-frequenti = Leggi le domande frequenti
richiedi-assistenza = Richiedi assistenza
chiama-il-numero = Chiama il numero
prenota-appuntamento = Prenota un appuntamento
problemi-in-citta = Problemi in città
segnala-disservizio = Segnala un disservizio

## Pagine in genere

indice-della-pagina = Indice della pagina
argomenti = Argomenti
invia-per-posta = Invia per posta
copia-indirizzo = Copia l'indirizzo
indirizzo-copiato = Indirizzo copiato
stampa = Stampa
a-cura-di = Pagina a cura di
ultimo-aggiornamento = Ultimo aggiornamento
pagina = Pagina
pagina-numero = pagina { $n }
pagina-di = Pagina { $n } di { $totale }
pagina-precedente = Pagina precedente
pagina-successiva = Pagina successiva
pagine-elenco = Pagine dell'elenco
si = Sì
no = No
altre-pagine = Altre pagine

## Home

vai-alle-novita = Vai a tutte le novità
servizi-piu-richiesti = Servizi più richiesti
tutti-i-servizi = Tutti i servizi
ultime-novita = Ultime novità
tutte-le-novita = Tutte le novità
prossimi-eventi = Prossimi eventi
tutti-gli-eventi = Tutti gli eventi
chi-amministra = Chi amministra
vai-amministrazione = Tutta l'amministrazione
altri-argomenti = Altri argomenti
siti-tematici = Siti tematici

## Elenchi

in-evidenza = In evidenza
esplora-per-categoria = Esplora per categoria
esplora-la-sezione = Esplora la sezione
esplora-gli-argomenti = Esplora tutti gli argomenti
elenco-completo = Elenco completo
contenuti-n = { $n ->
    [one] { $n } contenuto
   *[other] { $n } contenuti
}
luoghi-da-conoscere = Luoghi da conoscere
tutti-i-luoghi = Tutti i luoghi
argomento = Argomento
uffici-responsabili = Uffici responsabili
domande-n = { $n ->
    [one] { $n } domanda
   *[other] { $n } domande
}

## Servizi

accedi-al-servizio = Accedi al servizio
vai-allo-sportello = Vai allo sportello
allo-sportello = Allo sportello
prenota-testo = Puoi anche fissare un appuntamento con l'ufficio.
condizioni-testo = Per conoscere le condizioni del servizio leggi il documento.
termini-e-condizioni = Termini e condizioni di servizio
unita-organizzativa-responsabile = Unità organizzativa responsabile
area = Area
responsabile-del-procedimento = Responsabile del procedimento
vai-al-servizio = Vai al servizio in rete

## Date e orari

data = Data
dal = dal
al = al
ore = ore { $ora }
alle-ore = alle { $ora }
dalle = dalle { $dalle }
dalle-alle = dalle { $dalle } alle { $alle }
giorni = { $n ->
    [one] { $n } giorno
   *[other] { $n } giorni
}
giorni-senza-numero = { $n ->
    [one] giorno
   *[other] giorni
}
scade-il = Scade il
scadenza = Scadenza
tempo-di-lettura = Tempo di lettura
minuti = { $n ->
    [one] { $n } minuto
   *[other] { $n } minuti
}
giorni-della-settimana = Giorni
orario = Orario
orario-per-il-pubblico = Orario per il pubblico

## Eventi, luoghi, persone

quando = Quando
dove = Dove
costo = Costo
tutti-i-costi = tutti i costi
inizio-evento = Inizio
fine-evento = Fine
apri-la-mappa = Apri la mappa
quartiere = Quartiere
circoscrizione = Circoscrizione
persona = Persona
unita-organizzativa = Struttura
in-carica-dal = In carica dal
fino-al = Fino al
atto-di-nomina = Atto di nomina
compensi = Compensi
viaggi-e-missioni = Viaggi e missioni

## Notizie, bandi, documenti

numero-comunicato = Comunicato n.
bando-gara = Gara
bando-concorso = Concorso
bando-contributi = Contributi
cig = CIG
scarica = Scarica ({ $tipo }, { $dimensione })
impronte-dei-file = Impronte dei file di questa pagina (SHA-256)
impronta-del-file = Impronta del file (SHA-256)
formato = Formato
dimensione = Dimensione
licenza = Licenza
codice-ipa = codice IPA
credito = Foto: { $nome }
guarda-il-video = Guarda il video
leggi-la-trascrizione = Leggi la trascrizione

## Pagina non trovata

errore-404 = Errore 404
torna-alla-home = Torna alla pagina iniziale

## Note legali: testo esatto del modello (C.SI.3.4)

licenza-titolo = Licenza dei contenuti
licenza-testo = In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.

## Dentro i testi in Markdown

testo-note = Note
testo-nota = Nota { $n }
testo-torna-al-testo = Torna al testo della nota { $n }
testo-avviso-nota = Nota
testo-avviso-suggerimento = Suggerimento
testo-avviso-importante = Importante
testo-avviso-attenzione = Attenzione
testo-avviso-pericolo = Pericolo
testo-tabella = Tabella, scorri in orizzontale
testo-tabella-con-nome = Tabella: { $nome }
testo-fatto = fatto:
testo-da-fare = da fare:
testo-altro-sito = si apre in un altro sito

## Pagine che hanno cambiato indirizzo

pagina-spostata = La pagina ha un nuovo indirizzo
pagina-spostata-vai = Vai alla pagina

## Amministrazione trasparente

gara-documenti-spiegati = I dati della procedura e del contratto sono nella banca dati nazionale; qui ci sono i documenti che la legge vuole fase per fase.
gara-fase-pubblicazione = Pubblicazione
gara-fase-affidamento = Affidamento
gara-fase-esecuzione = Esecuzione
gara-non-dovuto = Non dovuto:
gara-manca = Non ancora pubblicato: è dovuto dal { $data }.
trasparenza-parti = In questa sezione
trasparenza-generali = In generale
trasparenza-senza-contenuti = (nessun contenuto)
trasparenza-norma = Norma
trasparenza-aggiornato = Aggiornato il
trasparenza-responsabile = Responsabile della pubblicazione
trasparenza-titolo = Titolo
trasparenza-niente = non indicato
trasparenza-passati = Archivio
trasparenza-fino = Resta pubblicato fino al
trasparenza-era-in = Un tempo in
trasparenza-chiesto-fino = Obbligo in vigore fino al
trasparenza-verificato = Verificato il
trasparenza-archivio-spiegato = La legge non chiede più di pubblicare questi dati. Ciò che era già pubblicato resta qui fino alla fine del suo tempo.
trasparenza-nessuno = Nell'anno { $anno } non c'è stato nessun caso.
trasparenza-non-applicabile = L'obbligo di pubblicazione non si applica a questo ente.
trasparenza-altri-enti = L'obbligo di pubblicazione non si applica a questo ente: riguarda altre amministrazioni.
trasparenza-abitanti = L'obbligo di pubblicazione non si applica a questo ente, che ha meno di { $abitanti } abitanti.
trasparenza-in-preparazione = I dati sono in preparazione.
trasparenza-manca = I dati non sono ancora stati pubblicati.
## Azioni sulla pagina

condividi = Condividi
aggiungi-al-calendario = Aggiungi al calendario
tutto-in-calendario = Tutti gli eventi in un calendario
scadenze-in-calendario = Le scadenze in un calendario
calendario-eventi = Eventi
calendario-scadenze = Scadenze

## Moduli

campi-obbligatori = Tutti i campi sono obbligatori, salvo quelli indicati come facoltativi.
facoltativo = facoltativo
scegli = Scegli una voce
ho-letto = Ho letto la pagina
nome = Nome
cognome = Cognome
email-aiuto = La risposta arriva a questo indirizzo. Esempio: nome@esempio.it
email-segnalazione = Serve solo se vuoi sapere com'è andata.
scrivi-a = Scrivi a { $casella }
modulo-prenotazione = Chiedi un appuntamento
invia-prenotazione = Invia la richiesta di appuntamento
ufficio = Ufficio
giorno-preferito = Giorno che preferisci
giorno-aiuto = L'ufficio conferma il giorno e l'ora, o ne propone altri.
ora-preferita = Ora che preferisci
mattina = Mattina
pomeriggio = Pomeriggio
indifferente = È indifferente
servizio = Servizio
motivo-appuntamento = Argomento e motivo
motivo-aiuto = In poche parole, al massimo 300 caratteri.
modulo-assistenza = Scrivi la tua richiesta
invia-richiesta = Invia la richiesta
categoria-servizio = Categoria del servizio
relazioni-con-il-pubblico = Relazioni con il pubblico
dettagli = Che cosa ti serve
dettagli-aiuto = Spiega che cosa non riesci a fare, al massimo in 600 caratteri. Non scrivere password.
modulo-disservizio = Compila la segnalazione
invia-segnalazione = Invia la segnalazione
tipo-di-problema = Che cosa non va
problema-1 = Strade, lampioni, edifici pubblici
problema-2 = Rifiuti, verde, animali
problema-3 = Segnaletica, soste, rumori
problema-4 = Mensa e scuolabus
problema-5 = Sito e servizi in rete
luogo-del-problema = Dove
luogo-aiuto = Via e numero civico, o un punto riconoscibile.
oggetto = Oggetto
descrizione = Descrizione
descrizione-aiuto = Che cosa succede e da quando, al massimo in 600 caratteri.
immagini = Fotografie
immagini-aiuto = Al massimo tre. Evita volti e targhe.

## Organigramma, caselle, account

responsabile = Responsabile
caselle-pec = Caselle PEC
caselle-ordinarie = Caselle ordinarie
casella = Casella
tipo = Tipo
ordinaria = ordinaria
account-ufficiale = Account ufficiale del { $nome }

## Servizi in rete e stato di informatizzazione

servizi-attivi = Servizi attivi
servizi-attivi-n = { $n ->
    [one] { $n } servizio attivo in rete
   *[other] { $n } servizi attivi in rete
}
servizi-futuri = Servizi futuri
servizi-futuri-n = { $n ->
    [one] { $n } servizio di prossima attivazione
   *[other] { $n } servizi di prossima attivazione
}
che-cosa-si-fa-in-rete = Che cosa si fa in rete
attivazione-prevista = Attivazione prevista
data-superata = la data è passata: l'attivazione è in ritardo
nessun-servizio-attivo = Nessun servizio si chiede ancora in rete.
nessun-servizio-futuro = Non ci sono attivazioni in programma.
avanzamento-per-fase = Avanzamento per fase
elenco-a-n = { $n ->
    [one] { $n } servizio può andare in rete (elenco A).
   *[other] { $n } servizi possono andare in rete (elenco A).
} Per ogni fase del piano si dice quanti lo fanno già.
fase = Fase
servizi-n = Servizi
quota = Quota
obiettivo = Obiettivo
raggiunto = Raggiunto
fase-b1-moduli = B1: moduli pubblicati
fase-b1-compilazione = B1: domanda in rete, 30%
fase-b2-compilazione = B2: domanda in rete, 60%
fase-b3-compilazione = B3: domanda in rete, tutti
fase-b4-stato = B4: stato della pratica, 30%
fase-b5-stato = B5: stato della pratica, 60%
fase-b6-stato = B6: stato della pratica, tutti
grafico-fasi = Le barre mostrano la quota di servizi, il segno verticale l'obiettivo della fase. Gli stessi numeri sono nella tabella.
livelli-dei-servizi = Livelli dei servizi
elenco = Elenco
servizio-in-rete = Servizio in rete
collegamento-uffici = Collegamento con gli uffici
visura = Visura
servizio-web-0 = assente
servizio-web-1 = modulo da inviare per posta elettronica
servizio-web-2 = in rete in parte
servizio-web-3 = in rete, senza pagamento
servizio-web-4 = in rete, con pagamento
back-office-0 = nessuno
back-office-1 = sola lettura
back-office-2 = invio di posta elettronica
back-office-3 = protocollo e documenti
back-office-4 = lettura e scrittura
back-office-5 = lettura, scrittura e protocollo
visura-0 = risposta differita
visura-1 = stato della pratica
visura-2 = stato della pratica e accesso agli atti
elenco-b = Servizi che non possono andare in rete
elenco-b-vuoto = Tutti i servizi possono andare in rete.
motivo = Motivo
motivo-organizzativo = organizzativo
motivo-normativo = normativo
motivo-tecnico = tecnico

## PNRR

progetti = Progetti
cup = CUP
importo = Importo
stato = Stato
fine-prevista = Fine prevista
progetto-da-avviare = da avviare
progetto-in-corso = in corso
progetto-concluso = concluso

## Disegno dei luoghi e video

schizzo-di = Disegno della posizione di { $nome } fra i luoghi del Comune
schizzo-spiegato = Il disegno mostra la posizione rispetto agli altri luoghi del Comune. Per strade e percorsi apri la mappa.
video = Video
video-avviso = Il video sta su un altro sito, che riceve dati sulla tua visita quando lo apri.
carica-il-video = Carica il video qui
## Ricerca. %n% è il numero dei risultati, %q% le parole cercate.

cerca = Cerca
ricerca-nel-sito = Ricerca nel sito
ricerca-che-cosa = Che cosa cerchi?
ricerca-senza-script = La ricerca ha bisogno di JavaScript, che nel tuo browser è spento. Puoi trovare tutto anche partendo dagli elenchi qui sotto.
ricerca-parole-vuote = a ad al allo ai agli alla alle che chi come con da dal dallo dai dagli dalla dalle de dei degli del dello della delle di e ed gli i il in la le lo nel nello nei negli nella nelle o per più quale quali quando si su sul sullo sui sugli sulla sulle tra fra un una uno
ricerca-uno = 1 risultato per «%q%»
ricerca-molti = %n% risultati per «%q%»
ricerca-nessuno = Nessun risultato per «%q%». Prova con altre parole, o con meno filtri.
ricerca-uno-filtri = 1 risultato con i filtri scelti
ricerca-molti-filtri = %n% risultati con i filtri scelti
ricerca-nessuno-filtri = Nessun risultato con i filtri scelti.
ricerca-guasto = La ricerca in questo momento non funziona. Puoi usare gli elenchi qui sotto.
ricerca-filtra = Filtra i risultati
ricerca-tipo = Tipo di pagina
ricerca-argomento = Argomento
ricerca-ufficio = Ufficio
ricerca-azzera = Togli i filtri
ricerca-altri = Mostra altri risultati
ricerca-altre-strade = Non trovi quello che cerchi?
ricerca-sfoglia = Sfoglia il sito
genere-sezione = Sezione
genere-argomento = Argomento
nessuna-casella = Nessuna casella pubblicata.
risultato = Risultato

## Tabelle da file di dati.
dati-scarica = Scarica i dati
dati-licenza = Licenza
dati-aggiornati = Aggiornati al
dati-stato = l’ente { $stato ->
    [non_tenuto] non è tenuto a pubblicarli
    [tenuto_parzialmente] è tenuto a pubblicarne una parte
   *[tenuto] è tenuto a pubblicarli
  }
dati-righe = { $n ->
    [one] 1 riga
   *[other] { $n } righe
}
dati-mostrate = La pagina mostra le prime { $mostrate } righe di { $n }: le altre sono nei file da scaricare.
dati-totale = Totale
dati-totale-di = Totale della colonna «{ $titolo }»
dati-elenco = { $titolo }, { $anno }
dati-elenchi = Elenchi in formato aperto
dati-ordina = I pulsanti nei titoli delle colonne ordinano le righe.
dati-ordinata-crescente = Tabella ordinata per %c%, dal valore più basso al più alto
dati-ordinata-decrescente = Tabella ordinata per %c%, dal valore più alto al più basso
dati-vuota = La tabella non ha righe.
## Albo pretorio

albo-pretorio = Albo pretorio
albo-sommario = Gli atti del Comune e di altri enti pubblicati con effetto di legge. Ogni atto resta qui per i giorni previsti, poi esce.
albo-in-corso-n = { $n ->
    [0] Non c'è nessun atto in pubblicazione
    [one] C'è un atto in pubblicazione
   *[other] Ci sono { $n } atti in pubblicazione
}
albo-filtra = Cerca fra gli atti in pubblicazione
albo-filtra-parole = Parole, numero o ufficio
albo-filtra-tutti = Tutti i tipi
albo-trovato-uno = 1 atto trovato
albo-trovati-molti = %n% atti trovati
albo-trovati-troppi = %n% atti trovati; sono mostrati i primi 100. Aggiungi una parola.
albo-trovati-nessuno = Nessun atto trovato. Prova con altre parole, o con tutti i tipi.
albo-trovati-guasto = La ricerca ora non riesce: gli atti sono nell'elenco.
albo-in-corso = In pubblicazione
albo-annullato = Annullato
albo-annullato-il = Pubblicazione annullata il { $giorno }
albo-senza-tipo = Altri atti
albo-numero = Numero di registro
albo-tipo = Tipo di atto
albo-oggetto = Oggetto
albo-oggetto-omesso = Oggetto omesso: l'atto riguarda persone
albo-ufficio = Ufficio
albo-richiedente = Richiedente
albo-identificativo = Estremi dell'atto
albo-protocollo = Protocollo
albo-registrato = Registrato il
albo-dal = Pubblicato dal
albo-al = Fino al
albo-dal-al = Dal { $dal } al { $al }
albo-giorni = Durata
albo-giorni-n = { $n ->
    [0] il solo giorno di pubblicazione
    [one] un giorno dopo quello di pubblicazione
   *[other] { $n } giorni dopo quello di pubblicazione
}
albo-testo = Testo dell'atto
albo-documenti = Documenti
albo-registro = Dati del registro
albo-impronta = Impronta SHA-256:
albo-altre-forme = Gli stessi atti in altre forme
albo-altre-forme-spiegate = Servono a programmi che seguono l'albo. Contengono solo gli atti in pubblicazione.
albo-feed = Notiziario in formato Atom
albo-json = Dati in formato JSON
albo-archivio = Archivio dell'albo pretorio
albo-archivio-anno = Archivio dell'albo pretorio, { $anno }
albo-archivio-spiegato = Gli atti usciti dall'albo: solo i dati del registro. Per il testo di un atto si fa domanda di accesso agli atti.
albo-archivio-vuoto = Nessun atto è ancora uscito dall'albo.
albo-atti-n = { $n ->
    [one] un atto
   *[other] { $n } atti
}
