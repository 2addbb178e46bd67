vai-al-contenuto = Vai al contenuto
menu = Menu
percorso = Percorso { $n
pagina-di Pagina
