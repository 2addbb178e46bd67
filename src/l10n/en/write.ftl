# Writing files: the output folder, the disk, new files.

failure-disk =
    .message = cannot write { $path } ({ $detail })
    .help = check the disk and try again; the published site is as it was
failure-disk-full =
    .message = the disk is full: cannot write { $path }
    .help = free some space and try again; the published site is as it was
failure-disk-denied =
    .message = there is no permission to write { $path }
    .help = ask for permission to write in that folder, or choose another with `--output`
failure-disk-read-only =
    .message = { $path } is on a read-only disk
    .help = choose a folder on another disk with `--output`
failure-disk-name =
    .message = the name { $path } is too long for the disk
    .help = shorten the `slug` of the page or the name of the attachment

failure-journal =
    .message = { $path } cannot be read ({ $detail })
    .help = see that it is a text file and that it may be read

failure-output-busy =
    .message = another build is already writing { $path }
    .help = wait until it has finished and try again
failure-output-site =
    .message = the output folder { $path } contains the site itself
    .help = choose a separate folder with `--output`, for instance `public`
failure-output-source =
    .message = the output folder { $path } stands among the site's files, where the next build would read it
    .help = choose a separate folder with `--output`, for instance `public`
failure-output-file =
    .message = where the output folder { $path } should be there is a file
    .help = move the file, or choose another folder with `--output`
failure-output-symlink =
    .message = the output folder { $path } is a symbolic link
    .help = name the real folder with `--output`, or remove the link
failure-output-mount =
    .message = the output folder { $path } is a mount point, which cannot be replaced in one step
    .help = choose a folder inside it with `--output`, for instance `{ $path }/site`
failure-output-foreign =
    .message = the output folder { $path } contains files that Arengo did not write
    .help = choose a new or empty folder with `--output`: the one named would be deleted
failure-output-manifest =
    .message = in { $path } the file `.arengo-manifest.json` is damaged or of another version, so it is not known whether the folder is Arengo's
    .help = if it holds nothing but the published site, delete the folder and try again
failure-output-stranger =
    .message = the output folder { $path } holds `{ $name }`, which Arengo did not write and which would be lost
    .help = move it out of the folder and try again

failure-source-read =
    .message = cannot read the attachment { $path } ({ $detail })
    .help = check that the file still exists and can be opened
failure-source-changed =
    .message = the attachment { $path } changed during the build
    .help = wait until the file is saved completely and try again

failure-file-exists =
    .message = { $path } already exists, and Arengo does not overwrite files of others
    .help = choose another name, or move the file

failure-write-path =
    .message = internal error: `{ $path }` is not a name that can be written on every system
    .help = report the error to the developers of Arengo, with the name shown here
failure-write-twice =
    .message = internal error: two pages want the same file `{ $path }`
    .help = change the `slug` of one of them and report the error to the developers of Arengo

cli-disk =
    .message = the folder { $path } cannot be read ({ $detail })
    .help = check that it exists and that you can open it, then try again
