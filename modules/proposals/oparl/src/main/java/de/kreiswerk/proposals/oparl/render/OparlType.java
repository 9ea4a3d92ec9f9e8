package de.kreiswerk.proposals.oparl.render;

import java.util.Locale;
import java.util.Optional;

/** The object types of OParl 1.1 that have snapshots; the System is made of the Body's. */
public enum OparlType {
    /** A corporation: the county. */
    BODY("Body", "body"),
    /** A term of office. */
    LEGISLATIVE_TERM("LegislativeTerm", "legislativeTerm"),
    /** A committee, a group, a department. */
    ORGANIZATION("Organization", "organization"),
    /** Who holds a public office. */
    PERSON("Person", "person"),
    /** A person's seat in an organization. */
    MEMBERSHIP("Membership", "membership"),
    /** A place. */
    LOCATION("Location", "location"),
    /** A sitting. */
    MEETING("Meeting", "meeting"),
    /** An item of a sitting's agenda. */
    AGENDA_ITEM("AgendaItem", "agendaItem"),
    /** A proposal. */
    PAPER("Paper", "paper"),
    /** A proposal's way through a committee. */
    CONSULTATION("Consultation", "consultation"),
    /** An attachment. */
    FILE("File", "file");

    static final String SCHEMA = "https://schema.oparl.org/1.1/";

    private final String url;
    private final String segment;

    OparlType(String name, String segment) {
        this.url = SCHEMA + name;
        this.segment = segment;
    }

    /**
     * The address that OParl names the type by.
     *
     * @return such as {@code https://schema.oparl.org/1.1/Paper}
     */
    public String url() {
        return url;
    }

    /**
     * How paths of its objects begin, and the name of the list that has them all.
     *
     * @return such as {@code paper}
     */
    public String segment() {
        return segment;
    }

    /**
     * Finds a type, upper and lower case being the same.
     *
     * @param segment such as {@code paper}
     * @return the type
     */
    public static Optional<OparlType> ofSegment(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        for (OparlType type : values()) {
            if (type.segment.toLowerCase(Locale.ROOT).equals(lower)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type of a snapshot. */
    static OparlType ofPath(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no path of an OParl object: " + path));
    }

    /** The type of a snapshot, unless it belongs to something else than OParl. */
    static Optional<OparlType> find(String path) {
        for (OparlType type : values()) {
            if (path.startsWith(type.segment, 1) && path.startsWith("/", type.segment.length() + 1)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
