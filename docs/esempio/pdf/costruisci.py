"""Ricompone i PDF del Comune di esempio: python costruisci.py [id ...]"""
import pathlib, sys, pikepdf, typst

qui = pathlib.Path(__file__).resolve().parent
content = qui.parents[2] / "content"
altrove = {
    "atto-albo": content / "albo",
    "bando-concorso-istruttore-amministrativo": content / "bandi" / "concorso-istruttore-amministrativo",
    "avviso-contributi-associazioni-2026": content / "bandi" / "contributi-associazioni-2026",
}
scelti = sys.argv[1:] or sorted(p.stem for p in qui.glob("[!_]*.typ"))
for nome in scelti:
    uscita = altrove.get(nome, content / "documenti" / nome) / f"{nome}.pdf"
    uscita.parent.mkdir(parents=True, exist_ok=True)
    typst.compile(qui / f"{nome}.typ", output=uscita, root=qui, ignore_system_fonts=True,
                  pdf_standards=["ua-1"], timestamp=1795305600)
    with pikepdf.open(uscita, allow_overwriting_input=True) as pdf:  # stesso contenuto, meno byte
        pdf.save(uscita, object_stream_mode=pikepdf.ObjectStreamMode.generate,
                 recompress_flate=True, deterministic_id=True)
    print(f"{nome}.pdf", uscita.stat().st_size, len(pikepdf.open(uscita).pages), "pagine")
