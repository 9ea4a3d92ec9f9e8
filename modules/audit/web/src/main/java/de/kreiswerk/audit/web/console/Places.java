package de.kreiswerk.audit.web.console;

import de.kreiswerk.core.api.web.Console;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the auditors' pages are. */
public final class Places {

    public static final String SEARCH = Console.BASE + "/audit";

    static final String RECORD = "eintrag";
    static final String PACKAGE = "pruefpaket";

    private Places() {}

    /** A record's page. */
    public static String record(long sequence) {
        return SEARCH + "/" + RECORD + "/" + sequence;
    }

    /** Where a package is asked for. */
    public static String packages() {
        return SEARCH + "/" + PACKAGE;
    }

    /** The proof of a record as a file. */
    public static String proof(long sequence) {
        return "/audit/log/records/" + sequence + "/proof.tlog-proof";
    }

    /** Everything about an object. */
    public static String object(String type, String id) {
        return SEARCH + "?" + TrailFilter.OBJECT_TYPE + "=" + encoded(type) + "&" + TrailFilter.OBJECT + "="
                + encoded(id);
    }

    /** Where everything by a person is asked for. */
    static String person(String subject) {
        return Console.BASE + "/personenanfragen?person=" + encoded(subject) + "#neu";
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
