package de.kreiswerk.proposals.web.meetings;

import static de.kreiswerk.proposals.web.snapshot.Snapshots.orEmpty;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.kreiswerk.proposals.web.view.Phrases;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public snapshot of a meeting as it is read. What is absent is null or an empty list. */
record MeetingSnapshot(
        String name,
        String state,
        boolean cancelled,
        Instant start,
        Instant end,
        List<String> organizationName,
        Location location,
        @JsonProperty("agendaItem") List<Item> items) {

    MeetingSnapshot {
        organizationName = orEmpty(organizationName);
        // Others are not in a snapshot. Should they ever be, they stop here.
        items = orEmpty(items).stream().filter(Item::open).toList();
    }

    record Location(String description, String room, String streetAddress, String postalCode, String locality) {

        /** In lines, as on an envelope. */
        List<String> lines() {
            String town =
                    Stream.of(postalCode, locality).filter(Phrases::present).collect(Collectors.joining(" "));
            // Offices write the room into the description as well.
            String elsewhere = description != null && room != null && description.contains(room) ? null : room;
            return Stream.of(description, elsewhere, streetAddress, town)
                    .filter(Phrases::present)
                    .toList();
        }
    }

    record Item(
            int order,
            String number,
            String name,
            @JsonProperty("public") boolean open,
            String result,
            String resolutionText,
            String paperReference,
            String paperAddress) {}
}
