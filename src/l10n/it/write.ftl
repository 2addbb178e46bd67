# write
