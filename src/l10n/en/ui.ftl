# ui
ui-first-here = already written here
