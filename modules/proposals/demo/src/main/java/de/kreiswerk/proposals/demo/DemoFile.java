package de.kreiswerk.proposals.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What {@code demo/council.json} lists.
 *
 * @param organizations the committees
 * @param papers the texts, in the order in which they come in
 * @param meetings scheduled meetings
 */
record DemoFile(List<Organization> organizations, List<Paper> papers, List<Meeting> meetings) {

    /**
     * A committee.
     *
     * @param name as the texts name it
     * @param classification OParl's word for its kind
     */
    record Organization(String name, String classification) {}

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
     * @param place where
     * @param open whether the public may attend
     */
    record Meeting(String organization, String name, int day, String time, String place, boolean open) {}

    static DemoFile read() throws IOException {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/council.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, DemoFile.class);
        }
    }
}
