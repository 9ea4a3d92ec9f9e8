package de.kreiswerk.proposals.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/**
 * What {@code demo/council.json} lists.
 *
 * @param terms the legislative terms
 * @param organizations committees and parliamentary groups
 * @param persons their members
 * @param locations where meetings are
 * @param papers the texts, in the order in which they come in
 * @param meetings scheduled meetings
 */
record DemoFile(
        List<Term> terms,
        List<Organization> organizations,
        List<Person> persons,
        List<Location> locations,
        List<Paper> papers,
        List<Meeting> meetings) {

    /**
     * A legislative term.
     *
     * @param name its name
     * @param startDate its first day, such as 2026-11-01
     * @param endDate its last day
     */
    record Term(String name, String startDate, String endDate) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(LocalDate.parse(startDate)) && !day.isAfter(LocalDate.parse(endDate));
        }
    }

    /**
     * A committee or parliamentary group.
     *
     * @param name as the texts name it
     * @param shortName a short name, may be null
     * @param classification OParl's word for its kind
     * @param type OParl's organizationType
     */
    record Organization(String name, String shortName, String classification, String type) {}

    /**
     * A person. All are invented.
     *
     * @param familyName the family name
     * @param givenName the given name
     * @param title titles, may be null
     * @param memberships from the first day of the present term
     */
    record Person(String familyName, String givenName, List<String> title, List<Membership> memberships) {}

    /**
     * A membership.
     *
     * @param organization the organization's name
     * @param role the role
     * @param votingRight whether with a vote
     * @param onBehalfOf the name of the group that sent the person, may be null
     */
    record Membership(String organization, String role, boolean votingRight, String onBehalfOf) {}

    /**
     * A place.
     *
     * @param description as the meetings name it
     * @param streetAddress street and number
     * @param room the room
     * @param postalCode the postal code
     * @param locality the place
     */
    record Location(String description, String streetAddress, String room, String postalCode, String locality) {}

    /**
     * A proposal.
     *
     * @param text the name of its text
     * @param state what becomes of it: draft, published or withdrawn
     * @param files bytes for its attachments
     */
    record Paper(String text, String state, List<AttachedFile> files) {}

    /**
     * Bytes for an attachment.
     *
     * @param number the attachment's number
     * @param fileName the name of the resource and of the file
     * @param mediaType its media type
     */
    record AttachedFile(int number, String fileName, String mediaType) {}

    /**
     * A scheduled meeting.
     *
     * @param organization the committee's name
     * @param name the meeting's name
     * @param day days from the first start, may be negative
     * @param time such as 16:00, local time
     * @param minutes how long it lasts
     * @param place where
     * @param open whether the public may attend
     * @param state how far it is
     * @param cancelled whether it will not take place
     * @param agenda its items in order, null when there is none yet
     */
    record Meeting(
            String organization,
            String name,
            int day,
            String time,
            int minutes,
            String place,
            boolean open,
            String state,
            boolean cancelled,
            List<Item> agenda) {}

    /**
     * An item of an agenda.
     *
     * @param name what it is about
     * @param paper the text of the paper, may be null
     * @param open false when the public may not attend; null is as public as its meeting
     * @param result may be null
     * @param resolutionText may be null
     */
    record Item(String name, String paper, Boolean open, String result, String resolutionText) {}

    static DemoFile read() throws IOException {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/council.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, DemoFile.class);
        }
    }
}
