"""Scrive i fogli di calcolo del sito di esempio in content/, sempre con gli stessi byte."""

import datetime
import io
import pathlib
import zipfile

import openpyxl
from openpyxl.styles import Font

CARTELLA = pathlib.Path(__file__).resolve().parents[3] / "content" / "pagine" / "trasparenza"
QUANDO = datetime.datetime(2026, 10, 16, 9, 0, 0)


def salva(cartella_di_lavoro, nome):
    """Toglie dal file ciò che cambia a ogni salvataggio: le date dell'archivio e quelle del documento."""
    cartella_di_lavoro.properties.creator = "Comune di Borgo Alvese"
    cartella_di_lavoro.properties.created = QUANDO
    cartella_di_lavoro.properties.modified = QUANDO
    scritto = io.BytesIO()
    cartella_di_lavoro.save(scritto)
    with zipfile.ZipFile(scritto) as letto, zipfile.ZipFile(CARTELLA / nome, "w", zipfile.ZIP_DEFLATED) as nuovo:
        for voce in letto.infolist():
            byte = letto.read(voce)
            if voce.filename == "docProps/core.xml":
                adesso = cartella_di_lavoro.properties.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
                byte = byte.replace(adesso.encode(), b"2026-10-16T09:00:00Z")
            nuovo.writestr(zipfile.ZipInfo(voce.filename, (2026, 10, 16, 9, 0, 0)), byte, zipfile.ZIP_DEFLATED)


def foglio(titolo, titoli, righe, prima=None, altri=()):
    """Un foglio con i titoli in grassetto; `prima` è ciò che gli uffici scrivono sopra la tabella."""
    documento = openpyxl.Workbook()
    pagina = documento.active
    pagina.title = titolo
    if prima:
        pagina.append([prima])
        pagina.append([])
    pagina.append(titoli)
    for cella in pagina[pagina.max_row]:
        cella.font = Font(bold=True)
    for riga in righe:
        pagina.append(riga)
    for colonna, larghezza in zip("ABCDEFGHIJ", [28] * 10):
        pagina.column_dimensions[colonna].width = larghezza
    for nome, testo in altri:
        documento.create_sheet(nome)["A1"] = testo
    return documento


CORRENTI, CAPITALE = "Uscite correnti", "Uscite in conto capitale"
PERSONA, ALTRO = "Persona fisica", "Altro soggetto pubblico e privato"
PAGAMENTI = [
    (CORRENTI, "Acquisto di beni e di servizi", ALTRO, [812_440.18, 934_207.55, 741_386.02]),
    (CORRENTI, "Acquisto di beni e di servizi", PERSONA, [18_220.40, 24_905.13, 16_480.75]),
    (CORRENTI, "Contributi in conto esercizio", ALTRO, [41_300.00, 66_850.00, 22_500.00]),
    (CORRENTI, "Contributi in conto esercizio", PERSONA, [9_640.00, 12_115.50, 8_230.00]),
    (CORRENTI, "Interessi passivi", ALTRO, [0.00, 38_917.26, 0.00]),
    (CORRENTI, "Altre spese correnti", ALTRO, [22_104.91, 19_873.44, 27_662.08]),
    (CAPITALE, "Investimenti in beni materiali", ALTRO, [184_902.31, 231_466.87, 156_018.40]),
    (CAPITALE, "Investimenti in beni immateriali", ALTRO, [13_840.00, 6_710.00, 9_028.37]),
    (CAPITALE, "Contributi in conto capitale", ALTRO, [0.00, 15_000.00, 6_000.00]),
]

AREE = [
    ("Area amministrativa", 17, [14.2, 12.8, 27.5]),
    ("Area finanziaria", 9, [11.9, 10.4, 25.1]),
    ("Area tecnica", 15, [13.0, 12.2, 28.3]),
    ("Area servizi alla persona", 12, [12.4, 11.7, 30.6]),
]

IMMOBILI = [
    ("Palazzo comunale", "Piazza del Popolo 1", "22", "104", "proprietà", "Uffici", 1840),
    ("Teatro Alvese", "Via del Teatro 4", "22", "131", "proprietà", "Spettacoli", 960.5),
    ("Biblioteca comunale", "Via della Cartiera 8", "22", "140", "proprietà", "Biblioteca", 720),
    ("Museo della carta", "Via della Cartiera 2", "22", "137", "proprietà", "Museo", 1105),
    ("Scuola primaria di via delle Querce", "Via delle Querce 15", "31", "58", "proprietà", "Scuola", 2310),
    ("Nido comunale", "Via delle Querce 19", "31", "60", "proprietà", "Nido", 640),
    ("Palestra comunale", "Via dello Sport 10", "33", "12", "proprietà", "Sport", 1290),
    ("Bar del parco delle Querce", "Parco delle Querce", "31", "77", "proprietà", "Affittato", 95),
    ("Ex lavatoio", "Vicolo delle Fonti 3", "22", "88", "proprietà", "Vuoto", 140),
    ("Magazzino comunale", "Via dell'Artigianato 6", "40", "215", "locazione passiva", "Magazzino", 480),
    ("Antenna di Monte Alvo", "Monte Alvo", "7", "3", "proprietà", "Affittato", 60),
]

SOCIETA = [
    (2025, "Acque della Valle S.p.A.", 1.84, "Acqua e fognature", "31/12/2050", 0, 0, 230_700, 198_050, 212_400),
    (2025, "Valle Alvo Ambiente S.r.l.", 6.2, "Raccolta dei rifiuti", "31/12/2035", 0, 0, 22_890, -4_120, 18_300),
]


def main():
    pagamenti = [
        (2026, trimestre, categoria, tipologia, importo[trimestre - 1], beneficiario)
        for trimestre in (1, 2, 3)
        for categoria, tipologia, beneficiario, importo in PAGAMENTI
        if importo[trimestre - 1]
    ]
    titoli = ["Anno", "Trimestre", "Categoria di spesa", "Tipologia di spesa", "Importo", "Beneficiario"]
    salva(foglio("Pagamenti 2026", titoli, pagamenti), "pagamenti-2026.xlsx")

    assenze = [
        (2026, trimestre, area, dipendenti, tassi[trimestre - 1])
        for trimestre in (1, 2, 3)
        for area, dipendenti, tassi in AREE
    ]
    titoli = ["Anno", "Trimestre", "Area", "Dipendenti", "Tasso di assenza %"]
    documento = foglio(
        "Assenze", titoli, assenze, "Ufficio segreteria: assenze del personale", [("Note", "Solo per uso interno")]
    )
    salva(documento, "assenze-2026.xlsx")

    titoli = ["Immobile", "Indirizzo", "Foglio", "Particella", "Titolo", "Destinazione d'uso", "Superficie mq"]
    salva(foglio("Immobili", titoli, IMMOBILI), "patrimonio.xlsx")

    titoli = [
        "Anno", "Ragione sociale", "Quota di partecipazione", "Attività", "Durata dell'impegno", "Onere annuo",
        "Rappresentanti", "Risultato dell'ultimo anno", "Risultato di un anno prima", "Risultato di due anni prima",
    ]
    salva(foglio("Società", titoli, SOCIETA), "societa.xlsx")


if __name__ == "__main__":
    main()
