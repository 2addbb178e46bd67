vai-al-contenuto = Skip to content
menu = Menu
percorso = Breadcrumb
pagina-di = Page { $n } of { $totale }
precedente = Previous page
successiva = Next page
aggiornato = Updated on { $giorno }
albo-pretorio = Notice board
