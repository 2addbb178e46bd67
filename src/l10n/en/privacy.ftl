# Personal data.
privacy-birth =
    .message = { $in ->
        [page] on page { $at } of the PDF stands when or where a person was born
        [line] on line { $at } stands when or where a person was born
        [cell] in cell { $at } stands when or where a person was born
        [paragraph] in paragraph { $at } stands when or where a person was born
        [slide] on slide { $at } stands when or where a person was born
        [beside] among notes, comments and headers stands when or where a person was born
       *[text] beside a name stands when or where the person was born
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take day and place of birth away: the name says who it is (art. 5 GDPR; guidelines of the Garante no. 243/2014)
    .description =
        Of a person only what a norm asks for is published, and what is needed to know who it is. Day and place of birth are seldom needed, and help those who want to pass for somebody else.
        Recognised are "nato a … il …" and dates below "data di nascita", near a name and for people who may be alive. The year alone is not told; the place alone is, in acts and in sections of transparency that speak of persons.
        Norm: art. 5(1)(c) GDPR; art. 7-bis c. 4 d.lgs. 33/2013; guidelines of the Garante no. 243 of 15 May 2014.

privacy-email =
    .message = { $in ->
        [page] on page { $at } of the PDF stands the mailbox of a person ({ $found })
        [line] on line { $at } stands the mailbox of a person ({ $found })
        [cell] in cell { $at } stands the mailbox of a person ({ $found })
        [paragraph] in paragraph { $at } stands the mailbox of a person ({ $found })
        [slide] on slide { $at } stands the mailbox of a person ({ $found })
        [beside] among notes, comments and headers stands the mailbox of a person ({ $found })
       *[text] here stands the mailbox of a person ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = write the mailbox of an office; that of an association or a firm goes into `[privacy] caselle` in site.toml (art. 5 GDPR)
    .description =
        Private mailboxes are recognised by their provider (Gmail, Libero and the like, unless the name is that of an association), or because they are first name and surname at somebody else's domain.
        Mailboxes at the site's own domain, those of contact points, offices and places, and those in `[privacy]` are never told.
        Norm: artt. 5 and 6 GDPR; art. 2-ter d.lgs. 196/2003; guidelines of the Garante no. 243 of 15 May 2014.

privacy-fiscal-code =
    .message = { $in ->
        [page] on page { $at } of the PDF stands the fiscal code of a person ({ $found })
        [line] on line { $at } stands the fiscal code of a person ({ $found })
        [cell] in cell { $at } stands the fiscal code of a person ({ $found })
        [paragraph] in paragraph { $at } stands the fiscal code of a person ({ $found })
        [slide] on slide { $at } stands the fiscal code of a person ({ $found })
        [beside] among notes, comments and headers stands the fiscal code of a person ({ $found })
       *[text] here stands the fiscal code of a person ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take it away: in a PDF the text must go, a black box over it is not enough (art. 5 GDPR; art. 7-bis c. 4 d.lgs. 33/2013)
    .description =
        The fiscal code tells sex, day and place of birth, and opens many doors: it is not published, not even in lists of beneficiaries and in acts. It is recognised by its check character, also in the forms for omocodia: a finding is nearly always true.
        Of PDFs the text of every page is read, also what a rectangle covers. The code of who signed the document (TINIT-…) only warns.
        Norm: art. 5(1)(c) GDPR; art. 7-bis c. 4 d.lgs. 33/2013; guidelines of the Garante no. 243 of 15 May 2014.
privacy-fiscal-code--signer =
    .message = { $in ->
        [page] on page { $at } of the PDF the signature shows the signer's fiscal code ({ $found })
        [line] on line { $at } the signature shows the signer's fiscal code ({ $found })
        [cell] in cell { $at } the signature shows the signer's fiscal code ({ $found })
        [paragraph] in paragraph { $at } the signature shows the signer's fiscal code ({ $found })
        [slide] on slide { $at } the signature shows the signer's fiscal code ({ $found })
        [beside] among notes, comments and headers the signature shows the signer's fiscal code ({ $found })
       *[text] the signature shows the signer's fiscal code ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = publish the copy without the signature's box, or choose a look without fiscal code for it (art. 5 GDPR)

privacy-iban =
    .message = { $in ->
        [page] on page { $at } of the PDF stands an IBAN that is not the body's own ({ $found })
        [line] on line { $at } stands an IBAN that is not the body's own ({ $found })
        [cell] in cell { $at } stands an IBAN that is not the body's own ({ $found })
        [paragraph] in paragraph { $at } stands an IBAN that is not the body's own ({ $found })
        [slide] on slide { $at } stands an IBAN that is not the body's own ({ $found })
        [beside] among notes, comments and headers stands an IBAN that is not the body's own ({ $found })
       *[text] here stands an IBAN that is not the body's own ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take it away; an account of the body goes into `[privacy] iban` in site.toml (art. 5 GDPR; guidelines of the Garante no. 243/2014)
    .description =
        The account of who is paid or pays is not published. It is recognised by its check digits, Italian or foreign: a finding is nearly always true.
        The body's accounts are declared in `[privacy] iban`, or written on the page of an office or in a contact point, and never told.
        Norm: art. 5(1)(c) GDPR; art. 26 c. 4 d.lgs. 33/2013; guidelines of the Garante no. 243 of 15 May 2014.

privacy-identity-document =
    .message = { $in ->
        [page] on page { $at } of the PDF stands the number of an identity document ({ $found })
        [line] on line { $at } stands the number of an identity document ({ $found })
        [cell] in cell { $at } stands the number of an identity document ({ $found })
        [paragraph] in paragraph { $at } stands the number of an identity document ({ $found })
        [slide] on slide { $at } stands the number of an identity document ({ $found })
        [beside] among notes, comments and headers stands the number of an identity document ({ $found })
       *[text] here stands the number of an identity document ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take the number away; an example is written with digits all alike: CA00000AA (art. 5 GDPR)
    .description =
        Recognised are the numbers of identity cards, passports and driving licences, where a word before them says what they are.
        Norm: art. 5(1)(c) GDPR; guidelines of the Garante no. 243 of 15 May 2014.

privacy-phone =
    .message = { $in ->
        [page] on page { $at } of the PDF stands the telephone of a person ({ $found })
        [line] on line { $at } stands the telephone of a person ({ $found })
        [cell] in cell { $at } stands the telephone of a person ({ $found })
        [paragraph] in paragraph { $at } stands the telephone of a person ({ $found })
        [slide] on slide { $at } stands the telephone of a person ({ $found })
        [beside] among notes, comments and headers stands the telephone of a person ({ $found })
       *[text] here stands the telephone of a person ({ $found })
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = write the number of an office; a duty phone or that of an association goes into `[privacy] telefoni` in site.toml (art. 5 GDPR)
    .description =
        A mobile number nearly always belongs to a person. Numbers of contact points, offices and places and those in `[privacy] telefoni` are never told; a fixed line only where the words beside it say that it rings in the home of somebody who is named.
        Norm: artt. 5 and 6 GDPR; art. 2-ter d.lgs. 196/2003; guidelines of the Garante no. 243 of 15 May 2014.

privacy-residence =
    .message = { $in ->
        [page] on page { $at } of the PDF stands where a person lives
        [line] on line { $at } stands where a person lives
        [cell] in cell { $at } stands where a person lives
        [paragraph] in paragraph { $at } stands where a person lives
        [slide] on slide { $at } stands where a person lives
        [beside] among notes, comments and headers stands where a person lives
       *[text] beside a name stands where the person lives
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take the address away: the name says who it is (art. 5 GDPR; guidelines of the Garante no. 243/2014)
    .description =
        The home address of a person is not published, not even in an act about that person. Recognised is "residente in via … n. …" in the sentence in which the name stands.
        Norm: art. 5(1)(c) GDPR; art. 7-bis c. 4 d.lgs. 33/2013; guidelines of the Garante no. 243 of 15 May 2014.

privacy-sensitive =
    .message = { $in ->
        [page] on page { $at } of the PDF, near the name of a person, there is talk of health
        [line] on line { $at }, near the name of a person, there is talk of health
        [cell] in cell { $at }, near the name of a person, there is talk of health
        [paragraph] in paragraph { $at }, near the name of a person, there is talk of health
        [slide] on slide { $at }, near the name of a person, there is talk of health
        [beside] among notes, comments and headers, near the name of a person, there is talk of health
       *[text] near the name of a person there is talk of health
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take the name or the word away: health data are never made public (art. 2-septies c. 8 d.lgs. 196/2003; art. 9 GDPR; art. 26 c. 4 d.lgs. 33/2013)
    .description =
        In acts and benefits nothing is published from which the health or the economic and social hardship of a person can be understood: initials are written, or a code. Convictions and offences are published only where a law says so.
        Looked at are contents whose type has `x-riservatezza: atto` (documents, calls, datasets) and what is attached to them: it warns when one sentence holds the name of a person and a word that tells of it. Who decides, signs or answers for the act, and who has a page as a person, do not count.
        Norm: art. 26 c. 4 d.lgs. 33/2013; art. 2-septies c. 8 d.lgs. 196/2003; artt. 9 and 10 GDPR.
privacy-sensitive--hardship =
    .message = { $in ->
        [page] on page { $at } of the PDF, near the name of a person, there is talk of economic or social hardship
        [line] on line { $at }, near the name of a person, there is talk of economic or social hardship
        [cell] in cell { $at }, near the name of a person, there is talk of economic or social hardship
        [paragraph] in paragraph { $at }, near the name of a person, there is talk of economic or social hardship
        [slide] on slide { $at }, near the name of a person, there is talk of economic or social hardship
        [beside] among notes, comments and headers, near the name of a person, there is talk of economic or social hardship
       *[text] near the name of a person there is talk of economic or social hardship
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = instead of the name write initials or a code: who is helped out of need is not named (art. 26 c. 4 d.lgs. 33/2013)
privacy-sensitive--justice =
    .message = { $in ->
        [page] on page { $at } of the PDF, near the name of a person, there is talk of offences or convictions
        [line] on line { $at }, near the name of a person, there is talk of offences or convictions
        [cell] in cell { $at }, near the name of a person, there is talk of offences or convictions
        [paragraph] in paragraph { $at }, near the name of a person, there is talk of offences or convictions
        [slide] on slide { $at }, near the name of a person, there is talk of offences or convictions
        [beside] among notes, comments and headers, near the name of a person, there is talk of offences or convictions
       *[text] near the name of a person there is talk of offences or convictions
    }{ $n ->
        [1] {""}
       *[other] {" "}({ $n } in all)
    }
    .help = take the name away, unless a law wants it published (art. 10 GDPR; art. 2-octies d.lgs. 196/2003)

privacy-unread =
    .message = nobody looked for personal data in this { $format }: it cannot be read
    .help = if a password keeps it, take that away; if it does not open, export it again; else look at it yourself before publishing
    .description =
        Before a document is published, personal data are looked for in everything it holds. In a file that is kept, broken or becomes enormous that is not possible: who publishes has to know.
        Norm: art. 5(1)(c) and (f) GDPR; guidelines of the Garante no. 243 of 15 May 2014.
privacy-unread--format =
    .message = nobody looked for personal data in this { $format }: Arengo does not read the format
    .help = look at it yourself before publishing, or publish what it holds in an open format: PDF, ODT, CSV (art. 7 d.lgs. 33/2013)
