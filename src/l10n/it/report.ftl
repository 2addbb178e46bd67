# Il rapporto per chi verifica l'accessibilità.
ui-report-title = Rapporto di accessibilità
ui-report-skip = Vai al contenuto
ui-report-about = { $n ->
    [one] 1 pagina controllata
   *[other] { $pages } pagine controllate
} il { $date } con Arengo { $version }, senza browser.
ui-report-caution = Questo rapporto viene da controlli automatici: dice che cosa è sbagliato e che cosa resta da verificare. Non dice mai che una pagina è conforme, perché una macchina non può saperlo.
ui-report-contents = Indice del rapporto
ui-report-summary = In breve
ui-report-criteria = I criteri uno per uno
ui-report-findings = Rilievi per criterio
ui-report-others = Buone pratiche e altri rilievi
ui-report-offices = Rilievi per ufficio
ui-report-offices-caption = Che cosa ha da fare ogni ufficio
ui-report-office = Ufficio
ui-report-notes = Note
ui-report-no-office = Nessun ufficio: modelli, impostazioni, contenuti senza ufficio
ui-report-pages = Rilievi per pagina
ui-report-questions = Che cosa resta da verificare
ui-report-errors = Errori
ui-report-warnings = Avvisi
ui-report-open = Domande aperte
ui-report-accepted = Rilievi accettati in site.toml
ui-report-failing = Criteri non rispettati
ui-report-criteria-caption = Criteri WCAG di livello A e AA, con la clausola della norma EN 301 549 e ciò che si è trovato
ui-report-criterion = Criterio
ui-report-level = Livello
ui-report-clause = EN 301 549
ui-report-state = Stato
ui-report-failures = Mancanze
ui-report-passed = Pagine con prove superate
ui-report-fails = non conforme
ui-report-verify = da verificare
ui-report-nothing = Nessun rilievo.
ui-report-times = { $n ->
    [one] 1 rilievo
   *[other] { $shown } rilievi
}
ui-report-more = { $n ->
    [one] E un altro, che qui non è elencato.
   *[other] E altri { $shown }, che qui non sono elencati.
}
ui-report-question = da verificare
ui-report-remedy = Rimedio:
ui-report-on-pages = { $n ->
    [one] nella pagina
   *[other] in { $shown } pagine, per esempio
}
ui-report-page = Pagina
ui-report-pages-caption = Pagine con regole non rispettate o domande aperte
ui-report-questions-intro = Per dichiarare la conformità una persona deve rispondere a queste domande, pagina per pagina o su un campione.

# L'autovalutazione per la dichiarazione di accessibilità.
ui-declaration-title = Autovalutazione di accessibilità
ui-declaration-title-of = Autovalutazione di accessibilità: { $site }
ui-declaration-caution = Documento di lavoro per l'ufficio che prepara la dichiarazione di accessibilità: non va pubblicato. I controlli automatici trovano ciò che manca; che un criterio sia rispettato lo può dire solo una persona.
ui-declaration-state = Stato di conformità
ui-declaration-criteria = Criteri
ui-declaration-failures = Contenuti non accessibili
ui-declaration-open = Che cosa resta da verificare
ui-declaration-partly = Almeno un criterio in vigore non è rispettato: oggi il sito si può dichiarare al più parzialmente conforme.
ui-declaration-unknown = I controlli automatici non hanno trovato mancanze nei criteri in vigore: lo stato di conformità si saprà dopo le verifiche elencate in fondo.
ui-declaration-whole = Nessun criterio in vigore è risultato violato, e a tutte le domande qualcuno ha risposto: il sito si può dichiarare conforme, se le verifiche valgono ancora.
ui-declaration-said-conforms = { $who } ha verificato il { $date }: conforme
ui-declaration-said-fails = { $who } ha verificato il { $date }: non conforme
ui-declaration-said-inapplicable = { $who } ha verificato il { $date }: non applicabile
ui-declaration-fails = non conforme
ui-declaration-verify = da verificare
ui-declaration-inapplicable = non applicabile
ui-declaration-conforms = conforme
ui-declaration-caption = Criteri WCAG di livello A e AA con lo stato e il motivo
ui-declaration-not-yet = non ancora
ui-declaration-remark = Motivo
ui-declaration-n-failures = { $n ->
    [one] 1 mancanza
   *[other] { $shown } mancanze
}
ui-declaration-n-accepted = { $n ->
    [one] 1 mancanza accettata in site.toml
   *[other] { $shown } mancanze accettate in site.toml
}
ui-declaration-n-questions = { $n ->
    [one] 1 domanda aperta
   *[other] { $shown } domande aperte
}
ui-declaration-n-passed = { $n ->
    [one] prove superate su 1 pagina
   *[other] prove superate su { $shown } pagine
}
ui-declaration-no-test = nessuna prova automatica
ui-declaration-accepted = accettato in site.toml
ui-declaration-none = I controlli automatici non hanno trovato contenuti non accessibili.
ui-declaration-only-22 = (lo chiede WCAG 2.2, non ancora la norma in vigore)
ui-declaration-parsing = il W3C lo considera soddisfatto da ogni pagina HTML (errata di WCAG 2.1, 2023)
ui-declaration-no-media = le pagine controllate non contengono audio, video o contenuti incorporati
ui-declaration-no-forms = le pagine controllate non contengono campi da compilare
ui-declaration-no-access = le pagine controllate non chiedono di accedere
ui-declaration-no-shortcuts = le pagine controllate non hanno script né scorciatoie da tastiera
ui-declaration-no-timing = le pagine controllate non hanno script né ricariche a tempo
ui-declaration-no-motion = le pagine controllate non contengono niente che si muove da solo
ui-declaration-no-scripts = le pagine controllate non hanno script
