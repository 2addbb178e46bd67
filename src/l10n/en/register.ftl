# The register of the albo pretorio.

register-head = { $site } – register of the albo pretorio on { $date }: { $n ->
    [0] no acts
    [one] one act
   *[other] { $n } acts
}
register-no-log = Without a log of publications (--log) nobody knows what was online.
register-never = after the log it was never online
register-online = after the log it is online from { $first }
register-was-online = after the log it was online from { $first } and was taken off on { $gone }
register-unknown = { $address } is online from { $first }, but no content speaks of it
register-unknown-gone = { $address } was online from { $first } and was taken off on { $gone }, but no content speaks of it
