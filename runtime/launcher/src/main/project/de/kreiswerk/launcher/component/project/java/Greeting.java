package @PACKAGE@;

import java.util.Locale;

/**
 * Die fachliche Regel dieses Dienstes. Sie kennt weder das Netz noch die Plattform und ist deshalb leicht zu prüfen.
 *
 * @param words der Gruß
 */
public record Greeting(String words) {

    /** So lang darf ein Name höchstens sein. */
    public static final int LONGEST = 80;

    /**
     * Grüßt.
     *
     * @param name wer gegrüßt wird
     * @param language in welcher Sprache: Englisch, sonst Deutsch
     * @return der Gruß
     * @throws IllegalArgumentException wenn der Name leer oder zu lang ist
     */
    public static Greeting to(String name, Locale language) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new IllegalArgumentException("Ein Name hat 1 bis " + LONGEST + " Zeichen.");
        }
        boolean english = "en".equals(language.getLanguage());
        return new Greeting((english ? "Hello, " : "Guten Tag, ") + stripped + "!");
    }
}
