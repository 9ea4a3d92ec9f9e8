package de.kreiswerk.deployment.archive.refusal;

/** Words of an archive as they may stand in a sentence: an archive must not be able to steer a terminal or fill a page. */
public final class Quoted {

    private static final int LONGEST = 120;

    private Quoted() {}

    /**
     * Makes words fit for a sentence.
     *
     * @param words any words
     * @return at most 120 characters, each control or format character replaced by a question mark
     */
    public static String of(String words) {
        String plain = words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
