package de.kreiswerk.audit.verifier;

/** How many records, as people say it. */
final class Count {

    private Count() {}

    static String german(long records) {
        return records == 1 ? "1 Eintrag" : records + " Einträge";
    }

    /** After "of" and "with" German has another form. */
    static String dative(long records) {
        return records == 1 ? "1 Eintrag" : records + " Einträgen";
    }

    static String english(long records) {
        return records == 1 ? "1 record" : records + " records";
    }
}
