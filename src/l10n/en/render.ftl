# Templates of the theme, and faults of the program.

template =
    .description =
        The templates of the theme (folder `themes`) are written in Tera, and the words visitors read in Fluent. A mistake in a template stops the publication of the pages that use it.
        If the theme is not your work, send the message to those who make it.
    .message = the template does not work: { $detail }
    .help = correct the template here
template--missing =
    .message = there is no template `{ $name }`
    .help = correct the name, or add the file to the folder `templates` of the theme
template--cycle =
    .message = the templates call each other in a circle: { $chain }
    .help = remove one of the calls (`include` or `extends`)
template--endless =
    .message = with this template the page grows enormous, or never ends
    .help = check the `for` loops of the template and of the templates it calls
template--heavy =
    .message = with this template a variable becomes enormous
    .help = look at the `set` lines of the template: what doubles a variable (`s ~ s`) must go, or be done fewer times
template--slow =
    .message = the template does not finish the page in { $n ->
        [one] one second
       *[other] { $n } seconds
    }
    .help = look at the `for` loops and the components the template calls: something repeats too often. If the page really needs more time, raise `pagina_secondi` in `[limiti]` of site.toml
template--memory =
    .message = with this template memory is not enough: Arengo uses more than { $n } MiB
    .help = look at what the template repeats and keeps (`for`, `set`, `replace`, `join`). If the site really needs more memory, raise `memoria_mib` in `[limiti]` of site.toml
template--open =
    .message = `{ "{%" } { $name } { "%}" }` begins here and does not end
    .help = write `{ "{%" } end{ $name } { "%}" }` where this part ends
template--language =
    .message = the theme has no words in the language `{ $lang }`: its pages would have menus and buttons in `{ $main }`
    .help = write the words in `themes/{ $theme }/i18n/{ $lang }.ftl`, one line for each as in `{ $main }.ftl` (`arengo schema --words` shows those of the theme `comune`), or take `{ $lang }` out of `lingue`
template--language-words =
    .message = in the language `{ $lang }` { $n ->
        [one] a word
       *[other] { $n } words
    } of the theme { $n ->
        [one] is
       *[other] are
    } missing: { $some }{ $n ->
        [1] {""}
        [2] {""}
        [3] {""}
        [4] {""}
        [5] {""}
       *[other] …
    }; pages show them in `{ $main }`
    .help = add them to `themes/{ $theme }/i18n/{ $lang }.ftl`
template--word =
    .message = among the words of the theme `{ $name }` is missing
    .help = add `{ $name } = …` to the files of the folder `i18n` of the theme, or correct the key in the template
template--part =
    .message = the theme has no part `{ $name }` that is the same on every page
    .help = write the template `fissi/{ $name }.html`, or correct the name in the template
template--asset =
    .message = the theme has no file `{ $name }`
    .help = correct the name, or put the file into the folder `assets` of the theme
template--recursion =
    .message = on this page a component calls itself without end
    .help = among the components the template uses, find the one that calls itself and give it an end
template--model =
    .message = the theme has no template `{ $name }`
    .help = { $known ->
        [none] delete the line `modello`, or add `modelli/{ $name }.html` to the templates of the theme
       *[other] perhaps `{ $known }`?
    }
template--words =
    .message = this line is not what Fluent wants: { $detail }
    .help = write `key = text`, one line a word

internal =
    .description =
        Arengo made a mistake while it was making a page. The other pages were checked, but the site is not published.
    .message = internal error of Arengo in the page `{ $address }`
    .help = report the error to the developers of Arengo, with the address of the page and, if you can, its file
