vai-al-contenuto = Vai al contenuto
menu = Menu
percorso = Percorso
pagina-di = Pagina { $n } di { $totale }
precedente = Pagina precedente
successiva = Pagina successiva
aggiornato = Aggiornato il { $giorno }
