# ui
ui-first-here = è già scritto qui
