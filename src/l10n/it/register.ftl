# Il registro dell'albo pretorio.

register-head = { $site } – registro dell'albo pretorio al { $date }: { $n ->
    [0] nessun atto
    [one] un atto
   *[other] { $n } atti
}
register-no-log = Senza un giornale delle pubblicazioni (--log) non si sa che cosa è stato in linea.
register-never = secondo il giornale non è mai stato in linea
register-online = secondo il giornale è in linea dal { $first }
register-was-online = secondo il giornale è stato in linea dal { $first } ed è stato tolto il { $gone }
register-unknown = { $address } è in linea dal { $first }, ma nessun contenuto ne parla
register-unknown-gone = { $address } è stato in linea dal { $first } ed è stato tolto il { $gone }, ma nessun contenuto ne parla
