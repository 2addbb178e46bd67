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
