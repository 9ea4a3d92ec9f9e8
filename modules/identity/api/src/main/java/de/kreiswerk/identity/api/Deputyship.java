package de.kreiswerk.identity.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody does another one's work for a while (Vertretung).
 *
 * @param id its id, a UUID
 * @param accountId whose work it is
 * @param accountName that person's name
 * @param deputyId who does it
 * @param deputyName that person's name
 * @param firstDay the first day, in the county's time (Europe/Berlin)
 * @param lastDay the last day, included
 */
public record Deputyship(
        String id,
        String accountId,
        String accountName,
        String deputyId,
        String deputyName,
        LocalDate firstDay,
        LocalDate lastDay) {

    /** Rejects a missing part. */
    public Deputyship {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(accountName, "accountName");
        Objects.requireNonNull(deputyId, "deputyId");
        Objects.requireNonNull(deputyName, "deputyName");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
    }
}
